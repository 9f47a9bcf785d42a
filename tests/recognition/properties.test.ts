// What holds for every text: spans slice the original, disguises that a reader does not see change nothing, blocks
// never join, nothing throws and nothing takes more than linear work on hostile text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../recognition/fold.ts';
import { languageOf } from '../../recognition/language.ts';
import { openPrefilters } from '../../recognition/prefilters.ts';
import { createRecogniser } from '../../recognition/recognise.ts';
import type { PageFacts } from '../../recognition/resolve.ts';
import { patient, patientWithLongTexts } from '../fuzz/runs.ts';
import { goldenFiles } from './golden-cases.ts';
import { gazetteer } from './story.ts';

const facts: PageFacts = {
  date: '2026-01-08',
  headlines: [],
  rejected: [],
  muted: [],
  frontPage: false,
};
const english = createRecogniser(gazetteer, 'en');

const mentions = (texts: string[], recogniser = english) => {
  const blocks = texts.map((text) => ({ text, candidates: recogniser.read({ text, lang: null }) }));
  return recogniser.resolve(blocks, facts).mentions;
};
/** What was found, without where: for comparing texts that differ in what nobody sees. */
const found = (text: string, recogniser = english) =>
  mentions([text], recogniser).map((mention) => [mention.figure, mention.evidence[0]?.kind]);

/** Words with a capital, no two of them alike. */
const capitals = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `B${[...String(at)].map((digit) => 'aeioubdklm'[Number(digit)]).join('')}x`);

const WORDS = [
  'Trump',
  'Donald',
  'Donald Trump',
  'Petro',
  'Gustavo Petro',
  'Nicolás Maduro',
  'Rubio',
  'Delcy Rodríguez',
  'Melania',
  'President',
  'said',
  'the',
  'Tower',
  'Colombia',
  'White House',
  'Bogotá',
  'yesterday',
  'and',
  'Jorge Rodríguez',
  'US president',
  'met',
  'in',
];
const prose = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .map((words) => `${words.join(' ')}.`);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  prose,
  fc.tuple(fc.string({ unit: 'grapheme', maxLength: 40 }), prose).map(([a, b]) => a + b),
);

describe('folding', () => {
  it('keeps an offset into the original for every folded unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text);
        expect(folded.offsets).toHaveLength(folded.text.length + 1);
        for (let at = 1; at < folded.offsets.length; at++)
          expect(folded.offsets[at]).toBeGreaterThanOrEqual(folded.offsets[at - 1] as number);
        expect(folded.offsets.at(-1)).toBe(text.length);
      }),
    );
  });
  it('takes letters that change length for what a reader takes them for', () => {
    expect(fold('İstanbul ﬁn STRAẞE Ｔｒｕｍｐ').text).toBe('istanbul fin strasse trump');
    expect(fold('ﬁn').offsets).toEqual([0, 0, 1, 2]);
  });
});

