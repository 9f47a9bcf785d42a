// Popup, options and story page with a second story in the library.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { press, textOf } from './form.ts';
import { article, inBothBrowsers, once } from './stage.ts';

/** A kept article about a lighthouse. */
const LIGHTHOUSE = {
  format: 'dramatis-story/1',
  id: 'lighthouse',
  title: { en: 'The light of Cape Morrow' },
  made: { how: 'draft' },
  asOf: '2031-04-02',
  sources: [
    {
      id: 'a',
      publisher: 'The Morrow Gazette',
      url: 'https://gazette.example/light',
      language: 'en',
      date: '2031-04-02',
      paragraphs: [0, 1],
      text: [[], ['Orla Quennell has promised to keep the light of Cape Morrow burning.']],
    },
  ],
  summary: [{ text: { en: 'A keeper’s promise about a light.' }, cites: ['a:1.1'] }],
  figures: [
    {
      id: 'keeper',
      kind: 'person',
      name: { en: 'Orla Quennell' },
      role: { en: 'Keeper of the light' },
      names: { full: ['Orla Quennell'], given: ['Orla'], surname: ['Quennell'], strength: 'strong' },
    },
  ],
  statements: [
    {
      id: 'promise',
      text: { en: 'Orla Quennell has promised to keep the light of Cape Morrow burning.' },
      cites: ['a:1.1'],
      mode: 'reported',
      figures: ['keeper'],
      verbatim: true,
    },
  ],
};
/** One that was written by hand, and came as a file. */
const BRIDGE: unknown = JSON.parse(
  readFileSync(new URL('./stories/bridge-vote.dramatis.json', import.meta.url), 'utf8'),
);
const KEPT = { added: '2031-04-03', from: 'article', looked: false };
const PAGE = '<p>Orla Quennell went home. Quennell said nothing of Donald Trump, and Quennell laughed.</p>';

declare const chrome: typeof import('wxt/browser').browser;

