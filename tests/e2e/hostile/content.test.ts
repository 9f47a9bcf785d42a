// Pages whose text, markup and metadata are made to mislead, to overload or to become something else than text.
import { describe, expect, test } from 'vitest';
import { until } from '../driver/wait.mjs';
import { article, inBothBrowsers } from '../stage.ts';
import { CALL, goesOn, MARKED, open } from './victim.ts';

/** Bodies in which no name is to be found besides those of CALL. */
const NO_NAMES: [what: string, body: string][] = [
  [
    'attributes (one of a megabyte), templates, comments and what is never shown',
    `<p lang="${'x'.repeat(1e6)}" class="${'Marco Rubio '.repeat(90_000)}" title="Marco Rubio" aria-label="Marco Rubio" data-x="Marco Rubio">Nobody.</p><img alt="Marco Rubio" src="data:,">
     <input placeholder="Marco Rubio" value="Marco Rubio"><template><p>Marco Rubio</p></template><!-- Marco Rubio -->
     <noscript>Marco Rubio</noscript><script type="text/plain">Marco Rubio</script><style>/* Marco Rubio */</style>
     <textarea>Marco Rubio</textarea><select><option>Marco Rubio</option></select><object>Marco Rubio</object><svg><title>Marco Rubio</title></svg>`,
  ],
  ['homoglyphs', '<p>Mаrco Rubiо met Donаld Тrump; Тrump and Реtro said so. 𝐌𝐚𝐫𝐜𝐨 𝐑𝐮𝐛𝐢𝐨, Marc0 Rubi0, Ｍаrсо.</p>'],
  [
    'text with direction overrides',
    '<p>&#x202E;oibuR ocraM&#x202C; and Marco R&#x202E;ubio&#x202C; and Marco Rub&#x202D;io&#x202C;.</p>',
  ],
];

const METHODS = [
  'parentNode',
  'childNodes',
  'firstChild',
  'nextSibling',
  'textContent',
  'tagName',
  'nodeType',
  'ownerDocument',
  'isConnected',
  'closest',
  'matches',
  'contains',
  'querySelectorAll',
  'getBoundingClientRect',
  'getClientRects',
  'checkVisibility',
  'scrollIntoView',
  'getAttribute',
  'shadowRoot',
  'focus',
  'append',
  'addEventListener',
  'getRootNode',
  'localName',
  'lang',
  'id',
];
const GLOBALS = [
  'nodeType',
  'body',
  'title',
  'createElement',
  'createElementNS',
  'createTextNode',
  'createTreeWalker',
  'getElementById',
  'getElementsByTagName',
  'documentElement',
  'defaultView',
  'activeElement',
  'fullscreenElement',
  'scrollingElement',
  'adoptedStyleSheets',
  'styleSheets',
  'addEventListener',
  'readyState',
  'hidden',
  'visibilityState',
  'implementation',
  'execCommand',
  'URL',
  'cookie',
  'CSS',
  'chrome',
  'browser',
  'JSON',
  'Map',
  'navigator',
  'performance',
  'getSelection',
  'elementFromPoint',
];
const fields = METHODS.map((name) => `<input name="${name}" hidden>`).join('');

const ld = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

const LIE = '{"@type":"NewsArticle","datePublished":"1999-01-01"}';
const filler = (length: number) => 'Marco Rubio '.repeat(length / 12);

/**
 * Heads whose metadata are made to overload, to poison or to be read where nobody would look: the date in them, 1999,
 * is not taken.
 */
