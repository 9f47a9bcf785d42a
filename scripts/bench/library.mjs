// @ts-check
// What a large library costs: pages with the same mentions, a card, compiling, the library's own page. One story beside
// five hundred, and beside more names than anybody has. Each library has a browser of its own, and they take turns.
import { launch } from '../../tests/e2e/driver/launch.mjs';
import { sleep, until } from '../../tests/e2e/driver/wait.mjs';
import { root } from '../setup.mjs';
import { load as loadScript } from '../typescript.mjs';
import { delayOf } from './delay.mjs';
import { median, short } from './figures.mjs';
import { emptyPage, madePages, namedArticle, servePages } from './pages.mjs';
import { load, smallest } from './work.mjs';

/** @typedef {import('../../tests/e2e/driver/launch.mjs').Driver} Driver */

/** Stories beside the bundled one; of a hundred thousand names each has a figure of its own. */
const LIBRARIES = { 'one story': 0, '500 stories': 500, '100,000 names': 6700 };
/** With which the others are compared. */
const FEW = 'one story';
/** How long the pointer rests before a card comes; ms. */
const DWELL = 250;
/** Of the made pages. */
const PAGES = ['long read', 'live blog', 'front page'];
const LANGUAGES = ['es', 'de', 'fi', 'th', 'ar'];
const STORIES_A_WRITE = 100;
/** From the field to the first key, a reader's hand needs as long at least; ms. */
const TO_THE_KEYS = 200;
const QUERIES = { names: ['mar', 'marti', 'martin'], statements: ['bridge', 'bridge closed', 'pillars winter'] };

/**
 * The longest that the background takes to answer, while others ask for something; ms.
 * @param {Driver} driver
 * @param {() => Promise<unknown>} task
 */
async function longestAnswer(driver, task) {
  let isDone = false;
  let longest = 0;
  const done = task().finally(() => {
    isDone = true;
  });
  while (!isDone)
    longest = Math.max(
      longest,
      await driver.inExtension(async () => {
        const asked = performance.now();
        await /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: 'site', host: 'example.com' });
        const took = performance.now() - asked;
        await new Promise((resolve) => setTimeout(resolve, 10));
        return took;
      }),
    );
  await done;
  return longest;
}

/** How often the background says that it has its turn; ms. */
const BEAT = 4;

/**
 * How long the background keeps everybody waiting at a time, while something is done; ms.
 * @param {Driver} driver
 * @param {() => Promise<unknown>} task
 */
async function longestTurn(driver, task) {
  const worker = await driver.awake();
  await worker.evaluate((beat) => {
    const world = /** @type {any} */ (globalThis);
    world.longestTurn = 0;
    let last = performance.now();
    world.beating = setInterval(() => {
      const now = performance.now();
      world.longestTurn = Math.max(world.longestTurn, now - last - beat);
      last = now;
    }, beat);
  }, BEAT);
  await task();
  const longest = await worker.evaluate(() => {
    const world = /** @type {any} */ (globalThis);
    clearInterval(world.beating);
    return world.longestTurn;
  });
  await worker.release();
  return longest;
}

/**
 * Fills the library, and waits until it is compiled.
 * @param {Driver} driver
 * @param {readonly { id: string }[]} stories
 * @returns {Promise<{ seconds: number, longest: number, turn: number }>} `longest`: what an answer took at most,
 *   `turn`: what the background did at a time at most; ms
 */
async function fill(driver, stories) {
  await driver.compiled();
  const since = performance.now();
  for (let from = 0; from < stories.length; from += STORIES_A_WRITE) {
    const some = stories.slice(from, from + STORIES_A_WRITE);
    await driver.settings({
      ...Object.fromEntries(some.map((story) => [`story:${story.id}`, story])),
      'data:begun': true,
    });
  }
  let longest = 0;
  const turn = await longestTurn(driver, async () => {
    longest = await longestAnswer(driver, driver.compiled);
  });
  return { seconds: (performance.now() - since) / 1000, longest, turn };
}

