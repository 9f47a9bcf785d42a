// Reads the mentions of a sentence: the pieces of its runs, with what stands in and around each.
import { foldText } from '../recognition/fold.ts';
import { readCaseless } from './caseless.ts';
import { readKorean } from './korean.ts';
import { inflected, isPlace, phraseOf } from './lookup.ts';
import type { Context, Mention, Sentence, Shape } from './mention.ts';
import type { Piece } from './pieces.ts';
import { piecesOf } from './runs.ts';
import { readUnspaced } from './unspaced.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Mentions of a sentence, in the order of the text. */
export function readMentions(sentence: Sentence, v: Vocabulary, nouns: ReadonlySet<string>): Mention[] {
  if (!v.spaced) return readUnspaced(sentence, v);
  if (v.key === 'ko') return readKorean(sentence, v);
  if (!v.cased) return readCaseless(sentence, v);
  if (sentence.shouted) return [];
  return piecesOf(sentence.words, v, nouns).flatMap((piece) => {
    const mention = mentionOf(sentence, piece, v);
    return mention ? [mention] : [];
  });
}

function mentionOf(sentence: Sentence, piece: Piece, v: Vocabulary): Mention | null {
  let { from } = piece;
  const { words } = sentence;
  // "The" of "The Hague" stays; a lone initial or number is no name.
  while (from < piece.to && (words[from] as Word).text.length === 1 && piece.to - from === 1) from++;
  if (from >= piece.to) return null;
  const own = words.slice(from, piece.to);
  // "Prof. Dr. …": titles alone are nobody.
  if (own.length > 1 && own.every(({ folded }) => v.abbreviations.has(folded) && folded.length > 1)) return null;
  const [first, last] = [own[0] as Word, own.at(-1) as Word];
  // "Jr.", "Inc.": the full stop belongs to the name.
  const end = v.stopped.has(last.folded) && sentence.text[last.end] === '.' ? last.end + 1 : last.end;
  const text = sentence.text.slice(first.start, end);
  return {
    sentence,
    start: first.start,
    end,
    text,
    words: own.map((word) => word.text),
    folded: own.map((word) => word.folded),
    shape: shapeOf(own, piece, v),
    context: contextOf(sentence, piece, from, v),
  };
}

function shapeOf(own: readonly Word[], piece: Piece, v: Vocabulary): Shape {
  const [first, last] = [own[0] as Word, own.at(-1) as Word];
  const folded = own.map((word) => word.folded);
  const acronym = own.length === 1 && isAcronym(first);
  return {
    given:
      piece.kind !== 'organization' &&
      !(piece.kind === 'place' && own.length > 1) &&
      isGiven(first.folded, v) &&
      !(acronym && first.text.length < 4),
    surname: v.surnames.has(last.folded),
    initial: own.length > 2 && own.slice(1, -1).some(({ text }) => /^\p{Lu}\.?$/u.test(text)),
    acronym,
    organization: piece.kind === 'organization',
    known: piece.known === true,
    endsInPlace: own.length > 1 && isPlace(last.folded, v) && !v.surnames.has(last.folded),
    placeWord: own.length > 1 && folded.some((word) => v.placeWords.has(word)),
    place: isPlace(folded.join(' '), v),
    afterPlace: piece.afterPlace,
    common: commonIn(folded, v),
  };
}

/** Common words among a name's; behind a given name that is none itself, a surname may be one ("Trump", "Legend"). */
function commonIn(folded: readonly string[], v: Vocabulary): number {
  const isCommon = (word: string) => v.commonWords.has(word) || v.functionWords.has(word);
  const first = folded[0] as string;
  const isOther = (word: string) => v.given.has(word) || v.surnames.has(word);
  if (folded.length > 1 && v.given.has(first) && (!isCommon(first) || folded.slice(1).some(isOther))) return 0;
  return folded.filter((word) => isCommon(word) && !v.particles.has(word)).length;
}