const METADATA: [what: string, head: string][] = [
  ['JSON-LD of 50 MB', ld(`{"@type":"NewsArticle","datePublished":"1999-01-01","text":"${filler(5e7)}"}`)],
  [
    'JSON-LD of 10,000 levels',
    ld('{"@graph":['.repeat(10_000) + LIE + ']}'.repeat(10_000)) + ld('['.repeat(10_000) + LIE + ']'.repeat(10_000)),
  ],
  ['JSON-LD that is cut off after 10,000 levels', ld('{"mainEntity":'.repeat(10_000))],
  [
    'keys such as __proto__',
    ld(`{"@type":"NewsArticle","__proto__":{"datePublished":"1999-01-01"},"constructor":{"prototype":${LIE}}}`) +
      ld(`{"__proto__":${LIE},"@graph":{"__proto__":${LIE}}}`) +
      ['__proto__', 'constructor', 'hasOwnProperty', 'toString']
        .map((name) => `<meta name="${name}" content="1999-01-01"><meta property="${name}" content="x">`)
        .join(''),
  ],
  [
    'values of wrong types',
    ld({
      '@type': [[{}], 7, null, 'NewsArticle'],
      datePublished: [{ a: 1999 }],
      dateCreated: true,
      publisher: 7,
      author: [[[]]],
      '@graph': 'x',
      mainEntity: true,
    }),
  ],
  ['the last of a hundred scripts', ld({ '@type': 'Thing', name: 'x' }).repeat(100) + ld(LIE)],
  [
    'the last of a hundred thousand meta elements',
    `${'<meta name="x" content="y">'.repeat(100_000)}<meta name="article:published_time" content="1999-01-01">`,
  ],
  ['a name of a site that would fill the popup', `<meta property="og:site_name" content="Daily News ${filler(1800)}">`],
];

/** What a page may call its date, and what is made of it. */
const DATES: [what: string, stated: string, date: string | null][] = [
  ['a day to come', '9999-12-31', null],
  ['the first day of clocks', '1970-01-01T00:00:00Z', null],
  ['no day', '0000-00-00', null],
  ['a key of prototypes', '__proto__', null],
  ['markup', '<img src=x onerror=alert(1)>', null],
  ['very much', '2026-01-05'.padEnd(100_000, ' 2026-01-05'), '2026-01-05'],
];

