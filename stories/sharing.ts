// What of a story may be passed on: no text of articles, no notes, few words of each sentence. And how a link finds a
// sentence again: by its first and last words, as text fragments (https://wicg.github.io/scroll-to-text-fragment/) do.
import { BOUNDS } from './bounds.ts';
import { type Source, type Story, StorySchema, type Text } from './format.ts';
import { onlyKnown } from './known-fields.ts';

/** Words at the beginning and at the end by which a sentence is found. */
const FRAGMENT_WORDS = 4;

/** A story as a shared file holds it. Fields that are not known are left out: what they say cannot be judged. */
export function toShare(story: Story): unknown {
  const cited = citedPlaces(story);
  return onlyKnown(StorySchema, {
    ...story,
    notes: {},
    sources: story.sources.map((source) => ({
      ...source,
      text: null,
      fragments: source.url === null ? {} : { ...source.fragments, ...fragmentsOf(source, cited.get(source.id)) },
    })),
    statements: story.statements.map((one) => (one.verbatim ? { ...one, ...cut('text', one.text) } : one)),
    // Whoever writes a story by hand chooses what to quote; a draft quotes all it finds.
    quotations: story.quotations.map((one) =>
      story.made.how === 'draft' ? { ...one, ...cut('words', one.words), excerpt: null } : one,
    ),
  });
}

/**
 * The first and last words of a sentence, each as it stands there; null for the last where the first are all of it.
 * @param language by BCP 47, which decides what a word is
 */
export function fragmentOf(sentence: string, language: string): [first: string, last: string | null] {
  const words = wordsIn(sentence, language);
  const first = words[FRAGMENT_WORDS - 1];
  const last = words.at(-FRAGMENT_WORDS);
  if (!first || !last || words.length <= 2 * FRAGMENT_WORDS) return [sentence.trim(), null];
  return [sentence.slice(words[0]?.start, first.end), sentence.slice(last.start, words.at(-1)?.end)];
}

/** A text of at most so many words: what is left out is marked by “…”. */
export function cutText(text: string, language: string, most: number): string {
  const words = wordsIn(text, language);
  return words.length <= most ? text : `${text.slice(0, words[most - 1]?.end)}…`;
}

function wordsIn(text: string, language: string): { start: number; end: number }[] {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return [...segments].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  );
}

/** A field with its texts cut, marked as such; nothing where they are short enough. */
function cut(field: 'text' | 'words', text: Text) {
  const short = Object.fromEntries(
    Object.entries(text).map(([language, words]) => [language, cutText(words, language, BOUNDS.sharedWords)]),
  );
  const isCut = Object.entries(short).some(([language, words]) => words !== text[language]);
  return isCut ? { [field]: short, cut: true } : {};
}

function fragmentsOf({ text, language }: Source, places: ReadonlySet<string> = new Set()): Source['fragments'] {
  if (!text) return {};
  return Object.fromEntries(
    [...places].flatMap((place) => {
      const [paragraph = 0, sentence = 0] = place.split('.').map(Number);
      const words = text[paragraph]?.[sentence - 1];
      if (words === undefined) return [];
      const fragment = fragmentOf(words, language);
      // Signs without a space between them may be one word.
      return fragment.some((part) => part && part.length > BOUNDS.fragment) ? [] : [[place, fragment]];
    }),
  );
}

/** The sentences that a story cites, by source. */
function citedPlaces({ summary, statements, quotations, events, relations, open }: Story): Map<string, Set<string>> {
  const cites = [
    ...[...summary, ...statements, ...events, ...open].flatMap((record) => record.cites),
    ...quotations.map(({ cite }) => cite),
    ...relations.flatMap(({ course }) => course.flatMap((step) => step.cites)),
  ];
  const places = new Map<string, Set<string>>();
  for (const cite of cites) {
    const [source = '', place = ''] = cite.split(':');
    places.set(source, (places.get(source) ?? new Set()).add(place));
  }
  return places;
}
