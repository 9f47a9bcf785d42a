// What stands around an office decides whether it is anybody's here: "vice president of Colombia", "a US president",
// "former", "elect", a name right beside it.
import { isOfTerm } from './appositions.ts';
import { type OfficeCandidate, officeCandidate } from './candidate.ts';
import { isOtherWord } from './capitals.ts';
import { formsOf } from './clitics.ts';
import { withoutInvisible } from './fold.ts';
import { split } from './lists.ts';
import { hasNoArticle, hasPostsNounBehind, isPost } from './posts.ts';
import { isPredicate } from './predicates.ts';
import { isInWord } from './scripts.ts';
import { titleEnding } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { endsWithOne, type WordSet } from './word-sets.ts';
import { isJoined, type Token } from './words.ts';

const LONGEST_OPENING = 12; // words of a sentence before the office
const LONGEST_NAME = 5; // words
const YEAR_NEAR = 40; // UTF-16 code units: "In 1998 the Colombian president …"
const QUALIFIER_WORDS = 3; // looked at before an office for "former", "elect", "a"
const ORDINAL_NEAR = 48; // UTF-16 code units
const SHORT = 2; // letters
const LONGEST_LITTLE = 3; // letters of a word in a name: "von"
const LONG_STEM = 5; // letters
// "39th", "39.", "39.º", "39-й"; a word may stand behind, but not behind a full stop alone ("20. ledna"). "39-uoju",
// "39:e"; no word behind, or it is an age ("79-erių metų").
const ORDINAL = /(?<![\d.,:])\d{1,2}(?:\.|\.?[ºª°]|(?:-?\p{L}{1,3})(?:\s+\p{Ll}+)?|-\p{L}{4}|:\p{L}{1,5})\s+$/u;

/**
 * Reads the surroundings of an office. Null where it is nobody's ("a US president"), part of another title ("vice
 * president of Colombia"), or where a name beside it says who it is.
 */
export function judgeOffice(vocabulary: Vocabulary, phrase: Token, id: string): OfficeCandidate | null {
  const { source, start } = phrase;
  // "the 39th US president"
  if (ORDINAL.test(asSeen(source.text.slice(Math.max(0, start - ORDINAL_NEAR), start)))) return null;
  if (isInLongerTitle(vocabulary, phrase) || belongsToOther(vocabulary, phrase)) return null;
  const office = officeCandidate(phrase, id);
  const next = readQualifierBehind(vocabulary, phrase, office);
  const edge = withLittleWords(vocabulary, phrase);
  const named = nameBefore(vocabulary, phrase, edge, id);
  if (!named && isPost(vocabulary, phrase, edge)) return null;
  if (!readQualifierBefore(vocabulary, phrase, office)) return null;
  if (named) {
    office.context = 'partOfName';
    if (isClosed(source, phrase.end)) office.holderAt = named.end;
    return office;
  }
  const gap = next ? source.text.slice(office.end, next.start) : '';
  // "נשיא ארה״ב, מדורו …", "Colombian president: Trump is lying": a figure of another office is somebody else.
  const isOthers = next !== null && /^(?:[,،]|\s?:)\s/.test(gap) && isOfOther(vocabulary, next, id);
  if (next && !isOthers && isNameBehind(vocabulary, phrase, gap, next)) {
    // "US President Joe Biden": on this page the office is somebody else's.
    const { given: commonGivenNames, givens: figureGivenNames } = vocabulary;
    const isOther = commonGivenNames.has(next.folded) && !figureGivenNames.has(next.folded);
    office.context = isOther ? 'otherPerson' : 'partOfName';
    const isBeside = source.text.slice(office.end, next.start).trim() === '';
    if (isBeside || isClosed(source, next.end)) office.holderAt = next.start;
    return office;
  }
  if (hasNoArticle(vocabulary, phrase)) return null;
  const before = lastSentence(source.text.slice(Math.max(0, start - YEAR_NEAR), start));
  const behind = firstSentence(source.text.slice(phrase.end, phrase.end + YEAR_NEAR));
  office.year = (before + behind).match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g)?.sort()[0] ?? '';
  return office;
}

