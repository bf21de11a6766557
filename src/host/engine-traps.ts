import {
  isArrayNode,
  isBinaryNode,
  isCallNode,
  isLiteralNode,
  isReferenceNode,
  isUnaryNode,
  parse,
  parseStructRef,
  tokenize,
  tokenTypes,
  type AstExpression,
  type Token,
} from '@borgar/fx';

/**
 * Where IronCalc 0.8.4 answers something other than Excel without saying so. Each case was tried; what can
 * be said in another way is rewritten, the rest is refused, so that a formula of somebody's own workbook
 * reads as an error and never as an invented number.
 */

/** Functions whose criteria argument stands at these places: first, then every second one. */
const CRITERIA: Readonly<Record<string, number>> = {
  COUNTIF: 1,
  SUMIF: 1,
  AVERAGEIF: 1,
  COUNTIFS: 1,
  SUMIFS: 2,
  AVERAGEIFS: 2,
  MAXIFS: 2,
  MINIFS: 2,
};

/** Applied to an array they give an array in Excel and one value in IronCalc, mostly a silent FALSE. */
const SCALAR_ONLY = new Set([
  ...[
    'ISNUMBER',
    'ISTEXT',
    'ISBLANK',
    'ISERROR',
    'ISERR',
    'ISNA',
    'ISLOGICAL',
    'ISNONTEXT',
    'ISEVEN',
    'ISODD',
  ],
  ...['IFERROR', 'IFNA', 'ROW', 'COLUMN', 'N', 'T'],
]);

/** Functions that go element by element over an array given to them. */
const ELEMENTWISE = new Set([
  ...[
    'IF',
    'ABS',
    'INT',
    'ROUND',
    'ROUNDUP',
    'ROUNDDOWN',
    'MOD',
    'SIGN',
    'SQRT',
    'TRUNC',
    'NOT',
    'VALUE',
    'TEXT',
  ],
  ...[
    'LEN',
    'LEFT',
    'RIGHT',
    'MID',
    'TRIM',
    'UPPER',
    'LOWER',
    'SEARCH',
    'FIND',
    'SUBSTITUTE',
    'EXACT',
    'CLEAN',
  ],
  ...['DATE', 'YEAR', 'MONTH', 'DAY', 'WEEKDAY', 'HOUR', 'MINUTE', 'DATEVALUE'],
  ...SCALAR_ONLY,
]);

/** Functions that evaluate their arguments as arrays without Ctrl+Shift+Enter. */
const ARRAY_CONTEXT = new Set([
  'SUMPRODUCT',
  'SUM',
  'MAX',
  'MIN',
  'AVERAGE',
  'COUNT',
  'LARGE',
  'SMALL',
  'INDEX',
  'MATCH',
]);

/**
 * Whether IronCalc would silently answer this formula wrongly.
 * @param isWide Whether a defined name stands for more than one cell.
 */
