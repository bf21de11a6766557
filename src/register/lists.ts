import { REGULATIONS, type Regulation } from '../regulations';
import {
  ACTIVITIES,
  GROUPS,
  LEVELS,
  PROCEDURES,
  PUPIL_EVENTS,
  WORK_KINDS,
} from '../regulations/recordValues';

/**
 * The value lists (register.md). Each is written to «Справочники» as a table of its own and offered by
 * data validation; typing another value warns and is kept. The order is the order of the drop-down.
 */
export const LISTS = {
  Образование: ['ВО', 'СПО', 'иное'],
  Категория: ['высшая', 'первая', 'соответствие', 'без категории', 'педагог-методист', 'педагог-наставник'],
  ДаНет: ['да', 'нет'],
  Да: ['да'],
  Статус: ['молодой специалист', 'вновь прибывший', 'наставник'],
  Роль: ['руководитель', 'председатель', 'заместитель', 'секретарь', 'член объединения'],
  ВидКурсов: ['КПК', 'переподготовка'],
  ФормаЗаседания: ['очно', 'онлайн', 'смешанно'],
  ГолосРуководителя: ['за', 'против'],
  ВидДостижения: PUPIL_EVENTS,
  Уровень: LEVELS,
  Формат: ['очно', 'заочно', 'дистанционно'],
  РезультатОбучающихся: ['победитель', 'призёр', 'участник'],
  Экзамен: ['ЕГЭ', 'ОГЭ', 'ГВЭ'],
  ВидДеятельности: ACTIVITIES,
  РезультатПедагога: ['победитель', 'лауреат', 'финалист', 'призёр', 'участник'],
  ДляКого: ['обучающиеся', 'педагоги'],
  ВидМетодработы: WORK_KINDS,
  ВидГруппы: GROUPS,
  Процедура: PROCEDURES,
  Положение: REGULATIONS.map(({ name }) => name),
  /** Of the regulations that name their associations. */
  Объединения: [],
} as const satisfies Record<string, readonly string[]>;

export type ListName = keyof typeof LISTS;

/** The values of a list as the regulation has them: its own, or the common ones. */
export function listOf(list: ListName, { lists, associations }: Regulation): readonly string[] {
  const own: Readonly<Partial<Record<ListName, readonly string[] | undefined>>> = {
    ...lists,
    Объединения: associations,
  };
  return own[list] ?? LISTS[list];
}

/** Lists whose values are rows of the register itself. */
export type RowList = 'Педагоги' | 'Организации';

export const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** Name of the table that holds a list on «Справочники». */
export const listTable = (list: ListName): string => `Список${list}`;

/** Defined name that validation and conditional formats refer to. */
export const choiceName = (list: ListName | RowList): string => `Выбор_${list}`;

/** The only column of a list's table. */
export const LIST_COLUMN = 'Значение';
