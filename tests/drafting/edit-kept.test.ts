// What a reader changes of a kept story: of a drafted one names and sentences follow, of a written one only the record.
import { expect, test } from 'vitest';
import { edited, partsOf } from '../../drafting/edit-kept.ts';
import { checkStory, storyOrNull } from '../../stories/check-story.ts';
import type { Story } from '../../stories/format.ts';
import type { StoryEdit } from '../../stories/story-edit.ts';
import { keptStory } from '../components/stories.ts';
import { story as written } from '../components/story.ts';

const drafted: Story = {
  ...keptStory(0),
  figures: keptStory(0).figures.map((figure) => ({
    ...figure,
    drawn: { forms: figure.id === 'petro' ? ['Gustavo Petro', 'Petro'] : ['Donald Trump'], count: 2 },
  })),
};
const EN = { language: 'en', source: 'en' };
const change = (story: Story, edit: StoryEdit, languages = EN) => {
  const after = edited(story, edit, languages);
  checkStory(after, 'the test');
  return after;
};
const figureOf = (story: Story, id: string) => story.figures.find((one) => one.id === id)!;
const asIs = (story: Story, id: string) => {
  const { name, role, kind } = figureOf(story, id);
  return { kind: 'figure', figure: id, name: name.en ?? '', role: role?.en ?? '', as: kind } as const;
};

test('a title is changed in the language in which it is told, and an empty one is not taken', () => {
  expect(change(written, { kind: 'title', text: ' A  new\n title ' }).title).toEqual({
    en: 'A new title',
    es: 'De las amenazas a una invitación',
  });
  expect(change(written, { kind: 'title', text: 'Nuevo' }, { language: 'es', source: 'en' }).title.es).toBe('Nuevo');
  expect(edited(written, { kind: 'title', text: '  ' }, EN)).toBe(written);
  expect(edited(written, { kind: 'title', text: written.title.en ?? '' }, EN)).toBe(written);
});

test('a figure of a written story keeps its names, relations and other languages', () => {
  const after = change(written, { ...asIs(written, 'petro'), name: 'Gustavo F. Petro', role: '', as: 'person' });
  expect(figureOf(after, 'petro')).toMatchObject({ name: { en: 'Gustavo F. Petro', es: 'Gustavo Petro' }, role: null });
  expect(figureOf(after, 'petro').names.full[0]).toBe('Gustavo F. Petro');
  expect(after.relations).toBe(written.relations);
  const place = change(written, { ...asIs(written, 'flores'), as: 'place' });
  expect(figureOf(place, 'flores').kind).toBe('place');
});

test('a figure of a drafted story gets the names that follow from what is written', () => {
  const after = change(drafted, { ...asIs(drafted, 'petro'), name: 'Gustavo Petro Urrego', role: 'President' });
  expect(figureOf(after, 'petro')).toMatchObject({ name: { en: 'Gustavo Petro Urrego' }, role: { en: 'President' } });
  expect(figureOf(after, 'petro').names.full).toContain('Gustavo Petro Urrego');
  expect(figureOf(after, 'petro').names.strength).toBe('weak');
});

test('nothing is changed where nothing is, or where what is written is no name', () => {
  for (const story of [written, drafted]) {
    expect(edited(story, asIs(story, 'petro'), EN)).toBe(story);
    expect(edited(story, { ...asIs(story, 'petro'), name: '(a|b)' }, EN)).toBe(story);
    expect(edited(story, { ...asIs(story, 'petro'), figure: 'nobody' }, EN)).toBe(story);
  }
});

test('figures of a drafted story are merged and taken apart again', () => {
  const merged = change(drafted, { kind: 'merge', figure: 'petro', other: 'trump' });
  expect(merged.figures).toHaveLength(1);
  expect(partsOf(merged, figureOf(merged, 'petro'))).toEqual(['Gustavo Petro', 'Petro', 'Donald Trump']);
  expect(merged.statements.every(({ figures }) => !figures.includes('trump'))).toBe(true);
  const apart = change(merged, { kind: 'apart', figure: 'petro', form: 'Donald Trump' });
  const other = apart.figures.find(({ id }) => id !== 'petro')!;
  expect(other.name).toEqual({ en: 'Donald Trump' });
  expect(apart.statements.filter(({ figures }) => figures.includes(other.id)).map(({ id }) => id)).toEqual(['meeting']);
});

