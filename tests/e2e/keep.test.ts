// Keeping an article: from the popup over its page to marks on another page, and cards that cite it.
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { until } from './driver/wait.mjs';
import { press, textOf } from './form.ts';
import { article, inBothBrowsers } from './stage.ts';

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
  const pageAt = (path: string): Promise<Page> =>
    until(path, async () => {
      const target = stage.driver.browser.targets().find((one) => one.url().includes(path));
      return target && (await target.page());
    });
  /** Presses the button of the popup over a tab, and waits for the draft. */
  const draftOf = async (tab: Awaited<ReturnType<typeof stage.show>>): Promise<Page> => {
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toContain('Keep this article');
    await press(popup, 'Keep this article');
    const page = await pageAt('/keep.html');
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
});
