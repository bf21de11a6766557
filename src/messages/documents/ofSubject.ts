/** «Предмет или род деятельности» after «объединения»: whose it is. */

const NOUN = /^(\p{L}*(?:учител|преподавател|воспитател|руководител|заместител|библиотекар))(и|я)$/iu;
const PEOPLE =
  /^(\p{L}*(?:педагог|логопед|психолог|дефектолог|методист|специалист|организатор|тренер|инструктор|директор|мастер|тьютор|советник))[иыа]$/iu;
const WORKERS = /^(\p{L}*работник)и$/iu;
const ADJECTIVE = /^\p{L}+[ыи]е$/u;

/**
 * «учителя математики» → «учителей математики», «классные руководители» → «классных руководителей»; anything that does
 * not begin with people by their profession stays as typed.
 */
export function ofSubject(subject: string): string {
  const words = subject.split(' ');
  const noun = words.findIndex((word) => !ADJECTIVE.test(word));
  const declined = words[noun]?.split('-').map(nounOf) ?? [];
  if (noun < 0 || declined.length === 0 || declined.includes(null)) return subject;
  return [
    ...words.slice(0, noun).map((word) => word.replace(/е$/u, 'х')),
    declined.join('-'),
    ...words.slice(noun + 1),
  ].join(' ');
}

function nounOf(word: string): string | null {
  if (NOUN.test(word)) return word.replace(NOUN, '$1ей');
  if (PEOPLE.test(word)) return word.replace(PEOPLE, '$1ов');
  return WORKERS.test(word) ? word.replace(WORKERS, '$1ов') : null;
}
