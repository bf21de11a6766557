import { jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { openBrowser } from './browser';
import type { Site } from './site';
import { openViewsSite } from './views';

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');

/** Pages are opened and read on machines that do other work as well. */
jest.setTimeout(30_000);

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openViewsSite(), openBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a view in a situation, does something there, and closes it; complaints of the console fail the test. */
const view = async <T>(
  story: string,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext({
    viewport: { width: 350, height: 720 },
    // colours are judged as they stand, not on their way from one theme to the other
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${site.url}views.html#${encodeURI(story)}`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  const result = await act(page);
  await context.close();
  expect(complaints).toEqual([]);
  return result;
};

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

const asked = (page: Page) => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
const expectAsked = async (page: Page, what: string): Promise<void> => {
  await page.waitForFunction(
    (wanted) => (window as unknown as { asked: string[] }).asked.includes(wanted),
    what,
  );
};
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const contentWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** The field of a record's column. */
const field = (page: Page, column: string) =>
  page.locator(`[data-column="${column}"] :is(input:not([tabindex="-1"]), textarea)`);

/** A screenshot to be looked at, where the environment names a folder for it. */
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

interface Situation {
  readonly story: string;
  /** Brings the view to the state that is judged. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** The steps of adoption up to one of them. */
const adoptionTo = async (page: Page, ...steps: readonly string[]): Promise<void> => {
  await page.getByText(/^Нашлось/).waitFor();
  for (const step of steps) await page.getByRole('button', { name: `Дальше: ${step}` }).click();
};

/** Two files for the department; nobody reads them here. */
const REGISTERS = ['Физика.xlsx', 'Математика.xlsx'].map((name) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from('PK'),
}));

const situations: readonly Situation[] = [
  {
    story: 'adoption/mixed',
    prepare: async (page) => {
      await adoptionTo(page);
      await page.getByRole('button', { name: /^Листы без таблиц/ }).click();
      await page.getByRole('button', { name: 'Указать строку с заголовками' }).click();
    },
  },
  { story: 'adoption/mixed/matched', prepare: (page) => adoptionTo(page, 'столбцы') },
  { story: 'adoption/mixed/questions', prepare: (page) => adoptionTo(page, 'столбцы', 'вопросы') },
  {
    story: 'adoption/mixed/dryRun',
    prepare: async (page) => {
      await adoptionTo(page, 'столбцы', 'вопросы', 'проверка');
      for (const name of [/^Добавится/, /^Есть в реестре/, /^Как поняты имена/]) {
        await page.getByRole('button', { name }).click();
      }
    },
  },
  { story: 'control/mixed' },
  { story: 'control/whole' },
  {
    story: 'control/mixed/enum',
    prepare: (page) => page.getByRole('button', { name: 'Исправить все такие (3)' }).click(),
  },
  { story: 'deadlines/mixed/plan' },
  {
    story: 'deadlines/mixed',
    prepare: (page) => page.getByRole('button', { name: 'Отметить выполненным' }).click(),
  },
  { story: 'deadlines/whole' },
  { story: 'desk/mixed' },
  { story: 'desk/whole' },
  {
    story: 'desk/form',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^Заседание № 3/ }).click();
      await page.getByRole('button', { name: /^Пункт 2/ }).click();
      await page.getByText('Кворума нет: 1 из 5').waitFor();
    },
  },
  {
    story: 'documents/mixed',
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^Чего не хватает/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'На лист' }).last().click();
      await page.getByText(/готово, лист/).waitFor();
    },
  },
  { story: 'documents/mac', prepare: (page) => page.getByText(/не даёт панели сохранять/).waitFor() },
  {
    story: 'documents/mixed/department',
    prepare: async (page) => {
      await page.getByRole('radio', { name: /Без персональных/ }).check();
      await page.getByRole('button', { name: 'Скачать копию' }).click();
      await page.getByText('Посмотрите перед отправкой').waitFor();
    },
  },
  {
    story: 'documents/mixed/svod',
    prepare: async (page) => {
      await page.locator('input[type=file]').setInputFiles(REGISTERS);
      await page.getByRole('heading', { name: /^Сведены/ }).waitFor();
      await page.getByRole('button', { name: /^На что обратить/ }).click();
    },
  },
  {
    story: 'documents/many/svod',
    prepare: async (page) => {
      await page.locator('input[type=file]').setInputFiles(REGISTERS);
      await page
        .getByText(/^Прочитано 1 из 2/)
        .first()
        .waitFor();
    },
  },
  { story: 'record/empty' },
  {
    story: 'record/asked',
    prepare: async (page) => {
      await field(page, 'Вид').fill('турнир');
      await field(page, 'Формат').fill('очно');
      await page.getByRole('button', { name: 'Записать' }).click();
      await page.getByText('Войдёт в показатели 15 и 15.1.').waitFor();
    },
  },
  {
    story: 'settings/mixed',
    prepare: async (page) => {
      await page.getByRole('radio', { name: 'Нагорный район' }).check();
      await page.getByText('Изменится правил: 14.').waitFor();
      await page.getByRole('button', { name: 'Действуют 2' }).click();
      await page.getByRole('button', { name: 'Изменить' }).last().click();
      await page.getByRole('button', { name: 'Положение молчит 1' }).click();
    },
  },
];

