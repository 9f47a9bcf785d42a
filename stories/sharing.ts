// What of a story may be passed on: no text of articles, and of each sentence the words by which a link finds it.
import { BOUNDS } from './bounds.ts';
import { type Source, type Story, StorySchema, type Text } from './format.ts';
import { onlyKnown } from './known-fields.ts';
import { fragmentAt } from './text-fragment.ts';

/** A story as a shared file holds it. Fields that are not known are left out: what they say cannot be judged. */
export function toShare(story: Story): unknown {
  const cited = citedPlaces(story);
  return onlyKnown(StorySchema, {
    ...story,
    sources: story.sources.map((source) => ({
      ...source,
      text: null,
      fragments: source.url === null ? {} : fragmentsOf(source, cited.get(source.id)),
    })),
    statements: story.statements.map((one) => (one.verbatim ? { ...one, ...cut('text', one.text) } : one)),
    // Whoever writes a story by hand chooses what to quote; a draft quotes all it finds.
    quotations: story.quotations.map((one) =>
      story.made.how === 'draft' ? { ...one, ...cut('words', one.words), excerpt: null } : one,
    ),
  });
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

/** By its own text, or as it came in a shared file. */
function fragmentsOf(source: Source, cited: ReadonlySet<string> = new Set()): Source['fragments'] {
  const places = [...new Set([...Object.keys(source.fragments), ...cited])];
  return Object.fromEntries(
    places.flatMap((place) => {
      const fragment = fragmentAt(source, place);
      // Signs without a space between them may be one word.
      if (!fragment || fragment.some((part) => part && part.length > BOUNDS.fragment)) return [];
      const [first, last = null] = fragment;
      return [[place, [first, last]]];
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
