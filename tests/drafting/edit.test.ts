// What a reader changes of a draft, and that nothing he changes lets a surname mark anybody.
import { describe, expect, test } from 'vitest';
import { addSource } from '../../drafting/add-source.ts';
import { draft } from '../../drafting/draft.ts';
import {
  add,
  addForm,
  merge,
  nameOf,
  rename,
  retitle,
  setKind,
  setRole,
  split,
  without,
  withWholeNames,
} from '../../drafting/edit.ts';
import { marksIn, placesOf } from '../../drafting/places-of-names.ts';
import { createRecogniser } from '../../recognition/recognise.ts';
import { loadDraftingData, loadGivenNames, loadLanguages } from '../../scripts/dataset/load.ts';
import { asName } from '../../stories/bounds.ts';
import { checkStory } from '../../stories/check-story.ts';
import { commonWords } from '../../stories/common-words.ts';
import type { Story } from '../../stories/format.ts';
import { compileGazetteer, gazetteerOf } from '../../stories/gazetteer.ts';
import { mergeStories } from '../../stories/library.ts';
import { draftedStory, withSoundNames } from '../../stories/mend-names.ts';

const data = loadDraftingData('.');
const languages = loadLanguages('.');
const common = commonWords(languages, loadGivenNames('.'));

const PARAGRAPHS = [
  'The harbour of Velmouth will stay closed, its director Ruth Adeyemi said on Thursday. Adeyemi blamed the crane.',
  'Paolo Serra, a pilot, has never seen so many ships. Mrs. Keller, who sells fish, agreed with Serra.',
  'The mayor, Oskar Lindqvist, met Ruth Adeyemi and Paolo Serra in Velmouth on 5 January 2026.',
];
const drafted = (paragraphs = PARAGRAPHS): Story => {
  const story = draftedStory(
    draft(
      {
        ...{ title: 'Harbour stays closed', publisher: 'The Quay', author: null, date: '2026-01-08', language: 'en' },
        ...{ url: 'https://quay.example/closed', paragraphs, tagged: [], partial: false },
      },
      data,
    ),
  );
  if (!story) throw new Error('The draft is no story.');
  return story;
};
const figure = (story: Story, name: string) => {
  const found = story.figures.find((one) => nameOf(one) === name);
  if (!found) throw new Error(`${name} is not among ${story.figures.map(nameOf).join(', ')}`);
  return found;
};
const sentencesOf = (story: Story, name: string) =>
  story.statements.filter(({ figures }) => figures.includes(figure(story, name).id)).map(({ text }) => text.en);
/** What every edited story must be: sound, with names that stay weak. */
function expectSound(story: Story): void {
  const known = new Set(story.figures.map(({ id }) => id));
  const said = [...story.statements, ...story.events].flatMap(({ figures }) => figures);
  for (const id of [...said, ...story.relations.flatMap(({ between }) => between)]) expect(known).toContain(id);
  expect(story.figures.every(({ names }) => names.strength === 'weak')).toBe(true);
  expect(() => checkStory(withSoundNames(withWholeNames(story), common), 'the test', common)).not.toThrow();
}
/** Texts that a story would mark on a page. */
function marked(story: Story, text: string): string[] {
  const { names, storyLanguages } = mergeStories([withSoundNames(withWholeNames(story), common)]);
  const gazetteer = gazetteerOf(compileGazetteer({ figures: names, storyLanguages, languages }));
  const recogniser = createRecogniser(gazetteer, 'en');
  const block = { text, candidates: recogniser.read({ text, lang: null }) };
  const facts = { date: null, headlines: [], rejected: [], muted: [], frontPage: false };
  return recogniser.resolve([block], facts).mentions.map((mention) => mention.text);
}

