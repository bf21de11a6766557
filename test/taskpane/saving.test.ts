import { canSaveFiles, savingWay } from '../../src/taskpane/saving';

describe('taskpane/saving', () => {
  it('saves files in browsers and in Excel for Windows, and knows where they would go nowhere', () => {
    expect(['OfficeOnline', 'PC', undefined, 'Mac', 'iOS'].map(canSaveFiles)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('opens a workbook beside where it cannot be saved, and says so of what can be neither', () => {
    expect(savingWay(true, 'Протокол.docx')).toBe('download');
    expect(savingWay(false, 'Свод.XLSX')).toBe('window');
    expect(savingWay(false, 'Протокол.docx')).toBe('none');
  });
});