/** Letters of a given name with an ending; shorter ones are too many words. */
const SHORTEST_INFLECTED = 5;

/** A given name, also with an ending, or two with a hyphen between. */
const isGiven = (folded: string, v: Vocabulary): boolean =>
  v.given.has(folded) ||
  (folded.length >= SHORTEST_INFLECTED && inflected(folded, v, (stem) => v.given.has(stem))) ||
  (folded.includes('-') && folded.split('-').every((part) => v.given.has(part)));

const isAcronym = ({ text, capitals }: Word): boolean =>
  /^\p{Lu}[\p{Lu}\p{N}&.-]{1,6}$/u.test(text) && capitals && !/^[IVX]+$/.test(text);

function contextOf(sentence: Sentence, piece: Piece, from: number, v: Vocabulary): Context {
  const { words, text } = sentence;
  const [first, last] = [words[from] as Word, words[piece.to - 1] as Word];
  const before = near(words[from - 1], first.gap);
  const after = words[piece.to] && /^[ \u00A0]$/.test((words[piece.to] as Word).gap) ? words[piece.to] : undefined;
  const behind = text.slice(last.outerEnd, last.outerEnd + 40);
  const isTitled = piece.title || endsTitle(words, from, v);
  const department = isTitled && isDepartment(words, from, piece.to, v);
  return {
    title: isTitled && !department,
    courtesy: courtesyOf(piece.courtesy, words, from, v),
    role: isRole(before, v) || (isRole(after, v) && v.titlesAfter),
    saying: isSaying(before, v) || isSaying(after, v) || saysBehindComma(words, piece.to, v),
    age: isAge(behind, v),
    apposition: /^,\s/.test(behind) && isApposition(words, piece.to, v),
    article: first.elided || isArticle(before, v),
    department,
    inPlace: isInPlace(words, from, before, v),
    seat: isSeat(words, from, v),
    dateline: isDateline(sentence, from, piece.to),
    organizationNoun: isOrganizationNoun(before ?? quotedBehind(words[from - 1], first.gap), v),
    placeNoun: before !== undefined && !before.capital && v.placeWords.has(before.folded),
    possessive: last.possessive,
    quoted: /["“„«‘]$/u.test(first.gap) && /^["”“»’]/u.test(behind),
    opens: first.opens,
  };
}

/** ", 45,", ", 45 años", " (45)" */
function isAge(behind: string, { years }: Vocabulary): boolean {
  if (/^\s?(?:,\s?\d{1,2}\s?(?:[,).]|$)|\(\s?\d{1,2}\s?\))/u.test(behind)) return true;
  const [, word = ''] = /^\s?,\s?\d{1,2}\s?([\p{L}\p{M}]+)/u.exec(behind) ?? [];
  return years.has(foldText(word));
}

/** "in Brell", and "in Brell and Orval": a preposition before places, or one place before with "and" between. */
function isInPlace(words: readonly Word[], from: number, before: Word | undefined, v: Vocabulary): boolean {
  if (!before) return false;
  if (v.placePrepositions.has(before.folded)) return true;
  const [other, preposition] = [words[from - 2], words[from - 3]];
  if (!other?.capital || !preposition || before.capital || !v.and.has(before.folded)) return false;
  return v.placePrepositions.has(preposition.folded) && isPlace(other.folded, v) && !v.given.has(other.folded);
}

