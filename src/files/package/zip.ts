import { Inflate } from 'fflate';
import { FileError } from '../errors';

/**
 * A zip archive read part by part, in pieces: neither the archive nor a part is ever unpacked as a whole, so that
 * what a file takes to read follows what is kept of it. (APPNOTE.TXT 6.3.9: 4.3.7, 4.3.12, 4.3.16.)
 */
export interface ZipPart {
  readonly path: string;
  /** Bytes when unpacked, as the directory of the archive tells. */
  readonly size: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: Uint8Array;
}

/** More than a workbook that a person keeps can come to; past it the file is taken for a bomb. */
const LARGEST_UNPACKED = 2 ** 30;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** A comment of 65 535 bytes may follow the end of the directory. */
const LONGEST_TAIL = 22 + 0xffff;
/** Packed bytes unpacked at once: deflate makes at most a thousand times as many of them. */
const STEP = 2 ** 14;
const STORED = 0;
const DEFLATED = 8;

/**
 * The parts of an archive by path, without a leading slash.
 *
 * @throws FileError when the directory cannot be read or tells of more than a workbook can hold.
 */
export function openZip(bytes: Uint8Array): ReadonlyMap<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return partsOf(bytes, view);
  } catch (error) {
    // DataView throws a RangeError where an address of the archive leads out of it.
    if (error instanceof FileError) throw error;
    throw new FileError('brokenArchive', { cause: error });
  }
}

function partsOf(bytes: Uint8Array, view: DataView): ReadonlyMap<string, ZipPart> {
  const end = directoryEnd(view);
  const count = view.getUint16(end + 10, true);
  const parts = new Map<string, ZipPart>();
  let total = 0;
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new FileError('brokenArchive');
    const flags = view.getUint16(at + 8, true);
    const packedSize = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const header = view.getUint32(at + 42, true);
    if (view.getUint32(header, true) !== LOCAL_HEADER) throw new FileError('brokenArchive');
    const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    if (start + packedSize > bytes.length) throw new FileError('brokenArchive');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const path = name.replaceAll('\\', '/').replace(/^\//, '');
    total += size;
    parts.set(path, {
      path,
      size,
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) === 1,
      packed: bytes.subarray(start, start + packedSize),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (total > LARGEST_UNPACKED) throw new FileError('tooLarge');
  return parts;
}

function directoryEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_TAIL); at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  throw new FileError('brokenArchive');
}

/**
 * Unpacks a part piece by piece.
 *
 * @throws FileError when the part is damaged, or is not of the size the archive tells.
 */
export function unpackPart(part: ZipPart, take: (bytes: Uint8Array) => void): void {
  let size = 0;
  const count = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size > part.size) throw new FileError('brokenArchive');
    take(bytes);
  };
  if (part.isEncrypted) throw new FileError('encrypted');
  if (part.method === STORED) {
    count(part.packed);
  } else if (part.method === DEFLATED) {
    inflate(part.packed, count);
  } else {
    throw new FileError('brokenArchive');
  }
  if (size !== part.size) throw new FileError('brokenArchive');
}

function inflate(packed: Uint8Array, take: (bytes: Uint8Array) => void): void {
  const pieces: Uint8Array[] = [];
  const inflater = new Inflate((bytes) => pieces.push(bytes));
  for (let at = 0; at < packed.length || at === 0; at += STEP) {
    try {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    } catch (error) {
      throw new FileError('brokenArchive', { cause: error });
    }
    for (const piece of pieces.splice(0)) take(piece);
  }
}

/** A part as text, piece by piece, decoded as it says itself: UTF-8, or UTF-16 by its mark. */
export function readText(part: ZipPart, take: (text: string) => void): void {
  let decoder: TextDecoder | null = null;
  unpackPart(part, (bytes) => {
    decoder ??= new TextDecoder(encodingOf(bytes));
    take(decoder.decode(bytes, { stream: true }));
  });
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
