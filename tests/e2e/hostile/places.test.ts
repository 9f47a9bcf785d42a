// Documents with policies, in sandboxes and of opaque origin: works where it may, breaks nothing of the policy, and
// stays out of the rest.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { article, inBothBrowsers } from '../stage.ts';
import { attacked, CALL, goesOn, MARKED } from './victim.ts';

const REPORT = `violations = []; addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => violations.push(violatedDirective + ' ' + sourceFile));`;
const nonce = `'nonce-x'`;

/** Headers under which marks and cards are as on any page, and nothing is reported to it. */
const POLICIES: [what: string, headers: Record<string, string>][] = [
  [
    'a policy that allows nothing',
    {
      'content-security-policy': `default-src 'none'; script-src ${nonce}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  ],
  [
    'enforced trusted types',
    { 'content-security-policy': `script-src ${nonce}; require-trusted-types-for 'script'; trusted-types 'none'` },
  ],
  [
    'isolation from other origins',
    {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
    },
  ],
  ['a sandbox that gives it an opaque origin', { 'content-security-policy': 'sandbox allow-scripts' }],
  [
    'a permissions policy that denies everything',
    {
      'permissions-policy': 'clipboard-write=(), fullscreen=(), unload=(), storage-access=()',
      'document-policy': 'force-load-at-top',
    },
  ],
];

inBothBrowsers((stage) => {
  test.each(POLICIES)('%s', async (_, headers) => {
    const body = attacked(REPORT).replaceAll('<script>', '<script nonce="x">');
    const tab = await stage.show({ body, headers });
    await goesOn(tab);
    const violations = await tab.page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);
    // The page's own style element is one, the browser's asking for an icon another.
    expect(violations.filter((one) => !/^(?:style-src-elem|style-src|img-src) (?:http|resource|$)/.test(one))).toEqual(
      [],
    );
  });

  test('sandboxed frames and frames without an address (opaque origins) are left alone', async () => {
    await stage.driver.settings({ activation: 'everywhere' });
    const tab = await stage.show(
      article(`${CALL}<iframe sandbox width="600" height="300" srcdoc="<p>Marco Rubio</p>"></iframe>
        <iframe sandbox="allow-scripts" width="600" height="300" srcdoc="<p>Marco Rubio</p><script>parent.postMessage(CSS.highlights.size, '*')</script>"></iframe>
        <iframe width="600" height="300" src="data:text/html,<p>Marco Rubio</p>"></iframe>`),
    );
    await goesOn(tab);
    expect((await tab.mentions()).map(({ text }) => text)).toEqual(MARKED);
    for (const frame of tab.page.frames().slice(1)) expect(await frame.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  test('files of the reader’s disk and documents without a site are left alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    const file = join(folder, 'article.html');
    await writeFile(file, article(CALL));
    await stage.driver.settings({ activation: 'everywhere' });
    const html = encodeURIComponent(article(CALL));
    const pages = [];
    for (const address of [pathToFileURL(file).href, `data:text/html;charset=utf-8,${html}`, 'about:blank']) {
      const page = await stage.driver.browser.newPage();
      await page.goto(address);
      if (address === 'about:blank') await page.setContent(article(CALL));
      pages.push(page);
    }
    // The same article from a site, opened after them, is marked: so would they be.
    await goesOn(await stage.show(article(CALL)));
    for (const page of pages) {
      await page.bringToFront();
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
      expect(await page.evaluate(() => document.querySelector('dramatis-card'))).toBeNull();
      await page.close();
    }
    await rm(folder, { recursive: true });
  });
});
