import type { RuleIssue, RuleTrouble } from '../control/rules';

/** What is wrong with a value of «Правила», and what is applied instead. */

const WANTED: Readonly<Record<Exclude<RuleTrouble, 'doubled' | 'empty' | 'not a choice'>, string>> = {
  'not a number': 'целое число больше нуля',
  'not a day': 'день и месяц, например 30.05',
  'not a span': 'дни и месяцы, например 01.07–30.09, или один последний день',
  'not a date': 'дата, например 01.09.2023',
  'not text': 'слова',
};

export function ruleIssueWords({ code, title, trouble, typed, instead, choices }: RuleIssue): string {
  const rule = `Правило «${title}» (${code})`;
  const applied = instead === null ? 'Правило не применено.' : `Применено «${String(instead)}».`;
  switch (trouble) {
    case 'doubled':
      return `${rule} стоит на листе «Правила» дважды. Действует верхняя строка; удалите лишнюю.`;
    case 'empty':
      return `${rule}: значение не указано. ${applied}`;
    case 'not a choice':
      return `${rule}: «${String(typed)}» не понято. ${applied} Введите одно из: ${choices.join('; ')}.`;
    default:
      return `${rule}: «${String(typed)}» не понято. ${applied} Нужно: ${WANTED[trouble]}.`;
  }
}
