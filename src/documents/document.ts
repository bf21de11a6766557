import type { CellValue } from '../plan/action';
import { PRODUCED_KINDS } from '../regulations';

/**
 * A document of the association as data: made of the register by `src/documents`, and turned without another
 * decision into a sheet of the workbook and into .docx (issue «Documents, the analysis, and what goes to the
 * department»). Texts are ready Russian; empty places to be filled by hand are blocks of their own, never rows of
 * underscores typed into a text.
 */
export const DOCUMENT_KINDS_PRODUCED = PRODUCED_KINDS;

export type DocumentKind = (typeof DOCUMENT_KINDS_PRODUCED)[number];

/** A column of a table of a document. */
export interface DocumentColumn {
  readonly title: string;
  /** Share of the width of the page; the shares of a table need not make 1. */
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
}

export type DocumentRow =
  | { readonly kind: 'row'; readonly cells: readonly CellValue[] }
  /** A line across the whole table: the name of a section. */
  | { readonly kind: 'section'; readonly text: string };

/** One line of a document that is signed or approved. */
export interface SignatureLine {
  /** «Руководитель ММО» */
  readonly post: string;
  /** «И. О. Фамилия»; "": a place to write it. */
  readonly name: string;
}

export type DocumentBlock =
  /** The name of the document, centred, one line each. */
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly align?: 'left' | 'center' | 'right' | 'justify';
      readonly bold?: true;
      readonly italic?: true;
    }
  /** «Председатель – Иванова А. А.»; an empty value leaves a line to write on. */
  | {
      readonly kind: 'fields';
      readonly fields: readonly { readonly label: string; readonly value: string }[];
    }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly DocumentColumn[];
      readonly rows: readonly DocumentRow[];
      /** Said in place of the rows when there are none. */
      readonly empty: string;
    }
  /** Empty lines to write on. */
  | { readonly kind: 'lines'; readonly count: number }
  /** «УТВЕРЖДАЮ», «СОГЛАСОВАНО»: words, whose, a line for signature, name and date. */
  | {
      readonly kind: 'approval';
      readonly side: 'left' | 'right';
      readonly word: string;
      readonly who: readonly string[];
      readonly name: string;
      /** «___» ________ 2026 г.: the year that is printed; null: no date line. */
      readonly year: number | null;
    }
  | { readonly kind: 'signatures'; readonly lines: readonly SignatureLine[] }
  | { readonly kind: 'pageBreak' };

export interface AssociationDocument {
  readonly kind: DocumentKind;
  /** What tells it from others of its kind: meeting, decision; "" where there is one. */
  readonly about: string;
  /** Name of the document for lists and buttons: «Протокол заседания № 2». */
  readonly name: string;
  /** Name of its sheet: at most 31 characters, none of : \ / ? * [ ]. */
  readonly sheet: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly DocumentBlock[];
  /** What is missing in the register for it to be whole: sentences for the methodist; nothing is made up. */
  readonly gaps: readonly string[];
}