describe('one draft', () => {
  const story = drafted();

  test('has the people that the edits below begin with', () => {
    expect(sentencesOf(story, 'Ruth Adeyemi')).toHaveLength(3);
    expect(sentencesOf(story, 'Paolo Serra')).toHaveLength(3);
    expectSound(story);
  });

  test('a new title and a new role; an empty title changes nothing', () => {
    expect(retitle(story, '  The   crane ').title).toEqual({ en: 'The crane' });
    expect(retitle(story, '  ')).toBe(story);
    const { id } = figure(story, 'Paolo Serra');
    expect(figure(setRole(story, id, 'pilot of the strait'), 'Paolo Serra').role).toEqual({
      en: 'pilot of the strait',
    });
    expect(figure(setRole(story, id, ' '), 'Paolo Serra').role).toBeNull();
  });

  test('a new name is marked, and the old one goes on being so', () => {
    const renamed = rename(story, figure(story, 'Oskar Lindqvist').id, 'Oskar von der Lind');
    const { names } = figure(renamed, 'Oskar von der Lind');
    expect(names).toMatchObject({ given: ['Oskar'], surname: ['von der Lind'] });
    expect(names.full).toEqual(['Oskar von der Lind', 'Oskar Lindqvist']);
    expectSound(renamed);
  });

  test('another kind: names and relations follow', () => {
    const changed = setKind(story, figure(story, 'Oskar Lindqvist').id, 'organization');
    expect(figure(changed, 'Oskar Lindqvist').names).toMatchObject({
      full: ['Oskar Lindqvist'],
      surname: [],
      given: [],
    });
    expectSound(changed);
  });

  test('two become one: forms, counts, sentences, relations', () => {
    const [kept, gone] = [figure(story, 'Ruth Adeyemi'), figure(story, 'Paolo Serra')];
    const merged = merge(story, kept.id, gone.id);
    const one = figure(merged, 'Ruth Adeyemi');
    expect(merged.figures).toHaveLength(story.figures.length - 1);
    expect(one.drawn?.count).toBe((kept.drawn?.count ?? 0) + (gone.drawn?.count ?? 0));
    expect(one.drawn?.forms).toEqual(expect.arrayContaining(['Adeyemi', 'Paolo Serra', 'Serra']));
    expect(sentencesOf(merged, 'Ruth Adeyemi')).toHaveLength(5);
    expect(merged.relations.every(({ between: [a, b] }) => a !== b)).toBe(true);
    expectSound(merged);
  });

  test('merging takes the fuller name, whichever is merged with which', () => {
    const short = add(story, 'Velmouth will', 'person').story;
    expect(merge(short, figure(short, 'Ruth Adeyemi').id, 'nobody')).toBe(short);
    const { story: added, id } = add(story, 'Thursday', 'person');
    expect(nameOf(merge(added, id, figure(added, 'Paolo Serra').id).figures.find((one) => one.id === id)!)).toBe(
      'Paolo Serra',
    );
  });

  test('a form becomes somebody else, with the sentences that are its own', () => {
    const parted = split(story, figure(story, 'Paolo Serra').id, 'Serra');
    expect(sentencesOf(parted, 'Serra')).toEqual(['Mrs. Keller, who sells fish, agreed with Serra.']);
    expect(sentencesOf(parted, 'Paolo Serra')).toHaveLength(2);
    expect(figure(parted, 'Paolo Serra').drawn).toMatchObject({ forms: ['Paolo Serra'], count: 2 });
    expectSound(parted);
    // And back again.
    const whole = merge(parted, figure(parted, 'Paolo Serra').id, figure(parted, 'Serra').id);
    expect(sentencesOf(whole, 'Paolo Serra')).toEqual(sentencesOf(story, 'Paolo Serra'));
    expect(whole.relations.map(({ between }) => between)).toEqual(
      expect.arrayContaining(story.relations.map(({ between }) => between)),
    );
  });

  test('the only form of a figure is not split off', () => {
    expect(split(story, figure(story, 'Oskar Lindqvist').id, 'Oskar Lindqvist')).toBe(story);
  });

  test('somebody who was missed is added, with a sentence of his own', () => {
    const { story: added, id } = add(story, 'crane', 'organization');
    expect(sentencesOf(added, 'crane')).toEqual(['Adeyemi blamed the crane.']);
    expect(add(added, 'crane', 'place')).toEqual({ story: added, id });
    expect(added.statements).toHaveLength(story.statements.length);
  });

  test('another name of a figure', () => {
    const { id } = figure(story, 'Paolo Serra');
    const named = addForm(story, id, 'a pilot');
    expect(figure(named, 'Paolo Serra').drawn?.forms).toContain('a pilot');
    expect(addForm(named, id, 'a pilot')).toBe(named);
  });

  test('who is left out is gone from all that is said', () => {
    const { id } = figure(story, 'Ruth Adeyemi');
    const left = without(story, new Set([id]));
    expect(JSON.stringify([left.figures, left.statements.map((one) => one.figures), left.relations])).not.toContain(
      `"${id}"`,
    );
    expect(left.quotations.every(({ by, about }) => by !== id && !about.includes(id))).toBe(true);
    expectSound(left);
    expect(without(story, new Set())).toBe(story);
  });
});

