import type { DocumentKind } from '../../documents/document';

/** Names of documents where the regulation has none of its own, and what the register lacks to make them. */

export const KIND_NAMES: Readonly<Record<DocumentKind, string>> = {
  plan: 'План работы',
  protocol: 'Протокол заседания',
  extract: 'Выписка из протокола',
  registration: 'Лист регистрации участников заседания',
  composition: 'Состав объединения на утверждение',
  databank: 'Банк данных о педагогах',
  attestation: 'График аттестации и перспективный план',
  'young-teachers': 'План работы с молодыми и вновь прибывшими специалистами',
  needs: 'Сведения о профессиональных потребностях и дефицитах',
  'self-education': 'Темы самообразования педагогов',
  documents: 'Перечень документов объединения',
  scans: 'Запрос сканов подтверждающих документов',
  analysis: 'Анализ работы',
  'general-plan': 'Общий план работы объединений',
};

/** Names of their sheets. */
export const SHEET_NAMES = {
  plan: 'План для печати',
  composition: 'Состав',
  databank: 'Банк данных для печати',
  attestation: 'График аттестации',
  'young-teachers': 'Молодые специалисты',
  needs: 'Потребности и дефициты',
  'self-education': 'Темы самообразования',
  documents: 'Перечень документов',
  scans: 'Запрос сканов',
  registration: (meeting: number): string => `Лист регистрации ${String(meeting)}`,
} as const;

/** What has to be entered before there is anything to print. */
export const LACKS = {
  teachers: 'Внесите педагогов на лист «Банк данных».',
  meetings: 'Внесите заседания с номерами на лист «Заседания».',
  decisions: 'Внесите решения с номерами пунктов на лист «Решения».',
  planned: 'Внесите мероприятия на лист «План» или заседания на лист «Заседания».',
  needs: 'Внесите дефициты педагогов на лист «Банк данных» или выявленные затруднения на лист «Методработа».',
  selfEducation: 'Внесите темы самообразования на лист «Банк данных».',
  young: 'Отметьте статус педагогов на листе «Банк данных» или внесите пары на лист «Группы».',
  scans: 'Все засчитанные записи уже с документами, или записей ещё нет.',
} as const;
