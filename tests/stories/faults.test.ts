// Every fault that a story can have stops the build and says where it is, what is wrong and how to mend it. Each case
// spoils one line of a small sound story.
import { expect, test } from 'vitest';
import { loadWording } from '../../scripts/dataset/load.ts';
import { readYaml } from '../../scripts/dataset/yaml.ts';
import { type Fault, Faults } from '../../stories/faults.ts';
import { namesOf, readStory, type StoryFiles, storyFromYaml } from '../../stories/from-yaml.ts';
import { cardStory } from '../../stories/story.ts';

const shades = loadWording('.');

const SOUND: Record<string, string> = {
  'story.yaml': `
id: fair
title: { en: The fair, es: La feria }
source: { en: an article on a fair, es: un artículo sobre una feria }
asOf: 2030-05-02
sentences: [1, 2]
summary:
  - text: { en: Ann met Bob., es: Ana vio a Bob. }
    cites: [1.1]
`,
  'figures.yaml': `
- id: ann
  kind: person
  name: { en: Ann Lee, es: Ann Lee }
  role: { en: Mayor, es: Alcaldesa }
  names:
    full: [Ann Lee]
    given: [Ann]
    surname: [Lee]
    strength: weak
    sex: female
  offices:
    - { office: town-mayor, title: { en: Mayor, es: Alcaldesa }, from: 2028-01-01, to: 2032-01-01 }
- id: bob
  kind: person
  name: { en: Bob Ray, es: Bob Ray }
  role: { en: Baker, es: Panadero }
  names:
    full: [Bob Ray]
    given: [Bob]
    surname: [Ray]
    strength: strong
    sex: male
  offices:
    - { office: town-mayor, title: { en: Mayor, es: Alcalde }, from: 2024-01-01, to: 2028-01-01 }
- id: town
  kind: place
  name: { en: Town, es: Pueblo }
  role: { en: Where the fair is, es: Donde es la feria }
  names: { aliases: [Town] }
- id: guests
  kind: group
  name: { en: Guests, es: Invitados }
  role: { en: Came to the fair, es: Fueron a la feria }
  unmarked: true
`,
  'statements.yaml': `
- id: met
  text: { en: Ann met Bob in town., es: Ana vio a Bob en el pueblo. }
  cites: [1.1, 2.1]
  mode: reported
  figures: [ann, bob, town, guests]
  weight: 3
  event: meeting
- id: praise
  text: { en: Ann praised the bread., es: Ana elogió el pan. }
  cites: [2.2]
  mode: said
  by: ann
  figures: [bob, ann]
  weight: 1
`,
  'quotations.yaml': `
- id: bread
  words: good bread, and a very good cake
  translation: { es: "buen pan, y un pastel muy bueno" }
  excerpt: { en: good bread…, es: buen pan… }
  by: ann
  to: { en: to guests, es: a los invitados }
  about: [bob]
  cite: 2.2
`,
  'events.yaml': `
- id: meeting
  order: 1
  title: { en: The meeting, es: El encuentro }
  date: 2030-05-01
  when: { en: Monday, es: lunes }
  figures: [ann, bob]
  cites: [1.1]
- id: feast
  order: 2
  title: { en: The feast, es: La fiesta }
  date: 2030-05-02
  dateIsEditorial: true
  when: { en: Tuesday, es: martes }
  figures: [guests]
  cites: [2.1]
`,
  'relations.yaml': `
- id: ann-bob
  between: [ann, bob]
  label: { en: friends, es: amigos }
  course:
    - { text: { en: meeting, es: encuentro }, cites: [1.1], event: meeting }
`,
  'open.yaml': `
- id: price
  text: { en: What the bread cost., es: Cuánto costó el pan. }
  cites: [2.2]
`,
};

