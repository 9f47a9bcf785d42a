// @ts-check
// Shows the extension at work, from nothing: packages, browser, build, and then a demo page, or the page you name.
//   npm start [-- [--browser chrome|chromium|edge|brave|firefox] [--headless] [url | page.html | page.html.gz]]
// With a display the browser stays open until you close it. Without one (or with --headless) it prints the figures that
// were found and writes pictures to .output/demo/: the marked page, an open card, the popup; then it keeps the page's
// article, and writes the draft, the library and a card from it.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseBrowser } from './browsers.mjs';
import { readSavedPage } from './saved-page.mjs';
import { installPackages, root, run, runMain, Trouble } from './setup.mjs';

/** @typedef {import('../tests/e2e/driver/launch.mjs').Driver} Driver */
/** @typedef {import('../tests/e2e/driver/tab.mjs').Tab} Tab */

const pictures = join(root, '.output', 'demo');

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'string' }, headless: { type: 'boolean', default: false } },
    });
    if (positionals.length > 1) throw new Error('One page at a time.');
    return { ...values, page: positionals[0] };
  } catch (error) {
    throw new Trouble(
      `${error instanceof Error ? error.message : error}\nnpm start -- [--browser firefox] [--headless] [url | page.html | page.html.gz]`,
    );
  }
}

/**
 * Where the page to show is: an address, or what our server answers. A file is read at once, so that a wrong name is
 * told before anything is built.
 * @param {string} [page]
 * @returns {{ url: string } | { reply: import('./serve.mjs').Reply }}
 */
function readPage(page) {
  if (page && /^https?:/.test(page)) return { url: page };
  if (!page) return { reply: { body: readFileSync(join(root, 'scripts/demo/article.html')) } };
  return { reply: readSavedPage(page, readFileSync(join(root, 'scripts/demo/reading.css'), 'utf8')) };
}

/** What a page is taken for. */
const KINDS = { article: 'a news article', front: 'a front page of news', other: 'another page than news' };

const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * What was found, as a table.
 * @param {Driver} driver
 * @param {Tab} tab
 * @param {boolean} insist mark the page even where the settings would not
 */
async function report(driver, tab, insist) {
  let status = await tab.status();
  if (!status.active) {
    console.log(
      `\nThis page is not marked by itself (${status.state}${status.news.because.map((reason) => `; ${reason}`).join('')}).`,
    );
    if (!insist) throw new Trouble('The demo page should be taken for news.');
    console.log('Marking it all the same …');
    await driver.settings({ activation: 'everywhere' });
  }
  const mentions = await tab.mentions();
  status = await tab.status();
  const date = status.date ? `of ${status.date}` : 'without a date';
  console.log(
    `\nTaken for ${KINDS[status.news.kind]} ${date} (${status.news.because.join('; ').replaceAll('\n', ', ')}).`,
  );
  console.log(`${mentions.length} names are marked:\n`);
  for (const { id, count } of status.figures) {
    const forms = [
      ...new Set(mentions.filter(({ figure }) => figure === id).map(({ text }) => text.replace(/\s+/g, ' '))),
    ];
    console.log(
      `${String(count).padStart(5)}  ${id.padEnd(24)} ${forms.slice(0, 6).join(' · ')}${forms.length > 6 ? ' …' : ''}`,
    );
  }
  if (mentions.length === 0) console.log('    0  nobody of the story is named here');
  console.log('');
  return mentions.length > 0;
}

/**
 * The painted mentions in the window. Where none is, the page is led to its first one, as by the popup's button.
 * @param {Tab} tab
 */
async function mentionsInView(tab) {
  const { until } = await import('../tests/e2e/driver/wait.mjs');
  const height = await tab.page.evaluate(() => window.innerHeight);
  const inView = async () => (await tab.ranges()).filter(({ top, width }) => top > 0 && top < height - 20 && width > 0);
  const shown = await inView();
  if (shown.length > 0) return shown;
  const reveal = { type: 'reveal', figure: null, step: 1 };
  if (!(await tab.send(reveal))) {
    console.log('All of them stand where they cannot be seen: there is no picture of a card.');
    return [];
  }
  return until('a mention to be painted', async () => {
    const revealed = await inView();
    return revealed.length > 0 && revealed;
  });
}

/** Pictures of the page, a card and the popup. @param {Driver} driver @param {Tab} tab @param {boolean} marked */
async function photograph(driver, tab, marked) {
  const { sleep } = await import('../tests/e2e/driver/wait.mjs');
  mkdirSync(pictures, { recursive: true });
  await tab.page.evaluate(() => {
    // A saved page begins with its menus, unstyled: the article is what is to be seen.
    const top = document.querySelector('h1')?.getBoundingClientRect().top ?? 0;
    if (top > 200) window.scrollTo({ top: top - 60, behavior: 'instant' });
  });
  await sleep(500);
  const shown = marked ? await mentionsInView(tab) : [];
  await shoot(tab.page, 'page');
  const mention = shown.find(({ top }) => top > 400) ?? shown[0];
  if (mention) {
    await tab.move(mention.left + mention.width / 2 - 20, mention.top + mention.height + 30);
    await tab.move(mention.left + mention.width / 2, mention.top + mention.height / 2);
    await tab.card();
    await sleep(400);
    await shoot(tab.page, 'card');
  }
  // Behind the tab it sees that tab as the active one, and unlike the real popup it can be given a size.
  const viewport = { width: 360, height: 600, deviceScaleFactor: 2 };
  const popup = await driver.extensionPage('popup.html', { behind: tab.page, viewport });
  await sleep(600);
  await shoot(popup, 'popup');
}

