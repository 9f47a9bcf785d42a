// No leaks of page nodes; no self-triggered work.
import type { CDPSession } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { article, inBothBrowsers } from './stage.ts';

const CALL = '<p>Donald Trump called Gustavo Petro.</p>';
const MARKED = ['Donald Trump', 'Gustavo Petro'];

inBothBrowsers((stage) => {
  test('420 articles in one page keep no more memory than 240', async () => {
    if (stage.engine === 'firefox') return; // nobody may count there
    const tab = await stage.show(article('<main></main>'));
    /** One article after another; each has time to be marked, and some are looked at. */
    const replace = (from: number, to: number) =>
      tab.page.evaluate(
        async (first, last) => {
          const main = document.querySelector('main') as HTMLElement;
          for (let number = first; number < last; number++) {
            // Every tenth comes at an address of its own: marking ends and begins again.
            if (number % 10 === 0) history.pushState(null, '', `/2026/01/08/story-${number}`);
            const paragraphs = Array.from({ length: 8 }, (_, at) => {
              const made = document.createElement('p');
              made.append(
                `${number}.${at}: Marco `,
                document.createElement('b'),
                ' and Donald Trump met Nicolás Maduro.',
              );
              (made.children[0] as HTMLElement).textContent = 'Rubio';
              return made;
            });
            const host = document.createElement('div');
            host.attachShadow({ mode: 'open' }).append(...paragraphs.splice(6));
            main.replaceChildren(...paragraphs, host);
            await new Promise((done) => setTimeout(done, 8));
          }
        },
        from,
        to,
      );
    const devtools = await tab.page.createCDPSession();
    await devtools.send('Performance.enable');
    await devtools.send('HeapProfiler.enable');
    const read = async () => expect.poll(async () => (await tab.mentions()).length).toBe(24);
    const count = async () => {
      await read();
      await tab.hover('Donald Trump');
      await tab.card();
      await tab.move(5, 5);
      await tab.cardGone();
      return counted(devtools);
    };
    // Until then the engine's own notes on code that is becoming warm grow.
    await replace(0, 240);
    const early = await count();
    for (let at = 240; at < 420; at += 20) {
      await replace(at, at + 20);
      await read();
    }
    const late = await count();
    // An article has some 60 nodes. One that stayed for each navigation would be 1,080, one for each article 10,800.
    expect(late.nodes - early.nodes).toBeLessThan(300);
    expect(late.listeners - early.listeners).toBeLessThan(30);
    // What was read of them would be some 0.8 MB; the engine’s own notes on warm code and the history’s entries are
    // some 0.3 MB.
    expect(late.heap - early.heap).toBeLessThan(600_000);
    expect(await tab.countObjects('MutationObserver')).toBe(1);
    expect(await tab.countObjects('IntersectionObserver')).toBe(2); // that of the paint, and that of the card for its own sight
  });

  test('observers of the page see nothing of ours but the card’s host, once', async () => {
    const tab = await stage.show(
      article(
        `${CALL}<div><template shadowrootmode="open"><p>Marco Rubio was told.</p></template></div><div style="height: 5000px"></div>
        <p id="end">Nicolás Maduro was not.</p>`,
        `<script>
          window.seen = [];
          const observer = new MutationObserver((records) => {
            for (const { type, target, addedNodes, removedNodes, attributeName } of records)
              if (window.watching && target.localName !== 'dramatis-card')
                seen.push([type, target.nodeName, attributeName, [...addedNodes, ...removedNodes].map((node) => node.nodeName)].join());
          });
          const everything = { subtree: true, childList: true, attributes: true, characterData: true };
          observer.observe(document, everything);
          addEventListener('DOMContentLoaded', () => observer.observe(document.querySelector('article div').shadowRoot, everything));
          addEventListener('load', () => { window.watching = true });
        </script>`,
      ),
    );
    const seen = () => tab.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    await expect.poll(async () => (await tab.painted()).length).toBe(3);
    expect(await seen()).toEqual([]);
    await tab.page.evaluate(() => document.querySelector('#end')?.scrollIntoView());
    await expect.poll(tab.painted).toContain('Nicolás Maduro');
    await tab.page.evaluate(() => scrollTo(0, 0));
    for (const name of MARKED) {
      await tab.hover(name);
      await tab.card();
      await tab.move(5, 5);
      await tab.cardGone();
    }
    await stage.driver.settings({ density: { person: 'first', place: 'none', organization: 'none' } });
    await stage.driver.settings({ 'site:example.com': 'off' });
    await expect.poll(tab.painted).toEqual([]);
    await stage.driver.settings({ 'site:example.com': 'on' });
    await expect.poll(async () => (await tab.painted()).length).toBe(3);
    expect(await seen()).toEqual(['childList,HTML,,DRAMATIS-CARD', 'childList,HTML,,DRAMATIS-CARD']); // comes, and goes when switched off
  });
});

/**
 * After everything that can be collected has been: bytes of the heap, nodes of the page (its tree and what is held
 * apart from it), listeners.
 */
async function counted(devtools: CDPSession): Promise<{ heap: number; nodes: number; listeners: number }> {
  for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners') };
}
