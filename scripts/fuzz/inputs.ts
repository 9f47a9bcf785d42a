// What the fuzzer's inputs are made of: a seeded source of chance, texts written with the gazetteer's own names and words, and
// mutations of texts, of JSON and of markup. The same seed makes the same inputs, in Node and in a page.

import { hasCapital, namesOf } from '../../recognition/gazetteer.ts';
import { gazetteerOf } from '../../stories/gazetteer.ts';

/** What inputs are written with; gathered once, in Node (fuzz.mjs). */
export interface Material {
  /** The gazetteer's parts, as stories/ compiles them. */
  parts: Record<string, string>;
  /** Sentences of the golden cases. */
  sentences: { lang: string; text: string }[];
  /** Pages: our own fixtures and, where they are at hand, real ones. */
  pages: string[];
  /** The words of the press, as JSON. */
  press: string;
}

/** A source of chance. */
export interface Random {
  /** A whole number from 0 up to `end`, exclusive. */
  below(end: number): number;
  /** True in a share of all cases. */
  chance(share: number): boolean;
  pick<T>(list: ArrayLike<T>): T;
  /** So many things, from `least` to `most` of them. */
  many<T>(least: number, most: number, make: () => T): T[];
}

/** Chance for one input: that of its target and its number (mulberry32). */
export function randomOf(seed: number, target: string, input: number): Random {
  let state = seed;
  for (const character of `${target} ${input}`) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => {
      if (list.length === 0) throw new Error('Nothing to pick from.');
      return list[below(list.length)]!;
    },
    many: (least, most, make) => Array.from({ length: least + below(most - least + 1) }, make),
  };
}

/** Characters that readers do not see, or see as something else, or that are halves of one. */
const ODD = [
  ...'\u00AD\u034F\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFE0F\uFEFF',
  ...'\u0300\u0301\u0303\u0308\u0327\u0338\u0345\u0489\u05B0\u064B\u0640\u0670\u093C\u094D\u09BC\u0E31\u3099\u309A\u20DD',
  ...' \u00A0\u2009\u202F\u3000\t\n\r\u2028\u0000\u0007\u0085',
  ...'\'’ʼ‘＇"״׳-‐‑–—.,;:!?()[]{}<>/\\|·・･＝=•*&#@0٣९',
  ...'İıſßẞŉǆﬁﬀæœøłđÅΣς𝐓𝕿Ｔｒ①Ⅳ㎏ﷺ',
  ...'😀👨‍👩‍👧🇨🇴',
  '\uD83D',
  '\uDE00',
  '\uDB40\uDC41',
];
/** Letters that look like Latin ones. */
const LIKE: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  T: 'Т',
  M: 'М',
  P: 'Р',
  B: 'В',
  C: 'С',
  H: 'Н',
};
const GLUE = [
  ' ',
  ' ',
  ' ',
  ' ',
  ' ',
  ', ',
  '. ',
  ' – ',
  '-',
  '’s ',
  "'s ",
  '',
  '\u00A0',
  '\n',
  ' (',
  ') ',
  ': “',
  '” ',
  '·',
  '・',
  '، ',
  '、',
  '。',
];
const FILLER =
  'the a of and said met on in de la el les der die und het și w na i в и на के का и است هو 和 与 の は 와 의 President Dr. J. III Jr. 2026 1 Foundation Tower Street'.split(
    ' ',
  );

interface Words {
  names: string[];
  around: string[];
}

/** Writes texts in the languages of the gazetteer. */
export function createWriter({ parts, sentences }: Material) {
  const gazetteer = gazetteerOf(parts);
  const languages = [...new Set(gazetteer.lexicons.values())];
  const opened = new Map<string, Words>();
  const wordsOf = (language: string): Words => {
    const known = opened.get(language);
    if (known) return known;
    const { surnames, givens, alone, names: phrases, unspaced } = namesOf(gazetteer, language);
    const names = [
      ...[surnames, givens, alone, phrases].flatMap((list) => [...list.keys()]),
      ...[...phrases].map(([phrase, name]) =>
        phrase
          .split(' ')
          .map((word, at) => (hasCapital(name, at) ? word.charAt(0).toUpperCase() + word.slice(1) : word))
          .join(' '),
      ),
      ...unspaced.map(({ text }) => text),
    ];
    const around = strings(JSON.parse(parts[`${language}_around`] || '{}')).flatMap((list) =>
      list.replaceAll('*', 's').split('|'),
    );
    const words = { names: names.length > 0 ? names : ['Trump'], around: around.length > 0 ? around : FILLER };
    opened.set(language, words);
    return words;
  };
  const golden = (random: Random) => random.pick(sentences).text;

  /** A text in a language, by turns plausible, spoilt and hostile. */
  function text(random: Random, language: string): string {
    const kind = random.below(20);
    if (kind < 7) return mutated(random, golden(random), random.below(4));
    if (kind < 8) return random.many(1, 120, () => String.fromCharCode(random.below(0x10000))).join('');
    if (kind < 9) return random.pick([...ODD, random.pick(wordsOf(language).names)]).repeat(1 + random.below(200));
    const { names, around } = wordsOf(language);
    const pieces = random.many(1, 24, () => {
      const from = random.below(10);
      const word = from < 4 ? random.pick(names) : from < 8 ? random.pick(around) : random.pick(FILLER);
      return inCase(random, word) + random.pick(GLUE);
    });
    return mutated(random, pieces.join(''), random.below(4));
  }

  return {
    languages,
    text,
    /** A name as it may stand in a text. */
    name: (random: Random, language: string) => inCase(random, random.pick(wordsOf(language).names)),
  };
}

