// Any number of stories: written into the storage they mark open pages at once, switched off they unmark them.
import { expect, test } from 'vitest';
import { article, inBothBrowsers } from './stage.ts';

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

  test('a card tells of a figure by the story that names it', async () => {
    await stage.driver.settings({ 'story:harbour': harbour('harbour') });
    const tab = await stage.show(article(CALL));
    await expect.poll(tab.painted).toContain('Puerto Alondra');
    await tab.hover('Inés Balcázar');
    const text = await (await tab.card()).text();
    expect(text).toContain('Mayor of Puerto Alondra');
    expect(text).toContain('Balcázar has closed the harbour');
    expect(text).toContain('The Alondra Post');
  });

  test('a page in a language that nobody has read before is marked', async () => {
    await stage.driver.settings({ 'story:harbour': harbour('harbour') });
    const polish = await stage.show(article('<p lang="pl">Port zamknięto. Inés Balcázar napisała do Trumpa.</p>'));
    await expect.poll(polish.painted).toEqual(['Inés Balcázar', 'Trumpa']);
  });

  test('what is no story marks nothing and spoils nothing', async () => {
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
