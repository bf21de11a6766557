import type { AssociationDocument } from '../documents/document';
import { layOutDocument } from '../documents/sheet';
import type { PlainBook } from '../files/plainBook';
import { documentFileName } from '../messages/documentOutput';
import type { DocumentFile } from './contract';

/** Documents and plain workbooks as files; the libraries are large: each is fetched when it is first asked for. */

export async function fileOf(document: AssociationDocument, format: 'docx' | 'xlsx'): Promise<DocumentFile> {
  const { name, gaps } = document;
  return { name: documentFileName(name, format), bytes: await BYTES[format](document), gaps };
}

export async function bytesOf(book: PlainBook): Promise<Uint8Array> {
  const { writeBook } = await import(/* webpackChunkName: "book" */ '../files/writeBook');
  return writeBook(book);
}

const BYTES: Readonly<Record<'docx' | 'xlsx', (document: AssociationDocument) => Promise<Uint8Array>>> = {
  docx: async (document) => {
    const { writeWord } = await import(/* webpackChunkName: "word" */ '../files/word');
    return writeWord(document);
  },
  xlsx: (document) => bytesOf({ sheets: [layOutDocument(document)], names: {} }),
};