test.each([
  ['', null],
  ['  Ruth\n Adeyemi ', 'Ruth Adeyemi'],
  ['12', null],
  ['(Ruth)', null],
  ['Ruth\u202e Adeyemi', null],
  ['x'.repeat(101), null],
  ['a b c d e f g h i', null],
])('%j as a name', (text, name) => {
  expect(asName(text)).toBe(name);
});

describe('a surname alone marks nobody', () => {
  const story = drafted();
  test('of a person that is named in full', () => {
    expect(marked(story, 'Adeyemi came late.')).toEqual([]);
    expect(marked(story, 'Ruth Adeyemi came late, and Adeyemi left early.')).toEqual(['Ruth Adeyemi', 'Adeyemi']);
  });
  test('of a person of whom the article says no more', () => {
    const { story: added } = add(story, 'Keller', 'person');
    expect(marked(added, 'Mrs. Keller and Keller came late.')).toEqual([]);
    // Recognition takes one word for no whole name either; the story does not even say so.
    expect(figure(withWholeNames(added), 'Keller').names).toMatchObject({ full: [], aliases: [], surname: ['Keller'] });
  });
  test('of one that was renamed, split off, or made a person of a place', () => {
    const renamed = rename(story, figure(story, 'Paolo Serra').id, 'Serra');
    expect(marked(renamed, 'Serra came late.')).toEqual([]);
    const parted = split(story, figure(story, 'Paolo Serra').id, 'Serra');
    expect(marked(parted, 'Serra came late.')).toEqual([]);
    const { story: town, id } = add(story, 'Velmouth', 'place');
    expect(marked(setKind(town, id, 'person'), 'Velmouth came late.')).toEqual([]);
  });
});

test('names that a check would refuse are taken out, and the rest is kept', () => {
  const story = drafted();
  const { id } = figure(story, 'Ruth Adeyemi');
  const faulty: Story = {
    ...story,
    figures: story.figures.map((one) =>
      one.id === id
        ? { ...one, kind: 'organization', names: { ...one.names, aliases: ['the', 'Port of Velmouth'] } }
        : one,
    ),
  };
  expect(() => checkStory(faulty, 'the test', common)).toThrow('every day');
  const mended = withSoundNames(faulty, common);
  expect(figure(mended, 'Ruth Adeyemi').names.aliases).toEqual(['Port of Velmouth']);
  expect(() => checkStory(mended, 'the test', common)).not.toThrow();
});

test('where names stand: whole words, the longer first, endings where nothing else is there', () => {
  expect(placesOf('Serra met the Serras and Serra.', 'Serra')).toEqual([0, 25]);
  expect(placesOf('김정은은 말했다', '김정은')).toEqual([0]);
  const figures = [
    { id: 'a', drawn: { forms: ['Serra', 'Paolo Serra'], count: 2 } },
    { id: 'b', drawn: { forms: ['Paolo'], count: 1 } },
  ];
  expect(marksIn('Paolo Serra and Paolo', figures).map(({ start, figure: id }) => [start, id])).toEqual([
    [0, 'a'],
    [16, 'b'],
  ]);
});

test('an article is added to a story as another source', () => {
  const story = drafted();
  const later = drafted(['Ruth Adeyemi opened the harbour. Nadia Petrovic, a captain, thanked Ruth Adeyemi.']);
  const known = figure(story, 'Ruth Adeyemi').id;
  const both = addSource(story, later, new Map([[figure(later, 'Ruth Adeyemi').id, known]]));
  expect(both.sources.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(both.revision).toBe(story.revision + 1);
  expect(both.figures).toHaveLength(story.figures.length + later.figures.length - 1);
  const added = both.statements.slice(story.statements.length);
  expect(added.every(({ id, cites }) => id.startsWith('b-') && cites.every((cite) => cite.startsWith('b:')))).toBe(
    true,
  );
  expect(added.every(({ figures }) => figures.includes(known))).toBe(true);
  expect(new Set(both.statements.map(({ id }) => id)).size).toBe(both.statements.length);
  expect(() => checkStory(withSoundNames(both, common), 'the test', common)).not.toThrow();
  expect(addSource(both, later, new Map()).sources.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});
