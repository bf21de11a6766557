import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveStand, withStandOffice, type RunningStand } from '../../../src/stand/server/serve';

let folder: string;
let stand: RunningStand;

const panePage =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><script src=watchdog.js></script><script defer src=https://appsforoffice.microsoft.com/lib/1/hosted/office.js></script>';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stand-'));
  await mkdir(join(folder, 'page'));
  await mkdir(join(folder, 'pane'));
  await writeFile(join(folder, 'secret.txt'), 'нельзя');
  await writeFile(join(folder, 'page', 'index.html'), '<p>стенд</p>');
  await writeFile(join(folder, 'pane', 'taskpane.html'), panePage);
  await writeFile(join(folder, 'pane', 'taskpane.js'), 'pane()');
  stand = await serveStand({
    page: join(folder, 'page'),
    pane: join(folder, 'pane'),
    book: { name: 'книга.xlsx', bytes: new Uint8Array([1, 2, 3]) },
    sample: { name: 'образец.xlsx', bytes: new Uint8Array([4]) },
    port: 0,
  });
});

afterAll(async () => {
  await stand.close();
  await rm(folder, { recursive: true, force: true });
});

/** Asks as no browser would: the path as it is, under any host name. */
const ask = (path: string, host?: string, method = 'GET'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(stand.url);
    const headers = host === undefined ? {} : { host };
    request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the server of the stand', () => {
  it('serves its page under a policy that lets nothing out', async () => {
    const response = await fetch(stand.url);
    expect(await response.text()).toBe('<p>стенд</p>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it('serves the built pane as it is, but for the address of Office.js', async () => {
    expect(await (await fetch(`${stand.url}pane/taskpane.js`)).text()).toBe('pane()');
    const page = await (await fetch(`${stand.url}pane/taskpane.html`)).text();
    expect(page).toBe(
      panePage.replace(
        'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
        '../office-js/office.js',
      ),
    );
  });

  it('finds the Office.js of a build with its own copy, and misses none', () => {
    expect(withStandOffice('<script defer src="office-js/office.js"></script>')).toBe(
      '<script defer src="../office-js/office.js"></script>',
    );
    expect(() => withStandOffice('<script src="taskpane.js"></script>')).toThrow('office.js');
  });

  it('gives the workbook it was started with, by its name, and the sample', async () => {
    const book = await fetch(`${stand.url}book.xlsx`);
    expect(decodeURIComponent(book.headers.get('x-file-name') ?? '')).toBe('книга.xlsx');
    expect(new Uint8Array(await book.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    expect(new Uint8Array(await (await fetch(`${stand.url}sample.xlsx`)).arrayBuffer())).toEqual(
      new Uint8Array([4]),
    );
  });

  it('gives nothing outside its two folders, and says what is not there', async () => {
    for (const path of [
      '/../secret.txt',
      '/pane/../../secret.txt',
      '/pane/%2e%2e/%2e%2e/secret.txt',
      '/%2e%2e/secret.txt',
    ]) {
      expect(await ask(path)).toBe(404);
    }
    expect(await ask('/нет'.replace('нет', encodeURIComponent('нет')))).toBe(404);
    expect(await ask('/pane/')).toBe(404);
    expect(await ask('/%')).toBe(404);
    expect(await ask('/%ff')).toBe(404);
  });

  it('answers this machine alone, and only reading', async () => {
    expect(new URL(stand.url).hostname).toBe('127.0.0.1');
    expect(await ask('/', 'evil.example')).toBe(403);
    expect(await ask('/', undefined, 'POST')).toBe(403);
  });
});
