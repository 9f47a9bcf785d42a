// The two content scripts, in whichever order a browser runs them: Chromium sorts entries by numbers that it writes as text, so that the
// ninth and tenth that it has met stand the other way round.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { browsersFor, root } from '../../scripts/setup.mjs';
import { article } from './stage.ts';

test.each([
  ['chromium', 'chrome'],
  ['firefox', 'firefox'],
] as const)('in %s the last may come first', async (engine, target) => {
  const folder = await mkdtemp(join(tmpdir(), 'order-'));
  await cp(join(root, '.output', `${target}-mv3`), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.content_scripts.reverse();
  await writeFile(path, JSON.stringify(manifest));
  const [installed] = await browsersFor([engine]);
  const server = await serve({ '/2026/01/08/page': article('<p>Donald Trump spoke with Gustavo Petro.</p>') });
  const driver = await launch(installed!, folder, { offline: true });
  try {
    const tab = await driver.open(server.url('/2026/01/08/page', 'www.example.com'));
    await expect.poll(tab.painted).toEqual(['Donald Trump', 'Gustavo Petro']);
  } finally {
    await driver.close();
    server.close();
    await rm(folder, { recursive: true, maxRetries: 3 });
  }
});