/** The sound story with `from` replaced by `to` in one file; '' for `from` replaces all of it, null leaves it out. */
function spoilt(file: string, from: string, to: string | null): StoryFiles {
  const text = SOUND[file] ?? '';
  if (from !== '' && !text.includes(from)) throw new Error(`${file} has no “${from}”`);
  const files = { ...SOUND, [file]: from === '' ? (to ?? '') : text.replace(from, to ?? '') };
  if (to === null) delete files[file];
  return parsed(files);
}

/** The files as the compiler takes them. */
const parsed = (files: Readonly<Record<string, string>>): StoryFiles =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name.replace('.yaml', ''),
      readYaml(`data/stories/fair/${name}`, text),
    ]),
  );

function faultsOf(files: StoryFiles): readonly Fault[] {
  try {
    readStory(files, shades);
    return [];
  } catch (error) {
    if (error instanceof Faults) return error.faults;
    throw error;
  }
}

test('a sound story is read', () => {
  const story = storyFromYaml(readStory(spoilt('open.yaml', 'What', 'What'), shades), []);
  expect(story.statements.map(({ id, weight }) => [id, weight])).toEqual([
    ['met', 3],
    ['praise', 1],
  ]);
  expect(cardStory(story)).toMatchObject({ firstEvent: '2030-05-01', lastEvent: '2030-05-02' });
  expect(story.figures.find(({ id }) => id === 'bob')?.names.surname).toEqual(['Ray']);
  expect(story.sources[0]?.paragraphs).toEqual([1, 1, 2]);
});

type Case = [what: string, file: string, from: string, to: string | null, record: string, wrong: string, mend: string];

