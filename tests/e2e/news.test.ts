// What came into a story since it was last read: on its page, in the panel, and on a figure's card.
import { expect } from 'vitest';
import { textOf } from './form.ts';
import { article, inBothBrowsers, once } from './stage.ts';

const source = (id: string, publisher: string, date: string) => ({
  ...{ id, publisher, date, language: 'en', url: `https://${id}.example/ferry`, paragraphs: [0, 2] },
});
const statement = (id: string, cite: string, text: string) => ({
  ...{ id, text: { en: text }, cites: [cite], mode: 'reported', figures: ['captain'] },
});
/** A story that got a second source after it was kept. */
const FERRY = {
  format: 'dramatis-story/1',
  id: 'ferry',
  revision: 2,
  title: { en: 'The ferry of Cape Morrow' },
  made: { how: 'hand' },
  asOf: '2031-04-05',
  sources: [source('a', 'The Morrow Gazette', '2031-04-02'), source('b', 'Strait Observer', '2031-04-05')],
  summary: [],
  figures: [
    {
      ...{ id: 'captain', kind: 'person', name: { en: 'Orla Quennell' }, role: { en: 'Captain of the ferry' } },
      names: { full: ['Orla Quennell'], given: ['Orla'], surname: ['Quennell'], strength: 'strong' },
    },
  ],
  statements: [
    statement('sails', 'a:1.1', 'Orla Quennell sails at dawn.'),
    statement('rests', 'b:1.1', 'Orla Quennell lets the ferry rest until spring.'),
  ],
};
const KEPT = { added: '2031-04-03', from: 'article', looked: true };
const READ = '2031-04-04T09:00:00.000Z';
const CAME = [{ at: '2031-04-05T09:00:00.000Z', sources: ['b'], statements: ['rests'] }];
const PAGE = article('<p>Orla Quennell went home, and Quennell slept.</p>');

inBothBrowsers((stage) => {
  const keep = async () => {
    await stage.driver.settings({ 'story:ferry': FERRY, 'kept:ferry': { ...KEPT, read: READ, came: CAME } });
    await stage.driver.compiled();
  };
  const kept = async () => (await stage.driver.stored())['kept:ferry'] as { read: string; came?: unknown };
  const cardText = async () => {
    const tab = await stage.show(PAGE);
    await expect.poll(tab.painted).toContain('Orla Quennell');
    await tab.hover('Orla Quennell');
    return (await tab.card()).text();
  };

  once('the story’s page tells it, then it counts as read: no card tells it any more', async () => {
    await keep();
    expect(await cardText()).toContain('New in Strait Observer, Apr 5, 2031');
    const page = await stage.driver.extensionPage('story.html#story/ferry');
    await page.bringToFront();
    await expect.poll(() => textOf(page)).toContain('New since Apr 4, 2031: 1 source and 1 statement');
    const news = () => page.evaluate(() => document.querySelector<HTMLElement>('.news')?.innerText);
    expect(await news()).toMatch(/Strait Observer.*, Apr 5, 2031[\s\S]*lets the ferry rest until spring/);
    await expect.poll(async () => (await kept()).read).not.toBe(READ);
    expect(await kept()).not.toHaveProperty('came');
    // It stays told on the page that has told it.
    expect(await news()).toContain('Strait Observer');
    await page.close();
    await stage.driver.compiled();
    await expect.poll(cardText).not.toContain('New in');
    const again = await stage.driver.extensionPage('story.html#story/ferry');
    await again.bringToFront();
    await expect.poll(() => textOf(again)).toContain('The ferry of Cape Morrow');
    expect(await textOf(again)).not.toContain('New since');
    await again.close();
  });

  once('the panel tells it of whoever is in view', async () => {
    await keep();
    const tab = await stage.show(PAGE);
    await expect.poll(tab.painted).toContain('Orla Quennell');
    const panel = await stage.driver.panel(tab);
    await expect.poll(() => textOf(panel)).toContain('New since Apr 4, 2031');
    expect(await textOf(panel)).toContain('New in Strait Observer, Apr 5, 2031');
    await panel.close();
  });
});
