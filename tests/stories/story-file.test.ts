// Story files: what is read, and every fault with the words in which it is told. Each case spoils the example of docs/.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadStoryFile } from '../../scripts/dataset/load.ts';
import { BOUNDS } from '../../stories/bounds.ts';
import { asStored, checkStory } from '../../stories/check-story.ts';
import { createStoryCompiler } from '../../stories/compiled-texts.ts';
import { Faults } from '../../stories/faults.ts';
import { type Story, StorySchema } from '../../stories/format.ts';
import { allAtOnce } from '../../stories/steps.ts';
import { readStoryFile, writeStoryFile } from '../../stories/story-file.ts';
import { common, EXAMPLE, faultsIn, type Spoilt, spoilt } from './example.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const words = (count: number) => Array.from({ length: count }, (_, at) => `Wo${at}`).join(' ');
const listOf = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const letters = (at: number) => `Name${String.fromCharCode(65 + (at % 26), 97 + (Math.floor(at / 26) % 26))}`;

describe('sound stories', () => {
  test('the example of the documents', () => {
    const { story, newer, notes } = readStoryFile(EXAMPLE, 'example-story.json', common);
    expect([story.id, newer, notes]).toEqual(['skerry-light', false, []]);
    expect(story.figures[0]?.names).toMatchObject({ aliases: [], alone: [], strength: 'weak' });
    expect(story.figures[2]).toMatchObject({ needs: null, country: null, offices: [] });
  });

  test.each([undefined, 'tests/stories/harbour-strike'])('of YAML, %s', (folder) => {
    const story = loadStoryFile(root, folder);
    expect(checkStory(story, 'story', common)).toEqual(story);
    const { story: written, newer } = readStoryFile(writeStoryFile(story, { share: false }), 'story.json', common);
    expect(written).toEqual(story);
    expect(newer).toBe(false);
  });

  test('are stored without what every reader fills in', () => {
    const { story } = readStoryFile(EXAMPLE, 'example-story.json', common);
    const stored = asStored({ ...story, fromTomorrow: null } as Story);
    expect(checkStory(stored, 'the storage', common)).toEqual({ ...story, fromTomorrow: null });
    expect(stored.figures?.[2]).not.toHaveProperty('needs');
    expect(JSON.stringify(stored).length).toBeLessThan(0.8 * JSON.stringify(story).length);
  });

  test('of YAML, written as a file under another id, are compiled to the very same', () => {
    const story = loadStoryFile(root);
    const written = writeStoryFile({ ...story, id: 'other' }, { share: false });
    const read = readStoryFile(written, 'other.json', common).story;
    const compiler = createStoryCompiler('1', { languages: [], givenNames: [], fixed: {} });
    const sourceOf = (one: Story) => {
      const { source } = allAtOnce(
        compiler.library([{ story: one, bundled: false, kept: null, reading: { read: null, unread: [] } }]),
      );
      return source.join('\n');
    };
    expect(sourceOf(read)).toBe(sourceOf(story));
    const shared = readStoryFile(writeStoryFile(story, { share: true }), 'shared.json', common).story;
    expect(sourceOf(shared)).toBe(sourceOf(story));
  });

  test('what the storage holds is checked as a file is', () => {
    const spoiltStory = spoilt((story) => story.figures.push({ id: 'x' }));
    expect(() => checkStory(spoiltStory, 'story:skerry-light', common)).toThrow(Faults);
    expect(() => checkStory(undefined, 'story:skerry-light')).toThrow('story:skerry-light: the file holds no story');
  });

  test('a byte order mark is no fault', () => {
    expect(faultsIn(`\uFEFF${EXAMPLE}`)).toEqual([]);
  });
});