const CASES: Case[] = [
  // Reading
  ['a file is missing', 'open.yaml', '', null, 'the file', 'is missing', 'Add open.yaml'],
  [
    'broken YAML',
    'events.yaml',
    'figures: [ann, bob]',
    'figures: [ann, bob',
    'the file',
    'cannot be read',
    'Mend the YAML',
  ],
  ['a repeated key', 'quotations.yaml', 'by: ann', 'by: ann\n  by: bob', 'the file', 'cannot be read', 'Mend the YAML'],
  ['no list', 'open.yaml', '', 'price: high', 'questions', 'are no list', '“- id:”'],
  [
    'an unknown field',
    'statements.yaml',
    'weight: 3',
    'weight: 3\n  wieght: 2',
    'statement “met”',
    '“wieght” that is not known',
    'spelling',
  ],
  ['a missing field', 'figures.yaml', '  kind: place\n', '', 'figure “town”', 'lacks “kind”', 'Write “kind”'],
  ['no id', 'events.yaml', '- id: feast\n  order', '- order', 'event no. 2', 'lacks “id”', 'Write “id”'],
  ['a bad id', 'relations.yaml', 'id: ann-bob', 'id: Ann_Bob', 'relation “Ann_Bob”', 'is no id', 'lower-case'],
  // Texts
  [
    'no Spanish text',
    'statements.yaml',
    ', es: Ana elogió el pan. }',
    ' }',
    'statement “praise”',
    'lacks “text.es”',
    'Write the Spanish text',
  ],
  [
    'no English text',
    'events.yaml',
    'en: The feast, ',
    '',
    'event “feast”',
    'lacks “title.en”',
    'Write the English text',
  ],
  ['an empty text', 'figures.yaml', 'en: Baker', 'en: ""', 'figure “bob”', '“role.en” is empty', 'Write the text'],
  [
    'an untranslated text',
    'statements.yaml',
    'es: Ana elogió el pan.',
    'es: Ann praised the bread.',
    'statement “praise”',
    '“text.es” is the English text again',
    'in Spanish',
  ],
  [
    'a straight apostrophe',
    'statements.yaml',
    'praised the bread',
    "praised Bob's bread",
    'statement “praise”',
    'straight quotation mark',
    '’',
  ],
  [
    'a doubled space',
    'open.yaml',
    'What the',
    '"What  the bread cost.", x: the',
    'question “price”',
    'doubled or outer space',
    'Take it out',
  ],
  [
    'a space behind a text',
    'open.yaml',
    'What the',
    '"What the bread cost ", x: the',
    'question “price”',
    'doubled or outer space',
    'Take it out',
  ],
  [
    'a statement without a full stop',
    'statements.yaml',
    'the bread.',
    'the bread',
    'statement “praise”',
    'does not end like a sentence',
    'full stop',
  ],
  [
    'a long statement',
    'statements.yaml',
    'praised the bread',
    `praised ${'the bread and '.repeat(10)}cake`,
    'statement “praise”',
    'more than 30 words',
    'Shorten or split',
  ],
  // Values
  [
    'a wrong mode',
    'statements.yaml',
    'mode: reported',
    'mode: rumour',
    'statement “met”',
    '“mode” is none of the values',
    'reported, said, analysis, editorial',
  ],
  ['a wrong weight', 'statements.yaml', 'weight: 3', 'weight: 4', 'statement “met”', '“weight”', '1, 2, 3'],
  [
    'a day that is none',
    'events.yaml',
    'date: 2030-05-01',
    'date: 2030-02-30',
    'event “meeting”',
    'no day of the calendar',
    '2026-01-07',
  ],
  [
    'a switch that is not true',
    'figures.yaml',
    'unmarked: true',
    'unmarked: yes',
    'figure “guests”',
    'can only be true',
    'leave the field out',
  ],
  [
    'an order that is no number',
    'events.yaml',
    'order: 2',
    'order: two',
    'event “feast”',
    'no whole number',
    '1, 2, 3',
  ],
  // Ids
  ['a duplicate id', 'figures.yaml', 'id: bob', 'id: ann', 'figure “ann”', 'id of another figure', 'another id'],
  [
    'an unknown figure in a statement',
    'statements.yaml',
    'figures: [bob, ann]',
    'figures: [rob, ann]',
    'statement “praise”',
    '“rob”, who is not in figures.yaml',
    'ann, bob, town, guests',
  ],
  [
    'an unknown figure in an event',
    'events.yaml',
    'figures: [guests]',
    'figures: [crowd]',
    'event “feast”',
    '“crowd”',
    'Add the figure',
  ],
  ['an unknown speaker', 'quotations.yaml', 'by: ann', 'by: anna', 'quotation “bread”', '“anna”', 'Add the figure'],
  [
    'an unknown figure quoted about',
    'quotations.yaml',
    'about: [bob]',
    'about: [baker]',
    'quotation “bread”',
    '“baker”',
    'Add the figure',
  ],
  [
    'an unknown event',
    'statements.yaml',
    'event: meeting',
    'event: party',
    'statement “met”',
    'the event “party”',
    'meeting, feast',
  ],
  // Citations
  [
    'a citation beyond the paragraph',
    'statements.yaml',
    'cites: [2.2]',
    'cites: [2.2, 2.3]',
    'statement “praise”',
    'cites 2.3, a sentence that the article does not have',
    '2.1 to 2.2',
  ],
  [
    'a citation beyond the article',
    'events.yaml',
    'cites: [2.1]',
    'cites: [3.1]',
    'event “feast”',
    'cites 3.1, but the article has 2 paragraphs',
    '0.1 to 2.2',
  ],
  [
    'a citation that is none',
    'open.yaml',
    'cites: [2.2]',
    'cites: [second]',
    'question “price”',
    'is no citation',
    'paragraph.sentence',
  ],
  [
    'a citation twice',
    'events.yaml',
    'cites: [2.1]',
    'cites: [2.1, 2.1]',
    'event “feast”',
    'cites 2.1 twice',
    'Take one out',
  ],
  [
    'a statement of three sentences',
    'statements.yaml',
    'cites: [1.1, 2.1]',
    'cites: [1.1, 2.1, 2.2]',
    'statement “met”',
    'covers more than 2 sentences',
    'Split the statement',
  ],
  [
    'a statement without a citation',
    'statements.yaml',
    'cites: [2.2]',
    'cites: []',
    'statement “praise”',
    'cites nothing',
    'sentence it rests on',
  ],
  [
    'an open question by nobody',
    'open.yaml',
    'cites: [2.2]',
    'cites: []',
    'question “price”',
    'is open by no sentence',
    'unknownToDataset: true',
  ],
  [
    'a sentence untold',
    'statements.yaml',
    'cites: [1.1, 2.1]',
    'cites: [1.1]',
    'statements',
    'leave sentence 2.1',
    'cites 2.1',
  ],
  [
    'a sentence told by an editor only',
    'statements.yaml',
    'mode: reported',
    'mode: editorial',
    'statements',
    'leave sentence 1.1',
    'cites 1.1',
  ],
  // Modes and speakers
  ['said by nobody', 'statements.yaml', '  by: ann\n', '', 'statement “praise”', 'is said by nobody', 'Write `by`'],
  [
    'a speaker of what is not said',
    'statements.yaml',
    'mode: said',
    'mode: analysis',
    'statement “praise”',
    'names a speaker although its mode is analysis',
    'mode: said',
  ],
  [
    'a quotation without a speaker',
    'quotations.yaml',
    '  by: ann\n',
    '',
    'quotation “bread”',
    'has no speaker',
    'unnamed',
  ],
  [
    'a quotation with an empty speaker',
    'quotations.yaml',
    'by: ann',
    'by:',
    'quotation “bread”',
    'has no speaker',
    'unnamed',
  ],
  [
    'a speaker who is not among the figures',
    'statements.yaml',
    'figures: [bob, ann]',
    'figures: [bob]',
    'statement “praise”',
    'is said by “ann”, who is not among its figures',
    'Add ann to `figures`',
  ],
  [
    'a speaker of whom the sentence does not tell',
    'quotations.yaml',
    'by: ann',
    'by: guests',
    'quotation “bread”',
    'is said by “guests”, who is in no statement on sentence 2.2',
    'Name the speaker',
  ],
  [
    'a thing that is surer in Spanish',
    'statements.yaml',
    'Ann praised the bread.',
    'Ann may have praised the bread.',
    'statement “praise”',
    'says in English that it is only possible, and not in Spanish',
    'in both languages',
  ],
  [
    'a thing that is surer in English',
    'statements.yaml',
    'Ana vio a Bob',
    'Ana parece haber visto a Bob',
    'statement “met”',
    'says in Spanish that it only seems so, and not in English',
    'in both languages',
  ],
  [
    'a plan that is past in one language',
    'story.yaml',
    'es: Ana vio a Bob.',
    'es: Ana verá a Bob.',
    'the story',
    'says in Spanish that it is still to come, and not in English',
    'in both languages',
  ],
  [
    'a judgement that is the article’s in one language',
    'relations.yaml',
    'en: friends,',
    'en: friends to the article,',
    'relation “ann-bob”',
    'says in English that it is the article’s word, and not in Spanish',
    'in both languages',
  ],
  [
    'a question surer in one language',
    'open.yaml',
    'en: What the bread cost.',
    'en: What the bread could cost.',
    'question “price”',
    'says in English that it is only possible, and not in Spanish',
    'in both languages',
  ],
  // Excerpts
  [
    'an excerpt of other words',
    'quotations.yaml',
    'en: good bread…',
    'en: fine bread…',
    'quotation “bread”',
    'has an excerpt in which “fine bread” is not verbatim',
    'Copy its pieces',
  ],
  [
    'an excerpt of half a word',
    'quotations.yaml',
    'en: good bread…',
    'en: good bre…',
    'quotation “bread”',
    'has an excerpt in which “good bre” is not verbatim',
    'Copy its pieces',
  ],
  [
    'an excerpt in another order',
    'quotations.yaml',
    'es: buen pan…',
    'es: …pastel…pan…',
    'quotation “bread”',
    'has an excerpt in which “pan” is not verbatim',
    'in their order',
  ],
  [
    'an excerpt that hides its cut',
    'quotations.yaml',
    'en: good bread…',
    'en: a very good cake',
    'quotation “bread”',
    'has an excerpt with a cut that is not marked',
    'Put … where',
  ],
  [
    'an excerpt of everything',
    'quotations.yaml',
    'en: good bread…',
    'en: "good bread, and a very good cake"',
    'quotation “bread”',
    'has an excerpt that is no shorter',
    'take it out',
  ],
  // Countries and offices
  [
    'a country code that is none',
    'figures.yaml',
    'kind: place',
    'kind: place\n  iso: Town',
    'figure “town”',
    '“iso” is no country code',
    'ISO 3166',
  ],
  [
    'a country that is no place',
    'figures.yaml',
    'kind: group',
    'kind: group\n  iso: CO',
    'figure “guests”',
    'is no place',
    'Take `iso` out',
  ],
  [
    'an office of nobody',
    'figures.yaml',
    'office: town-mayor',
    'office: village-mayor',
    'figure “ann”',
    'office village-mayor of nobody',
    'town, guests',
  ],
  // Relations and events
  [
    'a relation to nobody',
    'relations.yaml',
    'between: [ann, bob]',
    'between: [ann]',
    'relation “ann-bob”',
    'does not join two figures',
    'two ids',
  ],
  [
    'a relation to a stranger',
    'relations.yaml',
    'between: [ann, bob]',
    'between: [ann, eve]',
    'relation “ann-bob”',
    '“eve”',
    'Add the figure',
  ],
  [
    'a relation to oneself',
    'relations.yaml',
    'between: [ann, bob]',
    'between: [ann, ann]',
    'relation “ann-bob”',
    'joins a figure to itself',
    'two different',
  ],
  [
    'a gap in the order',
    'events.yaml',
    'order: 2',
    'order: 3',
    'event “feast”',
    'has the order 3, but 2 is missing',
    'without a gap',
  ],
  [
    'an order taken twice',
    'events.yaml',
    'order: 2',
    'order: 1',
    'event “feast”',
    'has the order 1 of “meeting”',
    'without repeating',
  ],
  [
    'dates against the order',
    'events.yaml',
    'date: 2030-05-02',
    'date: 2030-04-30',
    'event “feast”',
    'before an earlier event of 2030-05-01',
    'the date or the order',
  ],
  [
    'an event after the day up to which the story reaches',
    'events.yaml',
    'date: 2030-05-02',
    'date: 2030-05-03',
    'event “feast”',
    'is dated 2030-05-03, after 2030-05-02, the day up to which the story reaches',
    '`asOf` in story.yaml',
  ],
  [
    'an editorial mark without a date',
    'events.yaml',
    '  date: 2030-05-02\n',
    '',
    'event “feast”',
    'marks a date that is not there',
    'Write `date`',
  ],
  // Names and offices
  [
    'an alias that another figure has as a surname',
    'figures.yaml',
    'aliases: [Town]',
    'aliases: [Town, Lee]',
    'figure “town”',
    'shares the name “Lee” with “ann”',
    'Take it from one of them',
  ],
  [
    'an alias shared but for accents',
    'figures.yaml',
    'aliases: [Town]',
    'aliases: [Town, RAÝ]',
    'figure “town”',
    'shares the name “RAÝ” with “bob”',
    'Take it from one of them',
  ],
  [
    'a marked group',
    'figures.yaml',
    '  unmarked: true\n',
    '',
    'figure “guests”',
    'is a group that would be marked',
    'unmarked: true',
  ],
  [
    'a person without a surname',
    'figures.yaml',
    '    surname: [Ray]\n',
    '',
    'figure “bob”',
    'lacks “names.surname”',
    'Write surname',
  ],
  [
    'a full name of strange parts',
    'figures.yaml',
    'full: [Bob Ray]',
    'full: [Bob Ray, Bobby Ray]',
    'figure “bob”',
    '“Bobby” is no name of the figure’s',
    'given, middle or surname',
  ],
  [
    'a term that ends before it starts',
    'figures.yaml',
    'to: 2032-01-01',
    'to: 2027-01-01',
    'figure “ann”',
    'until 2027-01-01, which is not after 2028-01-01',
    'first day out of office',
  ],
  [
    'an end assumed that is not there',
    'figures.yaml',
    'to: 2032-01-01',
    'toIsAssumed: true',
    'figure “ann”',
    'assumes an end that is not there',
    'Write `to`',
  ],
  [
    'an office held by two at once',
    'figures.yaml',
    'to: 2028-01-01',
    'to: 2028-06-01',
    'figure “bob”',
    'while “ann” holds it',
    'do not overlap',
  ],
];