describe('recognition', () => {
  it('gives spans that slice the original text, in order and without overlaps', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (texts) => {
        let last = { block: -1, end: 0 };
        for (const mention of mentions(texts)) {
          expect((texts[mention.block] as string).slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.text).not.toBe('');
          if (mention.block === last.block) expect(mention.start).toBeGreaterThanOrEqual(last.end);
          last = mention;
        }
      }),
    );
  });
  it('finds the same in composed and decomposed text', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(found(text.normalize('NFD'))).toEqual(found(text.normalize('NFC')));
      }),
    );
  });
  it('finds the same with soft hyphens and zero-width characters in the words', () => {
    const disguise = fc.tuple(prose, fc.infiniteStream(fc.constantFrom('', '', '', '\u00AD', '\u200B', '\u2060')));
    fc.assert(
      fc.property(disguise, ([text, marks]) => {
        // Between two letters only: at a word's edge such a character is no disguise but white space.
        const hidden = text.replace(/(?<=[\p{L}])(?=[\p{Ll}])/gu, () => marks.next().value ?? '');
        expect(found(hidden)).toEqual(found(text));
      }),
    );
  });
  it('finds what it promises in every golden case, however its text is encoded and set', patient, () => {
    // Characters that nobody sees hide inside words; Han, kana and Thai have no words to hide them in.
    const hide = (text: string) => {
      let count = 0;
      return text
        .normalize('NFC')
        .replace(/(?<=\p{L}\p{M}*)(?=\p{L})(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}ー])/gu, () =>
          count++ % 2 === 0 ? '\u00AD' : '\u200B',
        );
    };
    // By turns: neighbours are of one kind.
    const disguises: ((text: string) => string)[] = [
      (text) => text.normalize('NFD').replaceAll(' ', '\u00A0'),
      (text) => hide(text).replaceAll(' ', '\n'),
    ];
    const recognisers = new Map<string, ReturnType<typeof createRecogniser>>();
    for (const { file, cases } of goldenFiles) {
      const promised = cases.filter(({ fails }) => !fails);
      for (const [at, golden] of promised.entries()) {
        const { name, lang, text = '', blocks = [text], date = null, headlines = [] } = golden;
        const { rejected = [], muted = [], front = false } = golden;
        const recogniser = recognisers.get(lang) ?? createRecogniser(gazetteer, lang);
        recognisers.set(lang, recogniser);
        const run = (by: (text: string) => string) => {
          const read = blocks.map(by).map((one) => ({
            text: one,
            candidates: recogniser.read({ text: one, lang: null }),
          }));
          return recogniser
            .resolve(read, { date, headlines: headlines.map(by), rejected, muted, frontPage: front })
            .mentions.map(({ figure, evidence }) => `${figure} ${evidence[0]?.kind}`);
        };
        const expected = golden.mentions.map(({ figure, evidence }) => `${figure} ${evidence}`);
        expect([file, name, run(disguises[at % 2] as (typeof disguises)[number])]).toEqual([file, name, expected]);
      }
    }
  });
  it('does not care about the case of a title, nor of a whole headline', () => {
    const titles = ['president', 'secretary', 'former president', 'leader', 'mr', 'senator'];
    const names = ['Donald Trump', 'Gustavo Petro', 'Nicolás Maduro', 'Marco Rubio', 'Delcy Rodríguez', 'Cilia Flores'];
    fc.assert(
      fc.property(fc.constantFrom(...titles), fc.constantFrom(...names), (title, name) => {
        const sentence = (by: (text: string) => string) => found(`Reporters asked the ${by(title)} ${name} about it.`);
        const plain = sentence((text) => text);
        expect(sentence((text) => text.toUpperCase())).toEqual(plain);
        expect(sentence((text) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()))).toEqual(plain);
        const headline = `${name} meets reporters after the long weekend`;
        const every = headline.replace(/(^|\s)[a-z]/g, (letter) => letter.toUpperCase());
        expect([found(headline.toUpperCase()), found(every)]).toEqual([found(headline), found(headline)]);
      }),
    );
  });
  it('does not depend on the order in which blocks are read', () => {
    fc.assert(
      fc.property(fc.array(prose, { minLength: 2, maxLength: 6 }), (texts) => {
        const read = (text: string) => ({ text, candidates: english.read({ text, lang: null }) });
        const backwards = [...texts].reverse().map(read).reverse();
        expect(english.resolve(backwards, facts).mentions).toEqual(mentions(texts));
        // Resolved in between, as a page is while it loads: what was found so far changes nothing of what is found in
        // the end.
        english.resolve(backwards.slice(0, 1), facts);
        expect(english.resolve(backwards, facts).mentions).toEqual(mentions(texts));
      }),
    );
  });
  it('says from any offset where the next name may begin, whatever was asked before', () => {
    const prefilter = openPrefilters(english.prefilters);
    fc.assert(
      fc.property(fc.oneof(prose, anything), prose, fc.nat(40), (text, other, from) => {
        const all: number[] = [];
        for (let at = prefilter.next(text); at >= 0; at = prefilter.next(text, at + 1)) all.push(at);
        prefilter.next(other);
        expect(prefilter.next(text, from)).toBe(all.find((at) => at >= from) ?? -1);
        for (const { start } of mentions([text]).filter(({ evidence }) => evidence[0]?.kind === 'surname'))
          expect(all).toContain(start);
      }),
    );
  });
  it('says what it has to know of the page, and only where a name hangs on it', () => {
    const needs = (texts: string[], known: Partial<PageFacts> = {}) => {
      const blocks = texts.map((text) => ({ text, candidates: english.read({ text, lang: null }) }));
      return english.resolve(blocks, { ...facts, date: undefined, frontPage: undefined, ...known }).needs;
    };
    const far = ['Gustavo Petro spoke.', 'Trump listened.', 'Donald Trump left.', 'Petro stayed.'];
    expect(needs(['Donald Trump spoke.'])).toEqual({ date: false, frontPage: false });
    expect(needs(['The US president spoke.'])).toEqual({ date: true, frontPage: false });
    expect(needs(far)).toEqual({ date: false, frontPage: true });
    expect(needs(['The US president spoke.', ...far], { date: null, frontPage: true })).toEqual({
      date: false,
      frontPage: false,
    });
  });
  it('quotes a name where it says that it is named in full', () => {
    const said = mentions(['Donald and Melania Trump arrived.', 'Trump spoke.']);
    expect(said.at(-1)?.evidence).toEqual([{ kind: 'named-in-full', text: 'Trump', where: 'above' }]);
    fc.assert(
      fc.property(fc.array(prose, { minLength: 1, maxLength: 4 }), (texts) => {
        for (const { evidence } of mentions(texts))
          for (const one of evidence) if ('text' in one) expect(one.text).not.toBe('');
      }),
    );
  });
  it('never finds a name that two blocks would only make together', () => {
    expect(mentions(['Donald', 'Trump']).map((mention) => mention.text)).toEqual(['Trump']);
    expect(mentions(['White', 'House'])).toEqual([]);
    expect(mentions(['the president of', 'Colombia']).map((mention) => mention.figure)).toEqual(['colombia']);
  });
  it('does not depend on what was read before', () => {
    fc.assert(
      fc.property(prose, prose, (one, other) => {
        const fresh = createRecogniser(gazetteer, 'en');
        mentions([other], english);
        expect(mentions([one], english)).toEqual(mentions([one], fresh));
      }),
      { numRuns: 30 },
    );
  });
  it('reads any text in any language without throwing', () => {
    for (const language of new Set(gazetteer.lexicons.values())) {
      const recogniser = createRecogniser(gazetteer, language);
      fc.assert(
        fc.property(anything, (text) => void mentions([text], recogniser)),
        { numRuns: 25 },
      );
    }
  });
  it('reads text in the page’s language where the words of its own could not be had', () => {
    const load = (part: string) => (part === 'de_around' ? '' : gazetteer.load(part));
    const recogniser = createRecogniser({ ...gazetteer, load }, 'en');
    expect(recogniser.read({ text: 'Trump spoke.', lang: 'de' })).toHaveLength(1);
  });
  it('takes a Cyrillic T for another letter', () => {
    expect(mentions(['Тrump spoke.'])).toEqual([]);
  });
  it('matches beside emoji and lone surrogates, and not inside words', () => {
    expect(mentions(['😀Trump\uD83D and Trumpet, Trumpism, untrump'])[0]?.text).toBe('Trump');
    expect(mentions(['Trumpet Trumpism Petrograd Madurodam'])).toEqual([]);
  });

  // Up to a megabyte: work that grew faster than the text would not end before the runner gives up.
  const hostile: [string, () => string][] = [
    ['near-matches', () => 'Trum Donald J. Petr Madur '.repeat(40_000)],
    ['matches', () => 'Trump Petro '.repeat(4_000)],
    ['sentences', () => 'Beans from Colombia. If Trump wins, Petro costs more. '.repeat(4_000)],
    ['one word', () => 'Trump'.repeat(200_000)],
    ['combining marks', () => `Trump${'\u0301'.repeat(1_000_000)}`],
    ['soft hyphens', () => `T${'\u00AD'.repeat(1_000_000)}rump`],
    ['lone surrogates', () => '\uD83D'.repeat(1_000_000)],
    ['initials', () => `${'D. '.repeat(300_000)}Trump`],
    ['separators', () => `Donald${' '.repeat(1_000_000)}Trump`],
    ['offices', () => 'the president of the president of Colombia '.repeat(8_000)],
    ['little words', () => `${'of the '.repeat(150_000)}US president`],
    ['years', () => 'US president 1998 '.repeat(8_000)],
    ['words in small letters', () => 'trump maduro '.repeat(20_000)],
    ['unknown capitals before a place', () => capitals(10_000).join(' Colombia fires all. ')],
  ];
  it.each([
    ['a front page of one name', 'Venezuela: Rodríguez names a minister', true],
    ['headlines that share a name with others', 'Trump waits. Petro and Rubio sing about Colombia.', true],
    ['a country and a surname in other sentences', 'Beans from Colombia. If Trump wins, Petro costs more.', false],
  ])('comes to an end on %s', (_, text, frontPage) => {
    const candidates = english.read({ text, lang: null });
    english.resolve(
      Array.from({ length: 8_000 }, () => ({ text, candidates })),
      { ...facts, frontPage },
    );
  });
  it.each(hostile)(
    'comes to an end on %s',
    (_, make) => {
      mentions([make()]);
    },
    patientWithLongTexts.timeout,
  );
});

