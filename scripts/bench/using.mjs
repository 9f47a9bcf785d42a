// @ts-check
// A reader with five hundred stories, for some minutes in one browser: opens articles, rests on names, looks into the
// popup, searches the library and switches stories there. Tells how long each took, and whatever went wrong.
import { launch } from '../../tests/e2e/driver/launch.mjs';
import { until } from '../../tests/e2e/driver/wait.mjs';
import { serve } from '../serve.mjs';
import { root } from '../setup.mjs';
import { load as loadScript } from '../typescript.mjs';
import { median, percentile, short } from './figures.mjs';
import { newsPage } from './pages.mjs';

/** @typedef {import('../../tests/e2e/driver/launch.mjs').Driver} Driver */
/** @typedef {import('../../tests/e2e/driver/tab.mjs').Tab} Tab */

const STORIES = 500;
const STORIES_A_WRITE = 100;
/** What is done besides reading, every so many pages. */
const EVERY = { popup: 3, search: 2, switched: 4 }; // stories are switched where they were found
/** Enough to be taken for an article. */
const MORE = 'Its pillars stand in deep water, and nobody had looked at them since the last flood. '.repeat(4);
/** What takes longer is a fault; ms. */
const MARKED_WITHIN = 20_000;
const HOST = 'www.example.com';

/**
 * An article about four people of a story.
 * @param {{ figures: { kind: string, name: { en?: string } }[] }} story
 */
function articleAbout({ figures }) {
  const people = figures.filter(({ kind }) => kind === 'person').slice(0, 4);
  const paragraphs = people.map(
    ({ name }) => `<p>On Thursday ${name.en} said that the bridge would stay closed until spring. ${MORE}</p>`,
  );
  return newsPage('The bridge stays closed', paragraphs.join('\n'));
}

/**
 * @param {import('../browsers.mjs').InstalledBrowser} installed
 * @param {string} folder of the build
 * @param {number} minutes
 * @returns {Promise<{ times: Record<string, Record<string, number>>, faults: string[] }>} times in ms by what was done
 */
export async function readForMinutes(installed, folder, minutes) {
  const { manyStories } = await loadScript('scripts/bench/many-stories.ts');
  const { asStored } = await loadScript('stories/check-story.ts');
  const { loadLanguageData } = await loadScript('scripts/dataset/load.ts');
  const { createStoryCompiler } = await loadScript('stories/compiled-texts.ts');
  const { refusal } = createStoryCompiler('bench', loadLanguageData(root));
  // A town may be called like a word of every day: such a story is not read.
  const stories = manyStories(root, STORIES).filter((/** @type {unknown} */ story) => refusal(story) === null);
  const server = await serve(
    Object.fromEntries(
      stories.map((/** @type {any} */ story, /** @type {number} */ at) => [`/${at}`, articleAbout(story)]),
    ),
  );
  const driver = await launch(installed, folder, { offline: true });
  /** @type {Record<string, number[]>} */
  const taken = {};
  /** @type {string[]} */
  const faults = [];
  const timed = async (/** @type {string} */ what, /** @type {() => Promise<unknown>} */ task) => {
    const since = performance.now();
    try {
      await task();
      const took = performance.now() - since;
      taken[what] = [...(taken[what] ?? []), took];
    } catch (error) {
      faults.push(`${what}: ${error}`);
      console.log(`${installed.engine}, ${faults.at(-1)}`);
    }
  };
  const watch = (/** @type {import('puppeteer-core').Page} */ page) =>
    page.on('pageerror', (error) => faults.push(`an error of a page: ${error}`));
  try {
    await driver.compiled();
    for (let from = 0; from < stories.length; from += STORIES_A_WRITE) {
      const some = stories.slice(from, from + STORIES_A_WRITE).map(asStored);
      await driver.settings(Object.fromEntries(some.map((/** @type {any} */ story) => [`story:${story.id}`, story])));
    }
    await untilCompiled(driver);
    const tab = await driver.open(server.url('/0', HOST));
    const library = await driver.extensionPage('library.html');
    watch(tab.page);
    watch(library);
    await library.waitForSelector('input[type=search]');
    const end = Date.now() + minutes * 60_000;
    for (let round = 0; Date.now() < end; round++) {
      const at = (round * 37) % stories.length;
      const { title, figures } = stories[at];
      const first = figures.find((/** @type {any} */ { kind }) => kind === 'person').name.en;
      await tab.page.bringToFront();
      await timed('a page until it is marked', async () => {
        await tab.page.goto(server.url(`/${at}`, HOST));
        await untilPainted(tab, (count) => count > 3);
      });
      await timed('a card, from the pointer on', async () => {
        await tab.hover(first);
        const card = await tab.card();
        const text = await card.text();
        await card.release();
        if (!text.includes(first)) throw new Error(`the card says nothing of ${first}`);
        await tab.move(5, 5);
        await tab.cardGone();
      });
      if (round % EVERY.popup === 0)
        await timed('the popup', async () => {
          const popup = await driver.popup(tab);
          await until('its figures', () => popup.evaluate((name) => document.body.innerText.includes(name), first));
          await popup.close();
        });
      if (round % EVERY.search === 0) await timed('a search', () => search(library, title.en));
      if (round % EVERY.switched === 0)
        for (const state of ['off', 'on'])
          await timed(`a story switched ${state}, until its page shows it`, async () => {
            await library.bringToFront();
            await library.click(switchOf(title.en));
            await library.waitForSelector(`${switchOf(title.en)}[aria-checked=${state === 'on'}]`);
            await tab.page.bringToFront();
            await untilPainted(tab, (count) => (state === 'on' ? count > 3 : count === 0));
          });
    }
  } finally {
    await driver.close();
    server.close();
  }
  const times = Object.fromEntries(
    Object.entries(taken).map(([what, all]) => [
      what,
      {
        times: all.length,
        median: short(median(all)),
        p95: short(percentile(all, 0.95)),
        longest: short(Math.max(...all)),
      },
    ]),
  );
  return { times, faults };
}

/** Waits until a change of stories has come to an end: it begins a moment after the change. @param {Driver} driver */
async function untilCompiled(driver) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  await driver.compiled();
}

/** @param {Tab} tab @param {(count: number) => boolean} isEnough */
async function untilPainted(tab, isEnough) {
  /** @type {string[]} */
  let painted = [];
  const look = async () => {
    painted = await tab.painted();
    return isEnough(painted.length);
  };
  await until('the marks', look, MARKED_WITHIN).catch(() => {
    throw new Error(`${tab.page.url()} has ${JSON.stringify(painted)} marked`);
  });
}

/** The switch of a story in the library. @param {string} title */
const switchOf = (title) => `[role=switch][aria-label=${JSON.stringify(title)}]`;

/** Searches for the title of a story. @param {import('puppeteer-core').Page} page @param {string} title */
async function search(page, title) {
  await page.bringToFront();
  await page.focus('input[type=search]');
  await page.$eval('input[type=search]', (input) => {
    /** @type {HTMLInputElement} */ (input).value = '';
  });
  await page.keyboard.type(title);
  await page.waitForSelector(switchOf(title));
}
