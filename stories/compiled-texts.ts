// The texts that pages read: compiled from the stories that are on, and the languages. Their names:
//   figures, given, hints, languages, <code>, <code>_around   the gazetteer (recognition/gazetteer.ts)
//   figures.<n>, <code>.<n>   of a large library: its figures in groups, names in buckets (split-names.ts)
//   story:<id>   JSON: what cards tell of a story
//   press, months   for news and dates, the same whatever the stories
import { checkStory, filledStory, storyOrNull } from './check-story.ts';
import { commonWords } from './common-words.ts';
import { Faults } from './faults.ts';
import type { FigureNames } from './figures.ts';
import type { Story } from './format.ts';
import { compileCommon, compileLanguage, type GazetteerSource } from './gazetteer.ts';
import type { LanguageFile } from './language.ts';
import { type Library, mergeInSteps } from './library.ts';
import { compileLibraryFilter } from './library-filter.ts';
import type { Decisions } from './merge.ts';
import type { CommonWords } from './name-checks.ts';
import { compileNameFilter } from './name-filter.ts';
import { newsSince, type Reading } from './news-since.ts';
import { MOST_WHOLE } from './split-names.ts';
import type { Steps } from './steps.ts';
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
  reading: Reading;
}

const FIGURES_A_TEXT = 250;

/** Texts by name. */
type Texts = Readonly<Record<string, string>>;

/**
 * What languages are compiled from: first what the stories write in languages, then figures, some hundred in a text.
 * All of them in one would keep others waiting while it is read.
 */
export type CompiledSource = readonly string[];

/** What all stories give together. */
export interface CompiledLibrary {
  /** What languages are compiled from, as texts; the same stories and decisions give the same ones. */
  source: CompiledSource;
  /** Texts that any page may need. */
  common: Texts;
}

export interface StoryCompiler {
  /** Changes with the languages and the code that compiles. */
  version: string;
  /** Codes of all languages there are. */
  languages: readonly string[];
  /** Checks a stored value; null for what is no story. */
  check(value: unknown): Story | null;
  /** A stored value that was checked before. May throw for any other. */
  filled(value: unknown): Story;
  /** Why a value that is a story is not read all the same: a name of it is a frequent word. Null for any other. */
  refusal(value: unknown): string | null;
  /** @param stories those that are on, the more trusted first */
  library(stories: readonly StoryOrigin[], decisions?: Decisions): Steps<CompiledLibrary>;
  /** The texts of one language; none for a language that is not there. */
  language(source: CompiledSource, code: string): Steps<Texts>;
  /** The language that a text belongs to; null for a common one. */
  languageOf(name: string): string | null;
  /** The name filter of all languages. */
  filter(source: CompiledSource): Steps<string>;
}

export function createStoryCompiler(version: string, { languages, givenNames, fixed }: LanguageData): StoryCompiler {
  const codes = languages.map(({ language }) => language);
  // Lazy: most starts of the background check nothing.
  let words: CommonWords | undefined;
  let last: { texts: CompiledSource; source: GazetteerSource } | null = null;

  function* sourceIn(texts: CompiledSource): Steps<GazetteerSource> {
    if (last?.texts.length === texts.length && last.texts.every((text, at) => text === texts[at])) return last.source;
    const [written = '{}', ...pieces] = texts;
    const figures: FigureNames[] = [];
    for (const piece of pieces) {
      figures.push(...(JSON.parse(piece) as FigureNames[]));
      yield;
    }
    const source: GazetteerSource = { figures, storyLanguages: JSON.parse(written), languages, givenNames };
    last = { texts, source };
    return source;
  }

  function* writeSource({ names, storyLanguages }: Pick<Library, 'names' | 'storyLanguages'>): Steps<CompiledSource> {
    const texts = [JSON.stringify(storyLanguages)];
    for (let from = 0; from < names.length; from += FIGURES_A_TEXT) {
      // Which figures of stories they are stands in the texts of figures.
      texts.push(JSON.stringify(names.slice(from, from + FIGURES_A_TEXT).map(({ members: _, ...figure }) => figure)));
      yield;
    }
    last = { texts, source: { figures: names, storyLanguages, languages, givenNames } };
    return texts;
  }

  return {
    version,
    languages: codes,
    check(value) {
      words ??= commonWords(languages, givenNames);
      return storyOrNull(value, words);
    },
    filled: filledStory,
    refusal(value) {
      if (!storyOrNull(value)) return null;
      try {
        words ??= commonWords(languages, givenNames);
        checkStory(value, 'the storage', words);
        return null;
      } catch (error) {
        const [first] = error instanceof Faults ? error.faults : [];
        return first ? `${first.record} ${first.wrong}. ${first.mend}.` : null;
      }
    },
    *library(stories, decisions) {
      const all = stories.map(({ story }) => story);
      const library = yield* mergeInSteps(all, decisions, givenNames);
      const source = yield* writeSource(library);
      const common: Record<string, string> = {
        ...(yield* compileCommon(yield* sourceIn(source), MOST_WHOLE)),
        ...fixed,
      };
      yield;
      for (const one of stories) {
        common[cardText(one.story.id)] = JSON.stringify(
          cardStory(one.story, provenanceOf(one), newsSince(one.story, one.reading)),
        );
        yield;
      }
      return { source, common };
    },
    *language(source, code) {
      return yield* compileLanguage(yield* sourceIn(source), code, MOST_WHOLE);
    },
    languageOf(name) {
      const code = name.replace(/(?:_around|\.\d+)$/, '');
      return codes.includes(code) ? code : null;
    },
    *filter(texts) {
      const source = yield* sourceIn(texts);
      if (source.figures.length > MOST_WHOLE) return yield* compileLibraryFilter(source);
      const all = yield* compileCommon(source);
      for (const code of codes) Object.assign(all, yield* compileLanguage(source, code));
      return compileNameFilter(all);
    },
  };
}
