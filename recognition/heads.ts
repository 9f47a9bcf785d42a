// Heads: words that make a name part of another thing's name, before it ("Banco de Venezuela") or behind it ("Trump
// Tower").
import { formsOf, withoutClitics } from './clitics.ts';
import { foldText, withoutInvisible } from './fold.ts';
import type { Vocabulary } from './vocabulary.ts';
import { endsWithOne, type WordSet } from './word-sets.ts';
import { type Token, wordsAround } from './words.ts';

const MOST_LINKS = 2; // little words between a head and the name
const LONGEST_LITTLE = 4; // letters of a name's own article or preposition: "Gasthaus Zum Weißen Haus", "Chez"
const NEAR_HOUSE = 40; // words on each side of a house's name
const MOST_QUOTED = 3; // words behind the name in the same quotation marks
const LETTERS_OF_STATE = 2; // pt SP
const SHORTEST_PART = 4; // letters of a noun that ends another
const LONGEST_LETTERS = 2; // of a short word: "Co", and one part of "sp. z o.o."
const LONGEST_LEGAL_FORM = 20; // UTF-16 code units
const LEGAL_FORM = /^\p{L}{1,2}(?:[./]\s?\p{L}(?!\p{L}))+/u;
const LOWER = /^\p{Ll}/u;
const QUOTATION_MARK = /[„“”"«»‘’'‚‹›]/;
const OPENS_QUOTATION = /^\s+[„“”"«»‘’'‚‹›]\s?$/;
const CLOSES_QUOTATION = /^\s?[„“”"«»‘’'‹›]\s+$/;

/**
 * True where a head stands before the name, perhaps with little words between.
 * @param reaches heads in small letters count over little words too, as of a house: "rue de la Maison-Blanche". Of
 * others they do only right beside: "torre Trump".
 */
export function hasHeadBefore(vocabulary: Vocabulary, name: Token, reaches = false): boolean {
  let { previous: word, gapBefore: gap } = name;
  if (word && isAbbreviatedHead(vocabulary, word, name)) return true;
  for (let links = 0; word && links <= MOST_LINKS && gap !== 'other' && gap !== 'stop'; links++) {
    // "thành phố Caracas": a city, where "phố" alone is a street.
    if (word.previous && vocabulary.words.has(`${word.previous.folded} ${word.folded}`)) return false;
    if (isHead(vocabulary, vocabulary.headsBefore, word, reaches || links === 0))
      return !isWhere(vocabulary, word, name);
    // "la Vuelta a Colombia", "투르 드 콜롬비아": a race
    if (links === 0 && isHeadOfTwoWords(vocabulary.headsBefore, word)) return true;
    // "la brasserie Le Trump"; "de la plaza a la Casa Blanca" is a way to it.
    const isArticle =
      word.isCapitalised && word.gapBefore === 'space' && links === 0 && word.folded.length <= LONGEST_LITTLE;
    if (isArticle && word.previous && isHead(vocabulary, vocabulary.headsBefore, word.previous, true)) return true;
    if (!vocabulary.links.has(word.folded) || (reaches && vocabulary.linksTo.has(word.folded))) return false;
    // "Kavárny v Caracasu", "Kafe di Caracas": where it stands.
    if (vocabulary.places.has(word.folded)) return false;
    gap = word.gapBefore;
    word = word.previous;
  }
  return false;
}

/** An entry of two words: "Restorani u" is no form of "restoran". */
const isHeadOfTwoWords = ({ all }: WordSet, { previous: first, gapBefore, folded }: Token): boolean =>
  gapBefore === 'space' &&
  first?.isSmall === false &&
  [first.folded, capitalised(first.folded)].some((one) => all.includes(`${one} ${folded}`));

/** "ул. Венесуэлы", "бул. „Колумбия“"; "в 2025 р. Колумбія" has a year. */
function isAbbreviatedHead(
  { headsShort }: Vocabulary,
  { folded, isSmall, start, end, source }: Token,
  name: Token,
): boolean {
  const { text } = source;
  if (
    (folded.length === 1 && !isSmall) ||
    !headsShort.has(folded) ||
    !/^\.\s?[„“”"«]?$/.test(text.slice(end, name.start))
  )
    return false;
  return !/\d\s*$/.test(text.slice(Math.max(0, start - 3), start));
}

/**
 * "Universidad Nacional de Colombia", "Bank Centralny Wenezueli": between a head with a capital and the name of a place
 * stand an adjective and a little word, or where names have cases only the adjective.
 */
export function isInInstitution(vocabulary: Vocabulary, place: Token): boolean {
  const { headsBefore, links, articles, inflected, places, toward } = vocabulary;
  let { previous: word, gapBefore: gap } = place;
  let passed = 0;
  for (; word && gap === 'space' && passed < MOST_LINKS && links.has(word.folded); passed++) {
    gap = word.gapBefore;
    word = word.previous;
  }
  if (!word || gap !== 'space' || word.gapBefore !== 'space' || (passed === 0 && (articles || !inflected)))
    return false;
  const { previous: head } = word;
  // "Restorani u Caracasu"
  if ([places, toward, vocabulary.with].some((list) => list.has(word.folded))) return false;
  // "Banco privado de Colombia" at a sentence's beginning is any bank.
  if (!head?.isCapitalised || (head.opensSentence && word.isSmall)) return false;
  return isHead(vocabulary, headsBefore, head, true);
}

/** True where a street, a quarter or a town stands before a house's name: "rue de la Maison-Blanche". */
export const isBehindStreet = (vocabulary: Vocabulary, name: Token): boolean =>
  isBehindOneOf(vocabulary.headsStreet, vocabulary, name);

/**
 * "Деревня Трамп": right behind a street's or a village's noun a surname is its name, but not in "В деревне Трамп
 * выступил", "Hotellissa Trump tapasi", nor where "that" is dropped ("the village Trump visited").
 */
export function isBehindVillage(vocabulary: Vocabulary, name: Token): boolean {
  const { headsStreet, dropsThat, places } = vocabulary;
  const { previous: noun, gapBefore } = name;
  if (dropsThat || !noun || gapBefore !== 'space' || !headsStreet.has(noun.folded)) return false;
  return !isWhere(vocabulary, noun, name) && !places.has(noun.previous?.folded ?? '');
}

/** "Hotellissa Trump tapasi": with an ending that the name has not, a noun is where something happens. */
const isWhere = ({ locative }: Vocabulary, noun: Token, name: Token): boolean =>
  endsWithOne(locative, noun.seen.toLowerCase()) && !endsWithOne(locative, name.seen.toLowerCase());

/** "Bar Trump", "Hospoda U Trumpa": the noun of what has a name before it, with its own little word or without. */
export function isBesideThing(vocabulary: Vocabulary, { previous: noun, gapBefore }: Token): boolean {
  if (!noun || gapBefore !== 'space') return false;
  if (vocabulary.headsStreet.has(noun.folded) || isNounOf(vocabulary, vocabulary.headsQuoted, noun)) return true;
  return noun.isCapitalised && noun.folded.length <= LONGEST_LITTLE && isBesideThing(vocabulary, noun);
}

/** One of these heads, where nouns are joined also as the end of another ("Vrachtschip", "rahtilaiva"). */
export const isNounOf = ({ verbSecond, locative }: Vocabulary, heads: WordSet, { folded }: Token): boolean =>
  heads.has(folded) ||
  ((verbSecond === 1 || locative.all.length > 0) &&
    heads.all.some((head) => head.length >= SHORTEST_PART && folded.endsWith(head)));

/** "новый Белый дом в Бишкеке", "Ельцин … Белый дом": another house of that name, if the page is about no other. */
export function isNearOtherHouse({ headsElsewhere }: Vocabulary, name: Token): boolean {
  if (headsElsewhere.all.length === 0) return false;
  for (const word of wordsAround(name, NEAR_HOUSE)) if (headsElsewhere.has(word.folded)) return true;
  return false;
}

/** "The White House *in Bishkek*", "Casa Albă *din Băneasa*": the place of another house stands right behind it. */
export function isInOthersPlace({ headsElsewhere, places, links }: Vocabulary, { next: little, gapAfter }: Token) {
  if (gapAfter !== 'space' || little?.gapAfter !== 'space' || !little.next) return false;
  return (places.has(little.folded) || links.has(little.folded)) && headsElsewhere.has(little.next.folded);
}

/** "la isla de Flores", "на острове Флорес" */
export const isBehindIsland = (vocabulary: Vocabulary, name: Token): boolean =>
  isBehindOneOf(vocabulary.headsIsland, vocabulary, name);

/** "la estación de Colombia", "rue de la Colombie": a road or a stop is called so, but not "une rue de Colombie". */
export function isBehindRoad(vocabulary: Vocabulary, name: Token): boolean {
  const road = headBefore(vocabulary.headsRoad, vocabulary, name);
  return road !== null && !vocabulary.indefinite.has(road.previous?.folded ?? '');
}

const isBehindOneOf = (heads: WordSet, vocabulary: Vocabulary, name: Token): boolean =>
  headBefore(heads, vocabulary, name) !== null;

/** One of these heads before a name, perhaps with little words between. */
function headBefore(heads: WordSet, { links, linksTo }: Vocabulary, name: Token): Token | null {
  let { previous: word, gapBefore: gap } = name;
  for (let between = 0; word && between <= MOST_LINKS && gap !== 'other' && gap !== 'stop'; between++) {
    if (heads.has(word.folded)) return word;
    // "de la plaza a la Casa Blanca" is a way to it.
    if (!links.has(word.folded) || linksTo.has(word.folded)) return null;
    gap = word.gapBefore;
    word = word.previous;
  }
  return null;
}

/**
 * "Фонд «Трамп»", "“Trump Aurora” kumarhanesi": a head stands beside quotation marks that begin with the name. There no
 * clause can begin with it, and so it needs no capital. Its own little word may come first ("le bar « Chez Trump »").
 */
export function isQuotedThing(vocabulary: Vocabulary, name: Token): boolean {
  const first = name.previous;
  const isBehindLittle = first?.isCapitalised && name.gapBefore === 'space' && first.folded.length <= LONGEST_LITTLE;
  return (
    opensQuotedThing(vocabulary, name, name) || (isBehindLittle === true && opensQuotedThing(vocabulary, first, name))
  );
}

/** True where quotation marks begin with this word of the thing's name, or with the figure's. */
function opensQuotedThing(vocabulary: Vocabulary, { source, start, previous }: Token, name: Token): boolean {
  if (!QUOTATION_MARK.test(source.text.slice(Math.max(0, start - 2), start).trim())) return false;
  const { headsBefore, headsAfter, headsQuoted } = vocabulary;
  const isAnyHead = (word: Token) =>
    formsOf(vocabulary, word).some(({ form }) =>
      [form, capitalised(form)].some((one) => headsBefore.has(one) || headsAfter.has(one)),
    );
  if (previous && OPENS_QUOTATION.test(source.text.slice(previous.end, start))) {
    // Streets' heads have the lodgings as well ("l'auberge « Au Trump »").
    const forms = [previous.folded, withApostrophe(previous)].flatMap((one) => withoutClitics(vocabulary, one));
    const isQuotedHead = forms.some((one) => [headsQuoted, vocabulary.headsStreet].some((heads) => heads.has(one)));
    if (isQuotedHead || isAnyHead(previous)) return true;
  }
  let last = name;
  for (let words = 0; words < MOST_QUOTED && last.next && last.gapAfter === 'space' && !last.next.isSmall; words++)
    last = last.next;
  const { next, end } = last;
  // “Venezuela” teknesi
  const isHead = (word: Token) =>
    isAnyHead(word) || formsOf(vocabulary, word).some(({ form }) => headsQuoted.has(form));
  return next !== null && CLOSES_QUOTATION.test(source.text.slice(end, next.start)) && isHead(next);
}

/** "Кав’ярня": an apostrophe inside a word parts it. */
export function withApostrophe(word: Token): string {
  const { previous, gapBefore, folded } = word;
  return previous && gapBefore === 'apostrophe' ? `${previous.folded} ${folded}` : folded;
}

/** True where the word behind a name is one of these heads; a particle may be written onto it ("트럼프 타워에서"). */
export function isHeadBehind(vocabulary: Vocabulary, heads: WordSet, word: Token): boolean {
  // "Trump Co-Defendant"; "Trump National Security Adviser": the word belongs to the next.
  if (word.gapAfter === 'hyphen' && word.folded.length <= LONGEST_LETTERS) return false;
  if (word.next && vocabulary.words.has(`${word.folded} ${word.next.folded}`)) return false;
  if (isHead(vocabulary, heads, word, true)) return true;
  return formsOf(vocabulary, word).some(({ form }) => heads.has(form)) || isLegalForm(heads, word);
}

/** "S.A.", "s.r.o.", "A/S": a company's legal form, in single letters. Another letter may follow ("s.r.o. a …"). */
function isLegalForm(heads: WordSet, { source, start, end, seen }: Token): boolean {
  if (seen.length > LONGEST_LETTERS || !/[./]/.test(source.text.charAt(end))) return false;
  const behind = withoutInvisible(source.text.slice(start, start + LONGEST_LEGAL_FORM)).normalize('NFC');
  const parts = (LEGAL_FORM.exec(behind)?.[0].match(/\p{L}+/gu) ?? []).map(spelled);
  return parts.some((_, last) => last > 0 && heads.has(parts.slice(0, last + 1).join(' ')));
}

/** Heads that the list has with a capital need it in the text; those in small letters need to stand beside the name. */
function isHead(vocabulary: Vocabulary, heads: WordSet, word: Token, beside: boolean): boolean {
  const form = word.folded;
  if (beside && withoutClitics(vocabulary, form).some((one) => heads.has(one))) return true;
  return word.isCapitalised && heads.has(capitalised(form));
}

const capitalised = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1);

/** Letters as lists have them: folded, capitals kept. */
const spelled = (letters: string): string =>
  LOWER.test(letters) ? foldText(letters) : foldText(letters).toUpperCase();

/**
 * The last word of a region that begins here, of one word or two ("Kentucky", "Nuevo León"); null where none does. The
 * letters of one are capitals and stand apart (pt "SE"; "SE QUISER" is no state).
 */
export function regionAt({ regions }: Vocabulary, first: Token): Token | null {
  const { next, gapAfter } = first;
  if (first.folded.length === LETTERS_OF_STATE && (first.isSmall || gapAfter === 'space')) return null;
  if (next && gapAfter === 'space' && regions.has(`${first.folded} ${next.folded}`)) return next;
  return regions.has(first.folded) ? first : null;
}

/** "Colombia, *Kentucky*": a region behind a comma makes another place of it. */
export const isBeforeRegion = (vocabulary: Vocabulary, { next, source, end }: Token): boolean =>
  next !== null && regionAt(vocabulary, next) !== null && /^,\s+$/.test(source.text.slice(end, next.start));
