import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { RunningStand } from '../../src/stand/server/serve';
import { openBrowser } from './browser';
import { comesTo, openProduct, registerBook, TABS, type Product } from './product';
import { eventually, startStand } from './stand';

/** Everything together, as a person works with it: the built pane over a real register in a grid. */

jest.setTimeout(120_000);

let stand: RunningStand;
let browser: Browser;
let product: Product | undefined;

beforeAll(async () => {
  const book = await registerBook();
  [stand, browser] = await Promise.all([startStand(book), openBrowser()]);
}, 300_000);

afterAll(async () => {
  await browser.close();
  await stand.close();
});

afterEach(async () => {
  const last = product;
  product = undefined;
  await last?.close();
  expect(last?.complaints ?? []).toEqual([]);
  expect(last?.abroad ?? []).toEqual([]);
});

/** The filled register; closed after the test, which fails when the console complains or something is let out. */
async function openRegister(): Promise<Product> {
  product = await openProduct(browser, stand.url);
  return product;
}

/** Another workbook of the stand. */
async function openOther(name: 'Образец' | 'Пустая книга'): Promise<Product> {
  const opened = await openRegister();
  await opened.page.getByRole('button', { name, exact: true }).click();
  await opened.pane.getByRole('heading', { name: 'Эта книга ещё не реестр' }).waitFor();
  return opened;
}

