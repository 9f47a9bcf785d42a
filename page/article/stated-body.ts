// The text of an article as its page states it to machines (`articleBody` in JSON-LD), and what it adds to the text
// that was found on the page.
import { isArticleThing, mainThings, type Structured } from '../structured.ts';
import { copyPage } from './copy.ts';
import { parseInert } from './inert.ts';
import { type Line, linesOf } from './lines.ts';
import { plainText } from './plain-text.ts';

/** Tags and entities, which some pages leave in what should be plain text. */
const MARKUP = /<\/?[a-z]+[\s>/]|&(?:[a-z]{2,8}|#\d+);/i;

/** Paragraphs of the longest `articleBody`, or none. */
export function articleBodyOf(structured: Structured): string[] {
  const bodies = mainThings(structured)
    .filter(isArticleThing)
    .map((thing) => thing.text('articleBody'));
  const longest = bodies.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (MARKUP.test(longest))
    return linesOf(copyPage(parseInert(longest.replace(/\n/g, '<br><br>'))).copy).map(({ text }) => text);
  return longest.split(/\n+/).map(plainText).filter(Boolean);
}

/** How much of a stated text is compared, and with how many lines and pieces: each is sought in the whole text. */
const MOST_COMPARED = 150_000;
const MOST_LINES = 3000;
const MOST_PIECES = 400;

/** A text without white space, by which two ways of writing it are compared. */
const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** Shorter lines are in every text by chance; characters. */
const TELLING = 40;

/** Tells which of the first lines the page states as a part of its article. */
export function createStatedTest(lines: readonly Line[], stated: readonly string[]): (line: Line) => boolean {
  const whole = squeeze(stated.join('').slice(0, MOST_COMPARED));
  const told = new Set(
    whole === ''
      ? []
      : lines.slice(0, MOST_LINES).filter(({ text }) => text.length >= TELLING && whole.includes(squeeze(text))),
  );
  return (line) => told.has(line);
}

/** Every so many characters the stated text is compared with the found one, by a piece of it. */
const STEP = 150;
const PIECE = 40;
/** The part of the pieces that must be missing before the page is thought to show a part of its article only. */
const MUCH = 0.25;

/** The found paragraphs, or those that are stated where they say much more of the same. */
export function withArticleBody(found: string[], stated: string[]): string[] {
  const there = squeeze(found.join(''));
  const whole = squeeze(stated.join('').slice(0, MOST_COMPARED));
  let pieces = 0;
  let missing = 0;
  for (let at = 0; at + PIECE <= whole.length && pieces < MOST_PIECES; at += STEP) {
    pieces += 1;
    if (!there.includes(whole.slice(at, at + PIECE))) missing += 1;
  }
  if (missing <= pieces * MUCH || whole.length < there.length) return found;
  const shared = found.slice(0, MOST_LINES).filter((text) => whole.includes(squeeze(text).slice(0, PIECE)));
  const isSame = shared.reduce((sum, text) => sum + text.length, 0) >= there.length / 2;
  return isSame ? stated : found;
}