inBothBrowsers((stage) => {
  test.each(NO_NAMES)('no name is found in %s', async (_, body) => {
    const tab = await stage.show(article(`${CALL}${body}`));
    expect((await tab.mentions()).map(({ text }) => text).filter((text) => !/^(?:Petro|Trump)$/.test(text))).toEqual(
      MARKED,
    );
    await goesOn(tab);
  });

  test('elements named after methods and globals change nothing', async () => {
    const images = GLOBALS.map((name) => `<img name="${name}" id="${name}" alt="">`).join('');
    const forms = `<form>${fields}<p>Nobody.</p></form>`.repeat(3);
    const tab = await stage.show(
      article(
        `<form name="documentElement" tabindex="0" id="focused">${fields}On Wednesday Donald Trump spoke with Gustavo Petro about Venezuela.</form>${forms}${images}`,
      ),
    );
    expect((await tab.mentions()).map(({ text }) => text)).toEqual(MARKED);
    await tab.page.evaluate(() => {
      HTMLElement.prototype.focus.call(document.forms[0]);
    });
    const card = await open(tab);
    expect(await card.text()).toContain('Gustavo Petro');
    await tab.page.keyboard.press('Escape');
    await tab.cardGone();
    await open(tab, 'trump');
  });

  test('a long page of such forms is painted near the viewport', async () => {
    const forms = Array.from(
      { length: 200 },
      (_, at) => `<form style="margin: 40px" id="f${at}">${fields}Donald Trump spoke, ${at}.</form>`,
    );
    const tab = await stage.show(article(forms.join('')));
    const painted = () =>
      tab.page.evaluate(() =>
        [...CSS.highlights.values()]
          .flatMap((one) => [...one])
          .map(({ startContainer }) => startContainer.parentElement?.getAttributeNode('id')?.value),
      );
    await expect.poll(painted).toContain('f0');
    await tab.page.evaluate(
      () => document.querySelector('#f190 input')?.parentElement && scrollTo(0, document.body.scrollHeight),
    );
    await expect.poll(painted).toContain('f199');
  });

  test('a name in a javascript: link runs nothing', async () => {
    const tab = await stage.show(
      article(
        `<p>On Wednesday <a href="javascript:void(document.title='ran')">Donald Trump</a> spoke with <a href="javascript:void(document.title='ran')">Gustavo Petro</a> about Venezuela.</p>`,
        `<script>clicks = 0; addEventListener('click', () => clicks++, true)</script>`,
      ),
    );
    const card = await goesOn(tab);
    expect(await card.evaluate((root) => root.querySelector('a') === null)).toBe(true);
    await tab.page.keyboard.press('Escape');
    await tab.cardGone();
    await tab.hover('Donald Trump');
    expect(await (await tab.card()).text()).toContain('Donald Trump');
    // Browsers keep a script of ours from running such a link; what we must not even try, the page would hear.
    expect(await tab.page.evaluate(() => (globalThis as unknown as { clicks: number }).clicks)).toBe(0);
    expect(await tab.page.title()).not.toBe('ran');
  });

  test('text that looks like markup stays text, in card and popup', async () => {
    const tab = await stage.show(
      article(
        `<p>On Wednesday Donald Trump spoke with Gustavo Petro about Venezuela.</p>
         <p>&lt;img src=x onerror="document.title='ran'"&gt; President&lt;b&gt; Petro&lt;/b&gt; &lt;script&gt;document.title='ran'&lt;/script&gt; spoke.</p>`,
        `<title>&lt;img src=x onerror="document.title='ran'"&gt; Petro</title>`,
      ).replace('site_name" content="', `site_name" content="Daily News &lt;img src=x onerror=alert(1)&gt; `),
    );
    await tab.mentions();
    const card = await open(tab);
    expect(await card.evaluate((root) => root.querySelector('img, script, b, iframe, a') === null)).toBe(true);
    await tab.page.keyboard.press('Escape');
    const popup = await stage.driver.popup(tab);
    const said = () => popup.evaluate(() => document.body.innerText);
    await expect.poll(said).toContain('Gustavo Petro');
    expect(await said()).toContain('Daily News <img src=x onerror=alert(1)>');
    expect(await popup.evaluate(() => document.querySelector('img[src="x"], script:not([src]), b') === null)).toBe(
      true,
    );
    await popup.close();
    expect(await tab.page.title()).not.toBe('ran');
  });

  test.each(METADATA)('hostile metadata change nothing: %s', async (_, head) => {
    await stage.driver.settings({ activation: 'everywhere' });
    const tab = await stage.show(`<!doctype html><html lang="en"><title>x</title>${head}<article>${CALL}</article>`);
    // The address of our pages has a date as well.
    await tab.page.evaluate(() => history.replaceState(null, '', '/nowhere'));
    await until('the page read again', async () => (await tab.status()).date === null);
    const { because } = (await tab.status()).news;
    expect(because).not.toContain('unreadable');
    for (const reason of because) expect(reason.length).toBeLessThanOrEqual(200);
    expect((await tab.mentions()).map(({ text }) => text)).toEqual(MARKED);
    await open(tab);
  });

  // What is made of a date is the same in every browser (tests/page/date/).
  describe.runIf(stage.engine === 'chromium')('a page that states as its date', () => {
    test.each(DATES)('%s', async (_, stated, date) => {
      await stage.driver.settings({ activation: 'everywhere' });
      const tab = await stage.show(
        `<!doctype html><meta property="article:published_time" content="${stated.replaceAll('<', '&lt;')}"><title>x</title>${ld({ '@type': 'NewsArticle', datePublished: stated })}<article>${CALL}</article>`,
        // The address has a date of its own, which a page may have but not lie about to us: so it is left out here.
      );
      await tab.page.evaluate(() => history.replaceState(null, '', '/nowhere'));
      await until('the page read again', async () => (await tab.status()).date === date);
      const card = await open(tab);
      expect(await card.text()).not.toMatch(/9999|0000|1970|__proto__|onerror|Invalid/);
    });
  });
});
