// The welcome page: opened once after install, never over the page that stands in front of whoever tests or develops,
// and really marked.
import { expect, test } from 'vitest';
import { inBothBrowsers } from './stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

inBothBrowsers((stage) => {
  test('opens in the background after the installation of an unpacked build', async () => {
    await stage.driver.remove();
    await stage.driver.install();
    const tabs = () =>
      stage.driver.inExtension(async () =>
        (await chrome.tabs.query({ url: chrome.runtime.getURL('/welcome.html') })).map(({ active }) => active),
      );
    await expect.poll(tabs).toEqual([false]);
  });

  test('its paragraph is marked, and every picture is there', async () => {
    const page = await stage.driver.extensionPage('welcome.html');
    const marked = () => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
    await expect.poll(marked).toBeGreaterThan(3);
    const pictures = await page.evaluate(() => [...document.images].map(({ naturalWidth }) => naturalWidth));
    expect(pictures).toHaveLength(4);
    for (const width of pictures) expect(width).toBeGreaterThan(0);
    await page.close();
  });
});
