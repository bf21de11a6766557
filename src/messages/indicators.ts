import type { Condition, Indicator, RecordCase } from '../indicators/appendix';

/** «Источник»: in words, what a row of the form counts. Derived from the declared condition. */
export function describeSource(indicator: Indicator): string {
  const { condition, measure } = indicator;
  const source = describeCondition(condition);
  switch (measure.kind) {
    case 'none':
      return '';
    case 'teachers':
      return condition.over === 'members' ? source : `разные педагоги; ${source}`;
    case 'sum':
      return `сумма «${measure.column}»; ${source}`;
    case 'marks':
    case 'rows':
      return source;
  }
}

function describeCondition(condition: Condition): string {
  switch (condition.over) {
    case 'heading':
      return '';
    case 'members': {
      const where = condition.where;
      const members = 'Педагоги: в составе на дату расчёта';
      if (where === undefined) return members;
      const values = [...where.values, ...(where.alsoWhile?.values ?? [])];
      return `${members}; ${describeField(where.column, values)}`;
    }
    case 'attendance':
      return `Посещаемость: отметки «да» в столбце «Заседание ${String(condition.meeting)}»`;
    case 'records':
      return `${condition.table}: ${condition.cases.map(describeCase).join('; или ')}`;
    case 'exams':
      return `ГИА: Экзамен — ЕГЭ; «${condition.column}» больше 0; результаты, внесённые за этот учебный год`;
    case 'events':
      return 'Мероприятия: Уровень — муниципальный; для обучающихся; дата в отчётном периоде';
    case 'organisations':
      return `Организации: ${condition.marks.map((mark) => `«${mark}» — да`).join(' или ')}`;
  }
}

const describeCase = (each: RecordCase): string =>
  Object.entries(each)
    .map(([field, values]) => describeField(field, values))
    .join(', ');

const describeField = (field: string, values: readonly string[]): string =>
  `${field} — ${values.join(' / ')}`;
