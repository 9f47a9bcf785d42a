// What holds for every page that states facts of itself, however spoilt: it is judged, its date is a day of the
// calendar, and reading it changes nothing for anybody else.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { createDateFinder } from '../../page/date/date-finder.ts';
import { createDateParser } from '../../page/date/dateline.ts';
import { parseLenient } from '../../page/lenient-json.ts';
import { createNewsJudge } from '../../page/news/judge.ts';
import { createVocabulary, type PressWords } from '../../page/news/vocabulary.ts';
import { readStructured } from '../../page/structured.ts';
import { loadMonths } from '../../scripts/dataset/load.ts';
import { mutatedJson } from '../fuzz/json.ts';
import { patient, runs } from '../fuzz/runs.ts';
import { language, mutated, textIn } from '../fuzz/texts.ts';

const vocabulary = createVocabulary(parseYaml(readFileSync('data/press.yaml', 'utf8')) as PressWords);
const months = loadMonths('.');
const { readDateline, readTimestamp } = createDateParser(months);
const { judge } = createNewsJudge(vocabulary);
const { find } = createDateFinder(months, vocabulary);

const isDay = (date: string) =>
  /^\d{4}-\d\d-\d\d$/.test(date) && new Date(`${date}T00:00Z`).toISOString().slice(0, 10) === date;

const DATE_LANGUAGES =
  'en es de fr pt it pl ru uk ar fa he hi bn th ja ko zh tr vi id nl sv no da fi el hu cs ro hr sr lt lv et sw ta'.split(
    ' ',
  );

/** A day, and a way in which some newspaper or machine would write it. */
const writtenDate = fc
  .record({
    date: fc.date({ min: new Date('1990-01-01T00:00Z'), max: new Date('2025-12-31T00:00Z'), noInvalidDate: true }),
    language: fc.constantFrom(...DATE_LANGUAGES),
    style: fc.constantFrom('full', 'long', 'medium', 'iso', 'day', 'space', 'digits', 'slashes', 'zone', 'utc', 'ms'),
  })
  .map(({ date, language: tongue, style }) => {
    const iso = date.toISOString();
    const day = iso.slice(0, 10);
    if (style === 'full' || style === 'long' || style === 'medium') {
      const format = new Intl.DateTimeFormat(`${tongue}-u-ca-gregory`, { dateStyle: style, timeZone: 'UTC' });
      return { day, language: tongue, text: format.format(date), read: readDateline };
    }
    const machine = {
      iso,
      day,
      space: iso.replace('T', ' '),
      digits: day.replaceAll('-', ''),
      slashes: day.replaceAll('-', '/'),
      zone: iso.replace('Z', '+05:30'),
      utc: date.toUTCString(),
      ms: String(date.getTime()),
    };
    return { day, language: tongue, text: machine[style], read: readTimestamp };
  });

test('a date that is read is the one that was written', patient, () => {
  fc.assert(
    fc.property(writtenDate, ({ day, language: tongue, text, read }) => {
      expect([day, null]).toContain(read(text, tongue));
    }),
    runs(500),
  );
});

test('whatever stands where a date should, a date that is read is a day of the calendar', patient, () => {
  const spoilt = writtenDate.chain(({ text, language: tongue }) =>
    fc.tuple(mutated(fc.constant(text), 5), mutated(fc.constant(tongue), 1)),
  );
  fc.assert(
    fc.property(spoilt, ([text, tag]) => {
      for (const found of [readTimestamp(text, tag), readDateline(text, tag)])
        if (found !== null) expect(found).toSatisfy(isDay);
    }),
    runs(500),
  );
});

const FACTS = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'NewsArticle',
      headline: 'Ferry // "stays" /* where */ it is, }',
      datePublished: '2026-01-08T06:30:00Z',
      dateModified: '2026-01-09',
      author: [{ '@type': 'Person', name: 'Ines Okafor' }],
    },
    {
      '@type': ['WebPage', 'CollectionPage'],
      mainEntity: {
        '@id': '#a',
        '@type': 'https://schema.org/ReportageNewsArticle',
        datePublished: { '@value': '2026-01-07' },
      },
    },
  ],
};

/** An article's facts as JSON, wrapped as pages wrap them, and spoilt. */
const factsJson = fc
  .tuple(mutatedJson(FACTS, 4), fc.constantFrom('plain', 'comment', 'CDATA', 'script', 'entities'))
  .map(([value, wrapping]) => {
    const json = JSON.stringify(value);
    if (wrapping === 'comment') return `<!--${json}-->`;
    if (wrapping === 'CDATA') return `<![CDATA[${json}]]>`;
    if (wrapping === 'script') return `/* ${json} */ ${json};`;
    return wrapping === 'entities' ? json.replaceAll('"', '&quot;') : json;
  });