describe('the language of a text', () => {
  it('is told by script and by frequent words', () => {
    const texts: Record<string, string> = {
      en: 'The president said that he was in favour of the plan and that it would be with them for a while, but not this year.',
      es: 'El presidente dijo que la reunión con los ministros es para hablar de lo que se hizo en el país y no de otra cosa.',
      de: 'Der Präsident sagte, dass sich die Minister mit dem Plan nicht auf eine Frist geeinigt haben und das auch für sie gilt.',
      pl: 'Prezydent powiedział, że do rozmów nie dojdzie przez cały tydzień, ale że jest to możliwe po wyborach, jak się wydaje.',
      ru: 'Президент заявил, что переговоры продолжатся на следующей неделе.',
      ja: '大統領は来週にも会談を行うと述べた。',
      zh: '总统表示，下周将举行会谈，双方正在讨论有关问题。',
      ko: '대통령은 다음 주에 회담을 열겠다고 밝혔다.',
      ar: 'قال الرئيس إن المحادثات ستستأنف في الأسبوع المقبل بعد أن كان من المقرر.',
      fa: 'رئیس‌جمهور گفت که این گفت‌وگوها را در هفته آینده برای رسیدن به توافق از سر می‌گیرد.',
      ur: 'صدر نے کہا کہ یہ مذاکرات اگلے ہفتے میں اسلام آباد کے صدر دفتر میں ہوں گے۔',
      uk: 'Президент заявив, що на переговорах також ішлося про те, як вони це бачать, але він не сказав, з ким.',
      bg: 'Президентът заяви, че преговорите ще са по-трудни, но той не е съгласен с това, което се говори след срещата.',
      bn: 'রাষ্ট্রপতি বলেছেন, আলোচনা আগামী সপ্তাহে আবার শুরু হবে। বৈঠকে নতুন প্রস্তাব নিয়ে কথা হয়েছে।',
    };
    for (const [language, text] of Object.entries(texts))
      expect([language, languageOf(gazetteer, text.repeat(2))]).toEqual([language, language]);
    expect(languageOf(gazetteer, 'Lorem ipsum')).toBeNull();
  });
  it('is what the markup says where others share the script', () => {
    const texts = {
      uk: 'Президент поїде в Київ наступного тижня.',
      bg: 'Президентът заминава за София в понеделник.',
      sr: 'Председник путује у Нови Сад следеће недеље.',
      fa: 'رئیس‌جمهور فردا به تهران می‌رود.',
      ur: 'وزیر خارجہ کل لاہور پہنچیں گے۔',
      ca: 'El president va dir que no és la primera de les reunions a la ciutat.',
    };
    for (const [language, text] of Object.entries(texts))
      expect([language, languageOf(gazetteer, text, language)]).toEqual([language, language]);
  });
  it('is not what the markup says where the text plainly speaks another', () => {
    const spanish =
      'El presidente dijo que no se va a reunir con los ministros de la región, pero sí con los de su país.';
    expect(languageOf(gazetteer, spanish, 'en')).toBe('es');
    expect(languageOf(gazetteer, 'Президент заявил, что переговоры продолжатся.', 'en')).toBe('ru');
    // A word of another script is not the page's script.
    expect(languageOf(gazetteer, '総会は来週にも開かれる。ギリシャ語の ααα と русский が並ぶ。', 'ja')).toBe('ja');
  });
});
