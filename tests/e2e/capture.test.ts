// The capture script in real pages: what layout, shadow roots, frames and scripts make of an article.
import { expect, test } from 'vitest';
import type { Article } from '../../page/article/article.ts';
import type { Route } from '../../scripts/serve.mjs';
import type { Tab } from './driver/tab.mjs';
import { inBothBrowsers } from './stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

/** Sentences of our own, as long as those of a newspaper. */
const P = [
  'The harbour of Velm will stay closed for another week, its director Ruth Adeyemi said on Thursday, because the crane fell.',
  'Nobody was hurt when it came down on the empty quay, but eleven ships have been waiting outside since then, she said.',
  '“We have never had so many of them at once,” said Paolo Serra, who has been a pilot in the strait for twenty years.',
  'The firm that built the crane, Norling, sent two engineers, and it promised to pay for the ships that have to wait.',
];
const paragraphs = P.map((text) => `<p>${text}</p>`).join('');

const page = (body: string, head = '', attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>Harbour stays closed</title>${head}</head>
  <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>${body}
  <footer><p>All rights are reserved by the owners of this newspaper, who live in a town far away from the sea.</p></footer>
  </body></html>`;
const article = (body: string) => `<main><h1>Harbour stays closed</h1><article>${body}</article></main>`;

inBothBrowsers((stage) => {
  /** As popup and background do it (extension/capture.ts). */
  const capture = (tab: Tab): Promise<{ article: Article; selection: Article | null }> =>
    stage.driver.inExtension(async (tabId) => {
      const target = { tabId, frameIds: [0] };
      const [injected] = await chrome.scripting.executeScript({ target, files: ['/capture.js'] });
      return injected?.result as never;
    }, tab.id);
  const captured = async (route: Route) => (await capture(await stage.show(route))).article;

  test('an article, its facts, and nothing around it', async () => {
    const found = await captured(page(article(paragraphs)));
    expect(found).toMatchObject({ title: 'Harbour stays closed', language: 'en', date: '2026-01-08', problem: null });
    expect(found.url).toMatch(/^http:\/\/www\.example\.com:\d+\/2026\/01\/08\/page-\d+$/);
    expect(found.paragraphs).toEqual(P);
  });

  test('what the page does not show is left out', async () => {
    const style = '<style>.menu-open { display: none }</style>';
    const hidden =
      '<div class="menu-open"><p>This menu opens only where somebody presses the button in the corner.</p></div>';
    expect((await captured(page(article(`${hidden}${paragraphs}${hidden}`), style))).paragraphs).toEqual(P);
  });

  test('what is there for screen readers alone stands in no sentence', async () => {
    const style = '<style>.note { position: absolute; clip-path: inset(50%); width: 1px; overflow: hidden }</style>';
    const text = `<p>${P[0]!.replace('director', '<a href="/d">director<span class="note">, opens new tab</span></a>')}</p>`;
    expect(
      (await captured(page(article(text + paragraphs.slice(paragraphs.indexOf('</p>') + 4)), style))).paragraphs,
    ).toEqual(P);
  });

  test('a live blog, all its posts', async () => {
    const posts = P.map(
      (text, at) => `<section class="post"><time>1${at}:30</time><h2>Post number ${at}</h2><p>${text}</p></section>`,
    );
    const { paragraphs: kept } = await captured(page(article(posts.join(''))));
    expect(kept).toEqual(P.flatMap((text, at) => [`Post number ${at}`, text]));
  });

  test('AMP, at the address of the article itself', async () => {
    const head =
      '<link rel="canonical" href="/2026/01/08/harbour"><style amp-boilerplate>body { visibility: hidden }</style>';
    const found = await captured(page(article(paragraphs), head, 'amp lang="en"'));
    expect(found.paragraphs).toEqual(P);
    expect(new URL(found.url ?? '').pathname).toBe('/2026/01/08/harbour');
  });

  test('a frame of the same origin', async () => {
    const inside = new URL(stage.address(page(article(paragraphs)))).pathname;
    const frame = `<iframe src="${inside}" style="width: 900px; height: 700px"></iframe>`;
    expect((await captured(page(frame))).paragraphs).toEqual(P);
  });

  test('shadow roots and their slots', async () => {
    const script = `<script>customElements.define('news-story', class extends HTMLElement {
      constructor() {
        super().attachShadow({ mode: 'open' }).innerHTML = '<article><p>${P[0]}</p><slot></slot><p>${P[3]}</p></article>';
      }
    })</script>`;
    const story = `<main><h1>Harbour stays closed</h1><news-story><p>${P[1]}</p><p>${P[2]}</p></news-story></main>`;
    expect((await captured(page(story, script))).paragraphs).toEqual(P);
  });

  test('a page that is written from right to left', async () => {
    const text = [
      'قال مدير الميناء يوم الخميس إن المرفأ سيبقى مغلقا أسبوعا آخر بعد سقوط الرافعة الكبيرة على الرصيف الشمالي.',
      'وأضاف أن أحدا لم يصب بأذى، وأن إحدى عشرة سفينة تنتظر منذ ذلك اليوم خارج الميناء حتى يفتح من جديد.',
      'وقال القبطان باولو سيرا إنه لم ير في عشرين عاما هذا العدد من السفن تنتظر في المضيق في وقت واحد.',
    ];
    const body = article(text.map((one) => `<p>${one}</p>`).join(''));
    const found = await captured(page(body, '', 'dir="rtl"'));
    expect(found).toMatchObject({ language: 'ar', problem: null });
    expect(found.paragraphs).toEqual(text);
  });

  test('a page whose lines run from top to bottom', async () => {
    const text = [
      '港の管理者は木曜日、大きなクレーンが倒れたため、港はあと一週間閉鎖されたままになると述べた。けが人はいなかった。',
      '十一隻の船がその日から港の外で待っている。水先人のパオロ・セラさんは、二十年でこんなに多くの船を見たことがないと話した。',
      'クレーンを作った会社は技術者を二人送り、待っている船のために費用を払うと約束した。町では果物が足りなくなり始めている。',
    ];
    const style = '<style>body { writing-mode: vertical-rl }</style>';
    const found = await captured(page(article(text.map((one) => `<p>${one}</p>`).join('')), style, 'lang="ja"'));
    expect(found).toMatchObject({ language: 'ja', problem: null });
    expect(found.paragraphs).toEqual(text);
  });

  test.each([
    ['breaks', P.join('<br><br>'), ''],
    ['divisions', P.map((text) => `<div>${text}</div>`).join(''), ''],
    [
      'spans that are set as blocks',
      P.map((text) => `<span class="line">${text}</span>`).join(''),
      '<style>.line { display: block }</style>',
    ],
    [
      'elements of its own',
      P.map((text) => `<news-line>${text}</news-line>`).join(''),
      '<style>news-line { display: block }</style>',
    ],
  ])('a page without paragraphs: %s', async (_, body, head) => {
    const text = `<main><h1>Harbour stays closed</h1><div class="text">${body}</div></main>`;
    expect((await captured(page(text, head))).paragraphs).toEqual(P);
  });

  test('the beginning of an article that is not free, and it says so', async () => {
    const facts = { '@type': 'NewsArticle', headline: 'Harbour stays closed', isAccessibleForFree: false };
    const head = `<script type="application/ld+json">${JSON.stringify(facts)}</script>`;
    const wall =
      '<div class="paywall"><p>You have read all that is free today. Become a subscriber to read on.</p></div>';
    const found = await captured(page(article(paragraphs + wall), head));
    expect(found).toMatchObject({ partial: true, problem: null });
    expect(found.paragraphs).toEqual(P);
  });

  test('a page that is no article says so', async () => {
    const cards = P.map((_, at) => `<li><a href="/${at}"><h3>Crane number ${at}</h3></a><p>${at + 3} tons</p></li>`);
    expect((await captured(page(`<main><h1>Our cranes</h1><ul>${cards.join('')}</ul></main>`))).problem).toBe(
      'no-article',
    );
  });

  test('a front page is no article, though it has much to read', async () => {
    const teasers = Array.from(
      { length: 24 },
      (_, at) => `<section><h3><a href="/2026/01/08/story-${at}">What has become of
      crane number ${at} in the harbour of Velm</a></h3><p>${P[at % 4]} That was on day ${at}.</p></section>`,
    );
    const menu = ['Politics', 'World', 'Business', 'Sport', 'Opinion']
      .map((one) => `<a href="/${one}">${one}</a>`)
      .join(' ');
    const head = '<meta property="og:site_name" content="The Velm Times"><meta property="og:type" content="website">';
    const found = await captured(
      page(`<nav>${menu}</nav><h1>The Velm Times</h1><main>${teasers.join('')}</main>`, head),
    );
    expect(found.problem).toBe('no-article');
  });

  test('a page that puts another article in its place', async () => {
    const tab = await stage.show(page(article('<p>Loading</p>')));
    await tab.page.evaluate((text) => {
      history.pushState(null, '', '/2026/01/09/next?utm_source=a#b');
      document.title = 'Harbour opens';
      document.querySelector('h1')!.textContent = 'Harbour opens';
      document.querySelector('article')!.innerHTML = text;
    }, paragraphs);
    const { article: found } = await capture(tab);
    expect(found).toMatchObject({ title: 'Harbour opens', date: '2026-01-09' });
    expect(found.url).toMatch(/\/2026\/01\/09\/next$/);
    expect(found.paragraphs).toEqual(P);
  });

  test('a page that changes all the time is captured as it was at one moment', async () => {
    const script = `<script>let turn = 0;
      const write = () => { turn += 1; for (const p of document.querySelectorAll('article p')) p.lastChild.data = ' Version ' + turn + '.' };
      setInterval(write); addEventListener('load', write)</script>`;
    const body = P.map((text) => `<p><span>${text}</span> Version 0.</p>`).join('');
    const { paragraphs: kept } = await captured(page(article(body), script));
    expect(kept).toHaveLength(P.length);
    expect(new Set(kept.map((text) => /Version \d+/.exec(text)?.[0])).size).toBe(1);
  });

  test('never what the reader typed', async () => {
    const typed = 'This is what I have typed here for nobody but me, and it is as long as a sentence.';
    const fields = '<textarea></textarea><input><div contenteditable style="min-height: 20px"></div>';
    const tab = await stage.show(page(article(`${paragraphs}<form>${fields}</form>`)));
    for (const field of ['textarea', 'input', '[contenteditable]']) {
      await tab.page.focus(field);
      await tab.page.keyboard.type(typed, { delay: 0 });
    }
    await tab.page.evaluate(() => document.querySelector('textarea')!.select());
    expect(await capture(tab)).toMatchObject({ article: { paragraphs: P }, selection: null });
    await tab.page.evaluate(() => getSelection()!.selectAllChildren(document.body));
    expect(JSON.stringify(await capture(tab))).not.toContain('nobody but me');
    // Editors of mails are documents of their own.
    const editor = `<iframe style="width: 600px; height: 400px" srcdoc="<p>${typed} ${typed}</p>"></iframe>`;
    const mail = await stage.show(page(article(paragraphs) + editor));
    await mail.page.evaluate(() => {
      document.querySelector('iframe')!.contentDocument!.designMode = 'on';
    });
    expect((await capture(mail)).article.paragraphs).toEqual(P);
    await mail.page.evaluate(() => {
      document.designMode = 'on';
    });
    expect((await capture(mail)).article).toMatchObject({ paragraphs: [], problem: 'no-article' });
  });

  test('what is selected, as it stands there', async () => {
    const tab = await stage.show(page(article(paragraphs)));
    await tab.page.evaluate(() => {
      const [first, second] = document.querySelectorAll('article p');
      getSelection()!.setBaseAndExtent(first!.firstChild!, 4, second!.firstChild!, 15);
    });
    const { selection } = await capture(tab);
    expect(selection).toMatchObject({ title: 'Harbour stays closed', problem: null });
    expect(selection?.paragraphs).toEqual([P[0]!.slice(4), P[1]!.slice(0, 15)]);
  });

  test('nothing of the page is changed, and no script of the page is met', async () => {
    const script = `<script>
      addEventListener('load', () => { window.changes = 0; new MutationObserver((all) => { window.changes += all.length })
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true }) });
      Element.prototype.closest = Document.prototype.createTreeWalker = () => { window.met = true; throw new Error() };
    </script>`;
    const names = ['implementation', 'getSelection', 'body', 'defaultView', 'createElement'];
    const named = names.map((name) => `<img name="${name}"><form><input name="${name}"></form>`).join('');
    const tab = await stage.show(page(article(paragraphs) + named, script));
    expect((await capture(tab)).article.paragraphs).toEqual(P);
    await tab.after(0);
    expect(await tab.page.evaluate(() => (window as unknown as { changes: number }).changes)).toBe(0);
    expect(await tab.page.evaluate(() => (window as unknown as { met?: boolean }).met)).toBeUndefined();
  });

  test('a page of many megabytes is captured within bounds', async () => {
    const wind = 'And the wind went on. '.repeat(40);
    const body = Array.from({ length: 5000 }, (_, at) => `<p>Day ${at}. ${P[at % 4]} ${wind}</p>`).join('');
    const { paragraphs: kept, problem } = await captured(page(article(body)));
    expect(problem).toBeNull();
    expect(kept.join('').length).toBeGreaterThan(500_000);
    expect(kept.join('').length).toBeLessThanOrEqual(1_500_000);
  });
});
