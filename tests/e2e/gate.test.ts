// The gate: where it lets the reader in, where it keeps a page to itself, and that nothing is lost between the two.
import { expect, test } from 'vitest';
import { article, inBothBrowsers } from './stage.ts';

const NOBODY = '<p>Nobody was there, and nothing was said of America in 1998.</p>';
const NAME = '<p>Donald Trump was there.</p>';

inBothBrowsers((stage) => {
  type Shown = Awaited<ReturnType<typeof stage.show>>;
  const hasReader = (tab: Shown) => stage.driver.hasReader(tab);
  /** The page was searched as a whole, and nobody was brought: `mentions` is answered when that is sure. */
  const staysOut = async (tab: Shown) => {
    expect(await tab.mentions()).toEqual([]);
    expect(await hasReader(tab)).toBe(false);
  };
  const comesIn = (tab: Shown) => expect.poll(() => hasReader(tab)).toBe(true);

  test('a page without a name gets no reader: words, other words, names in scripts and styles', async () => {
    const other = '<p>He played the trump card. Petroleum rises. Contact us! US$ 5.</p>';
    const state = '<script type="application/json">{"title": "Donald Trump"}</script><style>/* Donald Trump */</style>';
    await staysOut(await stage.show(article(NOBODY + other + state)));
  });

  test('a name brings the reader, wherever it stands', async () => {
    const named = [
      NAME,
      '<p><span>T</span>rump spoke.</p>',
      '<ul><li>world</li><li>Trump</li><li>politics</li></ul>',
      '<ul><li>WORLD</li><li>VENEZUELA</li></ul>',
      '<p>the Colombian president</p>',
      '<p>Tru\u00ADmp spoke.</p>',
      '<div><template shadowrootmode="open"><p>Donald Trump</p></template></div>',
      '<x-story><template shadowrootmode="open"><p>Donald Trump</p></template></x-story>',
      `<iframe width="400" height="300" srcdoc="<p>Donald Trump</p>"></iframe>`,
    ];
    const tab = await stage.show(article(NOBODY));
    for (const body of named) {
      await tab.turnTo(stage.address(article(body)));
      await comesIn(tab);
      expect((await tab.mentions()).length, body).toBeGreaterThan(0);
    }
  });

  test('a name that comes later brings it: text, an element, a shadow root, a frame, a new address', async () => {
    const later: Record<string, () => void> = {
      text() {
        (document.querySelector('#late') as HTMLElement).firstChild!.nodeValue = 'Donald Trump';
      },
      element() {
        (document.querySelector('#late') as HTMLElement).innerHTML = '<p>Donald Trump</p>';
      },
      root() {
        const host = document.querySelector('x-late') as HTMLElement;
        host.attachShadow({ mode: 'open' }).innerHTML = '<p>Donald Trump</p>';
      },
      frame() {
        const frame = document.createElement('iframe');
        Object.assign(frame, { width: '400', height: '300', srcdoc: '<p>Donald Trump</p>' });
        document.body.append(frame);
      },
      address() {
        history.pushState(null, '', '/2026/01/09/another');
        (document.querySelector('#late') as HTMLElement).textContent = 'Donald Trump';
      },
    };
    const tab = await stage.show(article(NOBODY));
    for (const [name, act] of Object.entries(later)) {
      await tab.turnTo(stage.address(article(`${NOBODY}<p id="late">…</p><x-late></x-late>`)));
      await staysOut(tab);
      await tab.page.evaluate(act);
      await comesIn(tab);
      expect(
        (await tab.mentions()).map(({ text }) => text),
        name,
      ).toEqual(['Donald Trump']);
    }
  });

  test('a frame that moves on brings it, also in a shadow root and in a frame; the reader follows it there', async () => {
    const frame = (inside: string) => `<iframe width="400" height="300" srcdoc="${inside}"></iframe>`;
    const pages: [body: string, moveOn: (text: string) => void][] = [
      [
        `<x-host><template shadowrootmode="open">${frame('Nobody')}</template></x-host>`,
        (text) => {
          document.querySelector('x-host')!.shadowRoot!.querySelector('iframe')!.srcdoc = text;
        },
      ],
      [
        frame('<iframe width=350 height=220 srcdoc=Nobody></iframe>'),
        (text) => {
          const { contentDocument } = document.querySelector('iframe') as HTMLIFrameElement;
          contentDocument!.querySelector('iframe')!.srcdoc = text;
        },
      ],
    ];
    const tab = await stage.show(article(NOBODY));
    const known = async () => (await tab.mentions()).map(({ text }) => text);
    for (const [body, moveOn] of pages) {
      await tab.turnTo(stage.address(article(NOBODY + body)));
      await staysOut(tab);
      await tab.page.evaluate(moveOn, '<p>Donald Trump</p>');
      await comesIn(tab);
      await expect.poll(known).toEqual(['Donald Trump']);
      await tab.page.evaluate(moveOn, '<p>Marco Rubio</p>');
      await expect.poll(known).toEqual(['Marco Rubio']);
    }
  });

  test('the gate answers for a site that is off; a question that it cannot answer brings the reader', async () => {
    await stage.driver.settings({ 'site:example.com': 'off' });
    const tab = await stage.show(article(NAME));
    await staysOut(tab);
    expect(await tab.status()).toMatchObject({ active: false, state: 'switched-off' });
    expect(await hasReader(tab)).toBe(true);
    await stage.driver.settings({ 'site:example.com': 'on' });
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
  });

  test('a site that is switched on, off and on again is searched again', async () => {
    await stage.driver.settings({ activation: 'chosen' });
    const tab = await stage.show(article(NAME));
    await staysOut(tab);
    await stage.driver.settings({ 'site:example.com': 'on' });
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await stage.driver.settings({ 'site:example.com': 'off' });
    await expect.poll(tab.painted).toEqual([]);
  });

  test('a page that names somebody and is no news gets no reader until it is asked for, or marked anyway', async () => {
    const recipe = `<!doctype html><html lang="en"><title>Fried plantain</title><p>Donald Trump never ate it.</p>`;
    const asked = await stage.show(recipe);
    await staysOut(asked);
    expect(await asked.status()).toMatchObject({ active: false, state: 'not-news', news: { kind: 'other' } });
    expect(await hasReader(asked)).toBe(true);
    const tab = await stage.show(recipe);
    await staysOut(tab);
    await stage.driver.settings({ activation: 'everywhere' });
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
  });

  test('a page that becomes news gets the reader: when its scripts build it late, and at a new address', async () => {
    const facts =
      '{"@context": "https://schema.org", "@type": "NewsArticle", "publisher": {"@type": "NewsMediaOrganization"}}';
    const late = `<!doctype html><html lang="en"><title>News</title><p>Donald Trump spoke.</p>
      <script>
        window.build = () => {
          const script = document.createElement('script');
          script.type = 'application/ld+json';
          script.text = ${JSON.stringify(facts)};
          document.head.append(script);
        };
      </script>`;
    const build = () => (window as unknown as { build(): void }).build();
    const onTime = await stage.show(late.replace('</script>', 'setTimeout(build, 700);</script>'));
    await expect.poll(onTime.painted).toEqual(['Donald Trump']);
    const moved = await stage.show(late);
    await staysOut(moved);
    await moved.page.evaluate(build);
    await moved.page.evaluate(() => history.pushState(null, '', '/2026/01/09/another'));
    await expect.poll(moved.painted).toEqual(['Donald Trump']);
  });

  test('a background that was ended is woken by the gate', async () => {
    const tab = await stage.show(article(`${NOBODY}<p id="late">…</p>`));
    await staysOut(tab);
    await stage.driver.endBackground();
    await tab.page.evaluate(() => {
      (document.querySelector('#late') as HTMLElement).textContent = 'Donald Trump';
    });
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
  });

  test('without its filter the gate opens, and the next page has the filter again', async () => {
    await stage.driver.empty();
    await comesIn(await stage.show(article(NOBODY)));
    await expect
      .poll(async () => {
        const tab = await stage.show(article(NOBODY));
        await tab.mentions();
        return hasReader(tab);
      })
      .toBe(false);
  });

  test('pages that were open when the extension came are searched as well', async () => {
    const named = await stage.show(article(NAME));
    const silent = await stage.show(article(NOBODY));
    await stage.driver.remove();
    await stage.driver.install();
    await named.page.bringToFront();
    await expect.poll(named.painted).toEqual(['Donald Trump']);
    // Firefox puts the gate there itself, before there is a filter to read.
    if (stage.engine === 'chromium') await staysOut(silent);
    else expect(await silent.mentions()).toEqual([]);
  });

  if (stage.engine === 'chromium')
    test('a prerendered page gets the reader when it is shown', async () => {
      const next = stage.address(article(NAME));
      const tab = await stage.show(
        article(`${NOBODY}<a id="next" href="${next}">next</a>
          <script type="speculationrules">{"prerender": [{"urls": ["${next}"], "eagerness": "immediate"}]}</script>`),
      );
      await staysOut(tab);
      await tab.page.click('#next');
      await expect.poll(tab.painted).toEqual(['Donald Trump']);
    });
});
