// Any number of stories: written into the storage they mark open pages at once, switched off they unmark them.
import { expect, test } from 'vitest';
import { press, textOf } from './form.ts';
import { article, inBothBrowsers, once } from './stage.ts';

/** A story of our own, about a harbour. */
const harbour = (id: string) => ({
  format: 'dramatis-story/1',
  id,
  title: { en: 'The strike at Puerto Alondra' },
  made: { how: 'hand' },
  asOf: '2031-05-06',
  sources: [{ id: 'a', publisher: 'The Alondra Post', language: 'en', date: '2031-05-06', paragraphs: [1, 2] }],
  figures: [
    {
      id: 'mayor',
      kind: 'person',
      name: { en: 'Inés Balcázar' },
      role: { en: 'Mayor of Puerto Alondra' },
      names: { full: ['Inés Balcázar'], given: ['Inés'], surname: ['Balcázar'], strength: 'strong', sex: 'female' },
    },
    {
      id: 'port',
      kind: 'place',
      name: { en: 'Puerto Alondra' },
      names: { aliases: ['Puerto Alondra'] },
    },
  ],
  statements: [
    {
      id: 'closed',
      text: { en: 'Balcázar has closed the harbour of Puerto Alondra.' },
      cites: ['a:1.1'],
      mode: 'reported',
      figures: ['mayor', 'port'],
      weight: 3,
    },
  ],
});

const BUNDLED = { added: '2026-01-01', from: 'bundled', looked: true };

const CALL = '<p>Inés Balcázar wrote to Donald Trump. Balcázar has closed Puerto Alondra.</p>';