export type Writer = ReturnType<typeof createWriter>;

/** Every string in a value. */
const strings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(strings) : [];

function inCase(random: Random, word: string): string {
  const kind = random.below(10);
  if (kind < 6) return word.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
  return kind < 7 ? word.toUpperCase() : word;
}

/** A text with so many small things done to it. */
export function mutated(random: Random, text: string, times: number): string {
  let out = text;
  for (let time = 0; time < times; time++) {
    const at = random.below(out.length + 1);
    const to = Math.min(out.length, at + random.below(12));
    const [before, part, behind] = [out.slice(0, at), out.slice(at, to), out.slice(to)];
    out = random.pick(CHANGES)(random, before, part, behind);
  }
  return out.length > 5000 ? out.slice(0, 5000) : out;
}

const CHANGES: readonly ((random: Random, before: string, part: string, behind: string) => string)[] = [
  (random, before, part, behind) => before + random.pick(ODD) + part + behind,
  (random, before, part, behind) => before + random.pick(ODD) + part + behind,
  (random, before, part, behind) => before + [...part].join(random.pick(ODD)) + behind,
  (_, before, part, behind) => before + part.slice(1) + behind,
  (_, before, _part, behind) => before + behind,
  (random, before, part, behind) => before + part.repeat(1 + random.below(4)) + behind,
  (_, before, part, behind) => before + [...part].reverse().join('') + behind,
  (_, before, part, behind) => before + part.toUpperCase() + behind,
  (_, before, part, behind) => before + part.toLowerCase() + behind,
  (random, before, part, behind) => (before + part + behind).normalize(random.pick(['NFC', 'NFD', 'NFKC', 'NFKD'])),
  (_, before, part, behind) =>
    before + part.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)) + behind,
  (_, before, part, behind) => before + part.replace(/\w/g, (letter) => LIKE[letter] ?? letter) + behind,
  (_, before, part, behind) => behind + part + before,
  (_, before, part) => before + part,
  (random, before, part, behind) => before + part + ' '.repeat(random.below(60)) + behind,
];

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '0',
  'length',
  '@type',
  '@id',
  '@graph',
  'sites',
  'settings',
];

/** A JSON value with so many of its parts replaced, removed, renamed or nested. */
export function mutatedJson(random: Random, value: unknown, times: number): unknown {
  let root = JSON.parse(JSON.stringify(value)) as unknown;
  for (let time = 0; time < times; time++) {
    const places: [Record<string, unknown>, string][] = [];
    const look = (one: unknown, depth: number): void => {
      if (typeof one !== 'object' || one === null || depth > 30) return;
      for (const key of Object.keys(one)) {
        places.push([one as Record<string, unknown>, key]);
        look((one as Record<string, unknown>)[key], depth + 1);
      }
    };
    look(root, 0);
    if (places.length === 0 || random.chance(0.02)) {
      root = odd(random, root);
      continue;
    }
    const [holder, key] = random.pick(places);
    const kind = random.below(6);
    if (kind === 0) delete holder[key];
    else if (kind === 1 && !Array.isArray(holder)) define(holder, random.pick(KEYS), holder[key]);
    else if (kind === 2) define(holder, key, random.pick(places)[0]);
    else define(holder, key, odd(random, holder[key]));
    // What was hung into itself is cut.
    root = JSON.parse(withoutCycles(root)) as unknown;
  }
  return root;
}

/** Sets a key as JSON does, `__proto__` too. */
const define = (holder: object, key: string, value: unknown) =>
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

function withoutCycles(value: unknown): string {
  const above: unknown[] = [];
  return (
    JSON.stringify(value, function (this: unknown, _key, one: unknown) {
      while (above.length > 0 && above.at(-1) !== this) above.pop();
      if (typeof one !== 'object' || one === null) return one;
      if (above.includes(one) || above.length > 40) return null;
      above.push(one);
      return one;
    }) ?? 'null'
  );
}

