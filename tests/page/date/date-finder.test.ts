// When a page was published: which of the dates it gives is its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { createDateFinder } from '../../../page/date/date-finder.ts';
import { createVocabulary, type PressWords } from '../../../page/news/vocabulary.ts';
import { loadMonths } from '../../../scripts/dataset/load.ts';

const vocabulary = createVocabulary(parseYaml(readFileSync('data/press.yaml', 'utf8')) as PressWords);
const finder = createDateFinder(loadMonths('.'), vocabulary);

const ARTICLES = join(import.meta.dirname, '../fixtures/article');
const HERE = new URL('http://127.0.0.1/p/page.html');

function date(html: string, url = HERE) {
  return finder.find(new DOMParser().parseFromString(html, 'text/html'), url);
}

for (const file of readdirSync(ARTICLES))
  test(file, async () => {
    const html = readFileSync(join(ARTICLES, file), 'utf8');
    expect((await date(html))?.date).toBe(/<!-- published (\S+) -->/.exec(html)?.[1]);
  });

const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const article = { '@type': 'NewsArticle' };
const H1 = '<title>The ferry stays where it is | Courier</title><h1>The ferry stays where it is</h1>';
const PROSE = `<p>${'Much was said before that. '.repeat(12)}</p>`;
const TEASER =
  '<article><h3><a href="/b">Another story</a></h3><time datetime="2024-01-01">1 January 2024</time></article>';

describe('where it stands', () => {
  test.each<[source: string, html: string]>([
    ['json-ld datePublished', jsonLd({ ...article, datePublished: '2024-09-03T10:00Z', dateModified: '2024-10-01' })],
    ['json-ld dateCreated', jsonLd({ ...article, dateCreated: '2024-09-03' })],
    ['json-ld dateModified', jsonLd({ ...article, dateModified: '2024-09-03' })],
    ['meta article:published_time', meta('article:published_time', '2024-09-03') + meta('date', '2024-10-01')],
    ['meta og:article:published_time', meta('og:article:published_time', '2024-09-03')],
    ['meta dc.date.issued', meta('DC.date.issued', '2024-09-03')],
    ['meta dcterms.issued', meta('dcterms.issued', '2024-09-03')],
    ['meta parsely-pub-date', meta('parsely-pub-date', '2024-09-03T10:00:00Z')],
    ['meta sailthru.date', meta('sailthru.date', '2024-09-03 06:30:42')],
    ['meta citation_publication_date', meta('citation_publication_date', '2024/09/03')],
    ['meta publishdate', meta('publishdate', '2024-09-03')],
    ['meta published_at', meta('published_at', '2024-09-03 17:00:00')],
    ['meta pubdate', meta('pubdate', '2024-09-03')],
    ['meta datepublished', '<meta itemprop="datePublished" content="2024-09-03">'],
    ['meta article:modified_time', meta('article:modified_time', '2024-09-03')],
    ['meta last-modified', meta('last-modified', '2024-09-03')],
    [
      'itemprop datePublished',
      `${H1}<div itemscope><i itemprop="datePublished">3 September 2024</i></div>`.replace(' itemscope', ''),
    ],
    ['time element', `${TEASER}${H1}<time datetime="2024-09-03T10:00">yesterday</time>${TEASER}`],
    ['time element', `<article>${H1}<i itemprop="author" itemscope><time>3 September 2024</time></i></article>`],
    ['time element', `${H1}<ul><li><time>3 September 2024</time></li></ul>`],
    ['address', `<link rel="canonical" href="https://example.org/2024/09/03/ferry">${H1}`],
    ['address', `<meta property="og:url" content="https://example.org/world/2024/sep/03/ferry">${H1}`],
    ['dateline', `${H1}<div>By A. Writer</div><div>3 September 2024</div>`],
    ['dateline', `${H1}<p><b>3</b> <i>September</i> <u>2024</u></p>`],
    ['dateline', `<div>3 September 2024</div>${H1}`],
    [
      'dateline',
      '<title>The ferry stays where it is | Fen</title><a>The ferry stays where it is</a> 1 May 2023 <b>The ferry stays where it is</b><br>3 September 2024',
    ],
    [
      'json-ld uploadDate',
      `${meta('og:type', 'video.other').replace('name', 'property')}${jsonLd({ '@type': 'VideoObject', uploadDate: '2024-09-03' })}`,
    ],
  ])('%s %#', async (source, html) => {
    expect(await date(html)).toEqual({ date: '2024-09-03', source });
  });

  test('by the headline, though the title repeats the logo too', async () => {
    const logo =
      '<title>The ferry stays where it is | Fen Courier of Fen</title><h1>Fen Courier</h1><div>1 January 2024</div>';
    expect((await date(`${logo}<h2>The ferry stays where it is</h2><div>3 September 2024</div>`))?.date).toBe(
      '2024-09-03',
    );
  });

  test('by the longest heading that the title repeats', async () => {
    const page = `<title>The ferry stays | Courier of Fen</title><h1>The ferry stays</h1><div>3 September 2024</div>`;
    expect((await date(`${page}<h2>Courier</h2><div>1 January 2024</div>`))?.date).toBe('2024-09-03');
  });

  test('the address of the page itself', async () => {
    expect((await date(H1, new URL('https://example.org/2024/09/03/ferry')))?.date).toBe('2024-09-03');
    expect(await date(H1, new URL('https://example.org/?d=2024/09/03/'))).toBeNull();
  });
});