test.each(CASES)('%s', (_what, file, from, to, record, wrong, mend) => {
  const faults = faultsOf(spoilt(file, from, to));
  expect(faults).toContainEqual({
    file: expect.stringMatching(new RegExp(`(^|/)${file}$`)),
    line: to === null ? null : expect.any(Number),
    record,
    wrong: expect.stringContaining(wrong),
    mend: expect.stringContaining(mend),
  });
});

test('a fault says its line', () => {
  const [fault] = faultsOf(spoilt('statements.yaml', 'figures: [bob, ann]', 'figures: [rob, ann]'));
  const lines = (SOUND['statements.yaml'] ?? '').split('\n');
  expect(fault?.line).toBe(lines.indexOf('  figures: [bob, ann]') + 1);
});

test('a figure of whom nothing is told is a fault of the figure', () => {
  expect(faultsOf(spoilt('statements.yaml', ', guests]', ']'))).toMatchObject([
    { file: 'data/stories/fair/figures.yaml', record: 'figure “guests”', wrong: 'is in no statement' },
  ]);
});

test('two people may share a surname', () => {
  expect(faultsOf(spoilt('figures.yaml', 'surname: [Ray]', 'surname: [Ray, Lee]'))).toEqual([]);
});

test('a planned event may be dated after the day up to which the story reaches', () => {
  const files = spoilt('events.yaml', 'date: 2030-05-02', 'date: 2030-06-01\n  planned: true');
  expect(faultsOf(files)).toEqual([]);
});

