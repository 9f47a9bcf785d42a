// Keeping an article: from the popup over its page to marks on another page, and cards that cite it.
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { until } from './driver/wait.mjs';
import { choose, enter, fillStorage, freeStorage, press, textOf } from './form.ts';
import { article, inBothBrowsers, once } from './stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** Sentences of our own, as long as those of a newspaper. */
export const P = [
  'The harbour of Velmouth will stay closed for another week, its director Ruth Adeyemi said on Thursday, because the crane fell.',
  'Nobody was hurt when it came down on the empty quay, but eleven ships have been waiting outside since then, Adeyemi said.',
  '“We have never had so many of them at once,” said Paolo Serra, who has been a pilot in the strait for twenty years.',
  'The firm that built the crane sent two engineers, and Ruth Adeyemi promised that it would pay for the ships that wait.',
];
const LONG = article(P.map((text) => `<p>${text}</p>`).join(''));
const OTHER = article(
  `<p>In the town hall Ruth Adeyemi spoke about the quay, and Adeyemi named no day.</p><p>Serra did not come.</p>`,
);

inBothBrowsers((stage) => {
  const openedAt = (path: string): Promise<Page> =>
    until(path, async () => (await stage.driver.browser.pages()).find((page) => page.url().includes(path)));
  /** Presses the button of the popup over a tab, and waits for the draft. */
  const draftOf = async (tab: Awaited<ReturnType<typeof stage.show>>): Promise<Page> => {
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toContain('Keep this article');
    await press(popup, 'Keep this article');
    const page = await stage.driver.ownPage('keep.html');
    await expect.poll(() => textOf(page)).toContain('The cast');
    return page;
  };
  const storyIds = async () =>
    Object.keys(await stage.driver.stored()).flatMap((key) => (key.startsWith('story:') ? [key.slice(6)] : []));

  test('two presses keep an article: its people are marked elsewhere, and the card cites it', async () => {
    const page = await draftOf(await stage.show(LONG));
    expect(await textOf(page)).toContain('Ruth Adeyemi');
    expect(await textOf(page)).toContain('Paolo Serra');
    await press(page, 'Keep');
    await expect.poll(() => textOf(page)).toContain('From now on');
    const [id] = await storyIds();
    const stored = await stage.driver.stored();
    expect(stored[`kept:${id}`]).toMatchObject({ from: 'article', looked: false });
    expect(Object.keys(stored).filter((key) => key.startsWith('capture:'))).toEqual([]);
    await stage.driver.compiled();
    const other = await stage.show(OTHER);
    await expect.poll(other.painted).toEqual(['Ruth Adeyemi', 'Adeyemi']);
    await other.hover('Ruth Adeyemi');
    const text = await (await other.card()).text();
    expect(text).toContain('made by a program, not looked through');
    expect(text).toContain('The Harbour Courier');
    expect(text).toMatch(/“[^”]*Adeyemi/);
    await page.close();
  });

  once('a title, an update of the same article, and what the popup says of it', async () => {
    const tab = await stage.show(LONG);
    const page = await draftOf(tab);
    await enter(page, 'Title', 'The crane of Velmouth', 'change');
    await press(page, 'Keep');
    await expect.poll(() => textOf(page)).toContain('From now on');
    const [id] = await storyIds();
    const stored = await stage.driver.stored();
    expect(stored[`story:${id}`]).toMatchObject({ title: { en: 'The crane of Velmouth' } });
    expect(stored[`kept:${id}`]).toMatchObject({ looked: true });
    await page.close();
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toMatch(/Kept on \w+ \d+, \d{4}/);
    expect(await textOf(popup)).not.toContain('Update it');
    await popup.close();
    await tab.page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Later in the evening the mayor of Velmouth promised to look into all of it herself.';
      [...document.querySelectorAll('article p')].at(-1)?.after(paragraph);
    });
    const later = await stage.driver.popup(tab);
    await expect.poll(() => textOf(later)).toContain('the page has changed since');
    await press(later, 'Update it');
    const again = await stage.driver.ownPage('keep.html');
    await expect.poll(() => textOf(again)).toContain('You kept this article on');
    await press(again, 'Update');
    await expect.poll(() => textOf(again)).toContain('Updated');
    expect(await storyIds()).toEqual([id]);
    expect((await stage.driver.stored())[`story:${id}`]).toMatchObject({ revision: 2 });
    await again.close();
  });

  const namesOf = (page: Page) =>
    page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.figure .who .name')].map((one) => one.innerText));
  /** What a screen reader would say of what has the focus. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { activeElement: one } = document as { activeElement: HTMLElement | null };
      return (one?.ariaLabel ?? one?.innerText ?? '').replace(/\s+/g, ' ').trim();
    });
  /** Goes on with Tab, or back, until something of this name has the focus; not past the end, into the browser. */
  const tabTo = async (page: Page, name: string, back = false) => {
    for (let presses = 0; presses < 80; presses++) {
      if (back) await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      if (back) await page.keyboard.up('Shift');
      if ((await focused(page)).startsWith(name)) return;
    }
    throw new Error(`Tab never comes to ${name}.`);
  };

  test('looking through by keyboard alone: leave out, merge, split, rename, add, keep; each step is undone', async () => {
    const page = await draftOf(await stage.show(LONG));
    await page.bringToFront();
    const { keyboard } = page;
    await expect.poll(() => focused(page)).toBe('Keep');
    const before = await namesOf(page);
    expect(before).toEqual(expect.arrayContaining(['Ruth Adeyemi', 'Paolo Serra']));
    await tabTo(page, 'Keep Paolo Serra');
    await keyboard.press(' ');
    await expect.poll(() => textOf(page)).toContain('Paolo Serra is left out.');
    await tabTo(page, 'Undo');
    await keyboard.press('Enter');
    await expect.poll(() => textOf(page)).not.toContain('Paolo Serra is left out.');
    await expect.poll(() => focused(page)).toMatch(/^Paolo Serra/);
    // Merge: the figures of the list are reached by their first letters.
    await tabTo(page, 'Ruth Adeyemi', true);
    await keyboard.press('Enter');
    await tabTo(page, 'is somebody else Adeyemi');
    await page.evaluate(() => document.querySelector<HTMLElement>('.details select')?.focus());
    await keyboard.type('Pao');
    await tabTo(page, 'Merge');
    await keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toContain('Paolo Serra was merged with Ruth Adeyemi.');
    expect(await namesOf(page)).toEqual(before.filter((name) => name !== 'Paolo Serra'));
    await expect.poll(() => focused(page)).toMatch(/^Merge|^Ruth Adeyemi/);
    await keyboard.down('Control');
    await keyboard.press('z');
    await keyboard.up('Control');
    await expect.poll(() => namesOf(page)).toEqual(before);
    await tabTo(page, 'is somebody else Adeyemi');
    await keyboard.press('Enter');
    await expect.poll(() => namesOf(page)).toContain('Adeyemi');
    await expect.poll(() => textOf(page)).toContain('Part of a name');
    await tabTo(page, 'Undo');
    await keyboard.press('Enter');
    await expect.poll(() => namesOf(page)).toEqual(before);
    await tabTo(page, 'Institution');
    await keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toContain('The kind of Ruth Adeyemi was changed.');
    // What was pressed has moved to another list with its figure.
    await expect.poll(() => focused(page)).toMatch(/^Institution|^Ruth Adeyemi/);
    await tabTo(page, 'Undo');
    await keyboard.press('Enter');
    await tabTo(page, 'Is somebody missing?');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.type('strait');
    await tabTo(page, 'As a place');
    await keyboard.press('Enter');
    await expect.poll(() => namesOf(page)).toContain('strait');
    await tabTo(page, 'Keep', true);
    while ((await focused(page)) !== 'Keep') await tabTo(page, 'Keep', true);
    await keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Kept');
    await page.close();
  });

  once('what was changed is there again where the page is opened again, and each step is undone', async () => {
    const page = await draftOf(await stage.show(LONG));
    const before = await namesOf(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('[aria-label="Keep Paolo Serra"]')?.click());
    await enter(page, 'Title', 'The crane of Velmouth', 'change');
    await page.evaluate(() => document.querySelector<HTMLElement>('#figure-ruth-adeyemi .who')?.click());
    await expect.poll(() => textOf(page)).toContain('Named in the article as');
    await enter(page, 'Who this is', 'who runs the harbour', 'change');
    await expect.poll(() => textOf(page)).toContain('The description of Ruth Adeyemi was changed.');
    await page.reload({ waitUntil: [] });
    await expect.poll(() => textOf(page)).toContain('who runs the harbour');
    const shown = () =>
      page.evaluate(() => ({
        title: document.querySelector('textarea')?.value,
        off: [...document.querySelectorAll<HTMLElement>('.figure.off .name')].map((one) => one.innerText),
        looked: document.querySelector<HTMLInputElement>('.bar input')?.checked,
      }));
    expect(await shown()).toEqual({ title: 'The crane of Velmouth', off: ['Paolo Serra'], looked: true });
    for (let left = 3; left > 0; left--) await press(page, 'Undo');
    await expect.poll(() => textOf(page)).not.toContain('who runs the harbour');
    expect(await shown()).toEqual({ title: 'Two presidents, one call', off: [], looked: false });
    expect(await namesOf(page)).toEqual(before);
    await press(page, 'Discard');
    await expect.poll(() => textOf(page)).toContain('Discarded');
    expect(Object.keys(await stage.driver.stored()).filter((key) => /^(?:capture|review):/.test(key))).toEqual([]);
    await page.close();
  });

  once('a name that is selected is added, a full storage loses nothing, and the keeping is undone', async () => {
    const page = await draftOf(await stage.show(LONG));
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf('engineers') ?? -1;
        if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + 'engineers'.length);
      }
    });
    await expect.poll(() => textOf(page)).toContain('“engineers”');
    await press(page, 'As an institution');
    await expect.poll(() => textOf(page)).toContain('engineers was added.');

    // A storage that takes nothing more
    await fillStorage(page);
    await press(page, 'Keep');
    await expect.poll(() => textOf(page)).toContain('Nothing is lost');
    expect(await storyIds()).toEqual([]);
    expect(await textOf(page)).toContain('Ruth Adeyemi');
    await freeStorage(page);
    await press(page, 'Keep');
    await expect.poll(() => textOf(page)).toContain('From now on');
    const [id, ...others] = await storyIds();
    expect(others).toEqual([]);
    expect((await stage.driver.stored())[`kept:${id}`]).toMatchObject({ looked: true });

    // The keeping is undone: the draft is there again, and can be discarded
    await press(page, 'Undo');
    await expect.poll(() => textOf(page)).toContain('The cast');
    expect(await storyIds()).toEqual([]);
    const captures = async () => Object.keys(await stage.driver.stored()).filter((key) => key.startsWith('capture:'));
    expect(await captures()).toHaveLength(1);
    await press(page, 'Discard');
    await expect.poll(() => textOf(page)).toContain('Discarded');
    expect(await storyIds()).toEqual([]);
    expect(await captures()).toEqual([]);
    await page.close();
  });

  once('pasted text and a file, without a page', async () => {
    const page = await stage.driver.extensionPage('keep.html');
    await expect.poll(() => textOf(page)).toContain('Paste the text');
    await page.evaluate(
      (text) => {
        const field = document.querySelector('textarea');
        if (!field) throw new Error('No field.');
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      `Harbour stays closed\n\n${P.join('\n\n')}`,
    );
    await press(page, 'Find the people in it');
    await expect.poll(() => textOf(page)).toContain('Ruth Adeyemi');
    // Opened again it is there: nothing is lost where a browser ends.
    await page.reload({ waitUntil: [] });
    await expect.poll(() => textOf(page)).toContain('Ruth Adeyemi');
    await press(page, 'Keep');
    await expect.poll(() => textOf(page)).toContain('From now on');
    expect(await storyIds()).toHaveLength(1);
    await page.close();
    const other = await stage.driver.extensionPage('keep.html');
    await expect.poll(() => textOf(other)).toContain('Paste the text');
    await choose(other, `# Harbour stays closed\n\n${P.join('\n\n')}`);
    await expect.poll(() => textOf(other)).toContain('Paolo Serra');
    await press(other, 'Discard');
    await other.close();
  });

  once('reading that takes long is stopped in the popup, and nothing is kept', async () => {
    const tab = await stage.show(LONG);
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toContain('Keep this article');
    // The page lets no script run for a while.
    await tab.page.evaluate(() => {
      setTimeout(() => {
        for (const end = Date.now() + 3000; Date.now() < end; );
      });
    });
    await press(popup, 'Keep this article');
    await expect.poll(() => textOf(popup)).toContain('Reading the article…');
    await press(popup, 'Stop');
    await expect.poll(() => textOf(popup)).toContain('Nothing has been kept.');
    await expect.poll(() => tab.page.evaluate(() => document.title), { timeout: 20_000 }).toBeTruthy();
    await tab.after(300);
    const kept = Object.keys(await stage.driver.stored()).filter((key) => /^(?:capture|review|story):/.test(key));
    expect(kept).toEqual([]);
    const opened = await stage.driver.inExtension(() =>
      chrome.tabs.query({ url: chrome.runtime.getURL('/keep.html*') }),
    );
    expect(opened).toEqual([]);
    await press(popup, 'Start again');
    const page = await stage.driver.ownPage('keep.html');
    await expect.poll(() => textOf(page)).toContain('The cast');
    await page.close();
  });

  once('drafting that takes long is stopped, and begun again', async () => {
    const page = await stage.driver.extensionPage('keep.html');
    await expect.poll(() => textOf(page)).toContain('Paste the text');
    // A worker that never gets to its article, however quick the machine is.
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = () => {
        Worker.prototype.postMessage = postMessage;
      };
    });
    await choose(page, `# Harbour stays closed\n\n${P.join('\n\n')}`);
    await expect.poll(() => textOf(page)).toMatch(/Reading [\d,]+ words…/);
    await press(page, 'Stop');
    await expect.poll(() => textOf(page)).toContain('Stopped. Nothing has been kept of these');
    expect(await storyIds()).toEqual([]);
    await press(page, 'Start again');
    await expect.poll(() => textOf(page)).toContain('The cast');
    await press(page, 'Discard');
    await page.close();
  });

  once('a page that is no article says so', async () => {
    const cards = P.map((_, at) => `<li><a href="/${at}"><h3>Crane number ${at}</h3></a></li>`);
    const tab = await stage.show(`<!doctype html><title>Cranes</title><main><ul>${cards.join('')}</ul></main>`);
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toContain('Keep this article');
    await press(popup, 'Keep this article');
    await expect.poll(() => textOf(popup)).toContain('This page does not look like an article.');
    expect(await stage.driver.stored()).toEqual({});
    await popup.close();
  });

  test('a citation opens the article at that very sentence', async () => {
    const filler = Array.from(
      { length: 30 },
      (_, at) => `<p>On day ${at + 1} the ferry left the quay at noon and came back at dusk.</p>`,
    );
    const told = [
      'Zoë Núñez-O’Brien said that the “old lamp”, she thinks, was lit at dusk, at dusk, and at dusk again.',
      'Nobody lit the lamp of the quay at dusk but Zoë Núñez-O’Brien, who said: “It is mine – not theirs.”',
    ];
    const story = article([...filler, ...told.map((text) => `<p>${text}</p>`), ...filler].join(''));
    const tab = await stage.show(story);
    const page = await draftOf(tab);
    await expect.poll(() => textOf(page)).toContain('Zoë Núñez-O’Brien');
    await press(page, 'Keep');
    await expect.poll(() => textOf(page)).toContain('From now on');
    await page.close();
    const address = tab.page.url();
    await tab.close();
    await stage.driver.compiled();
    const other = await stage.show(article('<p>The lamp is lit by Zoë Núñez-O’Brien, as everybody knows.</p>'));
    await other.hover('Zoë Núñez-O’Brien');
    const card = await other.card();
    expect(await card.text()).toContain('Núñez-O’Brien said');
    await card.click('.cite.out');
    const opened = await openedAt(new URL(address).pathname);
    const inView = () =>
      opened.evaluate((texts) => {
        const found = [...document.querySelectorAll('p')].filter((one) => texts.includes(one.textContent ?? ''));
        return (
          found.length === 2 &&
          scrollY > 300 &&
          found.some((one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
          })
        );
      }, told);
    await expect.poll(inView).toBe(true);
    await opened.close();
  });

  test('the background is ended between the steps, and the extension is updated: nothing is lost', async () => {
    const tab = await stage.show(LONG);
    const page = await draftOf(tab);
    const hash = await page.evaluate(() => location.hash);
    await stage.driver.endBackground();
    await stage.driver.install();
    if (!page.isClosed()) await page.close();
    const again = await stage.driver.extensionPage(`keep.html${hash}`);
    await expect.poll(() => textOf(again)).toContain('Ruth Adeyemi');
    await press(again, 'Keep');
    await expect.poll(() => textOf(again)).toContain('From now on');
    await stage.driver.endBackground();
    await stage.driver.install();
    expect(await storyIds()).toHaveLength(1);
    if (!again.isClosed()) await again.close();
  });
});