const TEXT_FAULTS: [text: string, fault: string][] = [
  ['', ':1: the file is no JSON: column 1 is empty'],
  ['{\n  "format": dramatis', ':2: the file is no JSON: column 13 has “dramatis” where a value belongs'],
  ['{\n  “format”: 1}', ':2: the file is no JSON: column 3 has ““” where a name in quotation marks or } belongs'],
  ['{"a": 1\n "b": 2}', ':2: the file is no JSON: column 2 has “"” where a comma or the closing bracket belongs'],
  ['{"a": 1,}', ':1: the file is no JSON: column 9 has “}” where a name in quotation marks belongs'],
  [
    EXAMPLE.slice(0, EXAMPLE.indexOf('"sources"') + 12),
    ':8: the file is no JSON: column 15 ends before its last [ is closed',
  ],
];

describe('faults of the text', () => {
  test.each(TEXT_FAULTS)('%j', (text, fault) => {
    expect(() => readStoryFile(text, 'fair.json')).toThrow(`fair.json${fault}. Mend it there.`);
  });

  test.each(['null', '7', '"story"', '[]'])('%s is no story', (text) => {
    expect(faultsIn(text)).toEqual(['the file holds no story. Write it in braces: { }.']);
  });
});

const ADD_FIGURE = 'Write a figure of the story: marrow, quillonby, lighthouse, coast-board.';