function odd(random: Random, value: unknown): unknown {
  return random.pick<() => unknown>([
    () => null,
    () => true,
    () => random.pick([0, -1, 1e21, 2 ** 53, 0.1, 1767852600, 1767852600000]),
    () => '',
    () => (typeof value === 'string' ? mutated(random, value, 1 + random.below(3)) : (JSON.stringify(value) ?? '')),
    () => random.pick(ODD).repeat(random.below(300)),
    () => [],
    () => ({}),
    () => [value],
    () => ({ [random.pick(KEYS)]: value }),
    () => Array.from({ length: random.below(40) }, () => value),
    () => random.pick(KEYS),
  ])();
}

const DATES =
  'en es de fr pt it pl ru uk ar fa he hi bn th ja ko zh tr vi id nl sv no da fi el hu cs ro hr sr lt lv et sw ta'.split(
    ' ',
  );

/** A day, and a way in which some newspaper or machine would write it. */
export function writtenDate(random: Random): { day: string; text: string; language: string; machine: boolean } {
  const date = new Date(
    Date.UTC(1990 + random.below(36), random.below(12), 1 + random.below(28), random.below(24), random.below(60)),
  );
  const iso = date.toISOString();
  const day = iso.slice(0, 10);
  const language = random.pick(DATES);
  const machine = random.chance(0.3);
  if (machine) {
    const text = random.pick([
      iso,
      day,
      iso.replace('T', ' '),
      day.replaceAll('-', ''),
      day.replaceAll('-', '/'),
      iso.replace('Z', '+05:30'),
      date.toUTCString(),
      String(date.getTime()),
    ]);
    return { day, text, language, machine };
  }
  const style = random.pick(['full', 'long', 'medium'] as const);
  const text = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle: style, timeZone: 'UTC' }).format(date);
  return { day, text, language, machine };
}

/** A page with an article's facts in all the places where pages state them, each spoilt by chance. */
export function writtenPage(random: Random, writer: Writer): string {
  const language = random.pick(writer.languages);
  const text = () => writer.text(random, language).slice(0, 300);
  const dated = () => {
    const { text, day } = writtenDate(random);
    return random.chance(0.3) ? mutated(random, text, 1 + random.below(3)) : random.chance(0.5) ? text : day;
  };
  const facts = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: text(),
        datePublished: dated(),
        dateModified: dated(),
        author: [{ '@type': 'Person', name: text() }],
      },
      {
        '@type': ['WebPage', 'CollectionPage'],
        mainEntity: {
          '@id': '#a',
          '@type': 'https://schema.org/ReportageNewsArticle',
          datePublished: { '@value': dated() },
        },
      },
    ],
  };
  const json = () => {
    const spoilt = JSON.stringify(mutatedJson(random, facts, random.below(4)));
    return random.chance(0.4) ? mutated(random, spoilt, 1 + random.below(4)) : spoilt;
  };
  const plain = (one: string) => one.replace(/[<>&"]/g, '');
  const names = [
    'article:published_time',
    'og:type',
    'date',
    'DC.date.issued',
    'parsely-pub-date',
    'og:locale',
    'og:url',
    'last-modified',
    'pubdate',
    '__proto__',
  ];
  const pieces: (() => string)[] = [
    () => `<script type="application/ld+json">${json().replaceAll('</', '<\\/')}</script>`,
    () =>
      `<meta ${random.pick(['name', 'property', 'itemprop', 'http-equiv'])}="${random.pick(names)}" content="${plain(random.chance(0.7) ? dated() : text())}">`,
    () => `<h1>${plain(text())}</h1>`,
    () => `<time ${random.chance(0.5) ? `datetime="${plain(dated())}"` : ''}>${plain(dated())}</time>`,
    () => `<span itemprop="${random.pick(['datePublished', 'dateModified', 'author'])}">${plain(dated())}</span>`,
    () => `<p>${plain(text())}</p>`,
    () => `<article><h3><a href="/b">${plain(text())}</a></h3><time>${plain(dated())}</time></article>`,
    () => `<ul><li>${plain(dated())}</li></ul>`,
    () =>
      random.pick([
        '<form><input name="body"><input name="querySelector">',
        '<img name="querySelectorAll">',
        '<div><div><div>',
        '</article>',
        '<table><tr><td>',
      ]),
  ];
  const body = random.many(1, 16, () => random.pick(pieces)()).join('');
  return `<!doctype html><html lang="${random.pick([language, '', 'xx', 'en-US', 'zz-!'])}"><head><title>${plain(text())}</title>${pieces[0]!()}${pieces[1]!()}</head><body>${body}</body></html>`;
}