/** The word before, where nothing but a space stands between. */
const near = (word: Word | undefined, gap: string): Word | undefined =>
  word && /^[ \u00A0'’]?$/.test(gap) ? word : undefined;

/** "фирма „Балкан Строй“": the word before the quotation mark that opens a name. */
const quotedBehind = (word: Word | undefined, gap: string): Word | undefined =>
  word && /^ ["“„«‘»]$/u.test(gap) ? word : undefined;

const isOrganizationNoun = (word: Word | undefined, v: Vocabulary): boolean =>
  word !== undefined && !word.capital && word.folded.length > 3 && v.organizations.has(word.folded);

/** "Ministrul Transporturilor, Elena …": one word behind a title, and the name behind a comma. */
function isDepartment(words: readonly Word[], from: number, to: number, v: Vocabulary): boolean {
  const [own, next] = [words[from] as Word, words[to]];
  if (to - from > 1 || !next?.capital || next.gap !== ', ' || !v.given.has(next.folded)) return false;
  return !v.given.has(own.folded) && !v.surnames.has(own.folded);
}

/** "the mayor of Brell", "le maire d’Orval": an office that governs a place, and a little word. */
function isSeat(words: readonly Word[], from: number, v: Vocabulary): boolean {
  const own = words[from] as Word;
  const link = words[from - 1];
  if (!link || !/^[ \u00A0]$/.test(own.gap)) return false;
  if (own.elided) return v.seats.has(link.folded);
  const office = words[from - 2];
  return office !== undefined && !link.capital && v.of.has(link.folded) && v.seats.has(office.folded);
}

const isRole = (word: Word | undefined, v: Vocabulary): boolean =>
  word !== undefined &&
  (v.nounsCapital ? word.capital : !word.capital || word.opens) &&
  word.folded.length > 2 &&
  !v.functionWords.has(word.folded) &&
  !v.organizations.has(word.folded) &&
  v.roles.has(word.folded);

/** In small letters, or where a sentence begins. */
const isArticle = (word: Word | undefined, v: Vocabulary): boolean =>
  word !== undefined && (!word.capital || word.opens) && v.articles.has(word.folded);

const isSaying = (word: Word | undefined, v: Vocabulary): boolean =>
  word !== undefined && !word.capital && v.saying.has(word.folded);

/**
 * "Fauci, who leads …, said": too far to tell; "“…”, Fauci said": near. Only a verb right behind a comma is looked at.
 */
const saysBehindComma = (words: readonly Word[], at: number, v: Vocabulary): boolean => {
  const word = words[at];
  return word !== undefined && /^\)?,\s$/.test(word.gap) && isSaying(word, v);
};

/** A title in small letters right before, of one or more words. */
function endsTitle(words: readonly Word[], from: number, v: Vocabulary): boolean {
  for (let length = 1; length <= Math.min(v.titles.longest, from); length++) {
    const first = words[from - length] as Word;
    if (!/^[ \u00A0]$|^\. $/.test((words[from - length + 1] as Word).gap)) return false;
    if (v.titles.has(phraseOf(words, from - length, from)) && !(first.capital && !first.opens && !v.nounsCapital))
      return true;
  }
  return false;
}

function courtesyOf(phrase: string | null, words: readonly Word[], from: number, v: Vocabulary): Context['courtesy'] {
  const said = phrase ?? (from > 0 ? phraseOf(words, from - 1, from) : '');
  if (!said || !v.courtesy.has(said)) return null;
  return v.sexes.female.has(said) ? 'female' : 'male';
}

/** ", the mayor of …", ", a lawyer": an article or a noun for people stands right behind the comma. */
function isApposition(words: readonly Word[], at: number, v: Vocabulary): boolean {
  for (let next = at; next < Math.min(at + 4, words.length); next++) {
    const word = words[next] as Word;
    if (next > at && !/^[ \u00A0]$/.test(word.gap)) return false;
    if (isRole(word, v) || v.titles.has(word.folded) || v.nationalities.has(word.folded)) return true;
  }
  return false;
}

/** "BEIRUT (Reuters) – …", "NEW YORK - …": the place where the article was written. */
function isDateline({ words, sentence, text }: Sentence, from: number, to: number): boolean {
  if (sentence !== 1 || from > 3) return false;
  const behind = text.slice((words[to - 1] as Word).outerEnd, (words[to - 1] as Word).outerEnd + 4);
  const all = words.slice(0, to);
  if (!all.every(({ capitals, capital }) => capitals || capital)) return false;
  return /^(?:\s?[(—–]|\s-\s|\/)/u.test(behind) && all.every(({ capitals }) => capitals);
}
