/** The sheets of the register in their order (register.md), each with what it is for. */

export type SheetPurpose = 'fill in' | 'look at' | 'settings';

export interface SheetDefinition {
  readonly name: string;
  readonly purpose: SheetPurpose;
}

export const SHEETS = [
  { name: 'Паспорт', purpose: 'fill in' },
  { name: 'Банк данных', purpose: 'fill in' },
  { name: 'Организации', purpose: 'fill in' },
  { name: 'Курсы', purpose: 'fill in' },
  { name: 'Заседания', purpose: 'fill in' },
  { name: 'Посещаемость', purpose: 'fill in' },
  { name: 'Решения', purpose: 'fill in' },
  { name: 'Достижения', purpose: 'fill in' },
  { name: 'ГИА', purpose: 'fill in' },
  { name: 'Деятельность', purpose: 'fill in' },
  { name: 'Мероприятия', purpose: 'fill in' },
  { name: 'План', purpose: 'fill in' },
  { name: 'Приложение', purpose: 'look at' },
  { name: 'Анализ', purpose: 'fill in' },
  { name: 'Методработа', purpose: 'fill in' },
  { name: 'Группы', purpose: 'fill in' },
  { name: 'Оценка', purpose: 'fill in' },
  { name: 'Документы', purpose: 'fill in' },
  { name: 'Сроки', purpose: 'look at' },
  { name: 'Контроль', purpose: 'look at' },
  { name: 'Правила', purpose: 'settings' },
  { name: 'Справочники', purpose: 'settings' },
  { name: 'Архив', purpose: 'look at' },
] as const satisfies readonly SheetDefinition[];

export type SheetName = (typeof SHEETS)[number]['name'];

/** Sheets that hold cells of ours beside tables or without any: they are read with their formulas. */
export const PLAIN_SHEETS: readonly SheetName[] = ['Паспорт', 'Приложение', 'Правила', 'Справочники'];
