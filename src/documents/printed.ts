import type { DocumentBlock } from './document';

export type Approval = Extract<DocumentBlock, { kind: 'approval' }>;

/** A block as it is printed: approvals that stand side by side are one. */
export type PrintedBlock =
  Exclude<DocumentBlock, Approval> | { readonly kind: 'approvals'; readonly approvals: readonly Approval[] };

/** The blocks of a document as they are printed: «Согласовано» on the left and «Утверждаю» after it share a row. */
export function printedBlocks(blocks: readonly DocumentBlock[]): readonly PrintedBlock[] {
  const printed: PrintedBlock[] = [];
  let waiting: Approval | null = null;
  for (const block of blocks) {
    if (block.kind === 'approval' && block.side === 'right' && waiting !== null) {
      printed.push({ kind: 'approvals', approvals: [waiting, block] });
      waiting = null;
      continue;
    }
    if (waiting !== null) printed.push({ kind: 'approvals', approvals: [waiting] });
    waiting = null;
    if (block.kind !== 'approval') printed.push(block);
    else if (block.side === 'left') waiting = block;
    else printed.push({ kind: 'approvals', approvals: [block] });
  }
  return waiting === null ? printed : [...printed, { kind: 'approvals', approvals: [waiting] }];
}