test('an end of office that is assumed is marked for readers, and known to recognition', () => {
  const records = readStory(spoilt('figures.yaml', 'to: 2032-01-01', 'to: 2032-01-01, toIsAssumed: true'), shades);
  const term = storyFromYaml(records, []).figures[0]?.offices[0];
  expect(term).toMatchObject({ from: '2028-01-01', to: '2032-01-01', toIsAssumed: true });
  const [names] = records.figures.map(namesOf);
  expect(names?.offices?.[0]).toMatchObject({ from: '2028-01-01', to: '2032-01-01' });
  expect(names?.offices?.[0]).not.toHaveProperty('toIsAssumed');
});

test('words of whom the article does not say are unnamed on purpose', () => {
  const story = storyFromYaml(readStory(spoilt('quotations.yaml', 'by: ann', 'by: unnamed'), shades), []);
  expect(story.quotations[0]?.by).toBeNull();
});

test('all faults are told at once, and none that follow from another', () => {
  const figures = spoilt('figures.yaml', '  kind: place\n', '');
  const { statements } = spoilt('statements.yaml', 'weight: 3', 'weight: heavy');
  const faults = faultsOf({ ...figures, ...(statements ? { statements } : {}) });
  expect(faults.map(({ record }) => record)).toEqual(['figure “town”', 'statement “met”']);
  const message = new Faults('The story has', faults).message;
  expect(message).toMatch(
    /^The story has 2 faults:\n {2}data\/stories\/fair\/figures\.yaml:\d+: figure “town” lacks “kind”\. /,
  );
});

test('an office may begin with the code of its country', () => {
  const files = spoilt('figures.yaml', 'office: town-mayor', 'office: co-president');
  expect(faultsOf(files)).toHaveLength(1);
  const text = (SOUND['figures.yaml'] ?? '').replace('kind: place', 'kind: place\n  iso: CO');
  expect(faultsOf({ ...files, ...parsed({ 'figures.yaml': text.replace('town-mayor', 'co-president') }) })).toEqual([]);
});
