import { readDocument, newDocument } from '../../host/xlsx';
import { initialiseEngine } from '../../host/engine';
import type { ClientLibrary } from '../../host/library';
import type { CellLook } from '../book/look';
import { pixels } from '../book/look';
import { createBook, type Book } from '../book/book';
import type { MeasureText } from '../book/sheet';

/** Opening workbooks in the page: the engine out of its file, the bytes out of a file or the server. */

/** The workbook the stand was started with, and the sample. */
export const STARTING_BOOK = 'book.xlsx';
export const SAMPLE_BOOK = 'sample.xlsx';

const ENGINE = 'wasm_bg.wasm';

let engine: Promise<void> | undefined;

async function loadEngine(): Promise<void> {
  initialiseEngine(await WebAssembly.compileStreaming(fetch(ENGINE)));
}

/** The font of the grid's cells; `stand.css` names it too. */
const FONT = "Calibri, Carlito, 'Segoe UI', Arial, sans-serif";

/** Widths of texts by the browser's own measure, remembered. */
function createMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text: string, look: CellLook) => {
    if (context === null) return text.length * 7;
    const font = `${look.bold ? '600 ' : ''}${String(pixels(look.fontSize))}px ${FONT}`;
    const key = `${font}\n${text}`;
    const width = known.get(key);
    if (width !== undefined) return width;
    if (context.font !== font) context.font = font;
    const measured = context.measureText(text).width;
    known.set(key, measured);
    return measured;
  };
}

/** Fetches a workbook the server has; its name comes with it. */
export async function fetchBook(address: string): Promise<File> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  const name = response.headers.get('x-file-name');
  return new File([await response.arrayBuffer()], name === null ? address : decodeURIComponent(name));
}

/**
 * Opens a workbook behind the pane's library; null makes a new one.
 * @throws what reading a file throws, with a Russian sentence and a remedy
 */
export async function openBook(file: File | null, library: ClientLibrary): Promise<Book> {
  engine ??= loadEngine();
  const [document] = await Promise.all([
    file === null ? newDocument() : file.arrayBuffer().then((bytes) => readDocument(new Uint8Array(bytes))),
    engine,
  ]);
  return createBook(document, library, createMeasure());
}

/** Hands the workbook to the browser as a download. */
export async function download(book: Book, name: string): Promise<void> {
  const bytes = await book.host.save();
  const url = URL.createObjectURL(
    new Blob([bytes as BlobPart], {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