/** @param spoil changes the example so that it has the faults, and no other */
const FAULTS: [spoil: (story: Spoilt) => void, ...faults: string[]][] = [
  // The story itself
  [(s) => delete s.format, 'the story lacks “format”. Write “format”, as in the other records.'],
  [
    (s) => Object.assign(s, { format: 'dramatis-story/0' }),
    'the story “format” is no format that is known. Write dramatis-story/1.',
  ],
  [
    (s) => Object.assign(s, { id: 'Skerry Light' }),
    'the story “id” is no id. Write 1 to 64 lower-case letters, digits and hyphens, such as town-hall.',
  ],
  [(s) => Object.assign(s, { id: 'constructor' }), 'the story “id” is a word of JavaScript. Write another id.'],
  [(s) => Object.assign(s, { title: {} }), 'the story “title” has no text. Write it in one language at least.'],
  [(s) => Object.assign(s, { title: 'The light' }), 'the story “title” is no record. Write it in braces: { }.'],
  [
    (s) => Object.assign(s, { title: { english: 'The light' } }),
    'the story “title.english” is no language. Write a tag such as en or pt-BR.',
  ],
  [
    (s) => Object.assign(s, { title: { 'en-a': 'The light' } }),
    'the story “title.en-a” is no language. Write a tag such as en or pt-BR.',
  ],
  [
    (s) => Object.assign(s, { asOf: '2031-02-30' }),
    'the story “asOf” is no day of the calendar. Write it as 2026-01-07.',
  ],
  [(s) => Object.assign(s, { revision: 0 }), 'the story “revision” is less than 1. Write 1, 2, 3 ….'],
  [(s) => Object.assign(s, { revision: 1.5 }), 'the story “revision” is no whole number. Write 0, 1, 2 ….'],
  [
    (s) => Object.assign(s.made, { how: 'magic' }),
    'the story “made.how” is none of the values allowed. Write hand or draft.',
  ],
  [(s) => delete s.sources, 'the story lacks “sources”. Write “sources”, as in the other records.'],
  [
    (s) =>
      Object.assign(s, {
        sources: [],
        summary: [],
        statements: [],
        quotations: [],
        events: [],
        relations: [],
        open: [],
      }),
    'the story “sources” is empty. Write the article that the story is drawn from.',
  ],
  [(s) => Object.assign(s, { figures: 'many' }), 'the story “figures” is no list. Write it in brackets: [ ].'],
  [(s) => Object.assign(s, { languages: 'es' }), 'the story “languages” is no record. Write it in braces: { }.'],
  // Sources
  [
    (s) => Object.assign(s.sources[0], { url: 'javascript:alert(1)' }),
    'source “a” “url” is no address of the web. Write one with https:// or null.',
  ],
  [
    (s) => Object.assign(s.sources[0], { url: 'courier.example/news' }),
    'source “a” “url” is no address of the web. Write one with https:// or null.',
  ],
  [(s) => delete s.sources[0].language, 'source “a” lacks “language”. Write “language”, as in the other records.'],
  [
    (s) => Object.assign(s.sources[0], { paragraphs: [1, 3, -2] }),
    'source “a” “paragraphs[2]” is less than 0. Write 0, 1, 2 ….',
  ],
  [
    (s) => Object.assign(s.sources[0], { text: [['One.'], ['Two.']] }),
    'source “a” has other sentences in “text” than “paragraphs” counts. Correct one of the two.',
  ],
  [
    (s) => Object.assign(s.sources[0], { fragments: { '3.1': ['Words', null] } }),
    'source “a” has words of sentence 3.1, which it does not have. Take them out.',
  ],
  [
    (s) => Object.assign(s.sources[0], { fragments: { first: ['Words', null] } }),
    'source “a” “fragments.first” is no sentence. Write paragraph.sentence, such as 1.3.',
  ],
  [(s) => s.sources.push({ ...s.sources[0] }), 'source “a” has the id of another one. Give one of the two another id.'],
  // Figures and their names
  [
    (s) => Object.assign(s.figures[0], { kind: 'dog' }),
    'figure “marrow” “kind” is none of the values allowed. Write person, place, organization or group.',
  ],
  [(s) => delete s.figures[1].name, 'figure “quillonby” lacks “name”. Write “name”, as in the other records.'],
  [
    (s) => Object.assign(s.figures[3], { iso: 'uk' }),
    'figure “coast-board” “iso” is no country code. Write two capitals.',
  ],
  [
    (s) => Object.assign(s.figures[3], { same: ['Q42'] }),
    'figure “coast-board” “same[0]” is no id of a register. Write one such as wikidata:Q42.',
  ],
  [
    (s) => s.figures.push({ ...s.figures[2], names: {} }),
    'figure “lighthouse” has the id of another one. Give one of the two another id.',
  ],
  [
    (s) => Object.assign(s.figures[0], { id: '__proto' }),
    'figure no. 1 “id” is no id. Write 1 to 64 lower-case letters, digits and hyphens, such as town-hall.',
  ],
  [
    (s) => Object.assign(s.figures[0].names, { strength: 'huge' }),
    'figure “marrow” “names.strength” is none of the values allowed. Write unique, strong, weak, town or common.',
  ],
  [
    (s) => Object.assign(s.figures[0].names, { full: 'Ilse Marrow' }),
    'figure “marrow” “names.full” is no list. Write it in brackets: [ ].',
  ],
  [
    (s) => Object.assign(s.figures[0].names, { full: ['', '?!', 7] }),
    'figure “marrow” “names.full[0]” is no name. Write one with a letter in it.',
    'figure “marrow” “names.full[1]” is no name. Write one with a letter in it.',
    'figure “marrow” “names.full[2]” is no text. Write it in quotation marks.',
  ],
  [
    (s) => Object.assign(s.figures[2].names, { aliases: ['Lights|Lamps', 'Light(s)'] }),
    'figure “lighthouse” “names.aliases[0]” has a “|” or brackets, which do nothing here. Write each form as an entry of its own.',
    'figure “lighthouse” “names.aliases[1]” has a “|” or brackets, which do nothing here. Write each form as an entry of its own.',
  ],
  [
    (s) => Object.assign(s.figures[2].names, { aliases: ['The', 'Of The', 'X', 'light'] }),
    `figure “lighthouse” “names.aliases[0]” is “The”, which is a word of every day. Write a longer name.`,
    `figure “lighthouse” “names.aliases[1]” is “Of The”, which is a word of every day. Write a longer name.`,
    `figure “lighthouse” “names.aliases[2]” is “X”, which has one letter only. Write a longer name.`,
    'figure “lighthouse” “names.aliases[3]” is “light”, which is one word without a capital. Write it with a capital, as names are.',
  ],
  [
    (s) => Object.assign(s.figures[1].names, { surname: ['Domingo'] }),
    'figure “quillonby” “names.surname[0]” is “Domingo”, which is a word of every day. Write strength: weak.',
  ],
  [
    (s) => Object.assign(s.figures[0].names, { given: ['Of'], surname: ['The'] }),
    'figure “marrow” “names.surname[0]” is “The”, which is a word of every day, as a given name is. Take both out, and write the full name under “aliases”.',
  ],
  [
    (s) => Object.assign(s.figures[0], { needs: 'ghost', country: 'ghost' }),
    `figure “marrow” names the figure “ghost” in “needs”, who is not in the story. ${ADD_FIGURE}`,
    `figure “marrow” names the figure “ghost” in “country”, who is not in the story. ${ADD_FIGURE}`,
  ],
  [
    (s) => Object.assign(s.figures[0], { needs: 'marrow' }),
    'figure “marrow” points to itself by “needs”. Take “needs” from one of them.',
  ],
  [
    (s) => {
      s.figures[0].country = 'lighthouse';
      s.figures[2].country = 'coast-board';
      s.figures[3].country = 'lighthouse';
    },
    'figure “lighthouse” leads in a circle by “country”: lighthouse → coast-board. Take “country” from one of them.',
  ],
  [
    (s) => Object.assign(s.figures[0], { offices: [{ office: 'town-mayor', title: { en: 'Mayor' }, from: '2030' }] }),
    'figure “marrow” “offices[0].from” is no day of the calendar. Write it as 2026-01-07.',
  ],
  // Records and what they refer to
  [
    (s) => Object.assign(s.statements[0], { cites: ['1.1'] }),
    'statement “switch-off” “cites[0]” is no citation. Write source:paragraph.sentence, such as a:1.3.',
  ],
  [
    (s) => Object.assign(s.statements[0], { cites: ['a:1.4'] }),
    'statement “switch-off” cites a:1.4, a sentence that the source does not have. That paragraph has 3 sentences: correct the citation or “paragraphs”.',
  ],
  [
    (s) => Object.assign(s.statements[0], { cites: ['a:3.1'] }),
    'statement “switch-off” cites a:3.1, a sentence that the source does not have. The source has 2 paragraphs: correct the citation or “paragraphs”.',
  ],
  [
    (s) => Object.assign(s.statements[0], { cites: ['b:1.1'] }),
    'statement “switch-off” cites b:1.1, but no source has the id “b”. Write a source of the story: a.',
  ],
  [
    (s) => Object.assign(s.statements[1], { by: 'ghost', event: 'party' }),
    `statement “fishermen” names the figure “ghost” in “by”, who is not in the story. ${ADD_FIGURE}`,
    'statement “fishermen” names the event “party”, which is not in the story. Write an event of the story: announcement, reversal.',
  ],
  [
    (s) => Object.assign(s.statements[1], { mode: 'rumour', weight: 9 }),
    'statement “fishermen” “mode” is none of the values allowed. Write reported, said, analysis or ours.',
    'statement “fishermen” “weight” is no weight. Write 1, 2 or 3.',
  ],
  [(s) => s.statements.push('words'), 'statement no. 7 is no record. Write it in braces: { }.'],
  [
    (s) => Object.assign(s.statements[1], { verbatim: 'yes' }),
    'statement “fishermen” “verbatim” is neither true nor false. Write one of the two.',
  ],
  [
    (s) => Object.assign(s.summary[0], { cites: ['a:9.1'] }),
    'summary no. 1 cites a:9.1, a sentence that the source does not have. The source has 2 paragraphs: correct the citation or “paragraphs”.',
  ],
  [
    (s) => Object.assign(s.quotations[0], { cite: 'a:0.2', about: ['ghost'] }),
    'quotation “count-on-it” cites a:0.2, a sentence that the source does not have. That paragraph has 1 sentence: correct the citation or “paragraphs”.',
    `quotation “count-on-it” names the figure “ghost” in “about”, who is not in the story. ${ADD_FIGURE}`,
  ],
  [
    (s) => Object.assign(s.events[0], { figures: ['ghost'] }),
    `event “announcement” names the figure “ghost” in “figures”, who is not in the story. ${ADD_FIGURE}`,
  ],
  [
    (s) => Object.assign(s.relations[0], { between: ['marrow', 'marrow'] }),
    'relation “marrow-board” joins a figure to itself. Write two different ids.',
  ],
  [
    (s) => Object.assign(s.relations[0], { between: 'marrow' }),
    'relation “marrow-board” “between” does not join two figures. Write two ids.',
  ],
  [
    (s) => Object.assign(s.relations[0].course[0], { event: 'party' }),
    'relation “marrow-board” names the event “party”, which is not in the story. Write an event of the story: announcement, reversal.',
  ],
  [
    (s) => s.open.push({ ...s.open[0] }),
    'question “who-pays” has the id of another one. Give one of the two another id.',
  ],
  // Languages
  [
    (s) => Object.assign(s.languages, { Spanish: {} }),
    'language “Spanish” is no language code. Write two or three letters, such as pl.',
  ],
  [
    (s) => Object.assign(s.languages.es.names, { ghost: ['Fantasma Gris'] }),
    `language “es” names the figure “ghost” in “names”, who is not in the story. ${ADD_FIGURE}`,
  ],
  [
    (s) => Object.assign(s.languages.es, { offices: { 'town-mayor': ['alcaldesa de Brackwater'] } }),
    'language “es” names the office “town-mayor”, which no figure holds. Add an office with this id.',
  ],
  [
    (s) => Object.assign(s.languages.es.names, { lighthouse: ['El', 'Luz'] }),
    `language “es” “names.lighthouse[0]” is “El”, which is a word of every day. Write a longer name.`,
  ],
];