/** A screenshot to be looked at, where the environment names a folder for it. */
async function picture({ page }: Product, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/product-${name}.png` });
}

const MISSPELT = 'Пискарева Алла Денисовна';
const RIGHT = 'Пискарёва Алла Денисовна';

describe('a methodist with tables of their own', () => {
  it('sees what will be done, makes the register, and comes from a number to its records', async () => {
    const sample = await openOther('Образец');
    const { page, pane, button } = sample;
    const before = await sample.sheets();
    await button('Создать реестр').click();
    await button('Продолжить').waitFor();
    expect(await pane.getByRole('region', { name: 'Что будет сделано' }).innerText()).toMatch(
      /В книге появится 12\s+листов.*«Приложение»/s,
    );
    await picture(sample, 'proposal');
    await button('Не сейчас').click();
    expect(await sample.sheets()).toEqual(before);
    await button('Создать реестр').click();
    await button('Продолжить').click();
    await sample.done('Реестр создан. Сверка: 55 из 55.');
    expect(await sample.sheets()).toContain('Приложение');

    await sample.ribbon('Заполнить показатели');
    await sample.done('Показатели заполнены. Сверка: 55 из 55.');
    await button(/^11 /).click();
    const counted = pane.getByRole('region', { name: 'Учтено: 2 записи' });
    await counted.getByRole('button').first().click();
    await eventually(() => sample.shown(), 'Достижения!A14');
    expect(await sample.read('A14')).toBe('Абросимова Екатерина Данииловна');
    // The keyboard is still in the pane: the next record is one key away.
    expect(await sample.focused()).toContain('Абросимова');
    await sample.press('ArrowDown', 'Enter');
    await eventually(() => sample.shown(), 'Достижения!A46');
    expect(await pane.getByRole('region', { name: /^Не учтено/ }).innerText()).toContain(
      'не входит в форму: дистанционно',
    );
    expect(await sample.numberOnSheet('11')).toBe('2');
    await picture(sample, 'number');

    await page.getByRole('tab', { name: 'Банк данных', exact: true }).click();
    await sample.undo();
    expect(await sample.sheets()).toEqual(before);
    await pane.getByRole('heading', { name: 'Эта книга ещё не реестр' }).waitFor();
    expect(await sample.read('A2')).toBe('Ярцева Марина Станиславовна');
  });
});

describe('a methodist with an empty workbook', () => {
  it('may begin with any button, take it back, and begin again; a zero confirmed gives way to a record', async () => {
    const book = await openOther('Пустая книга');
    const { pane, button } = book;
    await book.ribbon('Проверить');
    await book.done('Реестр проверен. Сверка: 55 из 55.');
    await book.undo();
    expect(await book.sheets()).toEqual(['Лист1']);
    expect(await pane.getByRole('button', { name: /^Отменить/ }).count()).toBe(0);

    await button('Создать реестр').click();
    await button('Продолжить').click();
    await book.done('Реестр создан. Сверка: 55 из 55.');
    await button(/^Внести педагогов/).click();
    await eventually(() => book.shown(), 'Банк данных!A2');
    await book.type('A2', 'Иванова Анна Петровна');
    await pane.getByText('член объединения', { exact: true }).waitFor();

    await book.tab('Показатели');
    await button(/^18 /).click();
    await pane.getByRole('checkbox', { name: 'Ноль подтверждён' }).check();
    await book.done();
    expect([await book.numberOf('18'), await book.numberOnSheet('18')]).toEqual(['0', '0']);

    await book.tab('Запись');
    await pane.getByRole('radio', { name: 'Деятельность педагога' }).check();
    await book.field('Педагог').fill('Иванова Анна Петровна');
    await book.field('Вид').fill('профессиональный конкурс');
    await book.field('Название').fill('Учитель года');
    await book.field('Уровень').fill('муниципальный');
    await book.field('Формат').fill('очно');
    await book.field('Результат').fill('победитель');
    await book.field('Дата').fill('01.03.2026');
    await pane.getByText('Войдёт в показатель 18.').waitFor();
    await button('Записать').click();
    await pane.getByText('Запись добавлена на лист «Деятельность»').waitFor();
    expect([await book.numberOf('18'), await book.numberOnSheet('18')]).toEqual(['1', '1']);
    await button(/^18 /).click();
    await pane.getByText('отметка ничего не меняет').waitFor();
  });
});

describe('the control', () => {
  it('shows what a fix changes, fixes, takes it back, and spares what was typed since', async () => {
    const register = await openRegister();
    const { pane, button } = register;
    await button('Проверить').click();
    await register.done('Реестр проверен. Сверка: 55 из 55.');
    await register.openSheet('Контроль');
    expect(await register.read('A1')).not.toBe('');

    await register.tab('Контроль');
    await button(/^Педагога нет в банке данных/).click();
    await button(`«${MISSPELT}» → «${RIGHT}»`).first().click();
    const dryRun = pane.getByRole('group', { name: /^Что изменится/ });
    expect(await dryRun.innerText()).toMatch(/Курсы, A13.*было.*Пискарева.*станет.*Пискарёва/s);
    await picture(register, 'fix');
    await button('Заменить').click();
    await register.done();
    // The next of its kind has the focus.
    await eventually(async () => (await register.focused())?.slice(0, 15), 'Достижения, A38');
    await register.openSheet('Курсы');
    expect(await register.read('A13')).toBe(RIGHT);
    await register.undo();
    expect(await register.read('A13')).toBe(MISSPELT);

    const three = await register.numberOf('3');
    await register.tab('Контроль');
    await button('Исправить все такие (3)').click();
    await button('Заменить').click();
    await register.done();
    expect(await register.numberOf('3')).not.toBe(three);
    await register.type('A13', 'Бирюзова Надежда Ивановна');
    await register.undo();
    await pane.getByText('вы изменили это позже: «Курсы» A13').waitFor();
    // «Отменить» is gone with the last change: the focus stays at the foot.
    await eventually(async () => (await register.focused())?.slice(0, 8), 'Обновить');
    expect(await register.read('A13')).toBe('Бирюзова Надежда Ивановна');
    await register.openSheet('Достижения');
    expect(await register.read('A38')).toBe(MISSPELT);
    expect(await pane.getByRole('button', { name: /^Отменить/ }).count()).toBe(0);
  });

  it('changes nothing on a protected sheet nor while a cell is edited, and says what to do', async () => {
    const register = await openRegister();
    const { pane, button } = register;
    const alert = pane.getByRole('alert').first();
    await register.openSheet('Достижения');
    await register.choose('Защитить этот лист');
    await register.tab('Контроль');
    await button(/^Педагога нет в банке данных/).click();
    await button('Исправить все такие (3)').click();
    await button('Заменить').click();
    await alert.getByText('1 лист защищён: «Достижения». Ничего не записано.').waitFor();
    expect(await alert.innerText()).toContain('Снимите защиту (Рецензирование → Снять защиту листа)');
    await register.openSheet('Курсы');
    expect(await register.read('A13')).toBe(MISSPELT);
    await register.openSheet('Достижения');
    await register.choose('Снять защиту с листа');
    await button('Повторить').click();
    await register.done();
    expect(await register.read('A38')).toBe(RIGHT);

    await register.goTo('C2');
    await register.press('F2');
    await button('Проверить').click();
    await alert.getByText('В Excel не закончен ввод в ячейке.').waitFor();
    expect(await alert.innerText()).toContain('Завершите ввод в ячейке (Enter или Esc)');
    await register.page.getByRole('gridcell').first().click();
    await register.press('Escape');
    await button('Повторить').click();
    await register.done('Реестр проверен. Сверка: 55 из 55.');
  });
});

describe('what is added by form', () => {
  it('lands in the workbook: a meeting with its attendance, and one the form had no row for', async () => {
    const register = await openRegister();
    const { pane, button } = register;
    expect(await register.numberOf('2.4')).toBe('—');
    await register.tab('Заседание');
    await button(/^Заседание № 4/).click();
    await pane.getByRole('textbox', { name: /^Дата/ }).fill('30.04.2026');
    const person = (name: string) => pane.getByRole('radiogroup', { name });
    await person('Плетнёв Андрей Ильич').getByRole('radio', { name: 'нет', exact: true }).check();
    await button('Остальные присутствуют').click();
    await pane.getByText('да: 28 · нет: 1').waitFor();
    expect(
      await person('Шубина Зоя Аркадьевна, не член').getByRole('radio', { name: 'да' }).isChecked(),
    ).toBe(false);
    await picture(register, 'meeting');
    await button('Сохранить').click();
    await pane.getByText('Всё сохранено').waitFor();
    expect([await register.numberOf('2.4'), await register.numberOnSheet('2.4')]).toEqual(['28', '28']);

    await register.tab('Заседание');
    await button('Все заседания').click();
    await button('Новое заседание').click();
    await pane.getByRole('textbox', { name: /^Дата/ }).fill('11.05.2026');
    await pane.getByRole('textbox', { name: /^Тема/ }).fill('Внеочередное');
    await button('Все присутствуют').click();
    await button('Сохранить').click();
    await pane.getByText('Всё сохранено').waitFor({ timeout: 60_000 });
    expect([await register.numberOf('2.5'), await register.numberOnSheet('2.5')]).toEqual(['29', '29']);
    await register.undo();
    expect(await pane.locator('[data-no="2.5"]').count()).toBe(0);
    await register.undo();
    await comesTo(register, '2.4', '—');
  });

  it('lands in the workbook: an achievement, counted where it was foreseen', async () => {
    const register = await openRegister();
    const { pane, button } = register;
    expect(await register.numberOf('11.1')).toBe('5');
    await register.tab('Запись');
    await register.field('Педагог').pressSequentially('плетн');
    await register.press('ArrowDown', 'Enter');
    await register.field('Мероприятие').fill('Турнир городов');
    await register.field('Вид').fill('олимпиада');
    await register.field('Уровень').fill('всероссийский');
    await register.field('Формат').fill('очно');
    await register.field('Результат').fill('победитель');
    await register.field('Обучающихся').fill('2');
    await register.field('Дата').fill('01.04.2026');
    await pane.getByText('Войдёт в показатели 11 и 11.1.').waitFor();
    await button('Записать').click();
    await pane.getByText('Запись добавлена на лист «Достижения»').waitFor();
    expect([await register.numberOf('11.1'), await register.numberOnSheet('11.1')]).toEqual(['7', '7']);
    await button(/^11\.1 /).click();
    await button(/Плетнёв Андрей Ильич.*Турнир городов/).click();
    await eventually(() => register.page.getByRole('tab', { selected: true }).innerText(), 'Достижения');
    const cell = await register.selection();
    expect(await register.read(cell)).toBe('Плетнёв Андрей Ильич');
    await register.undo();
    expect(await register.read(cell)).toBe('');
    await comesTo(register, '11.1', '5');
  });
});

describe('the pane beside a workbook that is worked in', () => {
  it('follows what is typed, offers the formula back, and doubts itself when somebody else has written', async () => {
    const register = await openRegister();
    const { pane, button } = register;
    const three = Number(await register.numberOf('3'));
    await register.openSheet('Курсы');
    await register.type('F10', '12.12.2025');
    await comesTo(register, '3', String(three + 1));

    await register.choose('Правка соавтора…');
    await register.page.getByLabel('Значение').fill('13.12.2025');
    await register.page.getByRole('button', { name: 'Внести' }).click();
    await pane.getByText('Книгу изменил кто-то ещё.').waitFor();
    await picture(register, 'stale');
    await pane.getByRole('main').getByRole('button', { name: 'Обновить' }).click();
    await pane.getByText('Книгу изменил кто-то ещё.').waitFor({ state: 'detached' });

    await register.openSheet('Приложение');
    await register.type('C6', '99');
    await register.tab('Обзор');
    await pane.getByText('Сверка: 54 из 55: расхождение в строке 1').waitFor();
    await button(/^Вернуть формулы/).click();
    await pane.getByText(/В строке 1 листа «Приложение» вместо формулы стоит «99»/).waitFor();
    await button('Продолжить').click();
    await pane.getByText('Сверка: 55 из 55: числа на листе совпадают').waitFor();
    expect(await register.read('C6')).toBe('28');
  });

  it('stops before it writes when asked to, changes the regulation and goes back', async () => {
    const register = await openRegister();
    const { pane, button } = register;
    const chosen = (name: string) => pane.getByText(`Сейчас применяется: ${name}.`);
    const choose = async (name: string): Promise<void> => {
      await register.tab('Настройки');
      await pane.getByRole('radio', { name }).check();
      await pane.getByText(/Реестр перейдёт с положения/).waitFor();
    };
    await choose('Ошмянский район');
    expect(await pane.getByRole('group', { name: /^Что изменится/ }).innerText()).toContain(
      'введённые данные останутся',
    );
    await picture(register, 'regulation');
    // Quicker than a hand: the workbook is busy most of the time.
    await (
      await register.paneWindow()
    ).evaluate(() => {
      const observer = new MutationObserver(() => {
        const stop = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === 'Остановить',
        );
        if (stop === undefined) return;
        observer.disconnect();
        stop.click();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    await button('Сменить').click();
    await pane.getByText('Действие остановлено.').last().waitFor();
    await chosen('Томский район').waitFor();
    expect(await pane.getByRole('button', { name: /^Отменить/ }).count()).toBe(0);

    await button('Сменить').click();
    await chosen('Ошмянский район').waitFor({ timeout: 60_000 });
    await register.tab('Сроки');
    await pane
      .getByText(/План работы РУМО/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await choose('Томский район');
    await button('Сменить').click();
    await chosen('Томский район').waitFor({ timeout: 60_000 });
    await register.undo();
    await chosen('Ошмянский район').waitFor();
    await register.undo();
    await chosen('Томский район').waitFor();
    await register.tab('Обзор');
    await pane.getByText('Сверка: 55 из 55: числа на листе совпадают').waitFor();
  });
});

describe('a methodist without a mouse', () => {
  it('finds a trouble, fixes it, takes it back, adds a record and comes to a number, by keys alone', async () => {
    const register = await openRegister();
    const { page, pane } = register;
    /** Tab, until this has the focus. */
    const tabTo = async (name: string | RegExp, key = 'Tab'): Promise<void> => {
      const passed: string[] = [];
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press(key);
        const text = (await register.focused()) ?? '';
        passed.push(text.slice(0, 40));
        if (typeof name === 'string' ? text === name : name.test(text)) return;
      }
      throw new Error(`${key} does not come to ${String(name)}: ${passed.join(' | ')}`);
    };
    // As Excel does when the pane is opened.
    await page.locator('iframe').focus();
    await tabTo('Обзор');
    await register.press('ArrowRight', 'ArrowRight', 'Enter');
    await pane.getByRole('heading', { name: 'Контроль', level: 2 }).waitFor();
    await tabTo(/^Педагога нет в банке данных/);
    await register.press('Enter');
    await tabTo('Исправить все такие (3)');
    await register.press('Enter');
    await eventually(async () => /^Исправить имена педагогов/.test((await register.focused()) ?? ''), true);
    await register.press('Escape');
    expect(await register.focused()).toBe('Исправить все такие (3)');
    await register.press('Enter');
    await tabTo('Заменить');
    await register.press('Enter');
    await register.done();
    await tabTo(/^Отменить «Исправления/);
    await register.press('Enter');
    await pane.getByText('Последнее действие отменено.').last().waitFor();

    await tabTo(/^Контроль/, 'Shift+Tab');
    await register.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    await register.field('Педагог').waitFor();
    await eventually(async () => {
      await register.press('Tab');
      return register.field('Педагог').evaluate((field) => field === document.activeElement);
    }, true);
    const typed: readonly (readonly string[])[] = [
      ['плетн', 'ArrowDown', 'Enter'],
      ['Турнир городов'],
      ['олимп', 'ArrowDown', 'Enter'],
      ['всерос', 'ArrowDown', 'Enter'],
      ['очно', 'ArrowDown', 'Enter'],
      ['побед', 'ArrowDown', 'Enter'],
    ];
    for (const [text = '', ...keys] of typed) {
      await page.keyboard.type(text);
      await register.press(...keys, 'Tab');
    }
    expect(await register.field('Вид').inputValue()).toBe('олимпиада');
    await page.keyboard.type('2');
    await register.press('Tab');
    await page.keyboard.type('1.4.26');
    await pane.getByText('Войдёт в показатели 11 и 11.1.').waitFor();
    await register.press('Enter');
    await pane.getByText('Запись добавлена на лист «Достижения»').waitFor();

    await tabTo('Запись', 'Shift+Tab');
    await register.press('Home', 'ArrowRight', 'Enter');
    await pane.locator('[data-no="1"]').waitFor();
    await tabTo(/^1количество педагогов ММО/);
    await register.press('End', 'Home', 'ArrowDown', 'Enter');
    await eventually(() => register.focused(), '№ 1.1 ВО');
    await tabTo(/Ярцева Марина/);
    await register.press('Enter');
    await eventually(() => register.shown(), 'Банк данных!A2');
    await register.press('Escape');
    await eventually(async () => (await register.focused())?.slice(0, 5), '1.1ВО');
  });
});

describe('every view of a real register', () => {
  it('is accessible in light and dark, and fits the pane', async () => {
    const register = await openRegister();
    const { pane, button } = register;
    const frame = await register.paneWindow();
    const wide: string[] = [];
    const judge = async (name: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await register.theme(colorScheme);
        const found = await register.violations(colorScheme === 'dark' ? 'colours' : 'everything');
        expect([name, colorScheme, found]).toEqual([name, colorScheme, []]);
        await picture(register, `${name}-${colorScheme}`);
      }
      const [content, window] = await frame.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      if ((content ?? 0) > (window ?? 0)) wide.push(name);
    };
    for (const name of TABS) {
      await register.tab(name);
      await judge(name);
    }
    await register.tab('Показатели');
    await button(/^17\.1 /).click();
    await pane.getByText(/^Учтено/).waitFor();
    await judge('Показатель');
    await register.tab('Контроль');
    await button(/^Педагога нет в банке данных/).click();
    await button('Исправить все такие (3)').click();
    await judge('Исправление');
    await register.tab('Заседание');
    await button(/^Заседание № 3/).click();
    await button(/^Пункт 2/).click();
    await judge('Заседание № 3');
    expect(wide).toEqual([]);
  });
});

describe('nothing', () => {
  it('leaves the computer, and the page’s policy lets nothing leave', async () => {
    const register = await openRegister();
    for (const name of TABS) await register.tab(name);
    expect(register.abroad).toEqual([]);
    expect(register.complaints).toEqual([]);
    await register.close();
    product = undefined;

    const page = await browser.newPage();
    const sent: string[] = [];
    // What the browser really lets out: a request the policy refuses never gets here.
    await page.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => {
      sent.push(route.request().url());
      return route.abort();
    });
    await page.goto(`${stand.url}pane/taskpane.html`);
    const refused = await page.evaluate(async () => {
      const violated: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        violated.push(`${effectiveDirective} ${new URL(blockedURI).host}`);
      });
      await fetch('https://example.org/').catch(() => undefined);
      navigator.sendBeacon('https://browser.pipe.aria.microsoft.com/', 'x');
      await new Promise((resolve) => {
        const image = new Image();
        image.onerror = resolve;
        image.src = 'https://example.net/pixel.png';
      });
      return violated;
    });
    await page.close();
    expect(refused).toEqual([
      'connect-src example.org',
      'connect-src browser.pipe.aria.microsoft.com',
      'img-src example.net',
    ]);
    expect(sent).toEqual([]);
  });
});