/** Composed, without invisible characters. */
const asSeen = (text: string): string => withoutInvisible(text).normalize('NFC');

const lastSentence = (text: string): string => text.split(/[.!?。]\s/).at(-1) ?? '';
const firstSentence = (text: string): string => text.split(/[.!?。]\s/)[0] ?? '';

/** "vice president of Colombia": the title is longer than the post. */
function isInLongerTitle(vocabulary: Vocabulary, phrase: Token): boolean {
  let word = phrase.source.wordAt(phrase.start);
  for (; word && word.end <= phrase.end; word = word.next) {
    const title = titleEnding(vocabulary, word);
    if (title && title.first.end <= phrase.start) return true;
  }
  return false;
}

/** True where the word behind an office makes it another thing, or the office of another body. */
function belongsToOther(vocabulary: Vocabulary, phrase: Token): boolean {
  const { source, start, end } = phrase;
  const { next, gapAfter: gap } = source.token(start, endOfWord(phrase));
  if (!next) return false;
  const last = source.wordAt(end - 1);
  // "राष्ट्रपति चुनाव", "대통령 선거": with the next word it is an election, a palace, a candidacy.
  const isMore = ({ form }: { form: string }) => vocabulary.words.has(`${last?.folded} ${form}`);
  if (last && gap === 'space' && (formsOf(vocabulary, next).some(isMore) || hasPostsNounBehind(vocabulary, last, next)))
    return true;
  // "the president of Colombia's Congress"; "of the U.S.'s ports", where no word ends; "the American president of the
  // club"
  if (gap === 'apostrophe') return !last || vocabulary.names.has(last.folded);
  return isOfBody(vocabulary, next);
}

/**
 * "of the club", "of Interpol", "del club": a body has an article or a capital; "de turno" is of the list. What
 * somebody is accused of or called has neither ("accused the president *of lying*", "de payaso").
 */
function isOfBody({ officeOf, definite, indefinite, plural, links, places }: Vocabulary, of: Token): boolean {
  const { next, gapAfter } = of;
  if (next && officeOf.has(`${of.folded} ${next.folded}`)) return true;
  if (!officeOf.has(of.folded)) return false;
  if (!next || gapAfter !== 'space' || !next.isSmall || definite.has(of.folded)) return true;
  // "of manufacturing at the plant"
  if (next.next && next.gapAfter === 'space' && places.has(next.next.folded)) return true;
  return [definite, indefinite, plural, links].some((list) => list.has(next.folded));
}

/** Reads "former", "next" and "elect" behind an office; returns the word behind them. */
function readQualifierBehind(
  { former, elect, indefiniteBehind }: Vocabulary,
  phrase: Token,
  office: OfficeCandidate,
): Token | null {
  const { next, gapAfter: gap } = phrase.source.token(phrase.start, endOfWord(phrase));
  if (!next) return null;
  // "נשיא ארצות הברית הבא", "tổng thống Mỹ tiếp theo": whoever will be it.
  const two = next.next && next.gapAfter === 'space' ? `${next.folded} ${next.next.folded}` : '';
  if (gap === 'space' && (indefiniteBehind.has(next.folded) || indefiniteBehind.has(two)))
    office.context = 'partOfName';
  // Arabic, Hebrew and Persian put "former" behind.
  if (gap === 'space' && !next.isCased && former.has(next.folded)) office.qualifier = 'former';
  if (gap === 'other' || !elect.has(next.folded)) return next;
  office.qualifier = 'elect';
  office.end = next.end;
  return next.next;
}

