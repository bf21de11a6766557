import type { IndicatorResult } from '../../indicators/evaluate';
import type { Regulation } from '../../regulations';
import { formatNumber, plural, pluralForm, type NounForms } from '../plural';

/** The rows of the form said as sentences of the analysis. */

type Words = Regulation['words'];

export const TEACHERS: NounForms = { one: 'педагог', few: 'педагога', many: 'педагогов' };
const OF_TEACHERS: NounForms = { one: 'педагога', few: 'педагогов', many: 'педагогов' };
const ORGANISATIONS: NounForms = { one: 'организация', few: 'организации', many: 'организаций' };

const verb = (one: string, more: string): NounForms => ({ one, few: more, many: more });
const PREPARED = verb('подготовил', 'подготовили');
const PASSED = verb('прошёл', 'прошли');
const TAUGHT = verb('преподаёт', 'преподают');
const BECAME = verb('стал', 'стали');
const SHOWED = verb('представил', 'представили');
const PUBLISHED = verb('опубликовал', 'опубликовали');
const TOOK_PART = verb('участвовал', 'участвовали');
const HAS = verb('имеет', 'имеют');
const ENTERED = verb('попала', 'попали');

/** How a row of the form is said. */
interface IndicatorSpeech {
  /** A number above zero. */
  readonly says: (value: number, words: Words) => string;
  /** Zero. */
  readonly none: string;
}

const teachers = (what: string, does: NounForms, none: string): IndicatorSpeech => ({
  says: (value) => `${what} ${pluralForm(value, does)} ${plural(value, TEACHERS)}`,
  none,
});

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const prepared = (whom: string): IndicatorSpeech =>
  teachers(capital(whom), PREPARED, `Педагогов, подготовивших ${whom}, нет`);

const total = (what: string): IndicatorSpeech => ({
  says: (value) => `всего ${what} – ${formatNumber(value)}`,
  none: `${what} нет`,
});

const place = (result: string, whom: string): IndicatorSpeech =>
  teachers(
    `${result} очных профессиональных конкурсов`,
    BECAME,
    `${whom} очных профессиональных конкурсов нет`,
  );

const shown = (where: string): IndicatorSpeech =>
  teachers(`Опыт работы на ${where}`, SHOWED, `Педагогов, представивших опыт работы на ${where}, нет`);

const published = (level: string): IndicatorSpeech =>
  teachers(
    `Опыт работы на ${level} уровне`,
    PUBLISHED,
    `Педагогов, опубликовавших опыт работы на ${level} уровне, нет`,
  );

const FACE_TO_FACE = 'очных олимпиад, конкурсов, соревнований';
const SHOWN_AT = 'очных семинарах, мастер-классах, конференциях';

