// @ts-check
// Drafts a story of an article, as “Keep this article” does: the built extension captures the page in a real browser.
//   npm run draft -- <page.html | page.html.gz | url> [--out story.json] [--browser firefox] [--built]
//   node scripts/draft.mjs --jsonl <page.html | page.html.gz> …   one line of JSON for each: file, story, ms
// --built: takes the build that is there. Saved pages come from 127.0.0.1, and nothing else is loaded.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseBrowser } from './browsers.mjs';
import { readSavedPage } from './saved-page.mjs';
import { givenPath, installPackages, root, run, runMain, Trouble } from './setup.mjs';

/** @typedef {import('../extension/capture.ts').CapturedArticle} Article */
/** @typedef {Awaited<ReturnType<typeof import('../tests/e2e/driver/launch.mjs').launch>>} Driver */

const USAGE = 'npm run draft -- <page.html | page.html.gz | url> [--out story.json]';
const isAddress = (/** @type {string} */ page) => /^https?:/.test(page);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        jsonl: { type: 'boolean', default: false },
        built: { type: 'boolean', default: false },
        out: { type: 'string' },
        browser: { type: 'string' },
      },
    });
    if (positionals.length === 0) throw new Error('Name a page.');
    if (!values.jsonl && positionals.length > 1) throw new Error('One page at a time, or --jsonl.');
    return { ...values, pages: positionals };
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

/**
 * The article of a page, by the script that the button injects.
 * @param {Driver} driver
 * @param {string} url
 * @returns {Promise<{ article: Article, ms: number }>}
 */
async function capture(driver, url) {
  const tab = await driver.open(url, { waitUntil: isAddress(url) ? 'load' : 'domcontentloaded' });
  try {
    return await driver.inExtension(async (tabId) => {
      const { scripting } = /** @type {any} */ (globalThis).chrome;
      const started = performance.now();
      const [{ result }] = await scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/capture.js'] });
      return { article: result.article, ms: performance.now() - started };
    }, tab.id);
  } finally {
    await tab.close();
  }
}

/** What drafts a story of an article: the code of the extension's own page. */
async function openDrafting() {
  const { load } = await import('./typescript.mjs');
  const { draft } = /** @type {typeof import('../drafting/draft.ts')} */ (await load('drafting/draft.ts'));
  const { loadDraftingData } = /** @type {typeof import('./dataset/load.ts')} */ (
    await load('scripts/dataset/load.ts')
  );
  const data = loadDraftingData(root);
  return (/** @type {Article} */ article) => draft(article, data);
}

runMain(async () => {
  const { jsonl, built, out, browser: wanted, pages } = readArguments();
  const replies = pages.map((page) => (isAddress(page) ? null : readSavedPage(page)));
  await installPackages();
  const installed = await chooseBrowser(wanted);
  const target = installed.engine === 'firefox' ? 'firefox' : 'chrome';
  if (!built && !(await run(process.execPath, [join(root, 'scripts/build.mjs'), target], { output: 'of failures' })))
    throw new Trouble('The extension could not be built.');

  const draftStory = await openDrafting();
  const { launch } = await import('../tests/e2e/driver/launch.mjs');
  const { serve } = await import('./serve.mjs');
  /** @type {Record<string, import('./serve.mjs').Route>} */
  const routes = {};
  const server = await serve(routes);
  // Saved pages ask for much from where they came; every host leads to this machine.
  const offline = replies.every(Boolean);
  const driver = await launch(installed, join(root, '.output', `${target}-mv3`), { offline });

  /** @param {string} page @param {number} at */
  async function draftPage(page, at) {
    const path = `/page-${at + 1}`;
    const reply = replies[at];
    if (reply) routes[path] = reply;
    const { article, ms } = await capture(driver, reply ? server.url(path) : page);
    const started = performance.now();
    const story = draftStory(article);
    return { file: page, story, ms: Math.round(ms + performance.now() - started) };
  }

  try {
    for (const [at, page] of pages.entries()) {
      if (jsonl) {
        const line = await draftPage(page, at).catch((error) => console.error(`${page}: ${error.message}`));
        if (line) console.log(JSON.stringify(line));
        continue;
      }
      const text = JSON.stringify((await draftPage(page, at)).story, null, 2);
      if (out) writeFileSync(givenPath(out), `${text}\n`);
      else console.log(text);
    }
  } finally {
    await driver.close();
    server.close();
  }
});