describe('the views of the pane', () => {
  it.each(situations)(
    'fits 450 to 320 pixels and is accessible in light and dark: $story',
    async ({ story, prepare }) => {
      await view(story, { colorScheme: 'light', viewport: { width: 450, height: 720 } }, async (page) => {
        await prepare?.(page);
        expect(await contentWidth(page)).toBeLessThanOrEqual(450);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width: 350, height: 720 });
          await picture(page, `${story.replaceAll('/', '-')}-${colorScheme}`);
          await page.setViewportSize({ width: 320, height: 720 });
          expect(await contentWidth(page)).toBeLessThanOrEqual(320);
          expect(await violations(page)).toEqual([]);
        }
        await page.emulateMedia({ forcedColors: 'active' });
        await picture(page, `${story.replaceAll('/', '-')}-contrast`);
      });
    },
  );

  it('shows what is chosen in a contrast theme too', async () => {
    await view('desk/mixed', { forcedColors: 'active' }, async (page) => {
      await page.getByRole('button', { name: /^Заседание № 3/ }).click();
      const outline = (name: string) =>
        page
          .getByRole('radiogroup', { name: 'Иванова Анна Петровна' })
          .locator('label', { hasText: name })
          .evaluate((element) => getComputedStyle(element).outlineStyle);
      expect([await outline('да'), await outline('нет')]).toEqual(['solid', 'none']);
    });
  });
});