inBothBrowsers((stage) => {
  const keep = () => stage.driver.settings({ 'story:lighthouse': LIGHTHOUSE, 'kept:lighthouse': KEPT });

  test('the popup shows the stories of the page, and finds in all', async () => {
    await keep();
    const tab = await stage.show(article(PAGE));
    await expect.poll(tab.painted).toContain('Orla Quennell');
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toContain('A keeper’s promise about a light.');
    const text = await textOf(popup);
    expect(text).toMatch(/Orla Quennell\s+Keeper of the light\s+3 mentions/);
    expect(text).toContain('Stories on this page');
    expect(text).toContain('kept on Apr 3, 2031 · made by a program, not looked through');
    expect(text.indexOf('The light of Cape Morrow')).toBeLessThan(text.indexOf('From threats to an invitation'));
    await popup.evaluate(() => {
      const field = document.querySelector('input[type=search]') as HTMLInputElement;
      field.value = 'promise';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect.poll(() => popup.evaluate(() => document.querySelector('.results')?.textContent)).toContain('Morrow');
    await popup.close();
  });

  test('a card has the article’s own words in quotation marks, and its citation opens the article', async () => {
    await keep();
    const tab = await stage.show(article(PAGE));
    await expect.poll(tab.painted).toContain('Orla Quennell');
    await tab.hover('Orla Quennell');
    const card = await tab.card();
    expect(await card.text()).toContain(
      'The Morrow Gazette, Apr 2, 2031 · kept on Apr 3, 2031 · made by a program, not looked through',
    );
    expect(await card.text()).toContain('“Orla Quennell has promised to keep the light of Cape Morrow burning.”');
    await card.click('.statements .cite');
    const opened = () =>
      stage.driver.inExtension(async () => {
        for (const { id, url = '', pendingUrl = '' } of await chrome.tabs.query({}))
          if (id !== undefined && `${url} ${pendingUrl}`.includes('gazette.example')) {
            await chrome.tabs.remove(id);
            return true;
          }
        return false;
      });
    await expect.poll(opened).toBe(true);
  });

  once('the story page shows the story in its address, whose citations lead into the article', async () => {
    await keep();
    const page = await stage.driver.extensionPage('story.html#story/lighthouse/statement/promise');
    await expect.poll(() => page.title()).toBe('The light of Cape Morrow · Dramatis');
    const here = () => page.evaluate(() => document.activeElement?.id);
    await expect.poll(here).toBe('statement/promise');
    expect(await page.evaluate(() => document.querySelector('.here .cite')?.getAttribute('href'))).toBe(
      'https://gazette.example/light#:~:text=Orla%20Quennell%20has%20promised%20to,Cape%20Morrow%20burning',
    );
    await page.evaluate(() => document.querySelector<HTMLElement>('.stories a:not([aria-current])')?.click());
    await expect.poll(() => page.title()).toBe('From threats to an invitation · Dramatis');
    await page.close();
  });

  once('a kept story is changed in its place and changed back; the bundled one cannot be', async () => {
    await keep();
    const page = await stage.driver.extensionPage('story.html#story/lighthouse/figure/keeper');
    const write = (selector: string, text: string) =>
      page.evaluate(
        (wanted, value) => {
          const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(wanted)!;
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          field.closest('form')?.requestSubmit();
        },
        selector,
        text,
      );
    const story = async () => (await stage.driver.stored())['story:lighthouse'];
    await expect.poll(() => textOf(page)).toContain('Change the title');
    await page.evaluate(() => document.querySelector<HTMLElement>('header .edit')?.click());
    await page.waitForSelector('header input');
    await write('header input', 'The keeper’s promise');
    await expect.poll(story).toMatchObject({ title: { en: 'The keeper’s promise' }, revision: 2 });
    await expect.poll(() => page.title()).toBe('The keeper’s promise · Dramatis');
    await expect.poll(() => textOf(page)).toContain('Undo');
    await press(page, 'Undo');
    await expect.poll(story).toMatchObject({ title: { en: 'The light of Cape Morrow' }, revision: 3 });
    await page.evaluate(() => document.querySelector<HTMLElement>('.cast .edit')?.click());
    await page.waitForSelector('.cast form input');
    await write('.cast form input', 'Orla M. Quennell');
    await expect.poll(story).toMatchObject({ figures: [{ name: { en: 'Orla M. Quennell' } }], revision: 4 });
    await page.evaluate(() => {
      location.hash = '#story/trump-petro-2026/top';
    });
    await expect.poll(() => textOf(page)).toContain('From threats to an invitation');
    expect(await page.evaluate(() => document.querySelectorAll('.edit').length)).toBe(0);
    await page.close();
  });

  once('two figures of a story written by hand are made one, and are two again by undo or by a name', async () => {
    await stage.driver.settings({ 'story:bridge-vote': BRIDGE, 'kept:bridge-vote': { ...KEPT, from: 'file' } });
    const page = await stage.driver.extensionPage('story.html#story/bridge-vote/figure/mayor');
    const figures = async () => {
      const story = (await stage.driver.stored())['story:bridge-vote'] as { figures: { name: { en: string } }[] };
      return story.figures.map(({ name }) => name.en);
    };
    const open = async () => {
      await page.evaluate(() => document.querySelector<HTMLElement>('[id="figure/mayor"] .edit')?.click());
      await page.waitForSelector('.figure-edit');
    };
    const merge = async () => {
      await open();
      await page.evaluate(() => {
        const select = document.querySelector<HTMLSelectElement>('.figure-edit .actions select')!;
        select.value = 'wren';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await expect.poll(() => page.evaluate(() => document.querySelectorAll('.actions :disabled').length)).toBe(0);
      await press(page, 'Take as one');
      await expect.poll(figures).toEqual(['Inés Balcázar']);
      // The form closes once it is told that this was saved.
      await page.waitForSelector('.figure-edit', { hidden: true });
    };
    await expect.poll(() => textOf(page)).toContain('Tomas Wren');
    await merge();
    await expect.poll(() => textOf(page)).toContain('Undo');
    await press(page, 'Undo');
    await expect.poll(figures).toEqual(['Inés Balcázar', 'Tomas Wren']);
    await merge();
    await open();
    await page.waitForSelector('.forms li:last-child button');
    await page.evaluate(() => document.querySelector<HTMLElement>('.forms li:last-child button')?.click());
    await expect.poll(figures).toEqual(['Inés Balcázar', 'Tomas Wren']);
    await page.close();
  });

  test('a note is kept with its figure and shown on our pages, and in no card on a page', async () => {
    await keep();
    const page = await stage.driver.extensionPage('story.html#story/lighthouse/figure/keeper');
    await expect.poll(() => textOf(page)).toContain('The light of Cape Morrow');
    await page.evaluate(() => document.querySelector<HTMLElement>('.own-note button')?.click());
    await page.waitForSelector('.own-note textarea');
    await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('.own-note textarea')!;
      field.value = 'Ask her about the lamp.';
      field.form?.requestSubmit();
    });
    await expect.poll(stage.driver.stored).toMatchObject({ 'note:lighthouse/keeper': 'Ask her about the lamp.' });
    await expect.poll(() => textOf(page)).toContain('Ask her about the lamp.');
    await page.close();
    const library = await stage.driver.extensionPage('library.html');
    await expect.poll(() => library.evaluate(() => document.body.textContent)).toContain('Ask her about the lamp.');
    await library.close();
    const tab = await stage.show(article(PAGE));
    await expect.poll(tab.painted).toContain('Orla Quennell');
    await tab.hover('Orla Quennell');
    const card = await tab.card();
    expect(await card.text()).toContain('Keeper of the light');
    expect(await card.text()).not.toContain('lamp');
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toContain('Orla Quennell');
    await popup.close();
  });

  once('options switch a story off and on, also the one that came with Dramatis', async () => {
    await keep();
    const tab = await stage.show(article(PAGE));
    await expect.poll(tab.painted).toContain('Donald Trump');
    const page = await stage.driver.extensionPage('options.html');
    await expect.poll(() => textOf(page)).toContain('The light of Cape Morrow');
    await press(page, 'From threats to an invitation');
    await expect.poll(stage.driver.stored).toMatchObject({ stories: { 'trump-petro-2026': 'off' } });
    await tab.page.bringToFront();
    await expect.poll(tab.painted).toEqual(['Orla Quennell', 'Quennell', 'Quennell']);
    await page.bringToFront();
    await press(page, 'The light of Cape Morrow');
    await expect.poll(stage.driver.stored).toMatchObject({ stories: { lighthouse: 'off' } });
    const story = await stage.driver.extensionPage('story.html');
    await expect.poll(() => textOf(story)).toContain('No story is switched on.');
    await story.close();
    await press(page, 'From threats to an invitation');
    await expect.poll(stage.driver.stored).toMatchObject({ stories: { 'trump-petro-2026': 'on' } });
    await page.close();
  });
});
