// Texts for the fuzz tests: sentences and names of the golden cases, put together anew, spoilt by characters that
// readers do not see or take for others. All of them are fast-check's arbitraries, so that it can shrink what fails.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';

interface GoldenCase {
  lang: string;
  text?: string;
  blocks?: string[];
  mentions?: { text: string }[];
}

interface Words {
  sentences: string[];
  names: string[];
  words: string[];
}

const GOLDEN = 'tests/golden';

/** Sentences, names and words of each language that has golden cases. */
const byLanguage = new Map<string, Words>();
for (const file of readdirSync(GOLDEN).filter((name) => name.endsWith('.yaml')))
  for (const { lang, text, blocks = [], mentions = [] } of parse(
    readFileSync(`${GOLDEN}/${file}`, 'utf8'),
  ) as GoldenCase[]) {
    const known = byLanguage.get(lang) ?? { sentences: [], names: [], words: [] };
    byLanguage.set(lang, known);
    const sentences = [text ?? [], blocks].flat();
    known.sentences.push(...sentences);
    known.names.push(...mentions.map((mention) => mention.text));
    known.words.push(...sentences.flatMap((sentence) => sentence.split(/\s+/)).filter(Boolean));
  }

/** Languages with golden cases. */
export const LANGUAGES = [...byLanguage.keys()];

export const language = fc.constantFrom(...LANGUAGES);

/** Characters that readers do not see, or see as something else, or that are halves of one. */
export const ODD = [
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
/** Cyrillic letters that look like Latin ones. */
const LOOKALIKES: Record<string, string> = {
  ...{ a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', T: 'Т', M: 'М', P: 'Р', B: 'В', C: 'С', H: 'Н' },
};
const GLUE = [
  ...['', ' ', ', ', '. ', ' – ', '-', '’s ', "'s ", '\u00A0', '\n', ' (', ') ', ': “', '” '],
  ...['·', '・', '، ', '、', '。'],
];
const FILLER =
  'the a of and said met on in de la el les der die und het się w na i в и на के का и است هو 和 与 の は 와 의 President Dr. J. III Jr. 2026 1 Foundation Tower Street'.split(
    ' ',
  );

/** Small things done to a part of a text: `[before, part, behind]`. */
const CHANGES: Record<string, (before: string, part: string, behind: string, odd: string, times: number) => string> = {
  insert: (before, part, behind, odd) => before + odd + part + behind,
  intersperse: (before, part, behind, odd) => before + [...part].join(odd) + behind,
  shorten: (before, part, behind) => before + part.slice(1) + behind,
  remove: (before, _part, behind) => before + behind,
  repeat: (before, part, behind, _odd, times) => before + part.repeat(times) + behind,
  reverse: (before, part, behind) => before + [...part].reverse().join('') + behind,
  upper: (before, part, behind) => before + part.toUpperCase() + behind,
  lower: (before, part, behind) => before + part.toLowerCase() + behind,
  compose: (before, part, behind) => (before + part + behind).normalize('NFKC'),
  decompose: (before, part, behind) => (before + part + behind).normalize('NFD'),
  widen: (before, part, behind) =>
    before + part.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)) + behind,
  imitate: (before, part, behind) => before + part.replace(/\w/g, (letter) => LOOKALIKES[letter] ?? letter) + behind,
  turn: (before, part, behind) => behind + part + before,
  end: (before, part) => before + part,
  spaces: (before, part, behind, _odd, times) => before + part + ' '.repeat(15 * times) + behind,
};

const change = fc.record({
  kind: fc.constantFrom(...Object.keys(CHANGES)),
  at: fc.nat(5000),
  length: fc.nat(11),
  odd: fc.constantFrom(...ODD),
  times: fc.integer({ min: 1, max: 4 }),
});

/** A text with up to so many small things done to it. */
export const mutated = (text: fc.Arbitrary<string>, most = 3): fc.Arbitrary<string> =>
  fc.tuple(text, fc.array(change, { maxLength: most })).map(([original, changes]) =>
    changes
      .reduce((now, { kind, at, length, odd, times }) => {
        const from = at % (now.length + 1);
        const to = from + length;
        return CHANGES[kind]!(now.slice(0, from), now.slice(from, to), now.slice(to), odd, times);
      }, original)
      .slice(0, 5000),
  );

/** A name in a language, as it stands in a text or set otherwise. */
export const nameIn = (tongue: string): fc.Arbitrary<string> => {
  const { names } = byLanguage.get(tongue)!;
  return fc
    .tuple(fc.constantFrom(...names), fc.constantFrom('as it is', 'as it is', 'upper', 'lower'))
    .map(([name, how]) => (how === 'upper' ? name.toUpperCase() : how === 'lower' ? name.toLowerCase() : name));
};

/** A text in a language, plausible, spoilt or hostile. */
export const textIn = (tongue: string): fc.Arbitrary<string> => {
  const { sentences, names, words } = byLanguage.get(tongue)!;
  const piece = fc.oneof(
    { weight: 4, arbitrary: nameIn(tongue) },
    { weight: 4, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: fc.constantFrom(...FILLER) },
  );
  const pieced = fc
    .array(fc.tuple(piece, fc.oneof(fc.constant(' '), fc.constantFrom(...GLUE))), { minLength: 1, maxLength: 24 })
    .map((pieces) => pieces.flat().join(''));
  return fc.oneof(
    { weight: 7, arbitrary: mutated(fc.constantFrom(...sentences)) },
    { weight: 11, arbitrary: mutated(pieced) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...ODD, ...names), fc.integer({ min: 1, max: 200 }))
        .map(([one, times]) => one.repeat(times)),
    },
  );
};