describe('faults of the records', () => {
  test.each(FAULTS.map(([spoil, ...faults]) => ({ faults, spoil })))('$faults.0', ({ spoil, faults }) => {
    expect(faultsIn(JSON.stringify(spoilt(spoil)))).toEqual(faults);
  });

  test('50 are told, and how many more there are', () => {
    const story = spoilt((s) => {
      s.statements = listOf(70, (at) => ({ ...s.statements[0], id: `s-${at}`, by: 'ghost' }));
    });
    expect(() => checkStory(story, 'fair.json')).toThrow(
      /^The story has 70 faults:\n(?: {2}fair.*\n){50} {2}… and 20 more\.$/,
    );
  });
});

/** Fills the bound, and passes it where there is one more; what is told then. */
const BOUND: [over: (story: Spoilt, more: number) => void, fault: string][] = [
  [
    (s, more) =>
      Object.assign(s, {
        figures: listOf(BOUNDS.figures + more, (at) => ({
          ...(s.figures[at] ?? s.figures[0]),
          id: s.figures[at]?.id ?? `f-${at}`,
        })),
      }),
    'the story “figures” has more than 2000 entries. Split the story.',
  ],
  [
    (s, more) =>
      Object.assign(s, {
        statements: listOf(BOUNDS.statements + more, (at) => ({
          ...s.statements[0],
          text: { en: 'It was.' },
          id: `s-${at}`,
        })),
      }),
    'the story “statements” has more than 20000 entries. Split the story.',
  ],
  [
    (s, more) =>
      Object.assign(s, {
        sources: listOf(BOUNDS.sources + more, (at) => ({ ...s.sources[0], id: at === 0 ? 'a' : `s-${at}` })),
      }),
    'the story “sources” has more than 200 sources. Split the story.',
  ],
  [
    (s, more) => Object.assign(s.title, { en: 'x'.repeat(BOUNDS.text + more) }),
    'the story “title.en” is longer than 1000 characters. Shorten it.',
  ],
  [
    (s, more) => Object.assign(s.figures[0].names, { aliases: ['X'.repeat(BOUNDS.name + more)] }),
    'figure “marrow” “names.aliases[0]” is longer than 100 characters. Shorten it.',
  ],
  [
    (s, more) => Object.assign(s.figures[0].names, { full: [words(BOUNDS.words + more)] }),
    'figure “marrow” “names.full[0]” has more than 8 words. Shorten it.',
  ],
  [
    (s, more) => Object.assign(s.figures[0].names, { others: listOf(BOUNDS.forms + more, letters) }),
    'figure “marrow” “names.others” has more than 256 forms. Take some out.',
  ],
  [
    (s, more) => {
      // Six of its own: five names without “others”, and one in Polish.
      s.figures[0].names.others = [];
      const lengths = {
        da: BOUNDS.forms,
        fi: BOUNDS.forms,
        it: BOUNDS.forms,
        nl: 1000 - 3 * BOUNDS.forms - 6 + more,
      };
      for (const [code, length] of Object.entries(lengths))
        s.languages[code] = { names: { marrow: listOf(length, letters) } };
    },
    'figure “marrow” has 1001 forms in all languages, more than 1000. Take some out.',
  ],
  [
    (s, more) =>
      Object.assign(s.figures[0], {
        offices: listOf(BOUNDS.offices + more, () => ({
          office: 'town-mayor',
          title: { en: 'Mayor' },
          from: '2030-01-01',
        })),
      }),
    'figure “marrow” “offices” has more than 64 entries. Split the story.',
  ],
  [
    (s, more) => Object.assign(s.statements[0], { figures: listOf(BOUNDS.figuresOfOne + more, () => 'marrow') }),
    'statement “switch-off” “figures” names more than 64 figures. Take some out.',
  ],
  [
    (s, more) => Object.assign(s.statements[0], { cites: listOf(BOUNDS.cites + more, () => 'a:1.1') }),
    'statement “switch-off” “cites” has more than 64 citations. Take some out.',
  ],
  [
    (s, more) => Object.assign(s.sources[0], { paragraphs: listOf(BOUNDS.paragraphs + more, () => 3) }),
    'source “a” “paragraphs” has more than 5000 paragraphs. Take some out.',
  ],
  [
    (s, more) => Object.assign(s.sources[0], { paragraphs: [1, 3, BOUNDS.sentences + more] }),
    'source “a” “paragraphs[2]” is more than 1000. Correct it.',
  ],
  [
    (s, more) => Object.assign(s.sources[0], { url: `https://a.example/${'x'.repeat(BOUNDS.url - 18 + more)}` }),
    'source “a” “url” is longer than 2000 characters. Shorten it or write null.',
  ],
  [
    (s, more) =>
      Object.assign(s.sources[0], {
        paragraphs: [1, 3, 2],
        text: [['x'.repeat(BOUNDS.sentence + more)], ['x', 'x', 'x'], ['x', 'x']],
      }),
    'source “a” “text[0][0]” is longer than 5000 characters. Shorten it.',
  ],
  [
    (s, more) => Object.assign(s.sources[0], { fragments: { '1.1': ['x'.repeat(BOUNDS.fragment + more), null] } }),
    'source “a” “fragments.1.1[0]” is longer than 200 characters. Take it out.',
  ],
  [
    (s, more) => Object.assign(s.languages.es, { words: listOf(BOUNDS.phrases + more, letters) }),
    'language “es” “words” has more than 512 phrases. Take some out.',
  ],
  [
    (s, more) => {
      let inner: unknown = 1;
      // The story itself is one of them.
      for (let depth = 1; depth < BOUNDS.depth + more; depth++) inner = [inner];
      s.later = inner;
    },
    'the file has more than 16 lists and records inside one another. Flatten it.',
  ],
  [
    (s, more) => {
      s.later = '';
      s.later = 'x'.repeat(BOUNDS.bytes - Buffer.byteLength(JSON.stringify(s)) + more);
    },
    'the file has more than 5 MB. Split the story.',
  ],
];