/**
 * Has languages compiled that no page has needed yet, and meanwhile asks the background something again and again.
 * @param {Driver} driver
 * @returns {Promise<{ language: string, ms: number, longest: number, turn: number }[]>} as `fill` has them
 */
async function compileLanguages(driver) {
  const rows = [];
  for (const language of LANGUAGES) {
    let times = { ms: 0, longest: 0 };
    const turn = await longestTurn(driver, async () => {
      times = await driver.inExtension(async (code) => {
        const { runtime } = /** @type {any} */ (globalThis).chrome;
        await runtime.sendMessage({ type: 'site', host: 'example.com' });
        let longest = 0;
        let done = false;
        const since = performance.now();
        const compiled = runtime.sendMessage({ type: 'texts', names: [code, `${code}_around`] }).then(() => {
          done = true;
        });
        while (!done) {
          const asked = performance.now();
          await runtime.sendMessage({ type: 'site', host: 'example.com' });
          longest = Math.max(longest, performance.now() - asked);
        }
        await compiled;
        return { ms: performance.now() - since, longest };
      }, language);
    });
    rows.push({ language, ...times, turn });
  }
  return rows;
}

/**
 * From the end of the dwell to the first frame with the card; ms.
 * @param {Driver} driver
 * @param {string} url
 */
