// News or not: front pages and articles of different build and language, and what merely looks like them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { createNewsJudge } from '../../../page/news/judge.ts';
import { reasonText } from '../../../page/news/reasons.ts';
import { createVocabulary, type PressWords } from '../../../page/news/vocabulary.ts';

const vocabulary = createVocabulary(parseYaml(readFileSync('data/press.yaml', 'utf8')) as PressWords);
const { judge: judgeNews } = createNewsJudge(vocabulary);

const FIXTURES = join(import.meta.dirname, '../fixtures');
const HERE = new URL('http://127.0.0.1/p/page.html');

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function judge(html: string, url = HERE) {
  return judgeNews(parse(html), url);
}

for (const kind of ['article', 'front', 'other'])
  describe(`pages that are ${kind}`, () => {
    for (const file of readdirSync(join(FIXTURES, kind)))
      test(file, async () => {
        const news = await judge(readFileSync(join(FIXTURES, kind, file), 'utf8'));
        expect(news.kind, news.because.map(reasonText).join('; ')).toBe(kind);
      });
  });

const PROSE = 'The ferry has not sailed since the old pier was closed, and nobody knows for certain when it will. ';
const STORY = `<h1>The ferry stays where it is</h1>${`<p>${PROSE.repeat(3)}</p>`.repeat(4)}`;
const MENU =
  '<nav><a href="/1">News</a><a href="/2">Politics</a><a href="/3">World</a><a href="/4">Sport</a><a href="/5">Opinion</a></nav>';
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
/** The least by which a site speaks of news: one section may be a tag. */
const VOICE = '<a href="/p">Politics</a><a href="/w">World</a>';
const ARTICLE = `<html lang="en">${meta('og:type', 'article')}<a rel="author">A</a><a>Sport</a>`;
const HEADLINES = Array.from(
  { length: 20 },
  (_, i) => `<h3><a href="/a/${i}">Something happened in the harbour, part ${i}</a></h3>`,
).join('');
let day = 10;
const TODAY = HEADLINES.replaceAll('<h3>', '<div><h3>').replaceAll(
  '</h3>',
  '</h3><time datetime="2024-09-03">x</time></div>',
);
const TOLD = `${ARTICLE}${STORY.replaceAll('nobody', 'on Monday Ms Rey said and others told us nobody')}`;
/** Ten short paragraphs, each with its number. */
const COUNTED = Array.from({ length: 10 }, (_, i) => `<p>${i + 1}. ${PROSE}</p>`).join('');
const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