describe('bounds', () => {
  test.each(BOUND.map(([over, fault]) => ({ fault, over })))('$fault', ({ over, fault }) => {
    expect(faultsIn(JSON.stringify(spoilt((story) => over(story, 0))))).toEqual([]);
    expect(faultsIn(JSON.stringify(spoilt((story) => over(story, 1))))).toEqual([fault]);
  });

  test('a file’s size is counted in bytes', () => {
    const text = JSON.stringify(spoilt((story) => Object.assign(story, { later: 'é'.repeat(BOUNDS.bytes / 2) })));
    expect(text.length).toBeLessThan(BOUNDS.bytes);
    expect(faultsIn(text)).toEqual(['the file has more than 5 MB. Split the story.']);
  });
});

describe('names that would be found everywhere', () => {
  const faultsOf = (spoil: (story: Spoilt) => void) => faultsIn(JSON.stringify(spoilt(spoil)));

  test('are refused also where another figure must be near, which many pages may name', () => {
    expect(
      faultsOf(({ figures: [, , lighthouse] }) =>
        Object.assign(lighthouse, { needs: 'coast-board', names: { aliases: ['The', 'X', 'light'] } }),
      ),
    ).toHaveLength(3);
  });

  test('are refused as names of offices, unless it is a compound', () => {
    const inFinnish = (...phrases: string[]) =>
      faultsOf(({ figures: [marrow], languages }) => {
        marrow.offices = [{ office: 'town-mayor', title: { en: 'Mayor' }, from: '2030-01-01' }];
        languages.fi = { offices: { 'town-mayor': phrases } };
      });
    expect(inFinnish('majakkakaupunginjohtaja', 'Brackwaterin johtaja')).toEqual([]);
    expect(inFinnish('ja', 'johtaja')).toEqual([
      'language “fi” “offices.town-mayor[0]” is “ja”, which is a word of every day. Write with it whose office it is.',
      'language “fi” “offices.town-mayor[1]” is “johtaja”, which is one word without a capital. ' +
        'Write with it whose office it is.',
    ]);
  });

  test('of people pass where the full name must be on the page', () => {
    expect(
      faultsOf(({ figures: [marrow] }) => Object.assign(marrow.names, { surname: ['Domingo', 'So', 'E'] })),
    ).toEqual([]);
  });

  test.each([
    ['is in capitals', ['WHO', 'US', 'IS']],
    ['is a given name', ['Ali']],
    ['is words of different languages', ['Die Los']],
    ['is a longer name', ['De la Cruz', 'Of Monsters']],
    ['has a capital inside', ['iFarol', 'eLight']],
    ['is in a script without capitals', ['מגדלור', 'ანა']],
    ['is more words in small letters', ['det hvide fyr']],
  ])('pass where the name %s', (_, aliases) => {
    expect(faultsOf(({ figures: [, , lighthouse] }) => Object.assign(lighthouse.names, { aliases }))).toEqual([]);
  });

  test('a sign of Chinese is a word where words are set apart, and one letter where they are not', () => {
    const inLanguage = (code: string) => (story: Spoilt) =>
      Object.assign(story.languages, { [code]: { names: { lighthouse: ['美'] } } });
    expect(faultsOf(inLanguage('ko'))).toEqual([]);
    expect(faultsOf(inLanguage('zh'))).toEqual([
      `language “zh” “names.lighthouse[0]” is “美”, which has one letter only. Write a longer name.`,
    ]);
  });
});

