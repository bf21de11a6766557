import { readFile } from 'node:fs/promises';
import { measureFile } from './adoption';

/** One measurement over a file, in a process of its own: `tsx bench/measureFile.ts WORK PATH` prints JSON. */
const [work = '', path = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measureFile(work, await readFile(path))));
