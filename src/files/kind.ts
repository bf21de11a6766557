import { FileError } from './errors';

/** How the bytes of a file have to be read. */
export type FileKind = 'book' | 'text';

const TEXT_NAMES = /\.(?:csv|tsv|txt)$/i;
/** [MS-CFB] 2.2: compound files of Microsoft. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];
/** [MS-XLS] 2.4.21: a bare stream of Excel 2.0–4.0 begins with its version. */
const OLD_STREAMS = [
  [0x09, 0x00],
  [0x09, 0x02],
  [0x09, 0x04],
  [0x09, 0x08],
];
const OTHERS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
];

/**
 * What a file is by its first bytes; its name only tells a text table from any other text.
 *
 * @throws FileError for everything that is neither an .xlsx workbook nor a text table.
 */
export function kindOfFile(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new FileError('empty');
  if (beginsWith(bytes, ZIP)) return 'book';
  if (beginsWith(bytes, COMPOUND)) throw new FileError(compoundFailure(bytes));
  if (OLD_STREAMS.some((mark) => beginsWith(bytes, mark)) && !TEXT_NAMES.test(name)) {
    throw new FileError('oldExcel');
  }
  if (OTHERS.some((mark) => beginsWith(bytes, mark))) throw new FileError('otherDocument');
  if (isMarkup(bytes)) throw new FileError('webPage');
  if (TEXT_NAMES.test(name)) return 'text';
  throw new FileError('notWorkbook');
}

const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** A page of the web or «XML 2003», which exports of electronic diaries like to call .xls. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024)).replaceAll('\u0000', '').trimStart();
  return /^<(?:!doctype|html|head|body|table|meta|style|div|\?xml|!--)/i.test(start);
}

/** Streams are named in UTF-16 by the directory: an encrypted .xlsx ([MS-OFFCRYPTO] 2.3), an old .xls, a .doc. */
function compoundFailure(bytes: Uint8Array): 'encrypted' | 'oldExcel' | 'otherDocument' {
  const holds = (stream: string): boolean =>
    indexOf(
      bytes,
      [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ) >= 0;
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return 'encrypted';
  return holds('Workbook') || holds('Book') ? 'oldExcel' : 'otherDocument';
}

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
