// Stories for tests, written in short: what recognition does not ask about is filled in.
import * as v from 'valibot';
import { type Story, type StoryInput, StorySchema } from '../../stories/format.ts';

type FigureInput = NonNullable<StoryInput['figures']>[number];

/** A figure in short: a person where nothing else is said, with its name in the story's language. */
export type SmallFigure = Partial<Omit<FigureInput, 'name' | 'role'>> & { id: string; name: string; role?: string };

export interface SmallStory {
  /** Of its source. */
  language?: string;
  draft?: boolean;
  figures: SmallFigure[];
  languages?: StoryInput['languages'];
}

/** The story as the format has it. */
export function smallStory(id: string, { language = 'en', draft = false, figures, languages = {} }: SmallStory): Story {
  return v.parse(StorySchema, {
    format: 'dramatis-story/1',
    id,
    title: { [language]: id },
    made: { how: draft ? 'draft' : 'hand' },
    asOf: '2026-01-08',
    sources: [{ id: 'a', language, paragraphs: [1] }],
    figures: figures.map(({ name, role, ...figure }) => ({
      kind: 'person',
      ...figure,
      name: { [language]: name },
      role: role ? { [language]: role } : null,
    })),
    languages,
  } satisfies StoryInput);
}