describe('a file of a newer version', () => {
  const newer = (spoil: (story: Spoilt) => void) => readStoryFile(JSON.stringify(spoilt(spoil)), 'fair.json', common);

  test('has fields that are not known: kept, and noted', () => {
    const {
      story,
      newer: isNewer,
      notes,
    } = newer((s) => {
      s.mood = 'hopeful';
      s.figures[0].hats = [{ colour: 'red' }];
    });
    expect(isNewer).toBe(true);
    expect(story).toMatchObject({ mood: 'hopeful', figures: [{ hats: [{ colour: 'red' }] }, {}, {}, {}] });
    expect(notes.map(({ wrong }) => wrong)).toEqual([
      'has a field “figures[0].hats” that is not known here',
      'has a field “mood” that is not known here',
    ]);
  });

  test('is read without the records that are not understood, and without those that refer to them', () => {
    const {
      story,
      newer: isNewer,
      notes,
    } = newer((s) => {
      s.format = 'dramatis-story/2';
      s.figures[2].kind = 'building';
      s.statements[4].mode = 'guessed';
    });
    expect(isNewer).toBe(true);
    expect(story.format).toBe('dramatis-story/1');
    expect(story.figures.map(({ id }) => id)).toEqual(['marrow', 'quillonby', 'coast-board']);
    expect(story.statements.map(({ id }) => id)).toEqual(['lamp', 'older-lights']);
    expect(Object.keys(story.languages)).toEqual([]);
    expect(notes[0]).toMatchObject({ record: 'figure “lighthouse”', wrong: expect.stringMatching(/^“kind” is none/) });
  });

  test('is refused where the story itself cannot be read', () => {
    expect(() => newer((s) => Object.assign(s, { format: 'dramatis-story/2', title: ['a'] }))).toThrow(Faults);
    expect(() => newer((s) => Object.assign(s, { format: 'dramatis-story/02x' }))).toThrow(
      'is no format that is known',
    );
  });
});

