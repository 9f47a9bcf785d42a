// A page of any structure, changed in any way: what the extension says of it and paints is what it would find in the
// page as it stands now, and nothing is left of it when the site is switched off.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { patient, runs } from '../fuzz/runs.ts';
import { type Change, change, FORBIDDEN, grow, structuresIn, type Tree } from '../fuzz/structures.ts';
import type { Tab } from './driver/tab.mjs';
import { until } from './driver/wait.mjs';
import { article, inBothBrowsers } from './stage.ts';

const HOST = 'www.example.com';
const SITE = 'site:example.com';
/** Two for each browser: what is tried here is the page, whose languages are told elsewhere. */
const LANGUAGES = { chromium: ['en', 'ru'], firefox: ['es', 'ja'] };
/** No script of a structure may run, and no style apply but that of attributes. */
const POLICY = "default-src 'none'; style-src-attr 'unsafe-inline'";

/**
 * A page of news in a language, with room for structures. The prose is enough to tell the language by, whatever comes
 * behind it.
 */
function pageIn(tongue: string) {
  const cases = parse(readFileSync(`tests/golden/${tongue}.yaml`, 'utf8')) as { text?: string; mentions?: unknown[] }[];
  const silent = cases.flatMap(({ text, mentions }) => (text && mentions?.length === 0 ? [text] : []));
  const body = article(`${`<p>${silent.join(' ').slice(0, 1000)}</p>`.repeat(6)}<p>Gustavo Petro</p><main></main>`);
  return {
    body: body.replace('<html lang="en">', `<html lang="${tongue}">`),
    headers: { 'content-security-policy': POLICY },
  };
}

interface Input {
  trees: Tree[];
  /** The extension's answer is waited for between them. */
  rounds: Change[][];
}

const inputs = (tongue: string, exact: boolean): fc.Arbitrary<Input> => {
  const { tree, change } = structuresIn(tongue, exact);
  return fc.record({
    trees: fc.array(tree, { minLength: 1, maxLength: 12 }),
    rounds: fc.array(fc.array(change, { minLength: 1, maxLength: 20 }), { maxLength: 4 }),
  });
};

/** Runs a function of structures.ts in the page's <main>. */
const inMain = (tab: Tab, then: string) =>
  tab.page.evaluate(`{ const main = document.querySelector('main'); ${grow}; ${change}; ${then} }`);

/** What is painted and must not be, in words. */
const wronglyPainted = (tab: Tab, texts: string[]) =>
  tab.page.evaluate(
    (found, forbidden) => {
      const faults: string[] = [];
      for (const highlight of CSS.highlights.values())
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          const text = range.toString();
          if (!startContainer.isConnected || !endContainer.isConnected) faults.push('in what was removed');
          else if (!found.includes(text)) faults.push(`no mention: ${text}`);
          for (const end of [startContainer, endContainer])
            for (let node: Node | null = end; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null)
              if (node instanceof Element && node.matches(forbidden)) faults.push(`in <${node.localName}>: ${text}`);
        }
      return faults;
    },
    texts,
    FORBIDDEN,
  );

inBothBrowsers((stage) => {
  /** Figures and texts, in order. */
  const found = async (tab: Tab) => (await tab.mentions()).map(({ figure, text }) => `${figure}: ${text}`);

  const tryOut = async (tab: Tab, { trees, rounds }: Input, exact: boolean) => {
    await inMain(tab, `main.replaceChildren(); grow(main, ${JSON.stringify(trees)})`);
    for (const round of rounds) {
      await tab.mentions();
      await inMain(tab, `for (const one of ${JSON.stringify(round)}) change(main, one)`);
    }
    const mentions = await tab.mentions();
    expect(
      await wronglyPainted(
        tab,
        mentions.map(({ text }) => text),
      ),
    ).toEqual([]);
    const living = await found(tab);
    await stage.driver.settings({ [SITE]: 'off' });
    await until('the page to be switched off', async () => !(await tab.status()).active);
    const left = () =>
      tab.page.evaluate(
        () =>
          document.querySelectorAll('dramatis-card').length + CSS.highlights.size + document.adoptedStyleSheets.length,
      );
    expect(await left()).toBe(0);
    await stage.driver.settings({ [SITE]: 'on' });
    await until('the page to be switched on', async () => (await tab.status()).active);
    const fresh = await found(tab);
    expect(fresh).toContain('petro: Gustavo Petro');
    if (exact) expect(living).toEqual(fresh);
  };

  test.each([
    ['exactly like a fresh reading', true],
    ['without a fault, where texts stand apart', false],
  ])('any page is read %s', patient, async (_, exact) => {
    await stage.driver.settings({ [SITE]: 'on' });
    for (const tongue of LANGUAGES[stage.engine]) {
      const tab = await stage.show(pageIn(tongue), HOST);
      await fc.assert(
        fc.asyncProperty(inputs(tongue, exact), (input) => tryOut(tab, input, exact)),
        // What fails is shrunk for so long at most.
        { ...runs(2), interruptAfterTimeLimit: patient.timeout / 6 },
      );
    }
  });
});
