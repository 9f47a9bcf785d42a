// What a page says about itself to machines, however it was written.
import { expect, test } from 'vitest';
import { parseLenient } from '../../page/lenient-json.ts';
import { readStructured, typeName } from '../../page/structured.ts';

const WRITTEN = { '@type': 'NewsArticle', headline: 'one, two' };

test.each([
  ['as it should be', '{"@type":"NewsArticle","headline":"one, two"}'],
  ['in CDATA', '//<![CDATA[\n{"@type":"NewsArticle","headline":"one, two"}\n//]]>'],
  ['in an HTML comment', '<!-- {"@type":"NewsArticle","headline":"one, two"} -->'],
  ['with comments', '{"@type":/* a "b" */"NewsArticle", // c\n"headline":"one, two"}'],
  ['with trailing commas', '{"@type":"NewsArticle","headline":"one, two" , }'],
  ['with a comma that a comment leaves trailing', '{"@type":"NewsArticle","headline":"one, two", /* b */ }'],
  ['with a semicolon behind it', '{"@type":"NewsArticle","headline":"one, two"};'],
  ['with a line break in a string', '{"@type":"NewsArticle","headline":"one,\ntwo"}'],
  [
    'with entities for quotation marks',
    '{&quot;@type&quot;:&quot;NewsArticle&quot;,&#34;headline&#34;:&quot;one, two&quot;}',
  ],
])('JSON %s', (_, json) => {
  expect(parseLenient(json)).toEqual(WRITTEN);
});

test('what looks like a comment or a trailing comma in a string is text', () => {
  expect(parseLenient('{"a":"http://b, ]/*","c":[1,],}')).toEqual({ a: 'http://b, ]/*', c: [1] });
});

test('of JSON that cannot be mended the plain values are saved', () => {
  const json =
    '{"@type":"NewsArticle","headline":"a "joke" here","datePublished":"2024-09-03","dateModified":"2024-09-04"}';
  expect(parseLenient(json)).toEqual({
    '@type': 'NewsArticle',
    datePublished: '2024-09-03',
    dateModified: '2024-09-04',
  });
  expect(parseLenient('no json at all')).toBeUndefined();
});

test.each([
  ['NewsArticle', 'NewsArticle'],
  ['http://schema.org/NewsArticle', 'NewsArticle'],
  ['schema:NewsArticle', 'NewsArticle'],
  [' https://schema.org/docs#Recipe ', 'Recipe'],
])('the type %s', (written, name) => {
  expect(typeName(written)).toBe(name);
});

test('a page’s own meta, address and language', () => {
  const html =
    '<html lang="pt_BR"><head><link rel="canonical" href="/a"><meta property="og:url" content="/b"><meta name="Author" content=" A "><meta name="keywords" value="k"><meta itemprop="datePublished" content="2024-09-03"></head><body><div><meta itemprop="rating" content="5"></div></body></html>';
  const { meta, address, language } = readStructured(new DOMParser().parseFromString(html, 'text/html'));
  expect([address, language]).toEqual(['/a', 'pt-BR']);
  expect(Object.fromEntries(meta)).toEqual({
    'og:url': ['/b'],
    author: ['A'],
    keywords: ['k'],
    datepublished: ['2024-09-03'],
  });
});

test('the entities a page is about, and what stands in them', () => {
  const value = {
    '@graph': [
      {
        '@type': ['NewsArticle', 'schema:Thing'],
        url: { '@id': '/a' },
        publisher: [{ '@type': 'Newspaper', name: 'C' }],
      },
      { '@type': 'WebPage', mainEntity: { '@type': 'Recipe' }, hasPart: { '@type': 'Product' } },
    ],
  };
  const html = `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const { things } = readStructured(new DOMParser().parseFromString(html, 'text/html'));
  expect(things.map(({ types }) => types)).toEqual([['NewsArticle', 'Thing'], ['WebPage'], ['Recipe']]);
  expect(things[0]?.text('url')).toBe('/a');
  expect(things[0]?.objects('publisher').map((thing) => [thing.types, thing.text('name')])).toEqual([
    [['Newspaper'], 'C'],
  ]);
  expect([things[0]?.text('constructor'), things[0]?.objects('toString')]).toEqual(['', []]);
});