/** The names of all fields that a schema has, inner ones too. */
function fieldsOf(schema: Spoilt): string[] {
  const inner = [schema.wrapped, schema.item, schema.value, ...(schema.items ?? [])].filter(Boolean);
  const fields = Object.entries(schema.entries ?? {}).flatMap(([name, field]) => [name, ...fieldsOf(field)]);
  return [...fields, ...inner.flatMap(fieldsOf)];
}

describe('the page for writers (docs/story-format.md)', () => {
  const page = readFileSync('docs/story-format.md', 'utf8');
  const blocks = (fence: string) =>
    [...page.matchAll(new RegExp(`^\`\`\`${fence}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text);

  test('has stories that can be read', () => {
    const stories = blocks('json');
    expect(stories).toHaveLength(1);
    for (const story of stories) expect(faultsIn(story)).toEqual([]);
  });

  test('shows faults as they are told', () => {
    const told = [
      ...FAULTS.flatMap(([, ...faults]) => faults),
      ...BOUND.map(([, fault]) => fault),
      ...TEXT_FAULTS.map(([, fault]) => `${fault}. Mend it there.`),
    ];
    const shown = blocks('text').flatMap((block) => block.trim().split('\n'));
    expect(shown.length).toBeGreaterThan(5);
    for (const line of shown) expect(told).toContain(line.replace(/^story\.json(?:: )?/, ''));
  });

  test('names every field and every bound', () => {
    for (const field of fieldsOf(StorySchema)) expect(page, field).toMatch(new RegExp(`\`${field}\`|"${field}"`));
    const { bytes, ...bounds } = BOUNDS;
    expect(page).toContain(`${bytes / 1e6} MB`);
    for (const number of Object.values(bounds))
      expect(page).toMatch(new RegExp(`(?<!\\d|\\d,)${number.toLocaleString('en')}(?!\\d|,\\d)`));
  });
});
