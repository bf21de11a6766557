import { plural } from './plural';

const people = { one: 'педагог', few: 'педагога', many: 'педагогов' };
const records = { one: 'запись', few: 'записи', many: 'записей' };

/** Words of the demonstration. */
export const DEMO = {
  opening: (municipality: string, peopleCount: number, recordCount: number) =>
    `Образец: ${municipality} (вымышленный), ${plural(peopleCount, people)}, ${plural(recordCount, records)}. Исходные таблицы превращаются в реестр.`,
  deadlines: 'Ближайшие сроки:',
  written: (file: string) => `Реестр записан, откройте его в Excel или LibreOffice: ${file}`,
} as const;