describe('the control', () => {
  it('leads to the cell and leaves the focus where it was', async () => {
    await view('control/mixed', {}, async (page) => {
      const show = page.getByRole('button', { name: 'Показать в книге' }).first();
      await show.click();
      expect(await asked(page)).toEqual(['goTo Банк данных!J14']);
      expect(await show.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  it('shows old and new before anything is changed, and leaves it at «Не менять»', async () => {
    await view('control/mixed', {}, async (page) => {
      const fix = page.getByRole('button', { name: 'Заменить на «высшая»' }).first();
      await fix.click();
      const dryRun = page.getByRole('group', { name: /^Что изменится/ });
      expect(await dryRun.getByRole('definition').allInnerTexts()).toEqual([
        '«Высшая кв. категория»',
        '«высшая»',
      ]);
      await page.keyboard.press('Escape');
      expect(await dryRun.count()).toBe(0);
      expect(await focusedText(page)).toBe('Заменить на «высшая»');
      expect(await asked(page)).toEqual([]);
    });
  });

  it('is worked from the keyboard: after a fix the next issue of the kind has the focus', async () => {
    await view('control/mixed', {}, async (page) => {
      await page.getByRole('button', { name: 'Заменить на «высшая»' }).first().focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focusedText(page)).toBe('Заменить');
      await page.keyboard.press('Enter');
      await page.getByText('Всего 6 замечаний').waitFor();
      expect(await focusedText(page)).toContain('Фёдорова Мария Сергеевна');
      expect(await asked(page)).toEqual(['Вносятся исправления', 'applyFixes 1']);
    });
  });

  it('puts all of a kind right at once; then the next kind has the focus', async () => {
    await view('control/mixed', {}, async (page) => {
      await page.getByRole('button', { name: 'Исправить все такие (3)' }).click();
      expect(await page.getByRole('group').getByRole('listitem').count()).toBe(3);
      await page.getByRole('button', { name: 'Заменить', exact: true }).click();
      await page.getByText('Всего 4 замечания').waitFor();
      expect(await focusedText(page)).toContain('Строение книги');
      expect(await asked(page)).toContain('applyFixes 3');
    });
  });

  it('finds by a word and says how many', async () => {
    await view('control/mixed', {}, async (page) => {
      await page.getByRole('searchbox').fill('федорова');
      await page.getByText('Найдено 2 замечания').waitFor();
      await page.getByRole('searchbox').fill('такого нет');
      await page.getByText('Ничего не найдено').waitFor();
    });
  });

  it('stays light with thousands: kinds are folded, and fifty are shown at a time', async () => {
    await view('control/many/no-document', {}, async (page) => {
      expect(await focusedText(page)).toContain('Нет подтверждающего документа');
      expect(await page.locator('[data-issue]').count()).toBe(50);
      await page.getByRole('button', { name: 'Показать ещё (осталось 950)' }).click();
      expect(await page.locator('[data-issue]').count()).toBe(100);
    });
  });
});

describe('the deadlines', () => {
  it('are a list in order of time with the day of calculation among it', async () => {
    await view('deadlines/mixed', {}, async (page) => {
      const line = page.getByRole('list').filter({ hasText: 'Сегодня' }).last();
      expect((await line.getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
        expect.stringContaining('просрочено на 4\u00a0дня'),
        'Сегодня, 12.05.2026',
        expect.stringContaining('под угрозой'),
        expect.stringContaining('скоро'),
      ]);
    });
  });

  it('are marked as fulfilled with the day of calculation proposed, and the focus goes along', async () => {
    await view('deadlines/mixed', {}, async (page) => {
      await page.getByRole('button', { name: 'Отметить выполненным' }).click();
      const day = page.getByLabel('Когда выполнено');
      expect(await day.inputValue()).toBe('12.05.2026');
      expect(await day.evaluate((element) => element === document.activeElement)).toBe(true);
      await day.fill('31.02.2026');
      await page.keyboard.press('Enter');
      await page.getByText('Не похоже на дату').waitFor();
      await day.fill('10.5.26');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Выполнено 2' }).waitFor();
      expect(await asked(page)).toContain('markFulfilled report 2026-05-10');
      expect(await focusedText(page)).toBe('Выполнено 2');
    });
  });

  it('are opened for one of them, done ones included, and the mark is taken back', async () => {
    await view('deadlines/mixed/plan', {}, async (page) => {
      expect(await focusedText(page)).toContain('План работы');
      await page.getByRole('button', { name: 'Снять отметку' }).click();
      expect(await asked(page)).toContain('markFulfilled plan null');
    });
  });

  it('are narrowed to a state with the arrows', async () => {
    await view('deadlines/mixed', {}, async (page) => {
      await page.getByRole('radio', { name: 'Все 6' }).focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('[data-deadline]').count()).toBe(1);
      expect(await page.getByRole('status').innerText()).toBe('Показано 1\u00a0обязательство');
    });
  });
});

describe('the meeting desk', () => {
  const person = (page: Page, name: string) => page.getByRole('radiogroup', { name });

  it('judges the quorum while one ticks, and saves meeting, marks and decisions together', async () => {
    await view('desk/mixed', {}, async (page) => {
      await page.getByRole('button', { name: 'Новое заседание' }).click();
      expect(await focusedText(page)).toBe('Заседание № 4');
      await page.getByLabel('Дата').fill('28.05.2026');
      await page.getByLabel('Тема').fill('План на будущий год');
      await person(page, 'Кузьмина Ольга Ивановна').getByRole('radio', { name: 'нет', exact: true }).check();
      await person(page, 'Иванова Анна Петровна').getByRole('radio', { name: 'да' }).check();
      await page.getByText('Кворума нет: 1 из 5').waitFor();
      await page.getByRole('radiogroup', { name: 'Никонова Вера Павловна, не член' }).waitFor();
      await page.getByRole('button', { name: 'Остальные присутствуют' }).click();
      await page.getByText('Кворум есть: 4 из 5').waitFor();
      await page.getByText('да: 4 · нет: 1 · не отмечено: 0').waitFor();
      await page.getByRole('button', { name: 'Добавить решение' }).click();
      await page.keyboard.type('Итоги года');
      await page.getByLabel('Решили').fill('Утвердить план');
      await page.getByLabel('За', { exact: true }).fill('4');
      await page.getByText('Решение принято').waitFor();
      await page.getByRole('button', { name: 'Сохранить' }).click();
      await page.getByText('Всё сохранено').waitFor();
      expect(await page.getByRole('button', { name: /^Пункт 1/ }).count()).toBe(1);
      const saved = (await asked(page)).find((each) => each.startsWith('saveMeeting'));
      expect(JSON.parse((saved ?? '').slice('saveMeeting '.length))).toMatchObject({
        number: 4,
        date: '2026-05-28',
        topic: 'План на будущий год',
        marks: { 'Кузьмина Ольга Ивановна': 'нет', 'Фёдорова Мария Сергеевна': 'да' },
        decisions: [{ item: '1', heard: 'Итоги года', decided: 'Утвердить план', inFavour: 4 }],
      });
    });
  });

  it('keeps what is not saved while the user looks elsewhere', async () => {
    await view('desk/mixed', {}, async (page) => {
      await page.getByRole('button', { name: /^Заседание № 2/ }).click();
      await page.getByLabel('Тема').fill('Олимпиады');
      await page.getByRole('button', { name: 'control' }).click();
      await page.getByRole('heading', { name: 'Контроль' }).waitFor();
      await page.getByRole('button', { name: 'desk' }).click();
      expect(await page.getByLabel('Тема').inputValue()).toBe('Олимпиады');
      await page.getByRole('button', { name: 'Все заседания' }).click();
      expect(await focusedText(page)).toContain('Олимпиады');
      await page.getByRole('button', { name: /есть несохранённое/ }).click();
      await page.getByRole('button', { name: 'Не сохранять' }).click();
      expect(await page.getByLabel('Тема').inputValue()).toBe('');
    });
  });

  it('does not save a date that would be lost', async () => {
    await view('desk/mixed', {}, async (page) => {
      await page.getByRole('button', { name: /^Заседание № 2/ }).click();
      await page.getByLabel('Дата').fill('31.02.2026');
      await page.getByRole('button', { name: 'Сохранить' }).click();
      expect(await page.getByRole('alert').filter({ hasText: 'Исправьте дату' }).count()).toBe(1);
      expect(await asked(page)).toEqual([]);
    });
  });

  it('is ticked from the keyboard: arrows choose, Tab goes to the next person', async () => {
    await view('desk/mixed', {}, async (page) => {
      await page.getByRole('button', { name: /^Заседание № 2/ }).click();
      await person(page, 'Иванова Анна Петровна').getByRole('radio', { name: 'да' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Tab');
      const next = person(page, 'Кузьмина Ольга Ивановна').getByRole('radio', { checked: true });
      expect(await next.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.getByText('нет: 2').waitFor();
    });
  });
});

describe('the tables of a methodist', () => {
  const step = (page: Page, name: string) => page.getByRole('button', { name: `Дальше: ${name}` }).click();

  it('are said one by one, a file that cannot be read among them, and another file is one press away', async () => {
    await view('adoption/mixed', {}, async (page) => {
      await page.getByText(/^Нашлось: 2\s+таблицы, в них 25\s+строк/).waitFor();
      await page.getByText('Это книга старого формата').waitFor();
      await page.locator('input[type=file]').setInputFiles({
        name: 'ещё.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('ФИО;Категория'),
      });
      await page.getByRole('checkbox', { name: 'Лист «База»' }).uncheck();
      await page.getByText(/^Нашлось: 1\s+таблица, в них 1\s+строка/).waitFor();
      expect(await asked(page)).toEqual(['openAdoption ', 'openAdoption ещё.csv']);
    });
  });

  it('lead to a doubtful column by its name, and leave it be once somebody has chosen', async () => {
    await view('adoption/mixed', {}, async (page) => {
      await adoptionTo(page, 'столбцы');
      expect(await focusedText(page)).toContain('Что в каждом столбце');
      await page.getByRole('button', { name: 'Перейти к столбцу Аттестация' }).click();
      const field = page.getByRole('combobox', { name: 'Куда перенести: Аттестация' });
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await field.selectOption('Не брать');
      await page.getByText('Выбрано вами').waitFor();
      expect(await page.getByRole('button', { name: /^Перейти к столбцу/ }).count()).toBe(0);
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  it('are asked about; an answer given stays in sight, and the rest is taken carefully', async () => {
    await view('adoption/mixed', {}, async (page) => {
      await adoptionTo(page, 'столбцы', 'вопросы');
      await page.getByText('Без ответа 3').click();
      const who = page.getByRole('radiogroup', { name: 'Кто такой «Кузьмина О. И.»?' });
      await who.getByRole('radio', { name: 'Кузьмина Ольга Ивановна' }).check();
      await page.getByText('Без ответа 2').waitFor();
      expect(await who.count()).toBe(1);
      await page.getByRole('button', { name: 'Принять осторожные ответы: 2' }).click();
      await page.getByText('На все вопросы есть ответ').waitFor();
      await page.getByRole('button', { name: 'Показать в книге: лист «База», B9' }).click();
      expect(await asked(page)).toContain('goTo База!B9');
      await step(page, 'проверка');
      await page.getByRole('button', { name: 'Записать в реестр' }).click();
      await page.getByRole('heading', { name: 'Таблицы перенесены в реестр' }).waitFor();
      expect(await focusedText(page)).toContain('Таблицы перенесены');
      const written = (await asked(page)).find((each) => each.startsWith('adoptSources'));
      expect(written).toContain('"answers":{"who":"p1","dash":"empty","year":"empty"}');
    });
  });

  it('show thousands of rows and draw those in sight', async () => {
    await view('adoption/many', {}, async (page) => {
      await adoptionTo(page, 'столбцы', 'вопросы', 'проверка');
      await page.getByRole('button', { name: /^Добавится/ }).click();
      await page.locator('[aria-posinset="1"]').waitFor();
      const cards = page.locator('[aria-setsize="3000"]');
      expect(await cards.count()).toBeLessThan(60);
      await page.evaluate(() => {
        window.scrollTo(0, document.documentElement.scrollHeight);
      });
      await page.locator('[aria-posinset="3000"]').waitFor();
      expect(await cards.count()).toBeLessThan(60);
    });
  });

  it('have nothing to write when all of it is in the register already', async () => {
    await view('adoption/whole', {}, async (page) => {
      await adoptionTo(page, 'столбцы', 'вопросы');
      await page.getByText('Вопросов нет').waitFor();
      await step(page, 'проверка');
      await page.getByText('Записывать нечего: всё это в реестре уже есть.').waitFor();
      const write = page.getByRole('button', { name: 'Записать в реестр' });
      expect(await write.isEnabled()).toBe(false);
      await write.focus();
      await page.keyboard.press('Enter');
      expect((await asked(page)).some((each) => each.startsWith('adoptSources'))).toBe(false);
    });
  });
});

describe('the forms of records', () => {
  const choose = async (page: Page, label: string, typed: string) => {
    await field(page, label).pressSequentially(typed);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };

  it('find the teacher by a few letters, judge at once, write, and keep teacher and event for the next', async () => {
    await view('record/empty', {}, async (page) => {
      await choose(page, 'Педагог', 'федор');
      expect(await field(page, 'Педагог').inputValue()).toBe('Фёдорова Мария Сергеевна');
      await field(page, 'Мероприятие').fill('Турнир городов');
      await field(page, 'Вид').fill('олимпиада');
      await field(page, 'Уровень').fill('региональный');
      await field(page, 'Формат').fill('очно');
      await page.getByText('Войдёт в показатели 15 и 15.1.').waitFor();
      await field(page, 'Результат').fill('призёр');
      await field(page, 'Обучающихся').fill('2');
      await field(page, 'Дата').fill('3.02.2026');
      await page.keyboard.press('Enter');
      await page.getByText('Запись добавлена на лист «Достижения»').waitFor();
      expect(await focusedText(page)).toContain('Запись добавлена');
      const added = (await asked(page)).find((each) => each.startsWith('addRecord'));
      expect(JSON.parse((added ?? '').slice('addRecord '.length))).toEqual({
        table: 'Достижения',
        values: {
          Педагог: 'Фёдорова Мария Сергеевна',
          Мероприятие: 'Турнир городов',
          Вид: 'олимпиада',
          Уровень: 'региональный',
          Формат: 'очно',
          Результат: 'призёр',
          Обучающихся: 2,
          Дата: '2026-02-03',
        },
      });
      await page.getByRole('button', { name: 'Ещё одна такая' }).click();
      expect(await field(page, 'Педагог').inputValue()).toBe('Фёдорова Мария Сергеевна');
      expect(await field(page, 'Мероприятие').inputValue()).toBe('Турнир городов');
      const result = field(page, 'Результат');
      expect(await result.inputValue()).toBe('');
      expect(await result.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  it('show what is missing once, and write as it is when asked again', async () => {
    await view('record/empty', {}, async (page) => {
      await field(page, 'Мероприятие').fill('Турнир городов');
      await page.getByRole('button', { name: 'Записать' }).click();
      await page.getByText('Заполните поле «Педагог».').waitFor();
      const teacher = field(page, 'Педагог');
      expect(await teacher.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.getByRole('button', { name: 'Записать как есть' }).click();
      await page.getByText('Запись добавлена на лист «Достижения»').waitFor();
    });
  });

  it('keep a value that is not of the list, and say so mildly', async () => {
    await view('record/empty', {}, async (page) => {
      await field(page, 'Вид').fill('турнир');
      await page.getByText('Значения «турнир» нет в списке.').waitFor();
      await field(page, 'Вид').fill('');
      await field(page, 'Вид').pressSequentially('кон');
      await page.keyboard.press('Tab');
      expect(await field(page, 'Вид').inputValue()).toBe('кон');
    });
  });

  it('write no date that is none', async () => {
    await view('record/empty/Курсы', {}, async (page) => {
      await field(page, 'Дата окончания').fill('31.02.2026');
      await page.keyboard.press('Enter');
      await page.getByText('Исправьте отмеченные поля').waitFor();
      await page.keyboard.press('Enter');
      expect(await asked(page)).toEqual([]);
    });
  });

  it('keep what is typed while the user looks elsewhere', async () => {
    await view('record/empty', {}, async (page) => {
      await field(page, 'Мероприятие').fill('Турнир городов');
      await page.getByRole('radio', { name: 'Курсы педагога' }).check();
      await field(page, 'Тема').waitFor();
      await page.getByRole('button', { name: 'control' }).click();
      await page.getByRole('button', { name: 'record' }).click();
      await page.getByRole('radio', { name: 'Достижение обучающихся' }).check();
      expect(await field(page, 'Мероприятие').inputValue()).toBe('Турнир городов');
    });
  });
});

describe('the settings', () => {
  const card = (page: Page, text: string) =>
    page.getByRole('listitem').filter({ hasText: text, has: page.getByRole('button', { name: 'Изменить' }) });

  it('change a field of the passport where it stands, and give the focus back', async () => {
    await view('settings/mixed', {}, async (page) => {
      const municipality = card(page, 'Муниципалитет');
      await municipality.getByRole('button', { name: 'Изменить' }).click();
      await page.keyboard.type('Заречный район');
      await page.keyboard.press('Enter');
      await municipality.getByText('не указано').waitFor({ state: 'detached' });
      expect(await asked(page)).toContain('setPassport municipality Заречный район');
      expect(await focusedText(page)).toBe('Изменить');
    });
  });

  it('leave everything as it is on Escape', async () => {
    await view('settings/mixed', {}, async (page) => {
      await card(page, 'Дата приказа').getByRole('button', { name: 'Изменить' }).click();
      await page.getByRole('textbox', { name: 'Дата приказа' }).fill('31.02.2026');
      await page.keyboard.press('Enter');
      await page.getByText('Не похоже на дату').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.getByRole('textbox', { name: 'Дата приказа' }).count()).toBe(0);
      expect(await asked(page)).toEqual([]);
    });
  });

  it('do not let a counted field be typed', async () => {
    await view('settings/mixed', {}, async (page) => {
      await page.getByText('Считается из банка данных.').waitFor();
      expect(await card(page, 'Руководитель').count()).toBe(0);
    });
  });

  it('show what another regulation changes before it is applied', async () => {
    await view('settings/mixed', {}, async (page) => {
      await page.getByRole('radio', { name: 'Нагорный район' }).check();
      const dryRun = page.getByRole('group', { name: 'Что изменится, если выбрать «Нагорный район»' });
      await dryRun.getByText('Изменится правил: 14.').waitFor();
      await dryRun.getByRole('button', { name: 'Оставить прежнее' }).click();
      expect(await page.getByRole('radio', { name: 'Заречный район' }).isChecked()).toBe(true);
      await page.getByRole('radio', { name: 'Нагорный район' }).check();
      await dryRun.getByRole('button', { name: 'Сменить' }).click();
      await page.getByText('Сейчас применяется: Нагорный район.').waitFor();
      expect(await asked(page)).toEqual(['Меняется положение', 'changeRegulation second']);
    });
  });

  it('change a rule that was not understood, and set one the regulation is silent about', async () => {
    await view('settings/mixed', {}, async (page) => {
      await page.getByRole('searchbox').fill('отчёт представить');
      await card(page, 'Отчёт представить до').getByRole('button', { name: 'Изменить' }).click();
      await page.getByLabel('Значение, день и месяц').fill('30.05');
      await page.keyboard.press('Enter');
      await page.getByRole('searchbox').fill('кворум');
      await card(page, 'Кворум').getByRole('button', { name: 'Изменить' }).click();
      await page.getByRole('radio', { name: 'более половины членов' }).check();
      await page.getByRole('button', { name: 'Записать' }).click();
      await card(page, 'Кворум').getByRole('button', { name: 'Изменить', expanded: false }).waitFor();
      expect(await asked(page)).toEqual([
        'Записывается значение',
        'setRule report-day 30.05',
        'Записывается значение',
        'setRule quorum более половины членов',
      ]);
    });
  });
});

describe('the documents', () => {
  it('are made of the meeting that was picked, and taken from the keyboard', async () => {
    await view('documents/mixed', {}, async (page) => {
      const card = page.locator('[data-document="protocol"]');
      await card.getByText('готово 1 из 3').waitFor();
      await card.getByRole('combobox', { name: 'Заседание' }).selectOption({ index: 0 });
      await card.getByText('готово: лист «Протокол 1»').waitFor();
      await card.getByRole('button', { name: 'Составить заново' }).focus();
      await page.keyboard.press('Enter');
      await card.getByText(/готово, лист/).waitFor();
      expect(await asked(page)).toEqual([
        'Составляется: Протокол заседания № 1',
        'makeDocumentSheet {"kind":"protocol","meeting":1}',
      ]);
      expect(await focusedText(page)).toBe('Составить заново');
    });
  });

  it('fill the analysis and show it', async () => {
    await view('documents/mixed', {}, async (page) => {
      await page.getByRole('button', { name: 'Заполнить «Анализ»' }).click();
      await expectAsked(page, 'goTo Анализ!C2');
      expect(await asked(page)).toContain('fillAnalysis');
    });
  });

  it('lead to the papers that are kept elsewhere', async () => {
    await view('documents/mixed', {}, async (page) => {
      await page.getByRole('button', { name: 'Показать в книге: Приказ о создании объединения' }).click();
      expect(await asked(page)).toEqual(['goTo Документы!C3']);
      expect(await page.getByText('нет на листе «Документы»').count()).toBe(1);
    });
  });

  it('offer no Word file where Excel lets none out', async () => {
    await view('documents/mac', {}, async (page) => {
      await page.getByRole('button', { name: 'На лист' }).first().waitFor();
      expect(await page.getByRole('button', { name: 'Скачать .docx' }).count()).toBe(0);
      await page.getByRole('button', { name: 'В отдел' }).click();
      await page.getByRole('button', { name: 'Открыть копию новой книгой' }).click();
      await page.getByText(/открыт новой книгой/).waitFor();
    });
  });

  it('name errors before the copy is sent, and do not stand in its way', async () => {
    await view('documents/mixed/department', {}, async (page) => {
      await page.getByText(/Лучше сначала исправить/).waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Скачать копию' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('Копия.xlsx');
      await page.getByText('Не отправляется ваш собственный лист: «Заметки».').waitFor();
      expect(await asked(page)).toEqual(['copyForDepartment false']);
    });
  });

  it('are joined with a way to stop, and the focus goes along', async () => {
    await view('documents/many/svod', {}, async (page) => {
      await page.locator('input[type=file]').setInputFiles(REGISTERS);
      await page.getByText('Читается «Математика.xlsx»').waitFor();
      expect(await focusedText(page)).toBe('Остановить');
      await page.keyboard.press('Enter');
      await page.getByText(/Чтение остановлено/).waitFor();
      expect(await focusedText(page)).toContain('Чтение остановлено');
      await page.getByRole('button', { name: 'Выбрать файлы' }).waitFor();
    });
  });
});
