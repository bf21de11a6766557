import type { EvidenceReport, IndicatorExplanation } from '../../src/usecases/contract';
import { rowNumbered } from './reports';

/** Where the numbers of an invented association come from. */

const PUPILS = ['Зимин Артём', 'Кольцова Дарья', 'Мухаметшина Алия'];
const EVENTS = [
  'региональный этап всероссийской олимпиады школьников по математике, победитель, 12.02.2026',
  'муниципальный конкурс «Математическая карусель», призёр, 03.12.2025',
  'всероссийский конкурс исследовательских и проектных работ школьников «Высший пилотаж», участник, 21.03.2026',
];

const record = (index: number, reason: string | null): EvidenceReport => ({
  place: { sheet: 'Достижения', cell: `A${String(index + 2)}` },
  subject: `${PUPILS[index % PUPILS.length] ?? ''}, педагог Кузьмина О. И. — ${EVENTS[index % EVENTS.length] ?? ''}`,
  reason,
});

const REASONS = [
  'дата 01.09.2024 вне отчётного периода',
  'педагога «Кузнецова А. В.» нет в банке данных',
  'заочный формат в форму не входит',
];

/** A formula as a Russian Excel shows it. */
const FORMULA =
  '=ЕСЛИ(СЧЁТЗ(Достижения[Код])=0;ЕСЛИ(G14="да";0;"");СУММПРОИЗВ((ОСТАТ(Достижения[Код];100)=8)*(Достижения[Впервые]=1)))';

/** The record behind a row; `many` for a row that rests on thousands of them. */
export const explanation = (no: string, many = 0): IndicatorExplanation => {
  const { label, value, state } = rowNumbered(no);
  const counted = many > 0 ? many : (value ?? 0);
  return {
    no,
    label,
    counts:
      'разные педагоги; Достижения: Вид — ВсОШ, Уровень — региональный / всероссийский, Результат — победитель / призёр',
    evidence: Array.from({ length: counted }, (_, index) => record(index, null)),
    excluded: REASONS.map((reason, index) => record(counted + index, reason)),
    formula: FORMULA,
    zero: { mayBeConfirmed: state === 'missing' || state === 'zero', isConfirmed: state === 'zero' },
    place: { sheet: 'Приложение', cell: 'C14' },
  };
};