/** Keeps the page's article as a reader does, and takes pictures on the way. @param {Driver} driver @param {Tab} tab */
async function keepArticle(driver, tab) {
  const { sleep, until } = await import('../tests/e2e/driver/wait.mjs');
  const viewport = { width: 1280, height: 900, deviceScaleFactor: 2 };
  const popup = await driver.extensionPage('popup.html', { behind: tab.page, viewport });
  await press(popup, 'button.keep');
  const draft = await driver.ownPage('keep.html');
  await draft.setViewport(viewport);
  await until('the cast', () => draft.evaluate(() => document.querySelector('.figure .who') !== null));
  await draft.bringToFront();
  await sleep(300);
  await shoot(draft, 'draft');
  const people = await draft.evaluate(() =>
    [...document.querySelectorAll('.figure .who .name')].map(({ textContent }) => textContent ?? ''),
  );
  await press(draft, 'button.primary');
  await until('the article to be kept', () => draft.evaluate(() => document.querySelector('.kept') !== null));
  await sleep(500); // the background has heard of it
  await driver.compiled();
  const library = await driver.extensionPage('library.html', { viewport });
  await library.bringToFront();
  await sleep(600);
  await shoot(library, 'library');
  await tab.page.bringToFront();
  await tab.page.reload({ waitUntil: 'domcontentloaded' });
  // Whom the other story has too has a card of both: this one is to show the article's own.
  const mentions = await tab.mentions();
  const shown = await until('the names to be marked', async () => {
    const painted = await tab.painted();
    return painted.length > 0 && mentions.filter(({ text }) => painted.includes(text));
  });
  const kept = await driver.stored(); // without what came with the extension
  const mention = shown.find(({ stories }) => stories.every(({ story }) => `story:${story}` in kept)) ?? shown[0];
  if (!mention) throw new Trouble('Nobody of the kept article is marked.');
  await tab.hover(mention.text);
  await tab.card();
  await sleep(400);
  await shoot(tab.page, 'kept-card');
  console.log(`\nKept: ${people.length} figures, among them ${people.slice(0, 5).join(' · ')}`);
}

/** @param {import('puppeteer-core').Page} page @param {string} selector */
async function press(page, selector) {
  const { until } = await import('../tests/e2e/driver/wait.mjs');
  await until(`${selector} to be pressed`, () =>
    page.evaluate((wanted) => {
      const button = /** @type {HTMLElement | null} */ (document.querySelector(wanted));
      button?.click();
      return button !== null;
    }, selector),
  );
}

/** @param {import('puppeteer-core').Page} page @param {string} name */
async function shoot(page, name) {
  await page.screenshot({ path: /** @type {`${string}.png`} */ (join(pictures, `${name}.png`)) });
  console.log(`.output/demo/${name}.png`);
}

runMain(async () => {
  const { browser: wanted, headless, page } = readArguments();
  const content = readPage(page);
  await installPackages();
  const installed = await chooseBrowser(wanted);
  console.log(`Browser: ${installed.name}, ${installed.path}`);
  console.log('Building …');
  const target = installed.engine === 'firefox' ? 'firefox' : installed.name === 'edge' ? 'edge' : 'chrome';
  if (!(await run(process.execPath, [join(root, 'scripts/build.mjs'), target])))
    throw new Trouble('The extension could not be built.');

  const { launch } = await import('../tests/e2e/driver/launch.mjs');
  const { serve } = await import('./serve.mjs');
  const server = await serve('reply' in content ? { '/': content.reply } : {});
  const url = 'url' in content ? content.url : server.url();
  const visible = !headless && hasDisplay();
  console.log(visible ? 'Opening the browser …' : 'Opening the browser without a window …');
  const folder = join(root, '.output', `${target}-mv3`);
  const driver = await launch(installed, folder, { headless: !visible, scale: 2 }).catch((error) => {
    throw new Trouble(`${installed.path} did not start with the extension: ${error.message}`);
  });
  try {
    const tab = await driver.open(url, { waitUntil: 'domcontentloaded' }).catch((error) => {
      throw new Trouble(`${url} did not open: ${error.message}`);
    });
    if (visible) {
      // The driver's own tabs are of no use to a reader.
      for (const page of await driver.browser.pages()) if (page !== tab.page) await page.close();
      console.log(
        'Rest the pointer on a dotted name, or keep the article from the popup. This ends when you close the browser.',
      );
      await new Promise((done) => driver.browser.once('disconnected', done));
      return;
    }
    const marked = await report(driver, tab, Boolean(page));
    await photograph(driver, tab, marked);
    if (!page) await keepArticle(driver, tab);
    console.log(
      '\nOpen these pictures to see it. README.md, “Install a build”, says how to use it in a browser of yours.',
    );
  } finally {
    await driver.close();
    server.close();
  }
});