/** A story by hand of a keeper who is told under two names, and of the light that needs its town. */
const lighthouse = storyOrNull({
  format: 'dramatis-story/1',
  id: 'lighthouse',
  title: { en: 'The light of Sund' },
  asOf: '2026-03-02',
  sources: [{ id: 'a', language: 'en', paragraphs: [1, 6] }],
  figures: [
    {
      ...{ id: 'keeper', kind: 'person', name: { en: 'Ada Quill' }, role: { en: 'Keeper of the light' } },
      names: { full: ['Ada Quill'], given: ['Ada'], surname: ['Quill'], strength: 'strong', sex: 'female' },
    },
    {
      ...{ id: 'widow', kind: 'person', name: { en: 'Ada Marlow' }, same: ['wikidata:Q7'], unknown: [{ en: 'Why.' }] },
      names: { full: ['Ada Marlow'], given: ['Ada'], surname: ['Marlow'], strength: 'weak' },
      offices: [{ office: 'sund-mayor', title: { en: 'mayor of Sund' }, from: '2020-01-01' }],
    },
    { id: 'sund', kind: 'place', name: { en: 'Sund' }, names: { aliases: ['Sund'] }, needs: 'light' },
    { id: 'town', kind: 'place', name: { en: 'the town of Sund' }, iso: 'DK' },
    { id: 'light', kind: 'place', name: { en: 'the lighthouse' }, country: 'town', needs: 'town' },
  ],
  statements: [
    { id: 's1', text: { en: 'Ada Quill lit the lamp.' }, cites: ['a:1.1'], mode: 'reported', figures: ['keeper'] },
    {
      ...{ id: 's2', text: { en: 'Marlow said that it was never out.' }, cites: ['a:1.2'] },
      ...{ mode: 'said', by: 'widow', figures: ['widow', 'light'] },
    },
    {
      ...{ id: 's3', text: { en: 'Quill has never met Ada Marlow.' }, cites: ['a:1.3'], mode: 'reported' },
      figures: ['keeper', 'widow'],
    },
  ],
  quotations: [{ id: 'q1', words: { en: 'never out' }, by: 'widow', about: ['keeper'], cite: 'a:1.2' }],
  events: [{ id: 'lamp', title: { en: 'The lamp' }, figures: ['keeper', 'widow'], cites: ['a:1.1'] }],
  relations: [
    { id: 'r1', between: ['keeper', 'light'], course: [{ text: { en: 'lit it' }, cites: ['a:1.1'] }] },
    { id: 'r2', between: ['widow', 'light'], course: [{ text: { en: 'saw it' }, cites: ['a:1.2'] }] },
    { id: 'r3', between: ['keeper', 'widow'], course: [{ text: { en: 'never met' }, cites: ['a:1.3'] }] },
  ],
  languages: {
    pl: {
      names: { sund: ['Sund', 'Sundzie'], town: ['Sundem'] },
      people: { keeper: { surname: ['Quill'] }, widow: { surname: ['Marlow'], full: ['Ada Marlow'] } },
      offices: { 'sund-mayor': ['burmistrz Sundu'] },
    },
  },
});
if (!lighthouse) throw new Error('no sound story');

test('merging figures of a written story carries over names, languages, offices and all that is told of both', () => {
  const after = change(lighthouse, { kind: 'merge', figure: 'keeper', other: 'widow' });
  const keeper = figureOf(after, 'keeper');
  expect(after.figures).toHaveLength(4);
  expect(keeper).toMatchObject({
    ...{ name: { en: 'Ada Quill' }, role: { en: 'Keeper of the light' }, same: ['wikidata:Q7'] },
    names: { full: ['Ada Quill', 'Ada Marlow'], given: ['Ada'], surname: ['Quill', 'Marlow'], sex: 'female' },
  });
  // What held for one of the two alone would mark more than either.
  expect(keeper.names.strength).toBe('weak');
  expect(keeper.offices.map(({ office }) => office)).toEqual(['sund-mayor']);
  expect(after.statements.map(({ figures }) => figures)).toEqual([['keeper'], ['keeper', 'light'], ['keeper']]);
  expect(after.statements[1]?.by).toBe('keeper');
  expect(after.quotations).toMatchObject([{ by: 'keeper', about: [] }]);
  expect(after.events[0]?.figures).toEqual(['keeper']);
  expect(after.relations.map(({ between, course }) => [between, course.length])).toEqual([[['keeper', 'light'], 2]]);
  expect(after.languages.pl?.people).toMatchObject({ keeper: { surname: ['Quill', 'Marlow'], full: ['Ada Marlow'] } });
});