describe('its own date before others', () => {
  test.each<[string, string, string | undefined]>([
    [
      'the article before a video and a web page',
      jsonLd([
        { '@type': 'VideoObject', uploadDate: '2024-08-01' },
        { '@type': 'WebPage', datePublished: '2015-01-01' },
        { ...article, datePublished: '2024-09-03' },
      ]),
      '2024-09-03',
    ],
    [
      'the article at the page’s address before another',
      `<link rel="canonical" href="https://example.org/b">${jsonLd([
        { ...article, url: 'https://example.org/a', datePublished: '2024-08-01' },
        { ...article, url: 'https://example.org/b', datePublished: '2024-09-03' },
      ])}`,
      '2024-09-03',
    ],
    [
      'what changed before the day the front page was set up',
      jsonLd({ '@type': 'WebPage', datePublished: '2015-01-01', dateModified: '2024-09-03' }),
      '2024-09-03',
    ],
    [
      'the last change of an encyclopaedia’s page before the day it was set up',
      meta('generator', 'MediaWiki 1.46.0-wmf.4') +
        jsonLd({ '@type': 'Article', datePublished: '2009-05-04', dateModified: '2024-09-03' }),
      '2024-09-03',
    ],
    [
      'not the last change of another page',
      jsonLd({ '@type': 'Article', datePublished: '2024-09-03', dateModified: '2024-12-03' }),
      '2024-09-03',
    ],
    [
      'not the last change of news in a wiki',
      meta('generator', 'MediaWiki 1.46') +
        jsonLd({ ...article, datePublished: '2024-09-03', dateModified: '2024-12-03' }),
      '2024-09-03',
    ],
    ['not the day it expires', meta('article:expiration_time', '2024-12-03'), undefined],
    ['not the day it was rendered', meta('render_date', '2024-12-03'), undefined],
    ['not a teaser’s', TEASER + H1 + TEASER, undefined],
    ['not a comment’s', `${H1}<div itemscope><time itemprop="datePublished">3 September 2024</time></div>`, undefined],
    ['not the margin’s', `${H1}<aside>3 September 2024</aside>`, undefined],
    ['not a picture’s', `${H1}<figure><figcaption>Taken 3 September 2024</figcaption></figure>`, undefined],
    ['not that of a comment without markup', `${H1}<div class="user-comments">3 September 2024</div>`, undefined],
    ['not the masthead’s', `<header>3 September 2024</header>${H1}`, undefined],
    ['not today’s over the headline', `<div>${new Date().toISOString().slice(0, 10)}</div>${H1}`, undefined],
    ['published before updated', `${H1}<div>Updated 5 September 2024 | Published 3 September 2024</div>`, '2024-09-03'],
    [
      'published before updated, in lines',
      `${H1}<i>Updated</i> <b>5 September 2024</b><br><i>Published</i> <b>3 September 2024</b>`,
      '2024-09-03',
    ],
    [
      'published, though updated is printed first in another tongue',
      `<html lang="de">${H1}<p>Aktualisiert: 05.09.2024</p><p>Veröffentlicht: 03.09.2024</p>`,
      '2024-09-03',
    ],
    [
      'published before a standfirst that names a day',
      `${H1}<p>The ferry was sold on 1 December 2023, says its director.</p><p>Published 3 September 2024</p>`,
      '2024-09-03',
    ],
    [
      'published before a caption that names a day',
      `${H1}<div>Velm on 3 March 2021. Photo: AP</div><div>Published: <b>3 September 2024</b></div>`,
      '2024-09-03',
    ],
    ['a line with the author, where none tells more', `${H1}<p>By Ann Lee in Fen, 3 September 2024</p>`, '2024-09-03'],
    [
      'a plain date before one of publication further down',
      `${H1}<p>3 September 2024</p><p>Published 1 December 2023 as a book</p>`,
      '2024-09-03',
    ],
    [
      'a printed one before that of a teaser behind another heading',
      `${H1}<p>3 September 2024</p><h2>More from Velm</h2><div><a>Another story</a> <time datetime="2024-03-01"></time></div>`,
      '2024-09-03',
    ],
    [
      'a printed one before that of a teaser behind the prose',
      `${H1}<p>3 September 2024</p>${PROSE}${PROSE}<div><a>Another story</a> <time datetime="2024-03-01"></time></div>`,
      '2024-09-03',
    ],
    [
      'an element below the standfirst before what the address says',
      `<link rel="canonical" href="https://example.org/2024/09/04/ferry">${H1}${PROSE}<time datetime="2024-09-03"></time>`,
      '2024-09-03',
    ],
    [
      'one behind the prose where there is no other',
      `${H1}${PROSE}${PROSE}<time>3 September 2024</time>`,
      '2024-09-03',
    ],
    ['updated where nothing else is', `${H1}<div>Updated 3 September 2024</div>`, '2024-09-03'],
    [
      'the element of a change last',
      `${H1}<time class="updated" datetime="2024-09-05"></time><time datetime="2024-09-03"></time>`,
      '2024-09-03',
    ],
    ['not the footer’s', `${H1}<footer>© 3 September 2024</footer>`, undefined],
    [
      'not one that the story mentions',
      `${H1}<p>${'Much was said before that. '.repeat(12)}<b>On</b> 3 September 2024 it ended.</p>`,
      undefined,
    ],
    [
      'the next one when one is in the future',
      meta('pubdate', '2999-01-01') + meta('date', '2024-09-03'),
      '2024-09-03',
    ],
    ['none in the future', meta('date', '2999-01-01'), undefined],
    ['none from a clock that was never set', meta('date', '1970-01-01') + meta('pubdate', '0001-01-01'), undefined],
    ['none that cannot be read', meta('date', 'soon') + jsonLd({ ...article, datePublished: { a: 1 } }), undefined],
  ])('%s', async (_, html, expected) => {
    expect((await date(html))?.date).toBe(expected);
  });
});