const SPEECH: Readonly<Record<string, IndicatorSpeech>> = {
  '1': {
    says: (value, { association }) => `В составе ${association} – ${plural(value, TEACHERS)}`,
    none: 'В банке данных нет ни одного педагога, который учитывается',
  },
  '1.1': teachers('Высшее образование', HAS, 'Педагогов с высшим образованием нет'),
  '1.2': teachers(
    'Среднее профессиональное образование',
    HAS,
    'Педагогов со средним профессиональным образованием нет',
  ),
  '1.3': teachers(
    'Высшую квалификационную категорию',
    HAS,
    'Педагогов с высшей квалификационной категорией нет',
  ),
  '1.4': teachers(
    'Первую квалификационную категорию',
    HAS,
    'Педагогов с первой квалификационной категорией нет',
  ),
  '1.5': teachers(
    'Соответствие занимаемой должности',
    HAS,
    'Педагогов, аттестованных на соответствие занимаемой должности, нет',
  ),
  '3': teachers(
    'Курсы повышения квалификации',
    PASSED,
    'Педагогов, прошедших курсы повышения квалификации, нет',
  ),
  '4': teachers('Курсы переподготовки', PASSED, 'Педагогов, прошедших курсы переподготовки, нет'),
  '5': teachers(
    'В профильных классах (группах)',
    TAUGHT,
    'Педагогов, преподающих в профильных классах (группах), нет',
  ),
  '6': prepared('высокобалльников ЕГЭ'),
  '6.1': total('высокобалльников'),
  '7': {
    says: (value) => `Минимальный порог ЕГЭ не набрали обучающиеся ${plural(value, OF_TEACHERS)}`,
    none: 'Обучающихся, не набравших минимальный порог ЕГЭ, нет',
  },
  '7.1': total('не набравших порог'),
  '8': prepared('победителей муниципального этапа ВсОШ'),
  '8.1': total('победителей'),
  '9': prepared('победителей регионального этапа ВсОШ'),
  '9.1': total('победителей'),
  '10': prepared('призёров регионального этапа ВсОШ'),
  '10.1': total('призёров'),
  '11': prepared(`победителей ${FACE_TO_FACE} всероссийского уровня`),
  '11.1': total('победителей'),
  '12': prepared(`призёров ${FACE_TO_FACE} всероссийского уровня`),
  '12.1': total('призёров'),
  '13': prepared(`участников ${FACE_TO_FACE}, конференций всероссийского уровня`),
  '13.1': total('участников'),
  '14': prepared(`победителей ${FACE_TO_FACE} регионального уровня`),
  '14.1': total('победителей'),
  '15': prepared(`призёров ${FACE_TO_FACE} регионального уровня`),
  '15.1': total('призёров'),
  '16': prepared(`победителей ${FACE_TO_FACE} муниципального уровня`),
  '16.1': total('победителей'),
  '17': prepared(`призёров ${FACE_TO_FACE} муниципального уровня`),
  '17.1': total('призёров'),
  '18': place('Победителями', 'Победителей'),
  '19': place('Лауреатами, финалистами', 'Лауреатов и финалистов'),
  '20': place('Участниками', 'Участников'),
  '21': shown(`${SHOWN_AT} всероссийского уровня`),
  '22': shown(`${SHOWN_AT} регионального уровня`),
  '23': shown(`${SHOWN_AT}, педагогических чтениях, заседаниях объединения`),
  '24': published('всероссийском'),
  '24.1': total('публикаций'),
  '25': published('региональном'),
  '25.1': total('публикаций'),
  '26': published('муниципальном'),
  '26.1': total('публикаций'),
  '27': teachers(
    'В разработке контрольно-измерительных материалов',
    TOOK_PART,
    'Педагогов, участвовавших в разработке контрольно-измерительных материалов, нет',
  ),
  '27.1': total('материалов'),
  '28': teachers(
    'В организации и проведении мероприятий муниципального уровня для обучающихся',
    TOOK_PART,
    'Педагогов, участвовавших в организации мероприятий муниципального уровня для обучающихся, нет',
  ),
  '28.1': {
    says: (value, { pupil }) =>
      `В мероприятиях муниципального уровня ${pluralForm(value, TOOK_PART)} ${plural(value, { one: pupil.one, few: pupil.ofMany, many: pupil.ofMany })}`,
    none: 'Участников мероприятий муниципального уровня нет',
  },
  '29': {
    says: (value) =>
      `В перечень организаций с признаками необъективности ${pluralForm(value, ENTERED)} ${plural(value, ORGANISATIONS)}`,
    none: 'Организаций, попавших в перечень организаций с признаками необъективности, нет',
  },
};

/** Row 27.1 while the parameter of the form has it count teachers. */
const TEACHERS_OF_MATERIALS = total('участвовавших в разработке');

const OF_PLACES: NounForms = { one: 'пробел', few: 'пробела', many: 'пробелов' };

/** «(показатель 8)»; without numbers only what makes the value less than certain. */
function reference({ no, state, gaps }: IndicatorResult, cites: boolean): string {
  const said = [
    ...(cites ? [`показатель ${no}`] : []),
    ...(state === 'zero' ? ['ноль подтверждён'] : []),
    ...(state === 'partial' ? [`в сведениях ${plural(gaps, OF_PLACES)}`] : []),
  ];
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}

/** A row whose value is known; "" where there is none to say. */
export function indicatorClause(
  result: IndicatorResult,
  words: Words,
  { cites, materialsAreTeachers }: { readonly cites: boolean; readonly materialsAreTeachers: boolean },
): string {
  const { no, value } = result;
  const speech = no === '27.1' && materialsAreTeachers ? TEACHERS_OF_MATERIALS : SPEECH[no];
  if (speech === undefined || value === null) return '';
  const said = value === 0 ? noneOf(result, speech) : speech.says(value, words);
  return `${inTermsOf(words, said)}${reference(result, cites)}`;
}

/** While places are empty, «нет» is not known for sure. */
const noneOf = ({ state }: IndicatorResult, { none }: IndicatorSpeech): string =>
  state === 'partial' ? `по внесённым сведениям ${none.charAt(0).toLowerCase()}${none.slice(1)}` : none;

/** Pupils as the regulation calls them. */
const inTermsOf = ({ pupil }: Words, text: string): string =>
  text.replaceAll('обучающихся', pupil.ofMany).replaceAll('обучающиеся', pupil.many);

/** Rows without a value, as they are listed among what is missing. */
export const missingIndicators = (numbers: readonly string[]): string =>
  `по ${numbers.length === 1 ? 'показателю' : 'показателям'} ${numbers.join(', ')} нет данных`;
