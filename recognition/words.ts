// Words of a text, cut lazily around an offset, for a block is long and a name in it short. Nothing is cut that nobody
// asks about, and nothing is cut or folded twice. All offsets are UTF-16 code units of the block's text.
import { foldText, unmix, withoutInvisible } from './fold.ts';
import { hasCase, isInWord, isUnspacedAt } from './scripts.ts';

/** Two offsets in a text, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What stands between two neighbouring words. */
export type Gap =
  /** White space alone. */
  | 'space'
  /** A hyphen or dash alone. */
  | 'hyphen'
  /** A full stop, and white space, a hyphen ("É.-U.") or nothing: of a sentence or an abbreviation. */
  | 'stop'
  /** An apostrophe, or what other languages set in its place. */
  | 'apostrophe'
  /** A middle dot. */
  | 'dot'
  /** More than that. */
  | 'other'
  /** The text begins or ends there. */
  | 'edge';

// A word longer than this is no word (hostile or broken text); stopping here keeps the scan linear.
const LONGEST_WORD = 64;
// Two words further apart than this have something between them that is no mere separator.
const WIDEST_GAP = 40;

/** A text and the words that were cut from it so far. */
export class TokenizedText {
  readonly text: string;
  /** By their start. */
  private readonly words = new Map<number, Token>();

  constructor(text: string) {
    this.text = text;
  }

  /**
   * A stretch of the text that is looked at as one word.
   * @param folded as lists have it, where that is known
   */
  token(start: number, end: number, folded?: string): Token {
    const word = this.words.get(start);
    return word?.end === end && folded === undefined ? word : new Token(this, start, end, folded);
  }

  /** The word that covers an offset, or null where none does. */
  wordAt(at: number): Token | null {
    const { text, words } = this;
    if (at < 0 || at >= text.length || !isInWord(text, at)) return null;
    // "在Truth Social發文": no word has letters of scripts with and without spaces.
    const isUnspaced = isUnspacedAt(text, at);
    const isPart = (other: number) => isInWord(text, other) && isUnspacedAt(text, other) === isUnspaced;
    let start = at;
    while (start > 0 && at - start < LONGEST_WORD && isPart(start - 1)) start--;
    const known = words.get(start);
    if (known && known.end > at) return known;
    let end = at + 1;
    while (end < text.length && end - at < LONGEST_WORD && isPart(end)) end++;
    const word = this.token(start, end);
    words.set(start, word);
    return word;
  }

  /** The word before an offset, or the part of a word that lies before it; null at the beginning. */
  wordBefore(at: number): Token | null {
    let end = at;
    while (end > 0 && at - end < WIDEST_GAP && !isInWord(this.text, end - 1)) end--;
    const word = this.wordAt(end - 1);
    return word && (word.end === end ? word : this.token(word.start, end));
  }

  /** The word behind an offset, or the part of a word that lies behind it; null at the end. */
  wordAfter(at: number): Token | null {
    let start = at;
    while (start < this.text.length && start - at < WIDEST_GAP && !isInWord(this.text, start)) start++;
    const word = this.wordAt(start);
    return word && (word.start === start ? word : this.token(start, word.end));
  }

  /** What stands between two offsets. */
  gap(from: number, to: number): Gap {
    const between = this.text.slice(from, to);
    if (between === ' ' || /^[\s\u00A0]+$/.test(between)) return 'space';
    if (hyphen.test(between)) return 'hyphen';
    if (middleDot.test(between)) return 'dot';
    if (apostrophe.test(between)) return 'apostrophe';
    if (/^\.(?:-|[\s\u00A0]*)$/.test(between)) return 'stop';
    return 'other';
  }
}

