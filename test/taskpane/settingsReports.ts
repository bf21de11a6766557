import type { RuleReport, SettingsReport } from '../../src/usecases/contract';

/** The settings of an invented association. */

const rule = (code: string, title: string, value: string, said: Partial<RuleReport> = {}): RuleReport => ({
  code,
  title,
  value,
  unit: '',
  clause: 'п. 3.3',
  explanation: '',
  choices: [],
  trouble: '',
  place: { sheet: 'Правила', cell: 'C16' },
  ...said,
});

const field = (
  key: SettingsReport['passport'][number]['key'],
  label: string,
  value: string,
  said: Partial<SettingsReport['passport'][number]> = {},
): SettingsReport['passport'][number] => ({
  key,
  label,
  value,
  isRequired: false,
  choices: [],
  isComputed: false,
  isDate: false,
  ...said,
});

export const settings: SettingsReport = {
  passport: [
    field('association', 'Объединение', 'ММО учителей математики', { isRequired: true }),
    field('municipality', 'Муниципалитет', '', { isRequired: true }),
    field('regulation', 'Положение', 'Заречный район', { isRequired: true, choices: ['Заречный район'] }),
    field('leader', 'Руководитель', 'Ли Виктор Олегович', { isComputed: true }),
    field('orderDate', 'Дата приказа', '2025-09-01', { isDate: true }),
  ],
  regulations: [
    { id: 'first', name: 'Заречный район' },
    { id: 'second', name: 'Нагорный район' },
    { id: 'own', name: 'Своё положение' },
  ],
  regulation: 'first',
  rules: [
    rule('meetings', 'Заседаний за отчётный период, не менее', '4', { unit: 'заседания' }),
    rule('report-day', 'Отчёт представить до', '31.31', {
      unit: 'день и месяц',
      trouble:
        'Правило «Отчёт представить до» (report-day): «31.31» не понято. Применено «30.05». Нужно: день и месяц, например 30.05.',
    }),
    rule('quorum', 'Кворум', '', {
      clause: 'не установлено',
      explanation: 'Положение не называет кворума; присутствующие всё равно считаются',
      choices: ['более половины членов'],
    }),
    rule('plan-day', 'План работы составить до', '10.09', { unit: 'день и месяц' }),
  ],
};
