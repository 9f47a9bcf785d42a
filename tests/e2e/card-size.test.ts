// How tall a card is at first view, and how it shows that more follows: for every figure of the story that comes with
// Dramatis, in a window of a laptop's size and in one of a phone's.
import { expect, test } from 'vitest';
import type { Card } from './driver/card.mjs';
import { until } from './driver/wait.mjs';
import { article, inBothBrowsers, once } from './stage.ts';

const EVERYBODY = `<p>Donald Trump and Marco Rubio spoke with Gustavo Petro of Colombia and Rosa Villavicencio.</p>
  <p>Nicolás Maduro, Cilia Flores and Delcy Rodríguez of Venezuela were in Caracas, not in the United States.</p>
  <p>The White House wrote on Truth Social. The Colombian presidential palace, Casa de Nariño, and the office of
  Petro read it, and so did Latin America.</p>`;
const TALLEST = 420;

/** A story of a paper of its own about one person, who is the same in all of them. */
const paper = (at: number) => ({
  format: 'dramatis-story/1',
  id: `paper-${at}`,
  title: { en: `What the keeper of Cape Morrow told paper ${at} about the light` },
  made: { how: 'draft' },
  asOf: `2026-01-0${(at % 7) + 1}`,
  sources: [
    {
      id: 'a',
      publisher: `The Morrow Gazette, ${at}`,
      url: `https://${at}.example/`,
      language: 'en',
      paragraphs: [0, 3],
    },
  ],
  figures: [
    {
      id: 'keeper',
      kind: 'person',
      name: { en: 'Orla Quennell' },
      role: { en: 'Keeper of the light of Cape Morrow and speaker of all who tend lights along this coast' },
      names: { full: ['Orla Quennell'], given: ['Orla'], surname: ['Quennell'], strength: 'strong' },
      same: ['wikidata:Q424242'],
    },
  ],
  statements: [1, 2, 3].map((sentence) => ({
    id: `s${sentence}`,
    text: {
      en: `In the ${sentence}. winter Orla Quennell kept the light of Cape Morrow burning through nights of storm.`,
    },
    cites: [`a:1.${sentence}`],
    mode: 'reported',
    figures: ['keeper'],
    verbatim: true,
  })),
});

/** What a reader sees of the open card. */
const look = (card: Card) =>
  card.evaluate((root) => {
    const open = root.querySelector<HTMLElement>('[role=dialog], [role=tooltip]')!;
    const [content] = open.getElementsByClassName('statements');
    return {
      name: root.querySelector('h2')!.textContent!,
      height: open.getBoundingClientRect().height,
      // To be seen by the fade above the footer.
      isCut: open.scrollHeight - open.scrollTop - open.clientHeight > 1,
      saysSo: open.hasAttribute('data-cut'),
      tells: (content?.textContent ?? '').length + open.querySelectorAll('.events li').length > 0,
      words: open.innerText.split(/\s+/).filter(Boolean).length,
    };
  });

inBothBrowsers((stage) => {
  test.each([
    { width: 1280, height: 800 },
    { width: 390, height: 700 },
  ])('no first view is taller than $width × $height allows', async (window) => {
    const tab = await stage.show(article(EVERYBODY, '<style>body { width: auto; margin: 24px }</style>'));
    await tab.page.setViewport(window);
    const figures = [...new Set((await tab.mentions()).map(({ figure }) => figure))];
    expect(figures.length).toBeGreaterThan(12);
    const seen: Awaited<ReturnType<typeof look>>[] = [];
    for (const figure of figures) {
      await tab.send({ type: 'reveal', figure, step: 1 } as { type: string });
      const before = seen.at(-1)?.name;
      seen.push(
        await until(`the card of ${figure}`, async () => {
          const one = await look(await tab.card());
          return one.name === before ? null : one;
        }),
      );
    }
    const most = Math.min(TALLEST, window.height / 2);
    const faults = seen.filter(({ height, isCut, saysSo, tells }) => height > most || isCut !== saysSo || !tells);
    expect(faults).toEqual([]);
    if (window.width > 1000) expect(seen.filter(({ isCut }) => isCut)).toEqual([]);
  });

  once('nor one of a figure of ten stories', async () => {
    const papers = Array.from({ length: 10 }, (_, at) => paper(at));
    await stage.driver.settings(
      Object.fromEntries(
        papers.flatMap((story) => [
          [`story:${story.id}`, story],
          [`kept:${story.id}`, { added: '2026-01-08', from: 'article', looked: false }],
        ]),
      ),
    );
    const tab = await stage.show(article('<p>Orla Quennell wrote to Donald Trump.</p>'));
    await tab.page.setViewport({ width: 1280, height: 800 });
    await expect.poll(tab.painted).toContain('Orla Quennell');
    await tab.hover('Orla Quennell');
    const card = await tab.card();
    const seen = await look(card);
    expect(seen).toMatchObject({ name: 'Orla Quennell', isCut: false, tells: true });
    expect(seen.height).toBeLessThanOrEqual(400);
    expect(seen.words).toBeLessThanOrEqual(120);
    expect(await card.text()).toContain('7 more stories');
  });

  test('an expanded card is scrolled, and shows by a fade that more follows', async () => {
    const tab = await stage.show(article(EVERYBODY));
    await tab.page.setViewport({ width: 1280, height: 800 });
    await tab.mentions();
    await tab.send({ type: 'reveal', figure: 'trump', step: 1 } as { type: string });
    const card = await tab.card();
    await card.click('footer .link');
    await expect.poll(async () => (await look(card)).saysSo).toBe(true);
    expect((await look(card)).height).toBeLessThanOrEqual(400);
    const shown = await card.evaluate((root) => getComputedStyle(root.querySelector('footer')!, '::before').height);
    expect(shown).toBe('28px');
    await card.evaluate((root) => root.querySelector('[role=dialog]')!.scrollTo(0, 10_000));
    await expect.poll(async () => (await look(card)).saysSo).toBe(false);
  });
});
