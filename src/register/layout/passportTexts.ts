import { REGULATIONS, type Regulation } from '../../regulations';
import { PASSPORT_FIELDS, type PassportKey } from '../fixedCells';

/** Labels and hints of «Паспорт», in the words of the regulation. */

export interface PassportText {
  readonly label: string;
  readonly hint: string;
}

const FROM_ROLE = 'Из столбца «Роль» банка данных';

/** Said under every regulation that has nothing of its own to say. */
const HINTS: Readonly<Partial<Record<PassportKey, string>>> = {
  municipality: 'Район или округ',
  subject: 'Предмет или род деятельности, для которого создано объединение',
  regulation: 'По какому положению работает объединение; его правила на листе «Правила»',
  schoolYear: 'Так: 2025/2026. По нему считается отчётный период',
  reportYear: 'Только для положений, где отчёт за календарный год',
  databankDate: 'Когда банк данных последний раз сверяли',
};

/** The value of «Роль» behind each computed field. */
const ROLE_FIELDS = {
  leader: 'руководитель',
  deputy: 'заместитель',
  secretary: 'секретарь',
} as const satisfies Partial<Record<PassportKey, string>>;

type RoleField = keyof typeof ROLE_FIELDS;
const isRoleField = (key: PassportKey): key is RoleField => key in ROLE_FIELDS;

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

export function passportText(key: PassportKey, regulation: Regulation): PassportText {
  const { words } = regulation;
  const field = PASSPORT_FIELDS.find((each) => each.key === key);
  const plain = field?.label ?? '';
  const label =
    key === 'association'
      ? `${plain} (${words.association})`
      : isRoleField(key)
        ? capital(words[key])
        : plain;
  return { label: field?.required === true ? `${label} *` : label, hint: hintOf(key, regulation) };
}

function hintOf(key: PassportKey, { words, roles, rules, associations, period, custom }: Regulation): string {
  if (key === 'association') return `Как в приказе, например «${words.association} учителей математики»`;
  if (key === 'subject' && associations.length > 0) {
    const clause = rules.find(({ code }) => code === 'subdivisions')?.clause ?? '';
    return `Объединение из списка положения${custom ? '' : ` (${clause})`} или своё`;
  }
  if (key === 'reportYear' && period === 'calendar year') {
    return 'За какой календарный год отчёт; пусто: первый год учебного';
  }
  if (!isRoleField(key)) return HINTS[key] ?? '';
  const role = roles.find(({ accepts }) => accepts.includes(ROLE_FIELDS[key]));
  // whose clause it would be is the association's own business under a regulation of its own
  return role === undefined || custom ? FROM_ROLE : `${FROM_ROLE} (${role.clause})`;
}

/** As the product writes it, under any regulation and with any word for the association: not the user's words. */
export function isPassportText(key: PassportKey, part: keyof PassportText, text: string): boolean {
  const pattern = PATTERNS[key]?.[part];
  return pattern?.test(text) ?? REGULATIONS.some((each) => passportText(key, each)[part] === text);
}

/** Texts that hold words of «Правила», and those of registers of the first layout. */
const PATTERNS: Readonly<Partial<Record<PassportKey, Partial<Record<keyof PassportText, RegExp>>>>> = {
  association: {
    label: /^Объединение(?: \(.+\))? \*$/u,
    hint: /^Как в приказе, например «.+ учителей математики»$/u,
  },
  leader: { label: /^(?:Руководитель|Председатель)$/u, hint: fromRole() },
  deputy: { label: /^Заместитель(?: руководителя| председателя)?$/u, hint: fromRole() },
  secretary: { label: /^(?:Ответственный секретарь|Секретарь)$/u, hint: fromRole() },
};

function fromRole(): RegExp {
  return new RegExp(`^${FROM_ROLE}(?: \\(.+\\))?$`, 'u');
}