test('structured data of any kind is read without a fault, and poisons no object', patient, () => {
  fc.assert(
    fc.property(mutated(factsJson, 5), (text) => {
      parseLenient(text);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    runs(500),
  );
});

test('reading structured data comes to an end on any piece of text, repeated', patient, () => {
  const opening = fc.constantFrom('{"@type":"NewsArticle","a":"', '', '/*', '//', '"');
  fc.assert(
    fc.property(opening, language.chain(textIn), fc.integer({ min: 1, max: 60 }), (start, text, length) => {
      parseLenient(start + text.slice(0, length).repeat(200_000 / length));
    }),
    runs(20),
  );
});

const META_NAMES = [
  ...['article:published_time', 'og:type', 'date', 'DC.date.issued', 'parsely-pub-date', 'og:locale', 'og:url'],
  ...['last-modified', 'pubdate', '__proto__'],
];
/** Markup that pages break or that hides the DOM's own methods. */
const BROKEN = [
  '<form><input name="body"><input name="querySelector">',
  '<img name="querySelectorAll">',
  '<div><div><div>',
  '</article>',
  '<table><tr><td>',
];

/** A page that states an article's facts wherever pages do. */
const writtenPage = language.chain((tongue) => {
  const plain = (text: fc.Arbitrary<string>) => text.map((one) => one.replace(/[<>&"]/g, '').slice(0, 300));
  const text = plain(textIn(tongue));
  const dated = plain(mutated(writtenDate.map((date) => date.text)));
  const json = mutated(factsJson, 4).map(
    (facts) => `<script type="application/ld+json">${facts.replaceAll('</', '<\\/')}</script>`,
  );
  const meta = fc
    .tuple(
      fc.constantFrom('name', 'property', 'itemprop', 'http-equiv'),
      fc.constantFrom(...META_NAMES),
      fc.oneof(dated, text),
    )
    .map(([by, name, content]) => `<meta ${by}="${name}" content="${content}">`);
  const piece = fc.oneof(
    json,
    meta,
    text.map((one) => `<h1>${one}</h1>`),
    text.map((one) => `<p>${one}</p>`),
    fc.tuple(dated, dated).map(([machine, shown]) => `<time datetime="${machine}">${shown}</time>`),
    fc
      .tuple(fc.constantFrom('datePublished', 'dateModified', 'author'), dated)
      .map(([property, date]) => `<span itemprop="${property}">${date}</span>`),
    fc
      .tuple(text, dated)
      .map(([line, date]) => `<article><h3><a href="/b">${line}</a></h3><time>${date}</time></article>`),
    dated.map((date) => `<ul><li>${date}</li></ul>`),
    fc.constantFrom(...BROKEN),
  );
  return fc
    .record({
      lang: fc.constantFrom(tongue, '', 'xx', 'en-US', 'zz-!'),
      title: text,
      head: fc.tuple(json, meta),
      body: fc.array(piece, { minLength: 1, maxLength: 16 }),
    })
    .map(
      ({ lang, title, head, body }) =>
        `<!doctype html><html lang="${lang}"><head><title>${title}</title>${head.join('')}</head><body>${body.join('')}</body></html>`,
    );
});

const address = fc
  .constantFrom(
    'https://example.com/2026/01/07/ferry',
    'https://example.com/',
    'http://[::1]/20260230/',
    'file:///a/2026-1-8-x',
  )
  .map((url) => new URL(url));

test('every page is judged, and a date that it gives is a day that has come', patient, async () => {
  const parser = new DOMParser();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await fc.assert(
    fc.asyncProperty(writtenPage, address, async (html, url) => {
      let document: Document;
      try {
        document = parser.parseFromString(html, 'text/html');
      } catch {
        return; // a fault of happy-dom's parser
      }
      for (const thing of readStructured(document).things) {
        for (const type of thing.types) expect(type).toBeTypeOf('string');
        for (const property of ['datePublished', '__proto__', 'constructor', 'author', '']) {
          expect(thing.text(property)).toBeTypeOf('string');
          thing.objects(property);
        }
      }
      expect((await judge(document, url)).because).not.toContain('unreadable');
      const found = await find(document, url);
      if (!found) return;
      expect(found.date).toSatisfy(isDay);
      expect(found.date <= tomorrow).toBe(true);
      expect(await find(document, url)).toEqual(found);
    }),
    runs(40),
  );
});
