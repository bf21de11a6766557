import { describe, expect, it } from '@jest/globals';
import { objectionTo } from '../../../src/stand/page/editing';

const yesOrNo = {
  choices: ['да', 'нет'],
  rule: {
    type: 'list',
    formulae: ['СписокДаНет'],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: 'Проверка',
    error: 'Ждём «да» или «нет».',
  },
};

describe('a value typed into a cell with a list', () => {
  it('stands without a word when the list has it, when it is empty or a formula', () => {
    for (const text of ['да', 'нет', '', '=A1', "'да"]) expect(objectionTo(yesOrNo, text)).toBeNull();
    expect(objectionTo(null, 'что угодно')).toBeNull();
  });

  it('is objected to in the words of the rule, and may be kept after a warning', () => {
    expect(objectionTo(yesOrNo, 'может быть')).toEqual({
      title: 'Проверка',
      text: 'Ждём «да» или «нет».',
      mayKeep: true,
    });
  });

  it('may not be kept where Excel stops it', () => {
    const { errorStyle: _style, ...rule } = yesOrNo.rule;
    expect(objectionTo({ ...yesOrNo, rule }, 'может быть')?.mayKeep).toBe(false);
  });

  it('stands where the rule says nothing', () => {
    const rule = { ...yesOrNo.rule, showErrorMessage: false };
    expect(objectionTo({ ...yesOrNo, rule }, 'может быть')).toBeNull();
  });
});
