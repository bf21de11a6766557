import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import {
  BinaryWorkbookError,
  BrokenArchiveError,
  EncryptedWorkbookError,
  MissingPartError,
  NotAWorkbookError,
  OldExcelFormatError,
  OpenDocumentError,
  WorkbookTooLargeError,
} from '../file-errors';
import { childrenOf, rootOf } from '../xml';

/** The parts of an .xlsx package by path, without a leading slash. */
export type Parts = Map<string, Uint8Array>;

export interface Relationship {
  readonly id: string;
  /** Last word of the relationship's type: "worksheet", "table", "hyperlink" … */
  readonly kind: string;
  readonly type: string;
  /** Path of the part for internal targets, the address as written for external ones. */
  readonly target: string;
  readonly external: boolean;
}

/** More than a workbook that a person keeps can come to; past it the file is taken for a zip bomb. */
const LARGEST_UNPACKED = 2 * 2 ** 30;

/**
 * Unpacks a workbook.
 * @throws WorkbookFileError, one class for each way a file can fail to be an .xlsx workbook.
 */
export function unpack(bytes: Uint8Array): Parts {
  if (isCompoundFile(bytes)) throw compoundFileError(bytes);
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) throw new NotAWorkbookError();
  const parts = inflate(bytes);
  if (hasPart(parts, 'mimetype') && textPart(parts, 'mimetype').includes('opendocument'))
    throw new OpenDocumentError();
  if (hasPart(parts, 'xl/workbook.bin')) throw new BinaryWorkbookError();
  if (!hasPart(parts, '[Content_Types].xml')) throw new NotAWorkbookError();
  const hasWorkbookFolder = [...parts.keys()].some((path) => path.startsWith('xl/'));
  if (!hasPart(parts, 'xl/workbook.xml')) {
    throw hasWorkbookFolder ? new MissingPartError('xl/workbook.xml') : new NotAWorkbookError();
  }
  return parts;
}

/** Packs the parts; `level` 0 stores them as they are, for a package that is read again at once. */
export function pack(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  // [Content_Types].xml goes first: some readers look for it there.
  const order = [...parts.keys()].sort((a, b) => Number(b.startsWith('[')) - Number(a.startsWith('[')));
  for (const path of order) {
    const bytes = parts.get(path);
    if (bytes !== undefined) files[path] = bytes;
  }
  return zipSync(files, { level });
}

export function hasPart(parts: Parts, path: string): boolean {
  return parts.has(path);
}

/**
 * Text of a part, decoded as the file says (UTF-8, or UTF-16 by its mark).
 * @throws MissingPartError
 */
export function textPart(parts: Parts, path: string): string {
  const bytes = parts.get(path);
  if (bytes === undefined) throw new MissingPartError(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return strFromU8(bytes.subarray(3));
  return strFromU8(bytes);
}

export function setText(parts: Parts, path: string, text: string): void {
  parts.set(path, strToU8(text));
}

/** Relationships of a part; none when it has no .rels file. */
export function relationshipsOf(parts: Parts, path: string): Relationship[] {
  const relsPath = relsPathOf(path);
  if (!hasPart(parts, relsPath)) return [];
  const root = rootOf(textPart(parts, relsPath));
  if (root === undefined) return [];
  return childrenOf(root.inner).map(({ attributes }) => {
    const external = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    const type = attributes['Type'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      type,
      target: external ? target : resolvePath(path, target),
      external,
    };
  });
}

export function relsPathOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function resolvePath(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const segments = from.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

function inflate(bytes: Uint8Array): Parts {
  let declared = 0;
  try {
    unzipSync(bytes, {
      filter: (file) => {
        declared += file.originalSize;
        return false;
      },
    });
    if (declared > LARGEST_UNPACKED) throw new WorkbookTooLargeError(declared);
    const parts: Parts = new Map();
    for (const [path, content] of Object.entries(unzipSync(bytes))) {
      if (!path.endsWith('/')) parts.set(path.replaceAll('\\', '/').replace(/^\//, ''), content);
    }
    return parts;
  } catch (error) {
    if (error instanceof WorkbookTooLargeError) throw error;
    throw new BrokenArchiveError({ cause: error });
  }
}

/** OLE compound files begin with this signature ([MS-CFB] 2.2). */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);
}

/** Stream names stand in the directory as UTF-16: an encrypted .xlsx ([MS-OFFCRYPTO]) or an old .xls. */
function compoundFileError(bytes: Uint8Array): Error {
  const holds = (name: string): boolean => {
    const wanted = [...name].flatMap((char) => [char.charCodeAt(0), 0]);
    return indexOfBytes(bytes, wanted) >= 0;
  };
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return new EncryptedWorkbookError();
  if (holds('Workbook') || holds('Book')) return new OldExcelFormatError();
  return new NotAWorkbookError();
}

function indexOfBytes(bytes: Uint8Array, wanted: readonly number[]): number {
  const first = wanted[0];
  if (first === undefined) return -1;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
