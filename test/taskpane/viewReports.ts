import type { FixReport, IssueReport, ObligationReport, WorkbookReport } from '../../src/usecases/contract';
import { report } from './reports';

/** Issues and obligations of an invented association, a few of every kind, for the views of the pane. */

const listFix = (sheet: string, cell: string, old: string, wanted: string): FixReport => {
  const changes = [{ sheet, cell, old, new: wanted }];
  return {
    kind: 'list value',
    label: `Заменить на «${wanted}»`,
    changes,
    fix: { kind: 'list value', changes },
  };
};

const issue = (said: Partial<IssueReport> & Pick<IssueReport, 'code' | 'severity'>): IssueReport => ({
  sheet: 'Банк данных',
  table: 'Педагоги',
  cell: 'J14',
  trouble: 'Иванова Анна Петровна: не указана категория.',
  remedy: 'Заполните «Категория».',
  basis: '',
  fix: null,
  ...said,
});

const TEACHERS = ['Кузьмина Ольга Ивановна', 'Фёдорова Мария Сергеевна', 'Ли Виктор Олегович'];

export const issues: readonly IssueReport[] = [
  issue({ code: 'required', severity: 'error', basis: 'п. 4.1' }),
  ...TEACHERS.map((name, index) => {
    const cell = `J${String(index + 20)}`;
    return issue({
      code: 'enum',
      severity: 'error',
      cell,
      trouble: `${name}: «Высшая кв. категория» нет в списке «Категория».`,
      remedy: 'Возможно, «высшая»: исправьте одной кнопкой или выберите другое значение.',
      fix: listFix('Банк данных', cell, 'Высшая кв. категория', 'высшая'),
    });
  }),
  issue({
    code: 'structure',
    severity: 'error',
    sheet: 'Курсы',
    table: 'Курсы',
    cell: 'A1',
    trouble: 'Нет столбца «Часы»: он переименован или удалён.',
    remedy: 'Верните столбцу имя или нажмите «Создать реестр»: справа будет добавлен новый.',
    fix: {
      kind: 'repair',
      label: 'Восстановить строение реестра',
      changes: [],
      fix: { kind: 'repair' },
    },
  }),
  issue({
    code: 'name',
    severity: 'warning',
    sheet: 'Достижения',
    table: 'Достижения',
    cell: 'A7',
    trouble:
      'Cидорова Елена Павловна: среди русских букв латинские: записи с таким же именем по-русски не найдутся.',
    remedy: 'Замените их русскими.',
    fix: {
      ...listFix('Достижения', 'A7', 'Cидорова Елена Павловна', 'Сидорова Елена Павловна'),
      kind: 'latin letters',
      label: 'Заменить латинские буквы русскими',
    },
  }),
  issue({
    code: 'outside-form',
    severity: 'info',
    sheet: 'Деятельность',
    table: 'Деятельность',
    cell: 'E12',
    trouble: 'Фёдорова Мария Сергеевна: в форму не входит: заочное участие.',
    remedy: 'Если всё верно, ничего делать не нужно: запись остаётся в реестре.',
    basis: 'сноска приложения',
  }),
];

/** A register nobody has looked after: thousands of empty cells. */
export const manyIssues: readonly IssueReport[] = Array.from({ length: 3000 }, (_, index) =>
  issue({
    code: index % 3 === 0 ? 'required' : index % 3 === 1 ? 'assumed-one' : 'no-document',
    severity: index % 3 === 0 ? 'error' : 'info',
    cell: `J${String(index + 2)}`,
    trouble: `Педагог ${String(index + 1)}: не указана категория.`,
  }),
);

const obligation = (
  said: Partial<ObligationReport> & Pick<ObligationReport, 'code' | 'title'>,
): ObligationReport => ({
  clause: 'п. 3.4',
  due: null,
  daysLeft: null,
  state: 'ok',
  basis: '',
  place: { sheet: 'Сроки', cell: 'E4' },
  canBeMarked: false,
  marked: null,
  ...said,
});

/** As of 12 May 2026. */
export const obligations: readonly ObligationReport[] = [
  obligation({
    code: 'plan',
    title: 'План работы',
    clause: 'п. 3.1',
    due: '2025-09-10',
    daysLeft: -244,
    state: 'done',
    basis: 'Выполнено 08.09.2025, по столбцу «Выполнено» листа «Сроки».',
    canBeMarked: true,
    marked: '2025-09-08',
  }),
  obligation({
    code: 'protocol-3',
    title: 'Протокол заседания № 3 от 01.05.2026',
    due: '2026-05-08',
    daysLeft: -4,
    state: 'overdue',
    basis:
      'Заседание проведено 01.05.2026; на протокол 5 рабочих дней. Введите «Дату протокола» на листе «Заседания».',
    clause: 'п. 5.4',
    place: { sheet: 'Заседания', cell: 'J4' },
  }),
  obligation({
    code: 'meetings',
    title: 'Провести за отчётный период не менее 4 заседаний',
    due: '2026-05-30',
    daysLeft: 18,
    state: 'risk',
    basis: 'Проведено 3 из 4, осталось 1 заседание.',
    place: { sheet: 'Заседания', cell: 'A5' },
  }),
  obligation({
    code: 'report',
    title: 'Отчёт и анализ работы за учебный год (кому: отдел развития образования и мониторинга)',
    due: '2026-05-30',
    daysLeft: 18,
    state: 'soon',
    basis:
      'Приложение заполнено на 40 %: 21 из 53 строк. Когда будет сделано, введите дату в столбец «Выполнено» листа «Сроки».',
    canBeMarked: true,
  }),
  obligation({
    code: 'decision-3-2',
    title: 'Решение (заседание № 3, п. 2): провести открытый урок',
    due: '2026-06-21',
    daysLeft: 40,
    clause: '',
    basis: 'Ответственный: Ли В. О.',
    place: { sheet: 'Решения', cell: 'G8' },
  }),
  obligation({
    code: 'term',
    title: 'Окончание срока полномочий: руководитель',
    basis: 'Дата приказа в паспорте не указана: срок неизвестен.',
    place: { sheet: 'Паспорт', cell: 'B16' },
  }),
];

export const controlledReport: WorkbookReport = {
  ...report,
  control: { ...report.control, issues, obligations },
};