export function isMisread(formula: string, isWide: (name: string) => boolean): boolean {
  // The trees of most formulas need not be grown: only these words lead into the traps.
  if (
    !/IFS?\s*\(|FREQUENCY|LOOKUP|SUMPRODUCT|\bIS[A-Z]+\s*\(|ROW\s*\(|COLUMN\s*\(|IFERROR|IFNA/i.test(formula)
  ) {
    return false;
  }
  try {
    return misreads(parse(tokenize(`=${formula}`)), false, isWide);
  } catch {
    // What cannot be parsed here the engine refuses by itself.
    return false;
  }
}

function misreads(node: AstExpression, inArray: boolean, isWide: (name: string) => boolean): boolean {
  if (isCallNode(node)) {
    const name = node.callee.name.toUpperCase();
    if (callIsMisread(name, node.arguments, inArray, isWide)) return true;
    const inner = inArray || ARRAY_CONTEXT.has(name);
    return node.arguments.some((argument) => misreads(argument, inner, isWide));
  }
  if (isBinaryNode(node) || isUnaryNode(node)) {
    return node.arguments.some((argument) => misreads(argument, inArray, isWide));
  }
  return false;
}

function callIsMisread(
  name: string,
  args: readonly AstExpression[],
  inArray: boolean,
  isWide: (name: string) => boolean,
): boolean {
  const firstCriterion = CRITERIA[name];
  if (firstCriterion !== undefined) {
    return args.some((argument, index) => {
      const isCriterion = index >= firstCriterion && (index - firstCriterion) % 2 === 0;
      return isCriterion && (isWideNode(argument, isWide) || isOtherCriterion(argument));
    });
  }
  // Over an array FREQUENCY gives 0 and LOOKUP(2,1/(…)) the first match instead of the last.
  if (name === 'FREQUENCY') return inArray;
  if (name === 'LOOKUP') return args[1] !== undefined && !isReferenceNode(args[1]);
  if (!SCALAR_ONLY.has(name)) return false;
  const [first] = args;
  return inArray && first !== undefined && isWideNode(first, isWide);
}

/** Criteria read differently: "<>x" skips blank cells, "=" counts "", "~~" is not undone. */
function isOtherCriterion(node: AstExpression): boolean {
  if (isBinaryNode(node) && node.operator === '&') {
    const [left] = node.arguments;
    return left !== undefined && isLiteralNode(left) && left.value === '<>';
  }
  if (!isLiteralNode(node) || typeof node.value !== 'string') return false;
  return /^<>./s.test(node.value) || node.value === '=' || node.value.includes('~~');
}

/** Whether the expression gives more than one value. */
function isWideNode(node: AstExpression, isWide: (name: string) => boolean): boolean {
  if (isArrayNode(node)) return true;
  if (isReferenceNode(node)) {
    if (node.kind === 'name') return isWide(node.value);
    if (node.kind === 'table') return isWideStructured(node.value);
    return isWideRange(node.value);
  }
  if (isBinaryNode(node))
    return node.operator === ':' || node.arguments.some((argument) => isWideNode(argument, isWide));
  if (isUnaryNode(node)) return node.arguments.some((argument) => isWideNode(argument, isWide));
  if (isCallNode(node)) {
    return (
      ELEMENTWISE.has(node.callee.name.toUpperCase()) &&
      node.arguments.some((argument) => isWideNode(argument, isWide))
    );
  }
  return false;
}

/** Whether a reference, as written, covers more than one cell: «A1:A1» does not. */
export function isWideRange(reference: string): boolean {
  const [from, to] = reference
    .slice(reference.lastIndexOf('!') + 1)
    .replaceAll('$', '')
    .split(':');
  return to !== undefined && from !== to;
}

function isWideStructured(reference: string): boolean {
  const parsed = parseStructRef(reference);
  const sections = parsed?.sections ?? [];
  const oneRow = sections.length === 1 && ['this row', 'headers', 'totals'].includes(sections[0] ?? '');
  return !(oneRow && parsed?.columns?.length === 1);
}

/**
 * A minus before an array inside SUMPRODUCT is 0 in IronCalc (its issue 1084): written as a product
 * instead, `--(a=b)` → `(1*(a=b))`, `-B1:B3` → `(-1*B1:B3)`.
 */
export function withoutArrayMinus(formula: string): string {
  if (!/SUMPRODUCT/i.test(formula) || !formula.includes('-')) return formula;
  const tokens = tokenize(`=${formula}`, { negativeNumbers: false }).slice(1);
  return printFrom(tokens, 0, tokens.length);
}

function printFrom(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  let at = from;
  let previous: Token | undefined;
  while (at < to) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isMinus(token) && beginsOperand(previous)) {
      let sign = 1;
      let start = at;
      for (
        let next = tokens[start];
        next !== undefined && (isMinus(next) || isSpace(next));
        next = tokens[++start]
      ) {
        if (isMinus(next)) sign = -sign;
      }
      const end = operandEnd(tokens, start);
      text += `(${String(sign)}*${printFrom(tokens, start, end)})`;
      previous = tokens[end - 1];
      at = end;
      continue;
    }
    text += token.value;
    if (!isSpace(token)) previous = token;
    at++;
  }
  return text;
}

function isMinus(token: Token): boolean {
  return token.type === tokenTypes.OPERATOR && token.value === '-';
}

function isSpace(token: Token): boolean {
  return token.type === tokenTypes.WHITESPACE || token.type === tokenTypes.NEWLINE;
}

/** Whether a minus after this token is a sign and not a subtraction. */
function beginsOperand(previous: Token | undefined): boolean {
  if (previous === undefined) return true;
  return previous.type === tokenTypes.OPERATOR && ![')', '}', '%', '#'].includes(previous.value);
}

/** Index past the operand that begins at `start`: a function call, a group, or a single token. */
function operandEnd(tokens: readonly Token[], start: number): number {
  let at = start;
  if (tokens[at]?.type === tokenTypes.FUNCTION) at++;
  const opens = tokens[at]?.value === '(' || tokens[at]?.value === '{';
  if (!opens) return at + 1;
  let depth = 0;
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.type !== tokenTypes.OPERATOR) continue;
    if (token.value === '(' || token.value === '{') depth++;
    if (token.value === ')' || token.value === '}') depth--;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}
