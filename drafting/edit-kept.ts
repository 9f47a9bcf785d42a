// What a reader changes of a story that is kept already: its title, a figure's name, role and kind, who is one person
// and who is two. What a program has drafted follows from names and sentences, so that the edits of a draft serve;
// of a story written by hand only the record itself is changed, and who is who is left to who wrote it.
import { BOUNDS, isInert } from '../stories/bounds.ts';
import type { Figure, Story, Text } from '../stories/format.ts';
import { inLanguage, type Languages } from '../stories/story.ts';
import type { StoryEdit } from '../stories/story-edit.ts';
import { asName, merge, rename, setKind, setRole, split } from './edit.ts';

const isDrafted = ({ made }: Pick<Story, 'made'>): boolean => made.how === 'draft';

/** Whether figures of a story can be merged and taken apart. */
export const canMerge = isDrafted;

/** The names that can be taken for somebody else's; none of a figure with one name. */
export const partsOf = (story: Story, { drawn }: Figure): readonly string[] =>
  isDrafted(story) && drawn && drawn.forms.length > 1 ? drawn.forms : [];

/**
 * The story with a change; the same story where there is nothing to change, or what is written can be no name.
 * @param languages in which the reader is told the story: his words are in the language of what they replace
 */
export function edited(story: Story, edit: StoryEdit, languages: Languages): Story {
  switch (edit.kind) {
    case 'title': {
      const text = asText(edit.text);
      return text && text !== inLanguage(story.title, languages).text
        ? { ...story, title: replaced(story.title, text, languages) }
        : story;
    }
    case 'figure':
      return isDrafted(story) ? draftedFigure(story, edit, languages) : writtenFigure(story, edit, languages);
    case 'merge':
      return canMerge(story) ? merge(story, edit.figure, edit.other) : story;
    case 'apart':
      return canMerge(story) ? split(story, edit.figure, edit.form) : story;
  }
}

const MOST_FORMS = 64;

type FigureEdit = StoryEdit & { kind: 'figure' };

function draftedFigure(story: Story, { figure: id, name, role, as }: FigureEdit, languages: Languages): Story {
  const before = story.figures.find((one) => one.id === id);
  const named = asName(name);
  if (!before) return story;
  let now = story;
  if (named && named !== inLanguage(before.name, languages).text) now = rename(now, id, named);
  if (role !== roleOf(before, languages)) now = setRole(now, id, role);
  if (as !== before.kind) now = setKind(now, id, as);
  return now;
}

function writtenFigure(story: Story, { figure: id, name, role, as }: FigureEdit, languages: Languages): Story {
  const before = story.figures.find((one) => one.id === id);
  const named = asName(name);
  if (!before) return story;
  const figure: Figure = { ...before, kind: as };
  if (named && named !== inLanguage(before.name, languages).text) {
    figure.name = replaced(before.name, named, languages);
    const list = as === 'person' ? 'full' : 'aliases';
    figure.names = { ...before.names, [list]: [...new Set([named, ...before.names[list]])].slice(0, MOST_FORMS) };
  }
  const text = asText(role);
  if (text !== roleOf(before, languages)) figure.role = text ? replaced(before.role ?? {}, text, languages) : null;
  const isSame = figure.kind === before.kind && figure.name === before.name && figure.role === before.role;
  return isSame ? story : { ...story, figures: story.figures.map((one) => (one === before ? figure : one)) };
}

const roleOf = ({ role }: Figure, languages: Languages): string => (role ? inLanguage(role, languages).text : '');

/** A text with other words in the language in which it is told. */
const replaced = (text: Text, words: string, languages: Languages): Text => ({
  ...text,
  [inLanguage(text, languages).language]: words,
});

/** One line, without what a story may not have. */
const asText = (text: string): string =>
  [...text.replace(/\s+/g, ' ').trim()].filter(isInert).join('').slice(0, BOUNDS.text);
