import { engineReading } from '../generators/dutyBook';
import { tableOf } from '../generators/dutyBook';
import { OUTCOME_WORDS, QUORUM_WORDS } from '../../src/indicators/meetingFormulas';
import { categoryTerm } from '../../src/control/checks/attestation';
import { dayOfCell } from '../../src/control/cells';
import type { AppliedRules } from '../../src/control/rules';
import { isErrorValue } from '../../src/register/text';
import { OBLIGATION_STATES } from '../../src/messages/obligations';
import type { CellValue } from '../../src/plan/action';
import { headerIndex } from '../../src/register/locate';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import type { TableName } from '../../src/register/tables';

const reader = (
  snapshot: WorkbookSnapshot,
  name: TableName,
): ((row: number, column: string) => CellValue) => {
  const { headers, rows } = tableOf(snapshot, name);
  return (row, column) => rows[row]?.[headerIndex(headers, column)] ?? '';
};

const differ = (place: string, engine: CellValue, sheet: CellValue): readonly string[] =>
  engine === sheet ? [] : [`${place}: расчёт ${JSON.stringify(engine)}, лист ${JSON.stringify(sheet)}`];

function attestationDifferences(
  today: number,
  rules: AppliedRules,
  typed: WorkbookSnapshot,
  shown: WorkbookSnapshot,
): readonly string[] {
  const [typedAt, shownAt] = [reader(typed, 'Педагоги'), reader(shown, 'Педагоги')];
  const day = Math.floor(today);
  return tableOf(typed, 'Педагоги').rows.flatMap((_, row) => {
    const dayAt = (column: string): number | null => dayOfCell(typedAt(row, column));
    const name = typedAt(row, 'ФИО');
    const [since, left] = [dayAt('В составе с'), dayAt('Выбыл')];
    if (name === '' || isErrorValue(name)) return [];
    const isMember = (since ?? 0) <= day && (left ?? Infinity) > day && typedAt(row, 'Педагог') !== 'нет';
    const category = String(typedAt(row, 'Категория'));
    const term = categoryTerm(rules, category, dayAt('Дата аттестации'), dayAt('Категория действует до'));
    const daysLeft = term.kind === 'until' ? term.end - day : 0;
    const soon = daysLeft < rules.threshold('attestation-soon-days') ? 'soon' : 'ok';
    const near = daysLeft < rules.threshold('attestation-risk-days') ? 'risk' : soon;
    const words = {
      none: '',
      unlimited: 'бессрочно',
      unknown: 'срок неизвестен',
      until: OBLIGATION_STATES[daysLeft < 0 ? 'overdue' : near],
    };
    return differ(
      `Педагог ${String(row)}, аттестация`,
      isMember ? words[term.kind] : '',
      shownAt(row, 'Состояние аттестации'),
    );
  });
}

/**
 * Where the formulas of meetings, decisions and «Сроки» and the engine differ. `typed` is what the engine counts,
 * `shown` what a calculation made of it. A code that two rows bear is left out: which is which, only a person knows.
 */
export function dutyDifferences(
  today: number,
  typed: WorkbookSnapshot,
  shown: WorkbookSnapshot = typed,
): readonly string[] {
  const { rules, meetings, decisions, obligations } = engineReading(typed, today);
  const [meetingAt, decisionAt, deadlineAt] = [
    reader(shown, 'Заседания'),
    reader(shown, 'Решения'),
    reader(shown, 'Сроки'),
  ];
  const states = new Map<string, readonly (typeof obligations)[number][]>();
  for (const each of obligations) states.set(each.code, [...(states.get(each.code) ?? []), each]);
  const rowsOf = new Map<string, number[]>();
  tableOf(shown, 'Сроки').rows.forEach((_, row) => {
    const code = String(deadlineAt(row, 'Код'));
    rowsOf.set(code, [...(rowsOf.get(code) ?? []), row]);
  });
  return [
    ...attestationDifferences(today, rules, typed, shown),
    ...meetings.flatMap(({ row, present, quorum, members, held, number, date }) => {
      if (number === null && date === null) return [];
      const unknown = held ? 'нет данных' : '';
      return [
        ...differ(
          `Заседание ${String(row)}, присутствовало`,
          present ?? unknown,
          meetingAt(row, 'Присутствовало'),
        ),
        ...differ(`Заседание ${String(row)}, членов`, members ?? '', meetingAt(row, 'Членов на дату')),
        ...differ(
          `Заседание ${String(row)}, кворум`,
          quorum === 'unknown' && !held ? '' : QUORUM_WORDS[quorum],
          meetingAt(row, 'Кворум'),
        ),
      ];
    }),
    ...decisions.flatMap(({ row, outcome, text, due, meeting, item }) => {
      if (text === '') return [];
      const code = `decision-${String(meeting ?? '?')}-${String(item ?? '?')}`;
      const [only, ...more] = states.get(code) ?? [];
      const isOne =
        due !== null && only !== undefined && more.length === 0 && meeting !== null && item !== null;
      return [
        ...differ(`Решение ${String(row)}, итог`, OUTCOME_WORDS[outcome], decisionAt(row, 'Итог')),
        ...(isOne
          ? differ(
              `Решение ${String(row)}, состояние`,
              OBLIGATION_STATES[only.state],
              decisionAt(row, 'Состояние'),
            )
          : []),
      ];
    }),
    ...[...states].flatMap(([code, [only, ...more]]) => {
      const [row, ...others] = rowsOf.get(code) ?? [];
      if (only === undefined || more.length > 0 || row === undefined || others.length > 0) return [];
      const left = only.state === 'done' ? '' : (only.daysLeft ?? '');
      return [
        ...differ(`${code}, состояние`, OBLIGATION_STATES[only.state], deadlineAt(row, 'Состояние')),
        ...differ(`${code}, осталось`, left, deadlineAt(row, 'Осталось дней')),
      ];
    }),
  ];
}
