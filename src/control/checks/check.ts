import type { CheckContext, FilledTable } from '../context';
import type { Finding, FindingOf, IssueCode, Severity } from '../issue';
import type { TableName } from '../../register/tables';
import type { RuleCode } from '../../regulations';

/** One entry of the catalogue. A check looks at the register and says what it finds; it changes nothing. */
export interface Check {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly run: (context: CheckContext) => readonly Finding[];
}

/** A check all of whose findings bear its own code. */
export const check = <C extends IssueCode>(
  code: C,
  severity: Severity,
  run: (context: CheckContext) => readonly FindingOf<C>[],
): Check => ({ code, severity, run });

/** The column that says whom or what a row is about. */
const SUBJECT: Readonly<Partial<Record<TableName, string>>> = {
  Педагоги: 'ФИО',
  Организации: 'Краткое название',
  Курсы: 'Педагог',
  Заседания: 'Тема',
  Посещаемость: 'ФИО',
  Решения: 'Решили',
  Достижения: 'Педагог',
  ГИА: 'Педагог',
  Деятельность: 'Педагог',
  Мероприятия: 'Название',
  План: 'Мероприятие',
  Анализ: 'Раздел',
  Методработа: 'Тема',
  Группы: 'Название',
  Оценка: 'Организация',
  Документы: 'Документ',
  Сроки: 'Обязательство',
};

/** Whom or what the row is about, "" when it does not say. */
export function subjectOf(filled: FilledTable, row: number): string {
  const column = SUBJECT[filled.name];
  return column === undefined ? '' : filled.column(column).text(row);
}

/** The clause behind a rule, where the regulation has one. */
export function clauseOf(context: CheckContext, code: RuleCode): { readonly clause?: string } {
  const clause = context.clause(code);
  return clause === undefined ? {} : { clause };
}
