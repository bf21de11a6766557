import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Locator } from 'playwright-core';
import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import { openHost } from '../../src/host/node';
import { serialFromIso } from '../../src/register/dates';
import { runBuild } from '../../src/usecases/office';
import { eventually, openStand, type StandPage } from './stand';

/** The whole product as a methodist has it: a register in the grid, the pane beside it. */

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');

/** The sample association as a register that has been filled, its passport included; by another name if one is given. */
export async function registerBook({ association = SAMPLE.association } = {}): Promise<Uint8Array> {
  const { municipality, regulation, schoolYear, subject, today } = SAMPLE;
  const currentDate = serialFromIso(today);
  if (currentDate === null) throw new Error(`not a day: ${today}`);
  const host = await openHost(await writeInputBook(SAMPLE.tables));
  try {
    const request = {
      association,
      municipality,
      subject,
      regulation,
      schoolYear,
      today: currentDate,
      currentDate,
    };
    await runBuild((batch) => host.run(batch), request, { onPhase: () => undefined });
    return await host.save();
  } finally {
    host.dispose();
  }
}

/** Colours go over at once from now on: a button that has just been let go is judged as it comes to be. */
function atRest(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { transition: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** The tabs of the pane. */
export const TABS = [
  'Обзор',
  'Показатели',
  'Контроль',
  'Сроки',
  'Заседание',
  'Запись',
  'Мои таблицы',
  'Документы',
  'Настройки',
] as const;
export type Tab = (typeof TABS)[number];

export interface Product extends StandPage {
  readonly button: (name: string | RegExp) => Locator;
  /** The view of a tab; it is waited for. */
  tab(name: Tab): Promise<void>;
  /** The number of a row of the form, as the list of the pane shows it. */
  numberOf(no: string): Promise<string>;
  /** Opens a row of the form and goes to its cell: what the cell shows. */
  numberOnSheet(no: string): Promise<string>;
  /** The field of a column in the form of a record. */
  field(column: string): Locator;
  /** Waits until a change is said to be done. */
  done(sentence?: string | RegExp): Promise<void>;
  /** Takes the last change back. */
  undo(): Promise<void>;
  /** Sheets, as their tabs stand. */
  sheets(): Promise<readonly string[]>;
  /** A case of the stand's menu. */
  choose(item: string): Promise<void>;
  /** The sheet in front and its selection: «Достижения!A14». */
  shown(): Promise<string>;
  /** What has the focus in the pane; null when the focus is elsewhere. */
  focused(): Promise<string | null>;
  /** Changes the theme and waits until the colours have come to rest. */
  theme(colorScheme: 'light' | 'dark'): Promise<void>;
  /** What axe has to say against the pane: of everything, or of its colours. */
  violations(what?: 'everything' | 'colours'): Promise<readonly string[]>;
}

/** Opens the stand on a day of the sample and waits for the pane. */
export async function openProduct(
  browser: Browser,
  url: string,
  options: Parameters<typeof openStand>[2] = {},
): Promise<Product> {
  const stand = await openStand(browser, url, { day: SAMPLE.today, ...options });
  const { page, pane } = stand;
  const button = (name: string | RegExp): Locator => pane.getByRole('button', { name });
  await pane.getByRole('heading', { level: 2 }).first().waitFor();

  const tab = async (name: Tab): Promise<void> => {
    await pane.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    await pane.getByRole('tabpanel').waitFor();
  };
  const row = (no: string): Locator => pane.locator(`[data-no="${no}"]`);
  /** The list of the form, also where one of its rows is open. */
  const list = async (): Promise<void> => {
    await tab('Показатели');
    const back = button('Все показатели');
    if ((await back.count()) > 0) await back.click();
    await row('1').waitFor();
  };

  return {
    ...stand,
    button,
    async tab(name) {
      await tab(name);
      await pane.getByRole('tabpanel').getByRole('heading', { level: 2 }).waitFor();
    },
    async numberOf(no) {
      await list();
      return (await row(no).locator(':scope > span').nth(2).innerText()).trim();
    },
    async numberOnSheet(no) {
      await list();
      await row(no).click();
      await button('Показать на листе').click();
      await page.getByRole('tab', { name: 'Приложение', selected: true }).waitFor();
      // The number of the row is printed in its first column.
      const rowOf = async () => (await stand.selection()).replace(/^[A-Z]+/, '');
      await eventually(async () => stand.read(`A${await rowOf()}`), no);
      const cell = await stand.selection();
      await button('Все показатели').click();
      return stand.read(cell);
    },
    field: (column) =>
      pane.locator(`[data-column="${column}"] :is(input:not([tabindex="-1"]), textarea)`).first(),
    async done(sentence = 'Готово.') {
      await pane.getByRole('main').getByText(sentence).last().waitFor({ timeout: 60_000 });
    },
    async undo() {
      await pane
        .getByRole('contentinfo')
        .getByRole('button', { name: /^Отменить/ })
        .click();
      await pane.getByText('Последнее действие отменено.').last().waitFor({ timeout: 60_000 });
    },
    sheets: () => page.getByRole('tablist', { name: 'Листы' }).getByRole('tab').allInnerTexts(),
    async choose(item) {
      await page.getByRole('button', { name: /Показать случай/ }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
    shown: async () =>
      `${await page.getByRole('tab', { selected: true }).innerText()}!${await stand.selection()}`,
    async focused() {
      const isHere = await page.evaluate(() => document.activeElement instanceof HTMLIFrameElement);
      if (!isHere) return null;
      const frame = await stand.paneWindow();
      return frame.evaluate(() => document.activeElement?.textContent ?? '');
    },
    async theme(colorScheme) {
      const frame = await stand.paneWindow();
      await frame.evaluate(atRest);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await frame.evaluate(async () => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const endless = (each: Animation) => each.effect?.getTiming().iterations === Infinity;
        await Promise.all(
          document
            .getAnimations()
            .filter((each) => !endless(each))
            .map((each) => each.finished),
        );
      });
    },
    async violations(what = 'everything') {
      const frame = await stand.paneWindow();
      if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axeSource);
      const { violations } = await frame.evaluate(
        (runOnly) =>
          (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(
            runOnly === null ? {} : { runOnly },
          ),
        what === 'colours' ? ['color-contrast'] : null,
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
  };
}

/** The pane's number comes to be this one. */
export const comesTo = (product: Product, no: string, number: string): Promise<void> =>
  eventually(() => product.numberOf(no), number);
