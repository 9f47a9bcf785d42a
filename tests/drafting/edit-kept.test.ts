// What a reader changes of a kept story: of a drafted one names and sentences follow, of a written one only the record.
import { expect, test } from 'vitest';
import { canMerge, edited, partsOf } from '../../drafting/edit-kept.ts';
import { checkStory } from '../../stories/check-story.ts';
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

test('figures of a drafted story are merged and taken apart again; those of a written one are left to its author', () => {
  expect([canMerge(drafted), canMerge(written)]).toEqual([true, false]);
  const merged = change(drafted, { kind: 'merge', figure: 'petro', other: 'trump' });
  expect(merged.figures).toHaveLength(1);
  expect(partsOf(merged, figureOf(merged, 'petro'))).toEqual(['Gustavo Petro', 'Petro', 'Donald Trump']);
  expect(merged.statements.every(({ figures }) => !figures.includes('trump'))).toBe(true);
  const apart = change(merged, { kind: 'apart', figure: 'petro', form: 'Donald Trump' });
  const other = apart.figures.find(({ id }) => id !== 'petro')!;
  expect(other.name).toEqual({ en: 'Donald Trump' });
  expect(apart.statements.filter(({ figures }) => figures.includes(other.id)).map(({ id }) => id)).toEqual(['meeting']);
  expect(partsOf(written, figureOf(written, 'petro'))).toEqual([]);
  expect(edited(written, { kind: 'merge', figure: 'petro', other: 'trump' }, EN)).toBe(written);
});
