import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** The stand's server: files of two folders and two workbooks, on this machine alone. */

export interface NamedBook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface StandOptions {
  /** The built page of the stand. */
  readonly page: string;
  /** The built add-in. */
  readonly pane: string;
  /** The workbook to open first; null opens the sample. */
  readonly book: NamedBook | null;
  readonly sample: NamedBook;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningStand {
  readonly url: string;
  close(): Promise<void>;
}

/** Only this machine. */
const ADDRESS = '127.0.0.1';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The page calls nobody but its server; the pane's page brings a policy of its own. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** The script the pane loads as Office.js, Microsoft's or its own copy: in the stand, the stand's. */
const OFFICE_SCRIPT = /(<script\b[^>]*\bsrc="?)[^"\s>]*\/office\.js/;

/** @throws when the page loads no Office.js: then it is not the add-in's */
export function withStandOffice(html: string): string {
  if (!OFFICE_SCRIPT.test(html)) throw new Error('The page of the pane loads no office.js.');
  return html.replace(OFFICE_SCRIPT, '$1../office-js/office.js');
}

/** The file an address means inside a folder, or null when it would leave it. */
function inside(folder: string, path: string): string | null {
  const file = normalize(join(folder, path));
  return file.startsWith(normalize(`${folder}/`)) ? file : null;
}

export async function serveStand(options: StandOptions): Promise<RunningStand> {
  const { page, pane, book, sample } = options;
  const books: Readonly<Record<string, NamedBook>> = {
    '/book.xlsx': book ?? sample,
    '/sample.xlsx': sample,
  };

  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    const workbook = books[path];
    if (workbook !== undefined) {
      response.writeHead(200, {
        'content-type': TYPES['.xlsx'],
        'x-file-name': encodeURIComponent(workbook.name),
      });
      response.end(workbook.bytes);
      return;
    }
    const file = path.startsWith('/pane/')
      ? inside(pane, path.slice('/pane'.length))
      : inside(page, path === '/' ? '/index.html' : path);
    if (file === null) {
      refuse(response, 404);
      return;
    }
    const content = await readFile(file);
    const body = path === '/pane/taskpane.html' ? withStandOffice(content.toString('utf8')) : content;
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      ...(path === '/' ? { 'content-security-policy': PAGE_POLICY } : {}),
    });
    response.end(body);
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    if (!isForUs(request, port)) {
      refuse(response, 403);
      return;
    }
    const path = pathOf(request.url);
    if (path === null) {
      refuse(response, 404);
      return;
    }
    answer(path, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else refuse(response, isMissing(error) ? 404 : 500);
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, ADDRESS, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The stand has no port.');
  const { port } = bound;

  return {
    url: `http://${ADDRESS}:${String(port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** The path that was asked for; null when it cannot be read. */
function pathOf(url = '/'): string | null {
  const base = `http://${ADDRESS}`;
  if (!URL.canParse(url, base)) return null;
  try {
    return decodeURIComponent(new URL(url, base).pathname);
  } catch {
    // Bytes that are no text are the name of no file.
    return null;
  }
}

/** A page of another site cannot reach the stand under a name of its own. */
function isForUs({ headers, method }: IncomingMessage, port: number): boolean {
  const names = [ADDRESS, 'localhost'].map((name) => `${name}:${String(port)}`);
  return method === 'GET' && headers.host !== undefined && names.includes(headers.host);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status);
  response.end();
}

const MISSING: readonly unknown[] = ['ENOENT', 'EISDIR', 'ENOTDIR'];

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && MISSING.includes(error.code);
