// What is captured of a page, and what is not. Layout is left to the end-to-end tests.
import { expect, test } from 'vitest';
import { type Article, captureArticle, capturePage } from '../../../page/article/article.ts';
import { parseInert } from '../../../page/article/inert.ts';
import { reading } from './reading.ts';

/** Sentences of our own, as long as those of a newspaper. */
const P = [
  'The harbour of Velm will stay closed for another week, its director Ruth Adeyemi said on Thursday, because the crane fell.',
  'Nobody was hurt when it came down on the empty quay, but eleven ships have been waiting outside since then, she said.',
  '“We have never had so many of them at once,” said Paolo Serra, who has been a pilot in the strait for twenty years.',
  'The firm that built the crane, Norling, sent two engineers, and it promised to pay for the ships that have to wait.',
  'In the town the shops have begun to run out of fruit, and the mayor asked people to buy no more than they need.',
];
const paragraphs = P.map((text) => `<p>${text}</p>`).join('\n');

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Harbour stays closed | The Strait Mail</title>
  <meta property="og:title" content="Harbour stays closed">${head}</head><body>
  <nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
  <main><h1>Harbour stays closed</h1>${body}</main>
  <footer><p>All rights are reserved by the owners of this newspaper, who live in a town far away from the sea.</p></footer>
  </body></html>`;

const json = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

const capture = (html: string, url = 'https://www.example.com/2026/01/08/harbour'): Promise<Article> =>
  captureArticle(parseInert(html), new URL(url), reading);

test('paragraphs in order, and nothing around them', async () => {
  const article = await capture(page(`<article>${paragraphs}</article>`));
  expect(article).toMatchObject({ title: 'Harbour stays closed', language: 'en', partial: false, problem: null });
  expect(article.paragraphs).toEqual(P);
});

test.each([
  [
    'captions',
    '<figure><img src="a.jpg"><figcaption>A crane in another harbour, years ago, on a fine day.</figcaption></figure>',
  ],
  ['boxes', '<aside><p>Our letter tells you each morning what has happened in the harbours of the world.</p></aside>'],
  ['teasers', '<p><a href="/b">Three more cranes to be looked at before the summer, says ministry</a></p>'],
  ['teasers with a label', '<p>Read also: <a href="/b">Three more cranes to be looked at before the summer</a></p>'],
  ['labels', '<div>Advertisement</div>'],
  [
    'boxes that are named',
    '<div class="newsletter-signup"><p>Our letter tells you each morning what happened at sea.</p></div>',
  ],
  [
    'forms',
    '<form><textarea>What I have typed here is for nobody but me, and it is as long as a sentence.</textarea><input value="typed"></form>',
  ],
  [
    'what can be edited',
    '<div contenteditable="true"><p>What I have typed here is for nobody but me, and as long as a sentence.</p></div>',
  ],
  [
    'scripts',
    '<script>var text = "All that is in here is no text, however long it is and whatever it says.";</script>',
  ],
  [
    'the page’s own templates',
    '<template><p>All that is in here is no text, however long it is and whatever it says.</p></template>',
  ],
])('no %s', async (_, html) => {
  const parts = P.map((text) => `<p>${text}</p>`);
  const article = await capture(page(`<article>${[...parts.slice(0, 2), html, ...parts.slice(2)].join('')}</article>`));
  expect(article.paragraphs).toEqual(P);
});

test('comments are not the article, however long they are', async () => {
  const comments = P.map((text) => `<li class="comment"><p>I do not think so: ${text}</p></li>`).join('');
  const article = await capture(
    page(`<article>${paragraphs}</article><ol class="comments" id="comments">${comments}</ol>`),
  );
  expect(article.paragraphs).toEqual(P);
});

test('summaries of teasers are not the article', async () => {
  const teasers = P.map(
    (text, at) =>
      `<div class="t"><h3><a href="/${at}">Another story of today, number ${at}</a></h3><p>Elsewhere: ${text}</p></div>`,
  );
  const article = await capture(page(`<article>${paragraphs}</article><section>${teasers.join('')}</section>`));
  expect(article.paragraphs).toEqual(P);
});

test('what is drawn twice, for two sizes of window, is kept once', async () => {
  const box = '<div><p>Our readers are asked what they think of the new cranes in the harbour of Velm.</p></div>';
  const html = `<article><p>${P[0]}</p>${box}${paragraphs}${box}</article>`;
  const { paragraphs: kept } = await capture(page(html));
  expect(new Set(kept).size).toBe(kept.length);
});

test('the next article, below the first one, is another', async () => {
  const next = P.map((text) => `<p>And now to something else: ${text}</p>`)
    .join('')
    .repeat(2);
  const html = `<article><h1>Harbour stays closed</h1>${paragraphs}</article><article><h1>Bridge opens</h1>${next}</article>`;
  expect((await capture(page('').replace(/<main>.*<\/main>/, html))).paragraphs).toEqual(P);
});

test('a heading over teasers goes with them', async () => {
  const teasers = '<h3>More on this</h3><ul><li><a href="/a">A crane fell last year as well</a></li></ul>';
  const html = `<article><p>${P[0]}</p><p>${P[1]}</p>${teasers}<p>${P[2]}</p><p>${P[3]}</p><p>${P[4]}</p></article>`;
  expect((await capture(page(html))).paragraphs).toEqual(P);
});

test('subheads and lists of the article stay', async () => {
  const html = `<article><p>${P[0]}</p><p>${P[1]}</p><h2>What is known</h2><ul><li>One crane, ninety metres high</li><li>Eleven ships</li></ul><p>${P[2]}</p><p>${P[3]}</p></article>`;
  expect((await capture(page(html))).paragraphs).toEqual([
    P[0],
    P[1],
    'What is known',
    'One crane, ninety metres high',
    'Eleven ships',
    P[2],
    P[3],
  ]);
});

test('the standfirst is part of it', async () => {
  const lead = 'Eleven ships wait outside Velm since a crane fell on the quay.';
  const article = await capture(
    page(`<header><p class="standfirst">${lead}</p></header><article>${paragraphs}</article>`),
  );
  expect(article.paragraphs).toEqual([lead, ...P]);
});

test('lines between breaks are paragraphs where there are no others', async () => {
  const article = await capture(page(`<div class="text">${P.join('<br><br>')}</div>`));
  expect(article.paragraphs).toEqual(P);
});

test('so are divisions', async () => {
  const article = await capture(page(`<div class="text">${P.map((text) => `<div>${text}</div>`).join('')}</div>`));
  expect(article.paragraphs).toEqual(P);
});

test('what Readability would drop of a column is kept: each paragraph may have a box of its own', async () => {
  const boxes = P.map(
    (text) => `<div class="chapter"><p class="line">${text}</p></div><div class="ad">Advertisement</div>`,
  );
  expect((await capture(page(`<div class="story">${boxes.join('')}</div>`))).paragraphs).toEqual(P);
});

test('a column may be called anything', async () => {
  const article = await capture(page(`<div class="sidebar-grid paywall-on">${paragraphs}</div>`));
  expect(article.paragraphs).toEqual(P);
});

test('where a page states the whole text and shows its beginning, the stated text counts', async () => {
  const stated = json({ '@type': 'NewsArticle', headline: 'Harbour stays closed', articleBody: P.join('\n') });
  const article = await capture(page(`<article><p>${P[0]}</p><p>${P[1]}</p></article>`, stated));
  expect(article.paragraphs).toEqual(P);
});

test('markup and entities in a stated text are not kept', async () => {
  const stated = json({
    '@type': 'NewsArticle',
    articleBody: P.map((text) => `<p>${text}&nbsp;<img src=x onerror=alert(1)></p>`).join(''),
  });
  const article = await capture(page(`<article><p>${P[0]}</p></article>`, stated));
  expect(article.paragraphs).toEqual(P);
});

test('a stated text that has nothing to do with the page does not count', async () => {
  const stated = json({ '@type': 'NewsArticle', articleBody: 'Buy our cranes, they are the best of all. '.repeat(60) });
  expect((await capture(page(`<article>${paragraphs}</article>`, stated))).paragraphs).toEqual(P);
});

test('what is folded away counts where the page states it, and only there', async () => {
  const html = `<article><p>${P[0]}</p><p>${P[1]}</p><p>${P[2]}</p></article>`;
  const article = await capture(page(html, json({ '@type': 'NewsArticle', articleBody: `${P[0]} ${P[1]} ${P[2]}` })));
  expect(article.paragraphs).toEqual(P.slice(0, 3));
});

test('a page that says it is not free, and shows its beginning, is partial', async () => {
  const locked = json({ '@type': 'NewsArticle', headline: 'Harbour stays closed', isAccessibleForFree: false });
  const article = await capture(page(`<article><p>${P[0]}</p><p>${P[1]}</p><p>${P[2]}</p></article>`, locked));
  expect(article).toMatchObject({ partial: true, problem: null });
  const more = Array.from({ length: 6 }, (_, at) => P.map((text) => `<p>${text} So much for part ${at}.</p>`).join(''));
  const long = await capture(page(`<article>${more.join('')}</article>`, locked));
  expect(long.partial).toBe(false);
});

test('what turns text around and hides in it is left out, and markup that the page states stays text', async () => {
  const turned = P.map(
    (text, at) => `<p>\u202e${text.slice(0, 9)}\u2066\u200b${text.slice(9)}${at % 2 ? '\u202c' : ''}</p>`,
  ).join('');
  const author = { '@type': 'Person', name: 'Ruth\u202e <b>Adeyemi</b><img src=x onerror=alert(1)>' };
  const publisher = { '@type': 'Organization', name: '</script><script>alert(1)</script>The Strait Mail' };
  const stated = json({ '@type': 'NewsArticle', author, publisher }).replace(
    '</script><script>',
    '<\\/script><script>',
  );
  const article = await capture(
    page(`<article>${turned}</article>`, stated.replace('(1)</script>The', '(1)<\\/script>The')),
  );
  expect(article.paragraphs).toEqual(P);
  expect(JSON.stringify(article)).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069]/);
  for (const text of Object.values(article).flat()) expect(['string', 'boolean', 'object']).toContain(typeof text);
});

/** Without spaces between its words. */
const unspaced = Array.from(
  { length: 8 },
  (_, at) => `<p>港务局局长周四表示，由于起重机倒塌，维尔姆港将再关闭${at}个星期。</p>`,
).join('');
const stubs = Array.from({ length: 6 }, (_, at) => P.map((text) => `<p>${text} So much for part ${at}.</p>`).join(''));
const part = (cssSelector: string) => ({ '@type': 'WebPageElement', isAccessibleForFree: 'False', cssSelector });
const paid = (cssSelector: string) =>
  json({ '@type': 'NewsArticle', isAccessibleForFree: 'False', hasPart: [part(cssSelector)] });

test.each([
  ['the part that has to be paid for is missing', stubs.join(''), paid('.paid-part'), true],
  [
    'the part that has to be paid for is empty',
    `${stubs.join('')}<div class="paid-part"> </div>`,
    paid('.paid-part'),
    true,
  ],
  [
    'the part that has to be paid for is there',
    `${stubs[0]}<div class="paid-part">${stubs.slice(1).join('')}</div>`,
    paid('.paid-part'),
    false,
  ],
  [
    'a part that is named by a selector of another kind says nothing',
    stubs.join(''),
    paid('article > :has(p) *'),
    false,
  ],
  [
    'the text breaks off',
    `${stubs.join('')}<p>${P[0]?.slice(0, -9)} …</p>`,
    json({ '@type': 'NewsArticle', isAccessibleForFree: false }),
    true,
  ],
  [
    'the text ends in mid-sentence',
    `${stubs.join('')}<p>${P[1]?.slice(0, -20)}</p>`,
    json({ '@type': 'NewsArticle', isAccessibleForFree: false }),
    true,
  ],
  ['a free text that ends with dots is whole', `${stubs.join('')}<p>${P[0]?.slice(0, -9)} …</p>`, '', false],
  ['much fewer words than the page says', stubs.join(''), json({ '@type': 'NewsArticle', wordCount: 3000 }), true],
  ['words without spaces between them', unspaced, json({ '@type': 'NewsArticle', wordCount: 150 }), false],
  [
    'much fewer words without spaces than the page says',
    unspaced,
    json({ '@type': 'NewsArticle', wordCount: 900 }),
    true,
  ],
  ['prose in a box that is called a paywall', `${stubs.join('')}<div class="paywall"><p>${P[0]}</p></div>`, '', true],
  ['a label that is called premium', `<div class="premium">Premium</div>${stubs.join('')}`, '', false],
])('a long beginning: %s', async (_, html, head, partial) => {
  expect((await capture(page(`<article>${html}</article>`, head))).partial).toBe(partial);
});

test('the part that has to be paid for is text, whatever it is called', async () => {
  const html = `<article>${stubs.join('')}<div class="paywall"><p>In the end, ${P[0]}</p><p>And ${P[1]}</p></div></article>`;
  const article = await capture(page(html, paid('.paywall')));
  expect(article.paragraphs.slice(-2)).toEqual([`In the end, ${P[0]}`, `And ${P[1]}`]);
  expect(article.partial).toBe(false);
});

test('a page that changes while it is captured is kept as it was at first', async () => {
  const published = (date: string) => `<meta property="article:published_time" content="${date}">`;
  const document = parseInert(page(`<article>${paragraphs}</article>`, published('2026-01-08')));
  const captured = captureArticle(document, new URL('https://www.example.com/harbour'), reading);
  document.title = 'Something else';
  document.head.insertAdjacentHTML('afterbegin', published('2026-01-09'));
  for (const node of [...document.body.querySelectorAll('h1, p')])
    node.textContent = 'What came later is no part of it. '.repeat(5);
  expect(await captured).toMatchObject({ title: 'Harbour stays closed', date: '2026-01-08', paragraphs: P });
});

test('what is selected is kept, though it is selected no more when the article is found', async () => {
  document.body.innerHTML = `<main><h1>Harbour stays closed</h1><article>${paragraphs}</article></main>`;
  const selection = document.getSelection() as Selection;
  selection.selectAllChildren(document.querySelector('p') as Element);
  const captured = capturePage(document, new URL('https://www.example.com/harbour'), reading);
  selection.removeAllRanges();
  document.body.replaceChildren();
  expect(await captured).toMatchObject({ article: { paragraphs: P }, selection: { paragraphs: [P[0]] } });
});

test('of a page of many megabytes a bounded part is kept, which is said, and others have their turn meanwhile', async () => {
  const long = Array.from({ length: 300 }, (_, at) => `<p>Part ${at}. ${P.join(' ').repeat(10)}</p>`).join('');
  const document = parseInert(page(`<article>${paragraphs}${long}</article>`));
  let turns = 0;
  let isDone = false;
  const takeTurns = (): void => {
    turns += 1;
    if (!isDone) setTimeout(takeTurns);
  };
  setTimeout(takeTurns);
  const article = await captureArticle(document, new URL('https://www.example.com/2026/01/08/harbour'), reading);
  isDone = true;
  expect(article).toMatchObject({ partial: true, problem: null });
  expect(article.paragraphs.slice(0, P.length)).toEqual(P);
  expect(turns).toBeGreaterThan(2);
});

test.each([
  ['an empty page', ''],
  ['a menu', '<ul><li><a href="/a">Harbour</a></li><li><a href="/b">Town</a></li></ul>'],
  ['one sentence', `<p>${P[0]}</p>`],
])('%s is no article', async (_, html) => {
  expect((await capture(page(html))).problem).toBe('no-article');
});

const headlines = Array.from(
  { length: 24 },
  (
    _,
    at,
  ) => `<section><h3><a href="/2026/01/08/story-${at}">What has become of crane number ${at} in the harbour</a></h3>
    <p>${P[at % 5]} That was on day ${at} of the year.</p></section>`,
).join('');
const sections = ['Politics', 'World', 'Business', 'Sport', 'Opinion']
  .map((one) => `<a href="/${one}">${one}</a>`)
  .join(' ');

test('a front page is no article, though it has much to read', async () => {
  const front = page(`<nav>${sections}</nav>${headlines}`, '<meta property="og:site_name" content="The Velm Times">');
  expect((await capture(front, 'https://www.example.com/')).problem).toBe('no-article');
});

test('an article between the headlines of others is one', async () => {
  const html = page(`<nav>${sections}</nav><div class="text">${paragraphs}</div><aside>${headlines}</aside>`);
  const article = await capture(html);
  expect(article).toMatchObject({ problem: null, paragraphs: P });
});

test('publisher, author, date, names and address', async () => {
  const stated = json({
    '@type': 'NewsArticle',
    headline: 'Harbour stays closed',
    datePublished: '2026-01-08T06:30:00+01:00',
    author: [
      { '@type': 'Person', name: 'Ines Okafor' },
      { '@type': 'Person', name: 'https://www.example.com/x' },
    ],
    publisher: { '@type': 'Organization', name: 'The Strait Mail' },
    about: [{ '@type': 'Person', name: 'Ruth Adeyemi' }],
    keywords: 'Velm, cranes',
  });
  const head = `${stated}<meta name="news_keywords" content="Velm,Norling"><link rel="canonical" href="/2026/01/08/harbour?id=7&utm_source=a#b">`;
  const article = await capture(
    page(`<article>${paragraphs}<a rel="tag" href="/tag/strait">Strait</a></article>`, head),
  );
  expect(article).toMatchObject({
    publisher: 'The Strait Mail',
    author: 'Ines Okafor',
    date: '2026-01-08',
    url: 'https://www.example.com/2026/01/08/harbour?id=7',
    tagged: ['Ruth Adeyemi', 'Velm', 'cranes', 'Norling', 'Strait'],
  });
});

test.each([
  [
    'of another site',
    '<link rel="canonical" href="https://evil.example/">',
    'https://www.example.com/a?fbclid=1#c',
    'https://www.example.com/a',
  ],
  [
    'that is the front page',
    '<link rel="canonical" href="https://www.example.com/">',
    'https://www.example.com/a',
    'https://www.example.com/a',
  ],
  [
    'that is no address',
    '<link rel="canonical" href="javascript:alert(1)">',
    'https://www.example.com/a',
    'https://www.example.com/a',
  ],
  [
    'without its AMP',
    '<link rel="canonical" href="https://www.example.com/a">',
    'https://amp.example.com/a',
    'https://www.example.com/a',
  ],
  [
    'of a copy on this machine',
    '<link rel="canonical" href="https://www.example.com/a">',
    'http://127.0.0.1:8080/page-1',
    'https://www.example.com/a',
  ],
])('a canonical address %s', async (_, head, url, expected) => {
  expect((await capture(page(paragraphs, head), url)).url).toBe(expected);
});

test('a page of a program or a file has no address', async () => {
  expect((await capture(page(paragraphs), 'about:blank')).url).toBeNull();
});

test('the language is that of the text, with the region that the page states', async () => {
  const html = page(paragraphs).replace('lang="en"', 'lang="en-nz"');
  expect((await capture(html)).language).toBe('en-NZ');
  expect((await capture(html.replace('lang="en-nz"', 'lang="es"'))).language).toBe('en');
  expect((await capture(html.replace('lang="en-nz"', 'lang="x&quot;"'))).language).toBe('en');
});

test('a hostile page is bounded', async () => {
  const deep = '<div>'.repeat(300) + paragraphs;
  expect((await capture(page(deep))).paragraphs).toEqual(P);
  const things = Array.from({ length: 3000 }, (_, at) => ({ '@type': 'Thing', name: `${at} ${'n'.repeat(500)}` }));
  const { tagged } = await capture(page(paragraphs, json({ '@type': 'NewsArticle', about: things })));
  expect(tagged.length).toBeLessThanOrEqual(200);
  expect(Math.max(...tagged.map(({ length }) => length))).toBeLessThanOrEqual(100);
});

test('an element that is named like a property of the page changes nothing', async () => {
  const html = `<form><input name="parentNode"><input name="firstChild">${paragraphs}</form><img name="body"><img name="createElement">`;
  expect((await capture(page(html))).paragraphs).toEqual(P);
});

test('nothing of the page is changed', async () => {
  const document = parseInert(page(`<article>${paragraphs}</article>`));
  const before = document.documentElement.outerHTML;
  await captureArticle(document, new URL('https://www.example.com/a'), reading);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('a capture that is stopped ends at its next step, whichever that is', async () => {
  let steps = 0;
  /** Aborts when it is asked for the nth time. */
  const signalAt = (last: number): AbortSignal => {
    const stop = new AbortController();
    steps = 0;
    return Object.assign(stop.signal, {
      throwIfAborted: () => {
        steps += 1;
        if (steps === last) throw new Error('stopped');
      },
    });
  };
  const captureUntil = (last: number) =>
    captureArticle(parseInert(page(paragraphs)), new URL('https://www.example.com/'), reading, signalAt(last));
  await captureUntil(0);
  const all = steps;
  expect(all).toBeGreaterThan(3);
  for (let last = 1; last <= all; last++) {
    await expect(captureUntil(last)).rejects.toThrow('stopped');
    expect(steps).toBe(last);
  }
});
