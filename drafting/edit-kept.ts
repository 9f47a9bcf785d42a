// What a reader changes of a story that is kept already: its title, a figure's name, role and kind, who is one person
// and who is two. What a program has drafted follows from names and sentences, so that the edits of a draft serve;
// of a story written by hand the record itself is changed (edit-written.ts).
import { asName } from '../stories/bounds.ts';
import type { Figure, Story } from '../stories/format.ts';
import { inLanguage, type Languages } from '../stories/story.ts';
import type { StoryEdit } from '../stories/story-edit.ts';
import { asText, merge, rename, setKind, setRole, split } from './edit.ts';
import { changeWritten, mergeWritten, replaced, roleOf, splitWritten, wholeNames } from './edit-written.ts';

const isDrafted = ({ made }: Pick<Story, 'made'>): boolean => made.how === 'draft';

/** The names that can be taken for somebody else's; none of a figure with one name. */
export function partsOf(story: Story, figure: Figure): readonly string[] {
  const forms = isDrafted(story) ? (figure.drawn?.forms ?? []) : wholeNames(figure);
  return forms.length > 1 ? forms : [];
}

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
      return isDrafted(story) ? draftedFigure(story, edit, languages) : changeWritten(story, edit, languages);
    case 'merge':
      return (isDrafted(story) ? merge : mergeWritten)(story, edit.figure, edit.other);
    case 'apart':
      return (isDrafted(story) ? split : splitWritten)(story, edit.figure, edit.form);
  }
}

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