const LONGEST_TIME = 10; // UTF-16 code units, with what stands before it
const hyphen = /^[-\u2010\u2011\u2012\u2013\u30A0\uFF0D]$/;
const middleDot = /^[\u00B7\u2022\u2027\u30FB\uFF65\uFF1D=\u30A0]$/;
// With the marks that Hebrew sets inside abbreviations (ארה"ב), also as curly quotation marks or two apostrophes, and
// the colon before a Swedish or Finnish ending (USA:s).
const apostrophe = /^(?:['’ʼ‘＇׳״":“”]|''|’’|׳׳)$/;

/** A word, or a stretch that is looked at as one: a name without its clitics, a name of several words. */
export class Token implements Span {
  readonly source: TokenizedText;
  readonly start: number;
  readonly end: number;
  private knownFolded: string | undefined;
  private knownPrevious: Token | null | undefined;
  private knownNext: Token | null | undefined;

  constructor(source: TokenizedText, start: number, end: number, folded?: string) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.knownFolded = folded;
  }

  /** As it stands in the text. */
  get written(): string {
    return this.source.text.slice(this.start, this.end);
  }

  /** As a reader sees it: composed, without invisible characters. */
  get seen(): string {
    return withoutInvisible(this.written).normalize('NFC');
  }

  /** As lists have it. */
  get folded(): string {
    this.knownFolded ??= unmix(foldText(this.written));
    return this.knownFolded;
  }

  /** The word before it. */
  get previous(): Token | null {
    if (this.knownPrevious === undefined) this.knownPrevious = this.source.wordBefore(this.start);
    return this.knownPrevious;
  }

  /** The word behind it. */
  get next(): Token | null {
    if (this.knownNext === undefined) this.knownNext = this.source.wordAfter(this.end);
    return this.knownNext;
  }

  /** What stands between it and the word before. */
  get gapBefore(): Gap {
    return this.previous ? this.source.gap(this.previous.end, this.start) : 'edge';
  }

  /** What stands between it and the word behind. */
  get gapAfter(): Gap {
    return this.next ? this.source.gap(this.end, this.next.start) : 'edge';
  }

  /** True where it opens with a capital letter; invisible characters before that are passed over. */
  get isCapitalised(): boolean {
    const unit = this.source.text.charCodeAt(this.start);
    if (unit < 128) return unit > 64 && unit < 91;
    const first = String.fromCodePoint(this.seen.codePointAt(0) ?? 0);
    return first !== first.toLowerCase();
  }

  /** True where it has a letter with case. */
  get isCased(): boolean {
    return hasCase(this.written);
  }

  /** True where it has letters of a script with case, and begins with a small one. */
  get isSmall(): boolean {
    return !this.isCapitalised && this.isCased;
  }

  /** True where it has letters of a script with case and none of them is small. */
  get isAllCapitals(): boolean {
    const { written } = this;
    return written !== written.toLowerCase() && written === written.toUpperCase();
  }

  /** True where a sentence, a quotation or a list item begins with it, so that its capital says nothing. */
  get opensSentence(): boolean {
    const { text } = this.source;
    let at = this.start - 1;
    while (at >= 0 && this.start - at < WIDEST_GAP && /[\s\u00A0]/.test(text[at] ?? '')) at--;
    // "17:05 Petro arrives": behind the time of day that opens a block
    if (at < LONGEST_TIME && /^\W*\d{1,2}[.:h]\d{2}$/.test(text.slice(0, at + 1))) return true;
    return at < 0 || /[.!?…:;。！？"“”„«»‹›‘'’()[\]|•·–—*/>¿¡#]/.test(text[at] ?? '');
  }
}

/** "#trump" */
export const isHashtag = ({ source, start }: Token): boolean => source.text[start - 1] === '#';

/** The words before it, then those behind it, so many on each side; each side from the nearest on. */
export function* wordsAround(token: Token, most: number): Generator<Token, void> {
  for (const side of ['previous', 'next'] as const) {
    let word = token[side];
    for (let words = 0; word && words < most; words++, word = word[side]) yield word;
  }
}

/** A comma and a space stand right before it. */
export const isBehindComma = ({ source, start }: Token): boolean =>
  /,\s+$/.test(source.text.slice(Math.max(0, start - 3), start));

/** A comma and a space stand right behind it. */
export const isBeforeComma = ({ source, end }: Token): boolean => /^,\s/.test(source.text.slice(end, end + 2));

/** True where a word and its neighbour belong together: only a space, a hyphen or a middle dot stands between. */
export const isJoined = (gap: Gap): boolean => gap === 'space' || gap === 'hyphen' || gap === 'dot';

export const QUOTATION_MARK = /["\u201C-\u201F\u00AB\u00BB\u2039\u203A]/;

export function textBetween(one: Token, other: Token): string {
  const [first, last] = one.start < other.start ? [one, other] : [other, one];
  return one.source.text.slice(first.end, last.start);
}
