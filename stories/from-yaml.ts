// Puts a story that was written as YAML (data/stories) into the format in which all stories are kept.
import * as v from 'valibot';
import type { CheckedRecords } from './compile.ts';
import { type Story, type StoryInput, StorySchema } from './format.ts';
import type { StoryLanguageFile } from './language.ts';
import { expand, writtenOut } from './patterns.ts';
import { UNNAMED } from './schema.ts';

/** A story from YAML has one source, which every citation is of; it is in English. */
const SOURCE = 'a';
const LANGUAGE = 'en';
const cited = (cites: readonly string[]): string[] => cites.map((cite) => `${SOURCE}:${cite}`);

/** @param languages what the story writes in other languages */
export function storyFromYaml(records: CheckedRecords, languages: readonly StoryLanguageFile[]): Story {
  const { head, figures, statements, quotations, events, relations, open } = records;
  const { sentences, source, summary, ...about } = head;
  const story: StoryInput = {
    format: 'dramatis-story/1',
    ...about,
    made: { how: 'hand' },
    sources: [{ id: SOURCE, description: source, language: LANGUAGE, paragraphs: [1, ...sentences] }],
    summary: summary.map(({ text, cites }) => ({ text, cites: cited(cites) })),
    figures: figures.map(({ names: { needs, country, ...names } = {}, ...figure }) => ({
      ...figure,
      names,
      ...(needs ? { needs } : {}),
      ...(country ? { country } : {}),
    })),
    statements: statements.map(({ mode, cites, ...statement }) => ({
      ...statement,
      mode: mode === 'editorial' ? 'ours' : mode,
      cites: cited(cites),
    })),
    quotations: quotations.map(({ words, translation, by, cite, ...quotation }) => ({
      ...quotation,
      words: { [LANGUAGE]: words, ...translation },
      language: LANGUAGE,
      by: by === UNNAMED ? null : by,
      cite: `${SOURCE}:${cite}`,
    })),
    events: events.map(({ order: _, cites, ...event }) => ({ ...event, cites: cited(cites) })),
    relations: relations.map(({ between, course, ...relation }) => ({
      ...relation,
      between: between as [string, string],
      course: course.map((step) => ({ ...step, cites: cited(step.cites) })),
    })),
    open: open.map(({ cites, ...question }) => ({ ...question, cites: cited(cites) })),
    languages: Object.fromEntries(languages.map((file) => [file.language, languageFrom(file)])),
  };
  return v.parse(StorySchema, story);
}

type LanguageInput = NonNullable<StoryInput['languages']>[string];

function languageFrom(file: StoryLanguageFile): LanguageInput {
  const each = (record: Record<string, string[] | undefined> | undefined, by: (list: string[]) => string[]) =>
    Object.fromEntries(Object.entries(record ?? {}).map(([key, list]) => [key, by(list ?? [])]));
  const forms = (list: readonly string[] = []) => [...new Set(list.flatMap(expand))];
  return {
    names: each(file.names, forms),
    people: Object.fromEntries(
      Object.entries(file.people ?? {}).map(([id, { given, surname, full }]) => [
        id,
        { given: forms(given), surname: forms(surname), full: forms(full) },
      ]),
    ),
    offices: each(file.offices, forms),
    relatives: each(file.relatives, writtenOut),
    otherNames: forms(file.other_names),
    titles: each(file.titles, writtenOut),
    heads: each(file.heads, writtenOut),
    regions: forms(file.regions),
    words: forms(file.words),
    verbs: forms(file.verbs),
  };
}