describe('what makes an article', () => {
  test.each([
    ['a menu of news sections and a story', MENU + STORY, 'article'],
    ['a story without anything else', STORY, 'other'],
    ['a menu and nothing to read', MENU, 'other'],
    ['a menu and headlines', MENU + HEADLINES, 'front'],
    ['headlines without a menu', HEADLINES, 'other'],
    ['a claim, a story and sections', jsonLd({ '@type': 'NewsArticle' }) + VOICE + STORY, 'article'],
    ['a claim, a story and a tag', `${jsonLd({ '@type': 'NewsArticle' })}<a>Politics</a>${STORY}`, 'other'],
    ['a claim and a story, which any essay has', jsonLd({ '@type': 'NewsArticle', author: 'A' }) + STORY, 'other'],
    ['sections and a story', VOICE + STORY, 'other'],
    ['a claim and nothing to read', `${jsonLd({ '@type': 'NewsArticle', author: 'A' })}<p>Ha.</p>`, 'other'],
    ['a claim, a menu, and text that only a script will bring', jsonLd({ '@type': 'NewsArticle' }) + MENU, 'article'],
    [
      'many claims, which are teasers',
      MENU + HEADLINES + jsonLd(Array.from({ length: 9 }, () => ({ '@type': 'NewsArticle' }))),
      'front',
    ],
    ['a dateline alone', `<a rel="author">A</a>${STORY.replace('<p>', '<p>MOSCOW (AP) — ')}`, 'other'],
    [
      'a dateline and a section',
      `<a rel="author">A</a><a>Politics</a>${STORY.replace('<p>', '<p>MOSCOW (AP) — ')}`,
      'article',
    ],
    ['a story under an error message', `${MENU}<h1>Not found</h1>${HEADLINES}`, 'other'],
    ['a headline with that word', MENU + STORY.replace('stays where it is', 'not found'), 'article'],
    ['a menu, a story and footnotes', MENU + STORY + '<a href="#n">[1]</a>'.repeat(9), 'other'],
    [
      'a menu, a story and a cart',
      `${MENU}<a>Basket (2)</a><a>Sale</a>${STORY.replace(/<p>/, '<p>Buy! ')}`.replace('Opinion', 'Brands'),
      'other',
    ],
    ['a menu, a story and code', `${MENU + STORY}<pre>a</pre><pre>b</pre>`, 'other'],
    [
      'a story by the one whose site it is',
      `${meta('og:site_name', 'A. Writer')}${meta('author', 'A. Writer')}${MENU}${STORY}`,
      'other',
    ],
    ['a menu, a story and a wiki', `<meta name="generator" content="MediaWiki 1.4">${MENU}${STORY}`, 'other'],
    [
      'a title that ends with the name of a paper',
      `<title>The ferry | Harbour Times</title>${VOICE}${STORY}`,
      'article',
    ],
    [
      'a site with the name of a paper',
      `${jsonLd({ '@type': 'WebSite', name: 'Harbour Times' })}${VOICE}${STORY}`,
      'article',
    ],
    [
      'a dateline of several words',
      `${VOICE}${STORY.replace('<p>', '<p>FENLAND, Isle of Reeds, Sept 3 (Fen Press Agency) — ')}`,
      'article',
    ],
    ['a word explained', `${VOICE}${STORY.replace('<p>', '<p>Suffrage (lat. suffragium) – ')}`, 'other'],
    ['a title that ends with a section', `<title>The ferry | News</title>${VOICE}${STORY}`, 'other'],
    ['an article told as news are', TOLD, 'article'],
    ['an article told as news are, and a tag that a firm has', `${TOLD}<a>Investors</a>`, 'article'],
    ['an article told as news are, under news alone', TOLD.replace('Sport', 'News'), 'other'],
    [
      'headlines, and a text on their subject',
      `<title>Ferries | Fen</title>${MENU}<h1>Ferries</h1><p>${PROSE.repeat(3)}</p>${HEADLINES}`,
      'front',
    ],
    ['an article that is not', `${ARTICLE}${STORY}`, 'other'],
    ['a story in divisions', MENU + STORY.replaceAll('<p>', '<div>').replaceAll('</p>', '</div>'), 'article'],
    ['a menu, a story and the menu of a firm', `${MENU}<a>Products</a><a>Pricing</a><a>Investors</a>${STORY}`, 'other'],
    ['a menu, a story and a tag that a firm has', `${MENU}<a>Investors</a>${STORY}`, 'article'],
    ['a menu, a story and a ministry', `${meta('og:site_name', 'Ministry of Ferries')}${MENU}${STORY}`, 'other'],
    ['a menu, a story and a university’s title', `<title>Ferry | Fen University</title>${MENU}${STORY}`, 'other'],
    [
      'a menu, a story and a publisher that is an authority',
      jsonLd({ '@type': 'Article', publisher: { '@type': 'GovernmentOrganization' } }) + MENU + STORY,
      'other',
    ],
    ['a menu, a story and a journal of science', `${meta('citation_doi', '10.1/2')}${MENU}${STORY}`, 'other'],
    ['a menu and a press release', MENU + STORY.replace('<p>', '<p>For immediate release. '), 'other'],
    ['a menu and terms of use', `<title>Terms of use - The Courier</title>${MENU}${STORY}`, 'other'],
    [
      'a menu and terms of use under their heading',
      `<title>The Courier | Terms of use</title>${MENU}${STORY.replace(/<h1>.*?<\/h1>/, '<h1>Terms of use</h1>')}`,
      'other',
    ],
    [
      'a story that a site’s help is the title’s end of',
      `<title>The ferry stays | Help</title>${MENU}${STORY}`,
      'article',
    ],
    [
      'a claim and the name of a paper over a joke',
      `${jsonLd({ '@type': 'NewsArticle', author: 'A' })}${meta('og:site_name', 'Fen News')}<p>Ha.</p>`,
      'other',
    ],
    [
      'a claim over what a newspaper counts',
      jsonLd({ '@type': 'NewsArticle', publisher: { '@type': 'NewsMediaOrganization', name: 'Fen' } }) + COUNTED,
      'article',
    ],
    [
      'a claim and sections over jokes that are counted',
      jsonLd({ '@type': 'NewsArticle', publisher: { '@type': 'Organization', name: 'Fen' } }) + VOICE + COUNTED,
      'other',
    ],
    [
      'a paper that is its own author',
      `${jsonLd({ '@type': 'Article', author: { '@type': 'Organization', name: 'Fenland' } })}${meta('og:site_name', 'Fenland')}<a>Politics</a>${STORY}`,
      'article',
    ],
    [
      'headlines, and a short story under its headline',
      `<title>Nine men and a ferry that stays | Fen</title>${MENU}<h1>Nine men and a ferry that stays</h1><p>${PROSE.repeat(3)}</p>${HEADLINES}`,
      'article',
    ],
    [
      'headlines, and a short story under a link',
      `<title>Fen</title>${MENU}<h1><a>Nine men and a ferry that stays</a></h1><p>${PROSE.repeat(3)}</p>${HEADLINES}`,
      'front',
    ],
    [
      'headlines, and each with a paragraph beside the others',
      `<title>Fen</title>${MENU}${HEADLINES.replaceAll('</h3>', `</h3><p>${PROSE}</p>`)}`,
      'front',
    ],
    ['headlines, and a film', `${meta('og:type', 'video.other')}${MENU}${HEADLINES}`, 'article'],
    ['headlines of one day without a section', TODAY, 'other'],
    ['headlines of one day under news', `<a>News</a>${TODAY}`, 'front'],
    ['headlines of many days under news', `<a>News</a>${TODAY.replace(/-03"/g, () => `-${++day}"`)}`, 'other'],
    ['headlines of one day with prices', `<a>News</a>${TODAY.replaceAll('</time>', '</time> 9,95 €')}`, 'other'],
    ['headlines of one day that ask', `<a>News</a>${TODAY.replaceAll('</a>', '?</a>')}`, 'other'],
    ['headlines under the name of a paper', `<title>The Fenland Times</title>${VOICE}${HEADLINES}`, 'front'],
  ])('%s', async (_, html, kind) => {
    const news = await judge(html);
    expect(news.kind, news.because.map(reasonText).join('; ')).toBe(kind);
  });

  test('an address under a section says so on the live web', async () => {
    const html = `<meta property="og:type" content="article"><meta name="author" content="A">${STORY}`;
    expect((await judge(html)).kind).toBe('other');
    expect((await judge(html, new URL('https://example.org/politics/2024/09/03/ferry'))).kind).toBe('article');
  });

  test('reasons are given, the weightiest first', async () => {
    const { because } = await judge(jsonLd({ '@type': 'NewsArticle', author: { name: 'A. Writer' } }) + MENU + STORY);
    expect(because[0]).toEqual({ kind: 'sections', detail: 'News\nPolitics\nWorld\nSport\nOpinion' });
    expect(because.map(reasonText)).toContain('described NewsArticle');
  });

  test('an entry of a menu that is two sections is quoted once', async () => {
    const { because } = await judge(MENU.replace('>News<', '>Business & Technology<') + STORY);
    expect(because[0]).toEqual({ kind: 'sections', detail: 'Business & Technology\nPolitics\nWorld\nSport\nOpinion' });
  });
});

describe('the shapes of structured data', () => {
  const news = { '@type': 'NewsArticle', headline: 'H' };
  test.each<[string, string]>([
    ['one object', jsonLd(news)],
    ['a type with its address', jsonLd({ '@type': 'https://schema.org/NewsArticle' })],
    ['a list of types', jsonLd({ '@type': ['Article', 'ReportageNewsArticle'] })],
    ['an array', jsonLd([{ '@type': 'Organization' }, news])],
    ['arrays in arrays', jsonLd([[[news]]])],
    ['a graph', jsonLd({ '@graph': [{ '@type': 'WebPage' }, news] })],
    ['a page with a main entity', jsonLd({ '@type': 'WebPage', mainEntity: news })],
    ['a main entity in a graph in a list', jsonLd([{ '@graph': [{ '@type': 'WebPage', mainEntityOfPage: news }] }])],
    ['several scripts, one of them broken', `${jsonLd('{ no json')}${jsonLd(news)}`],
    ['CDATA', jsonLd(`//<![CDATA[\n${JSON.stringify(news)}\n//]]>`)],
    ['an HTML comment', jsonLd(`<!--\n${JSON.stringify(news)}\n-->`)],
    ['comments and trailing commas', jsonLd('{ "@type": "NewsArticle", /* a */ "author": "A", // b\n }')],
    ['a line break in a string', jsonLd('{ "@type": "NewsArticle", "author": "A", "headline": "one\ntwo" }')],
    [
      'entities for quotation marks',
      jsonLd('{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;author&quot;:&quot;A&quot;}'),
    ],
    ['a quotation mark that nobody escaped', `${jsonLd('{"@type":"NewsArticle","headline":"A "joke" of a ferry"}')}`],
    ['a script type in capitals', jsonLd(news).replace('application/ld+json', 'Application/LD+JSON')],
    ['microdata', '<i itemscope itemtype="http://schema.org/NewsArticle"></i>'],
    [
      'microdata within a page',
      '<i itemscope itemtype="http://schema.org/WebPage"><b itemprop="mainEntity" itemscope itemtype="https://schema.org/NewsArticle"></b></i>',
    ],
    ['RDFa', '<i vocab="https://schema.org/" typeof="schema:NewsArticle"></i>'],
  ])('%s', async (_, html) => {
    const news = await judge(html + VOICE + STORY);
    expect(news.kind, news.because.map(reasonText).join('; ')).toBe('article');
  });

  test.each<[string, string]>([
    ['a teaser in a list', jsonLd({ '@type': 'WebPage', mainEntity: { '@type': 'X', itemListElement: [news] } })],
    ['a related article', jsonLd({ '@type': 'Thing', relatedLink: news })],
    ['a part of another item', '<i itemprop="citation" itemscope itemtype="http://schema.org/NewsArticle"></i>'],
  ])('%s is no claim of the page', async (_, html) => {
    expect((await judge(html + VOICE + STORY)).kind).toBe('other');
  });
});

describe('hostile pages', () => {
  test.each<[string, string, string]>([
    ['arrays 10,000 deep', jsonLd(`${'['.repeat(10_000)}${']'.repeat(10_000)}`), 'article'],
    ['objects 10,000 deep', jsonLd(`${'{"mainEntity":'.repeat(10_000)}1${'}'.repeat(10_000)}`), 'article'],
    ['a megabyte of JSON-LD', jsonLd(`["${'x'.repeat(1 << 20)}"]`), 'article'],
    ['10,000 scripts', jsonLd({ '@type': 'Recipe' }).repeat(10_000), 'other'],
    ['10,000 meta elements', '<meta name="a" content="b">'.repeat(10_000), 'article'],
    ['keys of prototypes', jsonLd('{"__proto__":{"@type":"Recipe"},"constructor":1,"@type":"toString"}'), 'article'],
    ['wrong types', jsonLd({ '@type': [1, null, {}, ['a']], publisher: 4, author: [null], '@graph': 'x' }), 'article'],
    ['null, numbers and strings', `${jsonLd('null')}${jsonLd('1')}${jsonLd('"x"')}${jsonLd('')}`, 'article'],
    [
      'elements named like methods',
      '<form name="body"></form><form name="querySelector"></form><img name="querySelectorAll"><img name="getElementsByTagName"><img name="documentElement"><form itemscope itemtype="x"><input name="getAttribute"></form>',
      'article',
    ],
    ['an unfinished string in JSON-LD', jsonLd(`{"a": "${'\\"'.repeat(10_000)}`), 'article'],
    ['comments that never end', jsonLd('/*'.repeat(20_000)), 'article'],
  ])('%s change nothing', async (_, html, kind) => {
    const news = await judge(MENU + html + STORY);
    expect(news.kind, news.because.map(reasonText).join('; ')).toBe(kind);
    expect(({} as Record<string, unknown>)['@type']).toBeUndefined();
  });

  test('a document without anything', async () => {
    for (const type of ['text/html', 'application/xhtml+xml', 'image/svg+xml'] as const)
      expect(
        (await judgeNews(new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"/>', type), HERE))
          .kind,
      ).toBe('other');
  });

  test('a document that throws is no news', async () => {
    expect(await judgeNews({} as Document, HERE)).toEqual({ kind: 'other', because: [{ kind: 'unreadable' }] });
  });
});

test('a reason is told as its kind and the page’s own words, cut short', () => {
  expect(reasonText({ kind: 'publisher' })).toBe('publisher');
  expect(reasonText({ kind: 'named', detail: 'The Fenland Times' })).toBe('named The Fenland Times');
  expect(reasonText({ kind: 'named', detail: 'x'.repeat(500) })).toHaveLength(200);
});