async function cardDelay(driver, url) {
  const tab = await driver.open(url);
  const [mention] = await tab.mentions();
  // In the page's own clock: when the pointer moved last, and when the card's host came.
  await tab.page.evaluate(() => {
    const times = { moved: 0, opened: 0 };
    Object.assign(globalThis, { times });
    addEventListener('pointermove', () => {
      if (!times.opened) times.moved = performance.now();
    });
    const look = () => {
      const card = document.querySelector('dramatis-card');
      if (card?.getBoundingClientRect().height) times.opened = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  await tab.hover(/** @type {{ text: string }} */ (mention).text);
  const times = await until('the card to open', () =>
    tab.page.evaluate(() => {
      const { times } = /** @type {any} */ (globalThis);
      return times.opened > 0 && times;
    }),
  );
  await tab.close();
  return times.opened - times.moved - DWELL;
}

/** What a key in the library's search takes until it is shown, and a switch; ms. @param {Driver} driver */
async function searchTimes(driver) {
  const page = await driver.extensionPage('library.html');
  const since = performance.now();
  await page.waitForSelector('input[type=search]', { timeout: 60_000 });
  const opened = performance.now() - since;
  const type = (/** @type {string} */ query) =>
    page.evaluate(async (text) => {
      const input = /** @type {HTMLInputElement} */ (document.querySelector('input[type=search]'));
      const from = performance.now();
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      return performance.now() - from;
    }, query);
  // The index is made when the field is entered.
  const entered = await page.evaluate(() => {
    const from = performance.now();
    /** @type {HTMLInputElement} */ (document.querySelector('input[type=search]')).focus();
    return performance.now() - from;
  });
  await sleep(TO_THE_KEYS);
  const first = await type('a');
  /** @type {Record<string, number>} */
  const times = { opened, 'search entered': entered, 'first key': first };
  for (const [what, queries] of Object.entries(QUERIES)) {
    const all = [];
    for (const query of queries) all.push(await type(query));
    times[what] = median(all);
  }
  times.switch = await page.evaluate(async () => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('input[type=search]'));
    input.value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const button = /** @type {HTMLElement} */ (document.querySelector('[role=switch]'));
    const before = button.ariaChecked;
    const from = performance.now();
    button.click();
    while (document.querySelector('[role=switch]')?.ariaChecked === before)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - from;
  });
  await page.close();
  return times;
}

/**
 * @param {import('../browsers.mjs').InstalledBrowser} installed
 * @param {string} extension
 * @param {number} rounds
 * @param {readonly string[]} wanted which libraries; all where none is named
 * @returns {Promise<Record<string, Record<string, number>>>} figures by what was measured and the library
 */
export async function measureLibraries(installed, extension, rounds, wanted = []) {
  const { manyStories } = await loadScript('scripts/bench/many-stories.ts');
  const { asStored } = await loadScript('stories/check-story.ts');
  const made = madePages();
  const pages = {
    'an empty page': emptyPage(),
    'an article': namedArticle(),
    ...Object.fromEntries(PAGES.map((name) => [name, made[name] ?? ''])),
  };
  const server = await servePages(Object.values(pages));
  const libraries = Object.entries(LIBRARIES).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  /** @type {[string, Driver][]} */
  const drivers = [];
  /** @type {Record<string, Record<string, number>>} */
  const rows = {};
  const note = (/** @type {string} */ what, /** @type {string} */ library, /** @type {number} */ value) => {
    rows[what] = { ...rows[what], [library]: short(value) };
    console.log(`${library}: ${what} ${short(value)}`);
  };
  try {
    for (const [name, count] of libraries) {
      const driver = await launch(installed, extension, { offline: true });
      drivers.push([name, driver]);
      await driver.settings({ activation: 'everywhere', dwell: DWELL });
      const { seconds, longest, turn } = await fill(driver, manyStories(root, count).map(asStored));
      note('library compiled, s', name, seconds);
      note('library: longest turn of the background, ms', name, turn);
      note('library: longest answer meanwhile, ms', name, longest);
      for (const { language, ms, longest, turn } of await compileLanguages(driver)) {
        note(`${language} compiled, ms`, name, ms);
        note(`${language}: longest turn of the background, ms`, name, turn);
        note(`${language}: longest answer meanwhile, ms`, name, longest);
      }
      const bytes = await driver.inExtension(() =>
        /** @type {any} */ (globalThis).chrome.storage.local.getBytesInUse(null),
      );
      note('storage, MB', name, bytes / 1e6);
    }
    for (const [, driver] of drivers) await load(driver, server.url('/1'), true);
    for (const [at, page] of Object.keys(pages).entries()) {
      /** @type {Record<string, import('./work.mjs').Load[]>} */
      const loads = {};
      for (let round = 0; round < rounds; round++)
        for (const [name, driver] of drivers) {
          loads[name] ??= [];
          loads[name].push(await load(driver, server.url(`/${at}`), true));
        }
      for (const [name, all] of Object.entries(loads)) {
        note(`${page}: script, ms`, name, smallest(all).work);
        note(`${page}: mentions`, name, smallest(all).mentions);
      }
    }
    /** @type {Record<string, { delays: number[], cards: number[] }>} */
    const waits = Object.fromEntries(drivers.map(([name]) => [name, { delays: [], cards: [] }]));
    for (let round = 0; round < 3 * rounds; round++)
      for (const [name, driver] of drivers) {
        waits[name]?.delays.push(await delayOf(driver, server.url('/1'), true));
        waits[name]?.cards.push(await cardDelay(driver, server.url('/1')));
      }
    for (const [name, driver] of drivers) {
      note('gate to first mark, ms', name, median(waits[name]?.delays ?? []));
      note("the dwell's end to the card, ms", name, median(waits[name]?.cards ?? []));
      await sleep(200);
      for (const [what, ms] of Object.entries(await searchTimes(driver))) note(`library page, ${what}, ms`, name, ms);
    }
  } finally {
    for (const [, driver] of drivers) await driver.close();
    server.close();
  }
  for (const [what, row] of Object.entries(rows)) {
    const few = row[FEW];
    for (const [name, value] of Object.entries(row))
      if (few && name !== FEW && /script|first mark/.test(what))
        rows[what] = { ...rows[what], [`${name} ÷`]: short(value / few) };
  }
  return rows;
}