describe('as the page’s own zone has it', () => {
  const utc = (moment: string) => jsonLd({ ...article, datePublished: moment });
  test.each<[string, string, string]>([
    ['east of Greenwich', `${utc('2024-09-02T22:30:00Z')}${H1}<div>3 September 2024, 06:30</div>`, '2024-09-03'],
    ['west of Greenwich', `${utc('2024-09-04T02:30:00.000Z')}${H1}<time>3 September 2024</time>`, '2024-09-03'],
    ['a time element', `${H1}<time datetime="2024-09-02T22:30:00+00:00">3 September 2024</time>`, '2024-09-03'],
    [
      'metadata',
      `${meta('article:published_time', '2024-09-02T22:30:00Z')}${H1}<div>3 September 2024</div>`,
      '2024-09-03',
    ],
    ['microdata', `${H1}<i itemprop="datePublished" content="2024-09-02T22:30:00Z">3 September 2024</i>`, '2024-09-03'],
    [
      'a change where only the change is known',
      `${jsonLd({ ...article, dateModified: '2024-09-02T22:30:00Z' })}${H1}<div>Updated 3 September 2024</div>`,
      '2024-09-03',
    ],
    ['a change is printed', `${utc('2024-09-03T20:00:00Z')}${H1}<div>Updated 4 September 2024</div>`, '2024-09-03'],
    [
      'a change is printed in an element of its own',
      `${utc('2024-09-03T20:00:00Z')}${H1}<div>Updated <time>4 September 2024</time></div>`,
      '2024-09-03',
    ],
    [
      'both are printed',
      `${utc('2024-09-03T20:00:00Z')}${H1}<p>Updated <time>5 September 2024</time></p><p><time>4 September 2024</time></p>`,
      '2024-09-04',
    ],
    ['no zone has that day then', `${utc('2024-09-03T08:30:00Z')}${H1}<div>4 September 2024</div>`, '2024-09-03'],
    ['a zone is given', `${utc('2024-09-03T23:30:00+02:00')}${H1}<div>4 September 2024</div>`, '2024-09-03'],
    ['nothing is printed', `${utc('2024-09-03T23:30:00Z')}${H1}`, '2024-09-03'],
  ])('%s', async (_, html, expected) => {
    expect((await date(html))?.date).toBe(expected);
  });
});

describe('hostile pages', () => {
  test.each([
    '<img name="createTreeWalker"><img name="getRootNode"><form name="querySelector"></form>',
    '<meta name="date" content="">'.repeat(5000),
    '<time datetime="x"></time>'.repeat(5000),
    ' '.repeat(100_000),
    '<link rel="canonical" href="https://%%%"><link rel="canonical" href="//">',
    '<i> </i>'.repeat(5000),
    jsonLd({ ...article, datePublished: [[[]]], dateModified: { '@value': {} } }),
  ])('%# keep the date', async (html) => {
    expect((await date(`${html}${H1}<div>3 September 2024</div>`))?.date).toBe('2024-09-03');
  });

  test('no headline, no body, no document', async () => {
    expect(await date('')).toBeNull();
    expect(await finder.find({} as Document, HERE)).toBeNull();
  });
});
