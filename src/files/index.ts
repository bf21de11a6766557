/**
 * Files: bytes to plain data and back, the same in the pane and on the command line. Nothing here knows a file system,
 * a browser or Excel.
 */
export { FileError } from './errors';
export { readSnapshotFile } from './snapshotFile';
export { readSources } from './sources';
export { writeBook } from './writeBook';
export type { PlainBook, PlainSheet } from './plainBook';
