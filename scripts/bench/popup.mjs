// @ts-check
// How soon the popup shows something: from the press on the button, and from the beginning of its own page, to its
// first paint, and to the switch of the site in front. In Chromium, which opens the real popup.
import { launch } from '../../tests/e2e/driver/launch.mjs';
import { until } from '../../tests/e2e/driver/wait.mjs';
import { times } from './figures.mjs';
import { namedArticle, servePages } from './pages.mjs';

/**
 * @param {import('../browsers.mjs').InstalledBrowser} installed
 * @param {string} extension
 * @param {number} rounds
 * @returns {Promise<Record<string, ReturnType<typeof times>>>}
 */
export async function measurePopup(installed, extension, rounds) {
  const server = await servePages([namedArticle()]);
  const driver = await launch(installed, extension, { offline: true });
  const fromPress = [];
  const fromPage = [];
  const toSwitch = [];
  try {
    await driver.compiled();
    const tab = await driver.open(server.url('/0'));
    await tab.mentions();
    for (let at = -1; at < rounds; at++) {
      await tab.page.bringToFront();
      const pressed = performance.timeOrigin + performance.now();
      const popup = await driver.popup(tab);
      // Both pages and this program go by the clock of the machine.
      const paint = await until('the first paint', () =>
        popup.evaluate(() => {
          const [first] = performance.getEntriesByName('first-contentful-paint');
          return first && { at: first.startTime, began: performance.timeOrigin };
        }),
      );
      const known = await popup.evaluate(
        () =>
          new Promise((resolve) => {
            const look = () => {
              if (document.querySelector('[role=switch]')) resolve(performance.now());
              else requestAnimationFrame(look);
            };
            look();
          }),
      );
      await popup.close();
      // The first one also starts what later ones find running.
      if (at < 0) continue;
      fromPage.push(paint.at);
      toSwitch.push(known);
      fromPress.push(paint.began + paint.at - pressed);
    }
  } finally {
    await driver.close();
    server.close();
  }
  return {
    'first paint, from the beginning of its page': times(fromPage),
    'first paint, from the press': times(fromPress),
    'switch of the site, from the beginning (seen from outside)': times(toSwitch),
  };
}
