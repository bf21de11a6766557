import { plainSpaces } from '../../register/personName';
import { cyrillicWords, fold, remembered } from '../words';

/** Names of schools: the short name of the register, and the key by which two spellings are one school. */

/** «МБОУ», «МАОУ», «ГБПОУ», «ГУО», «ЧОУ»: letters for what kind of body it is before the law. */
const FORM =
  /^(?:(?:м|г|о?г|об?г|ф?г|ч|н)(?:б|а|к)?(?:н|п)?(?:оу|доу|оо|уо|удо|оудо|оудод|поу|удпо)|муо|гуо|уо|оу|мбу|мау|мку|гбу|гау|гку|гу|чу|ано|аноо|нчоу)$/u;
/** «МБУ ДО»: a second word of the form. */
const SECOND_FORM = /^(?:до|дод|дпо|спо)$/u;
const FORM_WORD =
  /^(?:муниципальн|государствен|бюджетн|автономн|казенн|частн|негосударственн|областн|краев|республиканск|федеральн|общеобразовательн|образовательн|дошкольн|профессиональн|учреждени|организаци|дополнительн|образовани|некоммерческ|филиал$)\p{L}*$/u;

const QUOTES = /["'«»“”„‟‘’`]/gu;

/** The words of the legal form a name begins with, abbreviated or in full, cut off; all of it when nothing is left. */
export function shortOrganisation(text: string): string {
  const line = plainSpaces(
    cyrillicWords(text)
      .replace(/\n/gu, ' ')
      .replace(/^(\p{Lu}+)\s*[-–]\s*(?=\p{Lu})/u, (whole, form: string) =>
        FORM.test(fold(form)) ? `${form} ` : whole,
      ),
  );
  const bare = plainSpaces(line.replace(QUOTES, ' '));
  const cutAt = formLength(line);
  const rest = plainSpaces(line.slice(cutAt).replace(QUOTES, ' ')).replace(/^[-–—,.\s]+|[,;\s]+$/gu, '');
  return withSpacedNumber(rest === '' ? bare : rest);
}

/** «№5», «№  5», «N 5», «№5» → «№ 5». */
const withSpacedNumber = (text: string): string =>
  plainSpaces(text.replace(/(?:№|(?<![\p{L}])N(?![\p{L}]))\s*(?=\d)/gu, ' № ')).replace(/\(\s+/gu, '(');

/** How many characters of the name are its legal form. */
function formLength(line: string): number {
  const opening = /["«“„]/u.exec(line);
  const words = [...line.matchAll(/[^\s"«»“”„]+/gu)];
  let end = 0;
  for (const found of words) {
    const [word] = found;
    const folded = fold(word).replace(/[.,]+$/, '');
    const isForm = FORM.test(folded) || FORM_WORD.test(folded) || (end > 0 && SECOND_FORM.test(folded));
    if (!isForm) break;
    // «Учреждение образования «…»»: words of the form stand before the quotes; inside them they are the name
    if (opening !== null && found.index > opening.index) break;
    end = found.index + word.length;
  }
  return end;
}

const LONG_NAMES: readonly (readonly [RegExp, string])[] = [
  [/средн\p{L}* общеобразовательн\p{L}* школ\p{L}*/gu, 'сош'],
  [/основн\p{L}* общеобразовательн\p{L}* школ\p{L}*/gu, 'оош'],
  [/начальн\p{L}* общеобразовательн\p{L}* школ\p{L}*/gu, 'нош'],
  [/средн\p{L}* школ\p{L}*/gu, 'сш'],
  [/базов\p{L}* школ\p{L}*/gu, 'бш'],
];

/**
 * Two names of one key are one school: legal form, quotes, «№», «г.», «д.», dots and spaces fold away. The
 * numbers stay in the key, so a different or missing number is another school.
 */
export const organisationKey = remembered((text) => {
  let folded = fold(shortOrganisation(text)).replace(/\((?:далее|краткое)[^)]*\)/gu, ' ');
  for (const [long, short] of LONG_NAMES) folded = folded.replace(long, short);
  return folded
    .replace(
      /(?<![\p{L}\p{N}])(?:г|гор|город|города|д|дер|деревн\p{L}|с|село|села|п|пос|поселок|поселка|аг|агрогородок|р|рп|им|имени)(?:\.|(?![\p{L}\p{N}]))/gu,
      ' ',
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\d)\s+(?=\d)/gu, '$1.')
    .replace(/\s+/gu, '');
});

const SCHOOL =
  /(?<!\p{L})(?:сош|оош|нош|сш|мбоу|маоу|мкоу|моу|мбдоу|мадоу|мкдоу|мдоу|гбоу|гуо|гбпоу|огбоу|чоу|мбу\s+до|школ(?:а|ы|е|у|ой)|гимнази\p{L}*|лице\p{L}{1,3}|детск\p{L}+\s+сад|колледж|техникум|интернат|учреждение\s+образования|(?:управление|отдел|комитет|департамент)\s+образования|методический\s+(?:кабинет|центр)|цдт|ддт|дюсш)(?!\p{L})/u;
const NOT_SCHOOL =
  /(?<!\p{L})(?:олимпиад|конкурс|достижени|учител|педагог|банк|мониторинг|список|сведени|результат|отчет|посещаемост|протокол|план|школьник|школьн\p{L}+\s+(?:этап|уровень))/u;

/** How surely a text is the name of a school: 1 for a title that is nothing else, 0.5 for one that names a school. */
export function organisationLikeness(text: string): number {
  const folded = fold(text);
  if (folded.length > 250 || !SCHOOL.test(folded)) return 0;
  return NOT_SCHOOL.test(folded) ? 0.5 : 1;
}

/** «Сведения о педагогах МБОУ «СОШ № 5»» → «МБОУ «СОШ № 5»»; null when no school is named by form or number. */
export function organisationWithin(text: string): string | null {
  const found =
    /(?<!\p{L})(?:м[бак]?(?:д)?оу|гб(?:п)?оу|огбоу|чоу|гуо|мбу\s+до)(?!\p{L})[^,;\n]*(?:["»”]|№\s*\d+)|(?<!\p{L})(?:сош|оош|нош|сш|гимнази\p{L}*|лице\p{L}{1,3}|школ\p{L}{1,2})\s*№?\s*\d+/iu.exec(
      text,
    );
  return found === null ? null : found[0].trim();
}
