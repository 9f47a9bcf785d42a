// Given names beside a surname, the figure's own and other people's; and given names that stand alone ("Delcy").
import { isLittle } from './appositions.ts';
import { type NameCandidate, nameCandidate } from './candidate.ts';
import { withoutClitics } from './clitics.ts';
import type { GazetteerFigure } from './figures.ts';
import { fold, foldText } from './fold.ts';
import { split } from './lists.ts';
import { isPredicate } from './predicates.ts';
import { isAbbreviated, titleEnding } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fitsOne } from './word-sets.ts';
import { isJoined, type Span, type Token } from './words.ts';

const MOST_GIVEN_NAMES = 4;
const LONGEST_NICKNAME = 60; // UTF-16 code units
// At most three words with what opens and closes them; in brackets alone it has a capital.
const NICKNAME =
  /(?<=\S)\s+(?:\(?["“”„«»‘’'‚‹›]|\((?!\p{Ll}))\s?[^\s"“”„«»(),.;:]+(?:\s[^\s"“”„«»(),.;:]+){0,2}\s?(?:["“”«»‘’'‹›]\)?|\))\s+$/u;
const ADDED = /[[(][^\s()[\]]+(?:\s[^\s()[\]]+){0,2}[\])]\s$/;
const CLOSES = /^[\])]/;
const NOTED = /^(?:[,.]|[,.]?\s[-–—])\s[^()[\]]+[\])]/;
const SHORTEST_STEM = 3; // letters
const LONGEST_CUT_WORD = 4; // letters: "iflg."
const LONGEST_ENDING = 3; // letters
const LONGEST_OF_CUT = 2; // letters in the place of a vowel: "Marina" is no form of "Mary"
const LONGEST_ABBREVIATION = 5; // letters
const CONSONANT = /^[^aeiouyjаеиоуыэюяіїєјαειουηω]/;
const LONGEST_INITIAL = 4; // letters: "Дж", "Τζ"
const LONGEST_MARKED = 8; // UTF-16 code units
// A letter with its mark, and its vowels perhaps.
const MARKED_INITIAL = /^\s[א-ת]['׳’](?:[א-ת]\P{L}?){0,2}\.?\s/u;

/** True for the given name of another bearer of the surname, in any of its forms: endings differ, the stem does not. */
export function isOtherBearer(vocabulary: Vocabulary, figure: number, form: string): boolean {
  const names = vocabulary.relativesOf(figure);
  if (names.length === 0) return false;
  const forms = withoutClitics(vocabulary, form);
  return names.some((name) => {
    if (forms.includes(name)) return true;
    let stem = '';
    if (name.endsWith('*')) stem = name.slice(0, -1);
    else if (vocabulary.inflected && name.length > SHORTEST_STEM) stem = name.replace(/[aeoiyаяиейοας]$/, '');
    if (stem.length < SHORTEST_STEM || !form.startsWith(stem)) return false;
    const ending = form.slice(stem.length);
    // "Меркел" is no form of "Мери": another vowel takes the place of the one that was cut.
    const isCut = stem.length < name.length && !name.endsWith('*');
    return ending.length <= (isCut ? LONGEST_OF_CUT : LONGEST_ENDING) && !(isCut && CONSONANT.test(ending));
  });
}

/** A given name of the list; not "على" (on), which folds like one, nor "سوءقصد *به جان* ترامپ" (on his life). */
export const isGivenName = ({ given, notGiven }: Vocabulary, { folded, seen, previous, gapBefore }: Token): boolean =>
  given.has(folded) &&
  !notGiven.has(seen) &&
  !(previous !== null && gapBefore === 'space' && notGiven.has(`${previous.seen} ${seen}`));

/** "Camp David", "Fort Wayne": what stands before a given name makes it a place. */
export const isPlaceOfTwoWords = ({ givenPlaces }: Vocabulary, { previous: word, gapBefore }: Token): boolean =>
  gapBefore === 'space' && word?.isCapitalised === true && givenPlaces.has(word.folded);

const initialsOf = (names: string | undefined): string[] => split(names).map((name) => foldText(name).charAt(0));

/** True for a figure's middle name, also with an ending ("Jeana-Luca"). */
function isOwnMiddle({ inflected }: Vocabulary, form: string, middle: string | undefined): boolean {
  const names = split(middle).map(foldText);
  return names.includes(form) || (Boolean(inflected) && names.some((name) => isFormOf(name, form)));
}

const isFormOf = (name: string, form: string): boolean =>
  name.length >= SHORTEST_STEM && form.startsWith(name) && form.length - name.length <= LONGEST_ENDING;

/** True for a figure's own initial, also in the script of the text ("Д. Трамп"). */
function isOwnInitial({ initials }: Vocabulary, letter: string, figure: number, given: string | undefined): boolean {
  return initialsOf(given).includes(letter) || split(initials.get(figure)).includes(letter);
}

/** "Ντ. Τραμπ": two letters that write one sound, which the figure's given name begins with in this language. */
const isOwnDigraph = ({ initials, titles }: Vocabulary, { folded, isCapitalised }: Token, figure: number): boolean =>
  isCapitalised && folded.length === 2 && !titles.get(folded) && split(initials.get(figure)).includes(folded);

/**
 * The word before an initial of several letters: "Доналд *Дж.* Тръмп", "دونالد *جيه* ترامب", "דונלד *ג'יי* טראמפ".
 * It has a full stop where there are capitals. Null where none stands.
 */
function beforeInitial({ links }: Vocabulary, { previous: word, gapBefore: gap, source, start }: Token): Token | null {
  const [marked] = /\s[א-ת]['׳’].{0,5}$/s.exec(source.text.slice(Math.max(0, start - LONGEST_MARKED), start)) ?? [];
  if (marked !== undefined && MARKED_INITIAL.test(marked)) return source.wordBefore(start - marked.length);
  if (!word || (gap !== 'stop' && (gap !== 'space' || word.isCased)) || links.has(word.folded)) return null;
  return word.folded.length <= LONGEST_INITIAL && !word.isSmall && word.gapBefore === 'space' ? word.previous : null;
}

/** The word behind an initial of several letters; null where none stands. */
function behindInitial(vocabulary: Vocabulary, { next, source, end }: Token): Token | null {
  const [marked] = MARKED_INITIAL.exec(source.text.slice(end, end + LONGEST_MARKED)) ?? [];
  if (marked !== undefined) return source.wordAt(end + marked.length);
  return next?.next && beforeInitial(vocabulary, next.next) ? next.next : null;
}

/**
 * Takes the figure's own given names, middle names and initials into a candidate that has only the surname yet.
 * Returns the leftmost word taken.
 */
export function takeOwnNames(
  vocabulary: Vocabulary,
  surname: Token,
  candidate: NameCandidate,
  { person }: GazetteerFigure,
): Token {
  const { givens, titles } = vocabulary;
  const added = inBrackets(surname);
  if (added && givens.get(added.given.folded)?.includes(candidate.figure)) {
    candidate.form = 'full';
    candidate.start = added.start;
    candidate.end = added.end;
    return added.given;
  }
  if (added && isBearersIn(vocabulary, candidate.figure, added.given.folded)) candidate.context = 'otherPerson';
  let left = surname;
  // "John Trump", "A. Rubio": a middle name without the given name before it is somebody else's.
  let isMiddleOnly = false;
  for (let taken = 0; taken < MOST_GIVEN_NAMES; taken++) {
    let { previous: word, gapBefore: gap } = left;
    const named = left === surname ? beforeInitial(vocabulary, left) : null;
    if (named && givens.get(named.folded)?.includes(candidate.figure)) [word, gap] = [named, 'space'];
    else if (named && isOtherBearer(vocabulary, candidate.figure, named.folded)) candidate.context = 'otherPerson';
    if (gap === 'other' || gap === 'apostrophe') {
      word = beforeNickname(left);
      gap = 'space';
      // "Juan “Goyo” Petro", "Juan Alcides “Goyo” Petro", "Alcides “Juan” Petro"
      const isKnown = ({ isSmall, folded }: Token) => !isSmall && isBearersIn(vocabulary, candidate.figure, folded);
      const first = word?.gapBefore === 'space' && !word.isSmall ? word.previous : null;
      const nickname = left.previous;
      if (word && !givens.has(word.folded) && [word, first, nickname].some((one) => one && isKnown(one))) {
        candidate.context = 'otherPerson';
        break;
      }
    }
    if (!word) break;
    const form = word.folded;
    const isLetter = [...form].length === 1;
    if (gap === 'stop' && isOwnDigraph(vocabulary, word, candidate.figure)) {
      candidate.initialMatches = true;
      candidate.hasInitial = person?.strength === 'strong';
      left = word;
      continue;
    }
    if ((gap === 'stop' && !isLetter) || word.isSmall) break;
    const given = withoutClitics(vocabulary, form).find((one) => givens.get(one)?.includes(candidate.figure));
    if (given !== undefined) {
      candidate.form = 'full';
      // Letters that a folded word lacks, such as vowel signs, stand in the text.
      candidate.start = word.start + (fold(word.written).offsets[form.length - given.length] ?? 0);
      isMiddleOnly = false;
    } else if (isLetter && word.isCased) {
      if (endsAbbreviation(vocabulary, word) || (gap === 'stop' && isNetwork(vocabulary, word))) break;
      const isGiven = isOwnInitial(vocabulary, form, candidate.figure, person?.given);
      if (!isGiven && left === surname && marksSpeaker(vocabulary, word, surname)) break;
      const honorific =
        isBehindTrade(vocabulary, word) || isCapitalInside(vocabulary, word) ? undefined : titles.get(form);
      if (!isGiven && !initialsOf(person?.middle).includes(form)) {
        // "E. Trump" is somebody else; a letter without a full stop is a word of its own ("A Trump victory"), and one
        // before a whole name an honorific ("D. Gustavo Petro").
        if (gap === 'stop' && !honorific && candidate.form !== 'full') candidate.context = 'otherPerson';
        break;
      }
      // "M. Rubio" may be any Monsieur, or Marco.
      candidate.initialMatches ||= isGiven && gap === 'stop' && !honorific;
      candidate.hasHonorific ||= isGiven && gap === 'stop' && honorific === 'mr';
      candidate.hasInitial ||= isGiven && gap === 'stop' && person?.strength === 'strong';
      isMiddleOnly = !isGiven && candidate.form !== 'full' && gap === 'stop';
    } else if (isOwnMiddle(vocabulary, form, person?.middle)) isMiddleOnly = candidate.form !== 'full';
    else break;
    left = word;
  }
  if (isMiddleOnly) candidate.context = 'otherPerson';
  return left;
}

/**
 * True for the last letter of an abbreviation such as "U.N.": each letter has its full stop and no space, at most a
 * hyphen ("É.-U."). Two may be somebody's initials as well ("J.D. Vance"), so that an article or "in" must stand before
 * them, or the language must know them as a name; before three a little word is enough, or an abbreviated one, or any
 * word but a trade where there are no articles.
 */
function endsAbbreviation(vocabulary: Vocabulary, last: Token): boolean {
  const { source } = last;
  let first = last;
  let letters = 1;
  for (; letters < LONGEST_ABBREVIATION; letters++) {
    const { previous } = first;
    const isPart = previous?.isCapitalised && [...previous.folded].length === 1;
    if (!isPart || !/^\.-?$/.test(source.text.slice(previous.end, first.start))) break;
    first = previous;
  }
  if (letters < 2) return false;
  const phrase = source.token(first.start, last.end).folded.replace(/\.-?/g, ' ');
  if (vocabulary.names.has(phrase) || vocabulary.bodies.has(phrase.replaceAll(' ', ''))) return true;
  const { previous: before, gapBefore } = first;
  if (!before) return false;
  if (gapBefore === 'apostrophe') return true;
  // "iflg. A.F.P." behind an abbreviated word; "…, he said. J.R.R. Trump" is somebody.
  if (gapBefore === 'stop')
    return (
      letters > 2 && before.isSmall && before.folded.length <= LONGEST_CUT_WORD && !vocabulary.saying.has(before.folded)
    );
  if (gapBefore !== 'space') return false;
  const { definite, links, places, toward, articles } = vocabulary;
  if ([definite, places].some((list) => list.has(before.folded))) return true;
  if (letters === 2 || isBehindTrade(vocabulary, first)) return false;
  return !articles || [links, toward].some((list) => list.has(before.folded));
}

/** "Nogometaš *G.* Maduro" (hr): behind a trade stands an initial, and no honorific. */
function isBehindTrade(vocabulary: Vocabulary, { previous, gapBefore }: Token): boolean {
  if (!previous || !/^(?:space|stop)$/.test(gapBefore) || isLittle(vocabulary, previous)) return false;
  const title = titleEnding(vocabulary, previous);
  // "MUDr. P. Rubio"
  if (gapBefore === 'stop') return title?.title === 'other' && isAbbreviated(title);
  return title ? title.title === 'other' : fitsOne(vocabulary.trades, previous.folded);
}

/** "…, że P. Trump śpi": where names have cases, a honorific is small inside a sentence, so that this is an initial. */
const isCapitalInside = ({ inflected }: Vocabulary, { previous, gapBefore }: Token): boolean =>
  inflected === 1 && gapBefore === 'space' && previous?.isSmall === true;

/** "He posted it on X. Trump left": what is a network's name ends the sentence, but behind a trade or a link. */
function isNetwork(vocabulary: Vocabulary, { folded, previous, gapBefore }: Token): boolean {
  if (!vocabulary.bodies.has(folded) || !previous || !isJoined(gapBefore)) return false;
  if (previous.isCapitalised && (!vocabulary.nounsCapital || vocabulary.given.has(previous.folded))) return false;
  const isTrade = titleEnding(vocabulary, previous) !== null || fitsOne(vocabulary.trades, previous.folded);
  // "di X": where the same word is "in" and "of", it is "in".
  const isLink = vocabulary.links.has(previous.folded) && !vocabulary.places.has(previous.folded);
  return !isLink && (!isTrade || isLittle(vocabulary, previous));
}

/**
 * "P. ¿Y Rubio? R. Rubio callaba": who asks and who answers, at the beginning of a block or behind a question. But "R.
 * Trump, 34, …" introduces somebody.
 */
function marksSpeaker({ interview }: Vocabulary, letter: Token, { source, end }: Token): boolean {
  const { previous } = letter;
  if (!letter.isCapitalised || letter.gapAfter !== 'stop' || !interview.has(letter.folded)) return false;
  if (/^\s?[,(]/.test(source.text.slice(end, end + 2))) return false;
  return !previous || /[?؟]\s*$/.test(source.text.slice(previous.end, letter.start));
}

/** The word before a nickname in quotation marks or brackets: "Gustavo “El Flaco” Petro"; null where none stands. */
function beforeNickname(surname: Token): Token | null {
  const { source, start } = surname;
  const before = source.text.slice(Math.max(0, start - LONGEST_NICKNAME), start);
  const [nickname] = NICKNAME.exec(before) ?? [];
  return nickname === undefined ? null : source.wordBefore(start - nickname.length);
}

/**
 * "[Nicolás] Maduro", "Marco (Rubio)": a given name beside a surname, one of them added in brackets by who quotes; and
 * what the whole name takes up, brackets included.
 */
function inBrackets(surname: Token): (Span & { given: Token }) | null {
  const { source, start, end, previous } = surname;
  const { text } = source;
  if (!previous || previous.isSmall) return null;
  if (/^\s[[(]$/.test(text.slice(previous.end, start))) {
    if (CLOSES.test(text.charAt(end))) return { given: previous, start: previous.start, end: end + 1 };
    // "Marco (Rubio – ed.)": a bracket that goes on is no part of the name.
    return NOTED.test(text.slice(end, end + LONGEST_NICKNAME)) ? { given: previous, start, end } : null;
  }
  const [added] = ADDED.exec(text.slice(Math.max(0, start - LONGEST_NICKNAME), start)) ?? [];
  const given = added === undefined ? null : source.wordAt(start - added.length + 1);
  return given?.isCapitalised === true ? { given, start: given.start - 1, end } : null;
}

/** Another bearer's given name beside brackets, and no place: "(Georgia) Trump is ahead", "Austin (Trump)". */
const isBearersIn = (vocabulary: Vocabulary, figure: number, form: string): boolean =>
  isOtherBearer(vocabulary, figure, form) || (vocabulary.given.has(form) && !vocabulary.givenPlaces.has(form));

/** "Cilia Flores de Maduro": what is in front of "de" is another person's name. */
export function isWifeOf({ givens, surnames }: Vocabulary, de: Token, figure: number): boolean {
  const name = de.previous;
  if (!name || de.gapBefore !== 'space' || !name.isCapitalised) return false;
  return [givens, surnames].some((names) => names.get(name.folded)?.includes(figure) === false);
}

/** "Donald and Melania Trump": the figure's own given name stands before the relative's. */
export function sharesSurname({ givens }: Vocabulary, relative: Token, figure: number): boolean {
  const and = relative.previous;
  if (!and?.previous || relative.gapBefore !== 'space' || and.gapBefore !== 'space') return false;
  return givens.get(and.previous.folded)?.includes(figure) === true;
}

/** A given name that means one person alone, with no surname of that person behind it; null for any other word. */
export function readGivenName(vocabulary: Vocabulary, name: Token, figure: number): NameCandidate | null {
  const { surnames, figures } = vocabulary;
  const next = behindInitial(vocabulary, name) ?? name.next;
  const isSurname = next && surnames.get(next.folded)?.includes(figure);
  const middles = split(figures.get(figure)?.person?.middle);
  if (isSurname || (next && middles.some((middle) => foldText(middle) === next.folded))) return null;
  // "Donald and Melania": nothing tells the couple from brother and sister.
  const joined = next && vocabulary.and.has(next.folded) ? next.next : null;
  if (joined && isOtherBearer(vocabulary, figure, joined.folded)) return null;
  const candidate = nameCandidate(name, figure, 'given');
  if (!standsAlone(vocabulary, name, figure)) candidate.context = 'otherPerson';
  return candidate;
}

/** No surname behind it, no other name before it, and no relative beside it ("Donald, Ivanka and Eric"). */
function standsAlone(vocabulary: Vocabulary, name: Token, figure: number): boolean {
  const { previous, next, gapBefore, gapAfter } = name;
  // "Why Delcy Won": where headlines have capitals, a verb is no surname.
  const isVerb = vocabulary.titleCase === 1 && next !== null && gapAfter === 'space' && isPredicate(vocabulary, next);
  if (next && isJoined(gapAfter) && next.isCapitalised && !isVerb) return false;
  if (!previous && !next) return false;
  if ([previous, next].some((word) => word && isOtherBearer(vocabulary, figure, word.folded))) return false;
  if (!previous || gapBefore !== 'space' || !previous.isCased || !previous.isCapitalised) return true;
  return titleEnding(vocabulary, previous) !== null || previous.opensSentence;
}