test('merging figures of a written story breaks circles, and renames their offices', () => {
  const after = change(lighthouse, { kind: 'merge', figure: 'town', other: 'sund' });
  expect(figureOf(after, 'town')).toMatchObject({ needs: null, iso: 'DK', names: { aliases: ['Sund'] } });
  expect(figureOf(after, 'light')).toMatchObject({ needs: 'town', country: 'town' });
  expect(figureOf(after, 'widow').offices[0]?.office).toBe('town-mayor');
  expect(after.languages.pl).toMatchObject({
    ...{ names: { town: ['Sund', 'Sundzie', 'Sundem'] }, offices: { 'town-mayor': ['burmistrz Sundu'] } },
  });
});

test('a name of a written story is taken for somebody else, with what is told by that name alone', () => {
  const merged = change(lighthouse, { kind: 'merge', figure: 'keeper', other: 'widow' });
  expect(partsOf(merged, figureOf(merged, 'keeper'))).toEqual(['Ada Quill', 'Ada Marlow']);
  const after = change(merged, { kind: 'apart', figure: 'keeper', form: 'Ada Marlow' });
  const other = after.figures[1]!;
  expect(other).toMatchObject({ kind: 'person', name: { en: 'Ada Marlow' }, role: null });
  expect(other.names).toMatchObject({ full: ['Ada Marlow'], given: ['Ada'], surname: ['Marlow'], strength: 'weak' });
  expect(figureOf(after, 'keeper').names).toMatchObject({ full: ['Ada Quill'], given: ['Ada'], surname: ['Quill'] });
  expect(after.statements.map(({ figures }) => figures)).toEqual([
    ...[['keeper'], [other.id, 'light'], ['keeper', other.id]],
  ]);
  expect(after.statements[1]?.by).toBe(other.id);
  expect(after.quotations[0]?.by).toBe(other.id);
});

test('who says something of others alone stays who he was when one of his names is taken away', () => {
  const merged = change(lighthouse, { kind: 'merge', figure: 'keeper', other: 'widow' });
  const [first, ...others] = merged.statements;
  const spoken = { ...first!, figures: ['light'], by: 'keeper' };
  const after = change(
    { ...merged, statements: [spoken, ...others] },
    { kind: 'apart', figure: 'keeper', form: 'Ada Marlow' },
  );
  expect(after.statements[0]).toMatchObject({ figures: ['light'], by: 'keeper' });
});

test('the name of a written figure may be the one that is somebody else’s', () => {
  const merged = change(lighthouse, { kind: 'merge', figure: 'keeper', other: 'widow' });
  const after = change(merged, { kind: 'apart', figure: 'keeper', form: 'Ada Quill' });
  expect(figureOf(after, 'keeper').name).toEqual({ en: 'Ada Marlow' });
  expect(after.figures[1]?.name).toEqual({ en: 'Ada Quill' });
});

test('nothing is merged or taken apart that is not there', () => {
  expect(partsOf(lighthouse, figureOf(lighthouse, 'keeper'))).toEqual([]);
  for (const edit of [
    { kind: 'merge', figure: 'keeper', other: 'nobody' },
    { kind: 'merge', figure: 'keeper', other: 'keeper' },
    { kind: 'apart', figure: 'keeper', form: 'Ada Quill' },
    { kind: 'apart', figure: 'keeper', form: 'Nobody' },
  ] as const)
    expect(edited(lighthouse, edit, EN)).toBe(lighthouse);
});
