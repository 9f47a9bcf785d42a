// @ts-check
// Renders assets/icon.svg to the PNGs that browsers ask for; run it after the drawing has changed.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { browsersFor, root, runMain } from './setup.mjs';

/** Sizes in px by file name; `icon-off` is shown where the extension is switched off. */
const SIZES = { icon: [16, 32, 48, 128], 'icon-off': [16, 32] };

runMain(async () => {
  const [chromium] = await browsersFor(['chromium']);
  const drawing = await readFile(join(root, 'assets/icon.svg'), 'utf8');
  const browser = await puppeteer.launch({
    executablePath: chromium?.path ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [],
  });
  const page = await browser.newPage();
  for (const [name, sizes] of Object.entries(SIZES)) {
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(
        `<style>html, body { margin: 0 } svg { display: block; width: ${size}px }</style><body class="${name === 'icon-off' ? 'off' : ''}">${drawing}`,
      );
      const file = `public/${name}/${size}.png`;
      await page.screenshot({ path: /** @type {`${string}.png`} */ (join(root, file)), omitBackground: true });
      console.log(file);
    }
  }
  await browser.close();
});
