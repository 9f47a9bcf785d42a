// Who wrote the article: lines that say no more than that are no text of it, and its author is nobody whom it tells of.
import { foldText } from '../recognition/fold.ts';
import type { Article } from './article.ts';
import type { Cluster } from './figures.ts';
import type { Mention, Sentence } from './mention.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** The longest line that is a byline, UTF-16 code units. */
const LONGEST = 160;
/** Paragraphs at the beginning and at the end among which a byline stands: under a standfirst, above a note. */
const EDGE = 3;
/** A sentence that tells of somebody has so many words besides his name. */
const FEWEST_WORDS = 3;

const SENTENCE_END = /[.!?…。।؟]["'”’»」)]*$/;

/** The authors that a page declares ("Ana Brook, Tom Hale"): as words one space apart, folded, with a space around. */
function namesOf({ author }: Article, v: Vocabulary): string {
  return ` ${wordsOf(author ?? '', v)
    .map(({ folded }) => folded)
    .join(' ')} `;
}

/**
 * The article without the lines that only name its declared authors: "By Ana Brook · 15 January 2026", "Ana Brook".
 * Its headline stays as it is.
 */
export function withoutBylines(article: Article, v: Vocabulary): Article {
  const names = namesOf(article, v);
  const { paragraphs } = article;
  if (!names.trim()) return article;
  const isEdge = (at: number) => at < EDGE || at >= paragraphs.length - EDGE;
  const own = paragraphs.filter((text, at) => !isEdge(at) || !isByline(text, names, article, v));
  return own.length > 0 ? { ...article, paragraphs: own } : article;
}

function isByline(text: string, names: string, { author, publisher }: Article, v: Vocabulary): boolean {
  if (text.length > LONGEST) return false;
  // Where words have no spaces, the name is written onto what stands beside it.
  const words = wordsOf(author && !v.spaced ? text.replaceAll(author, ` ${author} `) : text, v);
  const isAuthor = ({ folded }: { folded: string }) => names.includes(` ${folded} `);
  const rest = words.filter((word) => !isAuthor(word));
  const enough = Math.min(2, names.trim().split(' ').length);
  if (words.length - rest.length < enough) return false;
  // A date may end in a full stop: "15. 1. 2026."
  if (SENTENCE_END.test(text) && !/\p{N}/u.test(words.at(-1)?.text ?? '')) return false;
  const own = foldText(publisher ?? '').split(/\s+/);
  const [first, ...others] = words;
  // Behind "By Ana Brook", "By Dr. Ana Brook" may stand whoever else wrote it, from where, and as what.
  const isOpened = first && v.bylineWords.has(first.folded) && others.slice(0, 2).some(isAuthor);
  return rest.every(({ folded, text: written, capital, capitals }) => {
    if (v.bylineWords.has(folded) || /\p{N}/u.test(written) || capitals || own.includes(folded)) return true;
    if (v.months.has(folded) || v.notNames.has(folded)) return true;
    return isOpened && (capital || v.functionWords.has(folded));
  });
}

/**
 * The cast without the authors whom the page declares. One stays where the text itself tells of him: in a whole
 * sentence, as an author is introduced in the last paragraph only.
 */
export function withoutAuthors(
  cast: readonly Cluster[],
  article: Article,
  sentences: readonly Sentence[],
  v: Vocabulary,
): Cluster[] {
  const names = namesOf(article, v);
  const last = sentences.at(-1)?.paragraph ?? 0;
  const isAuthor = ({ folded }: Mention) => {
    const name = ` ${folded.join(' ')} `;
    return names === name || (folded.length > 1 && names.includes(name));
  };
  const tells = ({ sentence, folded, start, context }: Mention): boolean => {
    const { paragraph, text, words } = sentence;
    if (paragraph === 0 || !SENTENCE_END.test(text) || words.length < folded.length + FEWEST_WORDS) return false;
    const before = words.findLast(({ end }) => end <= start);
    const isCredited = before !== undefined && words[0] === before && v.bylineWords.has(before.folded);
    return context.saying || (!isCredited && (paragraph < last || last === 1));
  };
  return cast.filter(
    ({ kind, mentions }) => kind !== 'person' || !mentions.some(isAuthor) || mentions.some((mention) => tells(mention)),
  );
}