/** True where the word behind an office is a name. A capital says so, but not behind a colon. */
function isNameBehind(vocabulary: Vocabulary, office: Token, between: string, word: Token): boolean {
  if (/^\s*:\s*$/.test(between)) return isKnownName(vocabulary, word.folded);
  if (/^\s+$/.test(between) && isElsewhere(vocabulary, office, word)) return false;
  // "ABD Başkanı, Davos'ta konuştu": behind a comma a name that nobody knows must end with a mark.
  if (/^[,،]\s+$/.test(between) && word.isCased && !isKnownName(vocabulary, word.folded) && !endsWithMark(word))
    return false;
  return /^(?:\s+|[,،]\s+|\s*[-–(“"«]\s*)$/.test(between) && looksLikeName(vocabulary, word);
}

/** "Mette Frederiksen," "José Jerí." */
function endsWithMark(first: Token): boolean {
  let last = first;
  for (let words = 1; words < LONGEST_NAME && last.next && isJoined(last.gapAfter); words++) {
    if (!last.next.isCapitalised && last.next.end - last.next.start > LONGEST_LITTLE) break;
    last = last.next;
  }
  return isClosed(last.source, last.end);
}

/** What closes an apposition: "According to Petro, the president of Colombia is well" has none. */
const isClosed = ({ text }: Token['source'], end: number): boolean =>
  /^\s*(?:$|[,،、.;:!?)»”"“–—…])/.test(text.slice(end, end + 4));

/**
 * "Az amerikai külügyminiszter Bogotába utazik": a capital with the ending of a place is no holder's name, unless the
 * office has one too ("presidendile Bidenile").
 */
function isElsewhere(vocabulary: Vocabulary, office: Token, { folded, seen, next, gapAfter }: Token): boolean {
  // "Kolombiya Cumhurbaşkanı Ankara'da"
  if (gapAfter === 'apostrophe' && next?.isSmall && !isKnownName(vocabulary, folded))
    return vocabulary.locative.has(`'${next.folded}`);
  const hasEnding = (word: string) => endsWithOne(vocabulary.locative, word.toLowerCase());
  return !isKnownName(vocabulary, folded) && seen.length > LONG_STEM && hasEnding(seen) && !hasEnding(office.seen);
}

/** An office with its articles and the little words before it. */
function withLittleWords({ links, definite }: Vocabulary, phrase: Token): Token {
  let edge = phrase;
  const isLittle = (words: WordSet) =>
    edge.previous !== null && edge.gapBefore === 'space' && words.has(edge.previous.folded);
  while (isLittle(links) || isLittle(definite)) edge = edge.previous as Token;
  return edge;
}

/** The last word of the name before an office that says who holds it; null where none does. */
function nameBefore(vocabulary: Vocabulary, phrase: Token, edge: Token, id: string): Token | null {
  const { surnames, given, isCountry } = vocabulary;
  const { previous: word, gapBefore: gap, source } = edge;
  if (!word) return null;
  const isRightBefore = edge === phrase;
  // "Barack Obama, the US president": the name before the comma or bracket says who. "Gustavo Petro kolumbiai elnök"
  // has neither.
  const isJoinedName = isRightBefore && gap === 'space' && surnames.has(word.folded);
  const isApart = /^(?:[,،]\s*|\s\()$/.test(source.text.slice(word.end, edge.start)) && !isOpener(vocabulary, word);
  if (!(isJoinedName || isApart) || !looksLikeName(vocabulary, word)) return null;
  // "Was Venezuela betrifft, …", "Σχετικά με τη Γροιλανδία, …": no country holds an office.
  if (isApart && isCountry(word.folded) && !given.has(word.folded)) return null;
  // "هدد ترامب الرئيس الكولومبي": nor does a figure's of another office, with or without a comma.
  return isOfOther(vocabulary, word, id) || (isApart && isInOpening(vocabulary, word, phrase)) ? null : word;
}

/** "For Rubio, the Colombian president is …": a figure's surname whose office it is not. */
const isOfOther = (vocabulary: Vocabulary, name: Token, id: string): boolean => {
  const { surnames, figures } = vocabulary;
  const form = formsOf(vocabulary, name).find((one) => surnames.has(one.form))?.form ?? name.folded;
  const bearers = (surnames.get(form) ?? []).flatMap((at) => figures.get(at) ?? []);
  return bearers.length > 0 && !bearers.some((one) => one.offices.some((term) => isOfTerm(one, term, split(id))));
};

/**
 * "According to Reuters, the US president will …": a little word opens the sentence, or what stands behind a comma, and
 * the sentence goes on behind the office.
 */
function isInOpening(vocabulary: Vocabulary, name: Token, phrase: Token): boolean {
  const { openers, places, toward, with: beside, links } = vocabulary;
  const { next, gapAfter } = phrase.source.token(phrase.start, endOfWord(phrase));
  if (gapAfter !== 'space' || !next?.isSmall) return false;
  // "le président américain a dit", not "… à l'époque"
  const isVerb = isPredicate(vocabulary, next) && next.seen === next.folded;
  if (!isVerb && [places, toward, beside, links].some((list) => list.has(next.folded))) return false;
  let first = name;
  for (let words = 0; words < LONGEST_OPENING && first.previous; words++) {
    // "d’un dîner" is no quotation.
    const isElided = first.gapBefore === 'apostrophe';
    if (first.gapBefore === 'other' || (first.opensSentence && !isElided)) break;
    first = first.previous;
  }
  return (
    first !== name &&
    ([openers, places, toward, beside].some((list) => list.has(first.folded)) || isOtherWord(vocabulary, first))
  );
}

/** Reads "former", "new" and "elect" before an office; false where it is nobody's in particular ("a US president"). */
function readQualifierBefore(vocabulary: Vocabulary, phrase: Token, office: OfficeCandidate): boolean {
  const { former, recent, elect, indefinite, asking, definite, links, articles } = vocabulary;
  let { previous: word, gapBefore: gap } = phrase;
  for (let words = 0; words < QUALIFIER_WORDS && word && gap !== 'other'; words++) {
    // "Un día el presidente …": what stands before the office's own article is of another noun.
    if (gap === 'space' && (links.has(word.folded) || definite.has(word.folded))) break;
    if (gap === 'stop' && !isShort(word)) break;
    if (former.has(word.folded)) office.qualifier = 'former';
    else if (elect.has(word.folded)) office.qualifier = 'elect';
    else if (recent.has(word.folded) && goesWith(word, phrase)) office.qualifier = 'recent';
    // "Which US president …?"; inside a sentence such a word may be a pronoun (pl który).
    const isNobodys = indefinite.has(word.folded) || (word.opensSentence && asking.has(word.folded));
    if (isNobodys && (articles || goesWith(word, phrase))) return false;
    gap = word.gapBefore;
    word = word.previous;
  }
  return true;
}

/**
 * "первый чернокожий президент США": the adjectives between end as the first one does, and not as women's. "Příští
 * *týden* americký prezident …", "Следната *недела* …": another noun's.
 */
function goesWith(adjective: Token, { start }: Token): boolean {
  const ending = ({ folded }: Token) => folded.slice(-1).replace('y', 'i');
  for (let word = adjective.next; word && word.end <= start; word = word.next)
    if (!word.isCased || ending(word) !== ending(adjective) || /[aа]$/.test(word.folded)) return false;
  return true;
}

const isKnownName = ({ given, surnames, givens }: Vocabulary, form: string): boolean =>
  given.has(form) || surnames.has(form) || givens.has(form);

/** "On Tuesday, the US president", "Still, the US president": a word before a comma that is nobody. */
const isOpener = (vocabulary: Vocabulary, word: Token): boolean =>
  vocabulary.openers.has(word.folded) || (word.opensSentence && !isKnownName(vocabulary, word.folded));

/** "임시 대통령 로드리게스가": a particle may be written onto it. */
function looksLikeName(vocabulary: Vocabulary, word: Token): boolean {
  if (word.isCased) return word.isCapitalised;
  return formsOf(vocabulary, word).some(({ form }) => vocabulary.surnames.has(form) || vocabulary.givens.has(form));
}

/** "и.о. президента": a full stop behind a letter or two ends no sentence. */
export const isShort = (word: Token): boolean => word.end - word.start <= SHORT;

/** The end of the word that a name is only the beginning of ("কলম্বিয়ার", "콜롬비아의"). */
export function endOfWord({ source, end }: Token): number {
  return end > 0 && isInWord(source.text, end - 1) ? (source.wordAt(end)?.end ?? end) : end;
}
