// @ts-check
// How long keeping takes: from the press in the popup to the cast, and drafting by itself, on made articles.
import { launch } from '../../tests/e2e/driver/launch.mjs';
import { until } from '../../tests/e2e/driver/wait.mjs';
import { serve } from '../serve.mjs';
import { median } from './figures.mjs';

/** Words of the articles; the longest is a book's chapter. */
const LENGTHS = [800, 3000, 50_000];
const GIVEN = ['Ruth', 'Paolo', 'Oskar', 'Nadia', 'Amina', 'Tomas', 'Ingrid', 'Kwame', 'Leila', 'Marek'];
const SURNAMES = [
  'Adeyemi',
  'Serra',
  'Lindqvist',
  'Petrovic',
  'Diallo',
  'Novak',
  'Halvorsen',
  'Mensah',
  'Haddad',
  'Kowalski',
];
const SAID = [
  'said that the harbour would stay closed for another week because the crane had fallen on the quay',
  'promised the fishermen of the town that nobody would have to pay for the ships that are still waiting outside',
  'spoke with the engineers about the old lighthouse, which has not been painted for more than twenty years',
  'asked why the bridge to the island had been opened before the last test of its northern pillars was done',
];

/** A made article of so many words, in which a new person comes in about every hundred. @param {number} words */
function madeArticle(words) {
  const paragraphs = [];
  for (let count = 0, at = 0; count < words; at++) {
    const person = Math.floor(at / 4);
    const surname = SURNAMES[Math.floor(person / GIVEN.length) % SURNAMES.length];
    const name = at % 4 === 0 ? `${GIVEN[person % GIVEN.length]} ${surname}` : surname;
    const text = `On Thursday ${name} ${SAID[at % SAID.length]}.`;
    paragraphs.push(text);
    count += text.split(' ').length;
  }
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>The quay</title>
    <article><h1>The harbour stays closed</h1>${body}</article>`;
}

/**
 * @param {import('../browsers.mjs').InstalledBrowser} installed
 * @param {string} folder of the build
 * @param {number} rounds
 * @returns {Promise<Record<string, Record<string, number>>>} ms by length
 */
export async function measureKeeping(installed, folder, rounds) {
  const server = await serve(Object.fromEntries(LENGTHS.map((words) => [`/${words}`, madeArticle(words)])));
  const driver = await launch(installed, folder, { offline: true });
  try {
    await driver.compiled();
    /** @type {Record<string, Record<string, number>>} */
    const rows = {};
    for (const words of LENGTHS) {
      const all = [];
      for (let round = 0; round < rounds; round++) all.push(await keepOnce(driver, server.url(`/${words}`)));
      rows[`${words} words`] = {
        'press to cast, ms': Math.round(median(all.map(({ shown }) => shown))),
        'of it capturing, ms': Math.round(median(all.map(({ captured }) => captured))),
        'of it drafting, ms': Math.round(median(all.map(({ drafting }) => drafting))),
        figures: median(all.map(({ figures }) => figures)),
      };
    }
    return rows;
  } finally {
    await driver.close();
    server.close();
  }
}

/** @param {import('../../tests/e2e/driver/launch.mjs').Driver} driver @param {string} url */
async function keepOnce(driver, url) {
  const tab = await driver.open(url);
  const popup = await driver.extensionPage('popup.html', { behind: tab.page });
  await until('the button', () => popup.evaluate(() => document.querySelector('button.keep') !== null));
  // The popup goes with the press: the clock of the machine is what both pages have in common.
  const pressed = await popup.evaluate(() => {
    /** @type {HTMLElement | null} */ (document.querySelector('button.keep'))?.click();
    return performance.timeOrigin + performance.now();
  });
  const page = await until('the draft', async () =>
    (await driver.browser.pages()).find((one) => one.url().includes('/keep.html')),
  );
  await until('the cast', () => page.evaluate(() => performance.getEntriesByName('cast').length > 0));
  const { opened, cast, drafting, figures } = await page.evaluate(() => ({
    opened: performance.timeOrigin,
    cast: performance.timeOrigin + (performance.getEntriesByName('cast')[0]?.startTime ?? NaN),
    drafting: performance.getEntriesByName('drafting')[0]?.duration ?? NaN,
    figures: document.querySelectorAll('.figure').length,
  }));
  await page.close();
  await tab.close();
  await driver.forget();
  return { captured: opened - pressed, shown: cast - pressed, drafting, figures };
}
