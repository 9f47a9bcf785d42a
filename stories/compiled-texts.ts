// The texts that pages read: compiled from the stories that are on, and the languages. Their names:
//   figures, given, hints, languages, <code>, <code>_around   the gazetteer (recognition/gazetteer.ts)
//   members    JSON: merged figure id → the figures of stories that it is
//   story:<id>   JSON: what cards tell of a story
//   press, months   for news and dates, the same whatever the stories
import { storyOrNull } from './check-story.ts';
import { commonWords } from './common-words.ts';
import type { Story } from './format.ts';
import { compileCommon, compileLanguage, type GazetteerSource } from './gazetteer.ts';
import type { LanguageFile } from './language.ts';
import { mergeStories } from './library.ts';
import type { Decisions } from './merge.ts';
import type { CommonWords } from './name-checks.ts';
import { compileNameFilter } from './name-filter.ts';
import { cardStory, cardText, provenanceOf } from './story.ts';

/** What texts are compiled from besides stories; all of it from data/languages, checked when it was built. */
export interface LanguageData {
  languages: LanguageFile[];
  givenNames: string[];
  /** Texts that are the same whatever the stories. */
  fixed: Readonly<Record<string, string>>;
}

/** A story with how it came. */
export interface StoryOrigin {
  story: Story;
  bundled: boolean;
  kept: { added: string; from: string; looked: boolean } | null;
}

/** Texts by name. */
type Texts = Readonly<Record<string, string>>;

export interface StoryCompiler {
  /** Changes with the languages and the code that compiles. */
  version: string;
  /** Codes of all languages there are. */
  languages: readonly string[];
  /** Checks a stored value; null for what is no story. */
  check(value: unknown): Story | null;
  /** What all other texts are compiled from, as a text; the same stories and decisions give the same one. */
  source(stories: readonly StoryOrigin[], decisions?: Decisions): string;
  /** Texts that any page may need. */
  common(source: string, stories: readonly StoryOrigin[], decisions?: Decisions): Texts;
  /** The texts of one language; none for a language that is not there. */
  language(source: string, code: string): Texts;
  /** The language that a text belongs to; null for a common one. */
  languageOf(name: string): string | null;
  /** @param texts common ones and those of all languages */
  filter(texts: Texts): string;
}

export function createStoryCompiler(version: string, { languages, givenNames, fixed }: LanguageData): StoryCompiler {
  const codes = languages.map(({ language }) => language);
  // Lazy: most starts of the background check nothing.
  let words: CommonWords | undefined;
  let last: { text: string; source: GazetteerSource } | null = null;

  function sourceIn(text: string): GazetteerSource {
    if (last?.text !== text) {
      const written = JSON.parse(text) as Pick<GazetteerSource, 'figures' | 'storyLanguages'>;
      last = { text, source: { ...written, languages, givenNames } };
    }
    return last.source;
  }

  const merged = (stories: readonly StoryOrigin[], decisions?: Decisions) =>
    mergeStories(
      stories.map(({ story }) => story),
      decisions,
      givenNames,
    );

  return {
    version,
    languages: codes,
    check(value) {
      words ??= commonWords(languages, givenNames);
      return storyOrNull(value, words);
    },
    source(stories, decisions) {
      const { names, storyLanguages } = merged(stories, decisions);
      return JSON.stringify({ figures: names, storyLanguages });
    },
    common(source, stories, decisions) {
      const { figures } = merged(stories, decisions);
      const members = Object.fromEntries(figures.map(({ id, members }) => [id, members]));
      const cards = stories.map((one) => [
        cardText(one.story.id),
        JSON.stringify(cardStory(one.story, provenanceOf(one))),
      ]);
      return {
        ...compileCommon(sourceIn(source)),
        ...fixed,
        members: JSON.stringify(members),
        ...Object.fromEntries(cards),
      };
    },
    language: (source, code) => compileLanguage(sourceIn(source), code),
    languageOf(name) {
      const code = name.replace(/_around$/, '');
      return codes.includes(code) ? code : null;
    },
    filter: compileNameFilter,
  };
}
