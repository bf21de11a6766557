import { fieldText } from '../messages/documentOutput';
import { formatNumber } from '../messages/plural';
import type { CellValue } from '../plan/action';
import type { AssociationDocument, DocumentBlock, DocumentRow } from './document';

/** A document as plain text: for golden files and for terminals. Places to write on are rows of underscores. */

const LINE = '________';

export function documentAsText({ blocks, gaps, name, sheet, orientation }: AssociationDocument): string {
  const missing = gaps.length === 0 ? [] : ['', '--- Чего не хватает:', ...gaps.map((gap) => `* ${gap}`)];
  return `${[`=== ${name} [${sheet}, ${orientation}]`, ...blocks.flatMap(blockLines), ...missing].join('\n')}\n`;
}

function blockLines(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'title':
      return ['', ...block.lines.map((line) => `    ${line}`), ''];
    case 'heading':
      return ['', `${'#'.repeat(block.level)} ${block.text}`];
    case 'paragraph':
      return [`${PLACES[block.align ?? 'left']}${block.text}`];
    case 'fields':
      return block.fields.map(({ label, value }) => fieldText(label, value === '' ? LINE : value));
    case 'list':
      return block.items.map((item, index) => `${block.isNumbered ? `${String(index + 1)}.` : '–'} ${item}`);
    case 'table':
      return [
        '',
        `| ${block.columns.map(({ title }) => title).join(' | ')} |`,
        ...(block.rows.length === 0 ? [`( ${block.empty} )`] : block.rows.map(rowLine)),
        '',
      ];
    case 'lines':
      return Array.from({ length: block.count }, () => LINE);
    case 'approval':
      return [
        '',
        `[${block.side}] ${block.word}`,
        ...block.who,
        `${LINE} ${block.name}`.trim(),
        ...(block.year === null ? [] : [`«___» ${LINE} ${String(block.year)} г.`]),
      ];
    case 'signatures':
      return ['', ...block.lines.map(({ post, name }) => `${post} ${LINE} ${name}`.trim())];
    case 'pageBreak':
      return ['', '- - -'];
  }
}

const PLACES = { left: '', justify: '', center: '    ', right: '        ' } as const;

const rowLine = (row: DocumentRow): string =>
  row.kind === 'section' ? `|| ${row.text} ||` : `| ${row.cells.map(cellText).join(' | ')} |`;

const cellText = (cell: CellValue): string => (typeof cell === 'number' ? formatNumber(cell) : String(cell));