inBothBrowsers((stage) => {
  test('a story marks open pages when it is written, and unmarks them when it is switched off', async () => {
    const tab = await stage.show(article(CALL));
    const nobody = await stage.show(article('<p>Inés Balcázar closed it.</p>'));
    expect(await nobody.mentions()).toEqual([]);
    await tab.page.bringToFront();
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await stage.driver.settings({ 'story:harbour': harbour('harbour'), stories: { harbour: 'on' } });
    await expect.poll(tab.painted).toEqual(['Inés Balcázar', 'Donald Trump', 'Balcázar', 'Puerto Alondra']);
    await nobody.page.bringToFront();
    await expect.poll(nobody.painted).toEqual(['Inés Balcázar']);
    expect(await nobody.status()).toMatchObject({
      figures: [{ id: 'mayor', count: 1, stories: [{ story: 'harbour', figure: 'mayor' }] }],
    });
    await stage.driver.settings({ stories: { harbour: 'off' } });
    await expect.poll(nobody.painted).toEqual([]);
    await tab.page.bringToFront();
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await stage.driver.settings({ stories: { harbour: 'on', 'trump-petro-2026': 'off' } });
    await expect.poll(tab.painted).toEqual(['Inés Balcázar', 'Balcázar', 'Puerto Alondra']);
  });

  test('where stories change while the pointer rests on a name, its card opens all the same', async () => {
    await stage.driver.settings({ dwell: 1000 });
    const tab = await stage.show(article(CALL));
    await tab.hover('Donald Trump');
    await stage.driver.settings({ 'story:harbour': harbour('harbour'), stories: { harbour: 'on' } });
    expect(await (await tab.card()).text()).toContain('Donald Trump');
    await tab.move(5, 5);
    await expect.poll(tab.painted).toContain('Balcázar');
  });

  test('a card that is open stays open while stories change, and the page has them once it is closed', async () => {
    const tab = await stage.show(article(CALL));
    await tab.hover('Donald Trump');
    const card = await tab.card();
    await stage.driver.settings({ 'story:harbour': harbour('harbour'), stories: { harbour: 'on' } });
    await stage.driver.compiled();
    await tab.after(500);
    expect(await card.text()).toContain('Donald Trump');
    await tab.move(5, 5);
    await expect.poll(tab.painted).toContain('Balcázar');
  });

  test('of a large library a page opens whom it names, now and when more text comes', async () => {
    const surnames = [...'bdfgklmnprstvz'].flatMap((first) =>
      [...'aeiou'].flatMap((vowel) =>
        ['lmok', 'rnov', 'ttig', 'ndall'].map((rest) => `${first.toUpperCase()}${vowel}${rest}`),
      ),
    );
    const people = surnames.map((surname, at) => ({
      id: `p-${at}`,
      kind: 'person',
      name: { en: `Edda ${surname}` },
      names: { full: [`Edda ${surname}`], given: ['Edda'], surname: [surname], strength: 'strong' },
    }));
    const { figures, ...rest } = harbour('harbour');
    await stage.driver.settings({ 'story:harbour': { ...rest, figures: [...figures, ...people] } });
    await stage.driver.compiled();
    const tab = await stage.show(article(`${CALL}<p>Edda ${surnames[3]} came, and ${surnames[3]} stayed.</p>`));
    await expect
      .poll(tab.painted)
      .toEqual([
        ...['Inés Balcázar', 'Donald Trump', 'Balcázar', 'Puerto Alondra'],
        ...[`Edda ${surnames[3]}`, surnames[3]],
      ]);
    await tab.page.evaluate((text) => {
      document.querySelector('article p:last-of-type')?.insertAdjacentHTML('afterend', `<p>${text}</p>`);
    }, `Then Edda ${surnames[200]} left, and nobody saw ${surnames[100]}.`);
    await expect.poll(tab.painted).toContain(`Edda ${surnames[200]}`);
    expect(await tab.painted()).toContain(surnames[100]);
    expect(await tab.status()).toMatchObject({
      figures: expect.arrayContaining([{ id: 'p-200', count: 1, stories: [{ story: 'harbour', figure: 'p-200' }] }]),
    });
    await tab.hover('Inés Balcázar');
    expect(await (await tab.card()).text()).toContain('Mayor of Puerto Alondra');
  });

  once('a card tells of a figure by the story that names it', async () => {
    await stage.driver.settings({ 'story:harbour': harbour('harbour') });
    const tab = await stage.show(article(CALL));
    await expect.poll(tab.painted).toContain('Puerto Alondra');
    await tab.hover('Inés Balcázar');
    const text = await (await tab.card()).text();
    expect(text).toContain('Mayor of Puerto Alondra');
    expect(text).toContain('Balcázar has closed the harbour');
    expect(text).toContain('The Alondra Post');
  });

  once('a story can be left out on a site, there alone and at once; who is in another one stays', async () => {
    const other = { ...harbour('other'), figures: harbour('other').figures.slice(1), statements: [] };
    await stage.driver.settings({ 'story:harbour': harbour('harbour'), 'story:other': other });
    const tab = await stage.show(article(CALL));
    const elsewhere = await stage.show(article(CALL), 'news.example.org');
    await expect.poll(elsewhere.painted).toContain('Balcázar');
    await tab.page.bringToFront();
    await expect.poll(tab.painted).toEqual(['Inés Balcázar', 'Donald Trump', 'Balcázar', 'Puerto Alondra']);
    await stage.driver.settings({ 'kept:harbour': { off: ['example.com'] } });
    await expect.poll(tab.painted).toEqual(['Donald Trump', 'Puerto Alondra']);
    const { figures } = await tab.status();
    expect(figures.find(({ id }) => id === 'port')?.stories).toEqual([{ story: 'other', figure: 'port' }]);
    await stage.driver.settings({ 'kept:trump-petro-2026': { ...BUNDLED, off: ['example.com'] } });
    await expect.poll(tab.painted).toEqual(['Puerto Alondra']);
    await elsewhere.page.bringToFront();
    expect(await elsewhere.painted()).toEqual(['Inés Balcázar', 'Donald Trump', 'Balcázar', 'Puerto Alondra']);
    await tab.page.bringToFront();
    await stage.driver.settings({ 'kept:harbour': {}, 'kept:trump-petro-2026': BUNDLED });
    await expect.poll(tab.painted).toEqual(['Inés Balcázar', 'Donald Trump', 'Balcázar', 'Puerto Alondra']);
  });

  once('a card’s menu leaves its story out, and the popup uses it again', async () => {
    await stage.driver.settings({ 'story:harbour': harbour('harbour') });
    const tab = await stage.show(article(CALL));
    await expect.poll(tab.painted).toContain('Inés Balcázar');
    await tab.hover('Inés Balcázar');
    const card = await tab.card();
    await card.click('.correct');
    expect(await card.text()).toContain('Don’t use “The Alondra Post, May 6, 2031” on this page');
    await card.click('.corrections li:nth-child(5) button');
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    const off = async () => ((await stage.driver.stored())['kept:harbour'] as { off?: string[] } | undefined)?.off;
    expect(await off()).toEqual(['example.com']);
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toMatch(/Not used here\s+The strike at Puerto Alondra/);
    await press(popup, 'Use it here again');
    await expect.poll(tab.painted).toEqual(['Inés Balcázar', 'Donald Trump', 'Balcázar', 'Puerto Alondra']);
    // The story of most mentions is the one that is open.
    await expect.poll(() => textOf(popup)).toMatch(/Stories on this page\s+The strike at Puerto Alondra/);
    expect(await textOf(popup)).not.toContain('Not used here');
    await press(popup, 'Don’t use this story on this site');
    await expect.poll(off).toEqual(['example.com']);
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await popup.close();
  });

  once('a page in a language that nobody has read before is marked', async () => {
    await stage.driver.settings({ 'story:harbour': harbour('harbour') });
    const polish = await stage.show(article('<p lang="pl">Port zamknięto. Inés Balcázar napisała do Trumpa.</p>'));
    await expect.poll(polish.painted).toEqual(['Inés Balcázar', 'Trumpa']);
  });

  once('what is no story marks nothing and spoils nothing', async () => {
    const tab = await stage.show(article(CALL));
    await stage.driver.settings({
      'story:broken': { format: 'dramatis-story/1', figures: 7 },
      'story:text': 'no story',
    });
    await stage.driver.settings({ 'story:harbour': harbour('harbour') });
    await expect.poll(tab.painted).toContain('Balcázar');
    expect(await tab.painted()).toContain('Donald Trump');
  });
});
