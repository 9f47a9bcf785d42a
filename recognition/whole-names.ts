// Names that are found as they stand: of places, of institutions, and of people where a language has them whole.
import { endsOtherName, mayEndOtherName, setsNounsSideBySide } from './body-names.ts';
import { type NameCandidate, nameCandidate } from './candidate.ts';
import { formsOf } from './clitics.ts';
import { firstStory, type GazetteerFigure, isWeak, needsOther } from './figures.ts';
import { withoutInvisible } from './fold.ts';
import { beginsName } from './gazetteer.ts';
import {
  hasHeadBefore,
  isBeforeRegion,
  isBehindRoad,
  isBehindStreet,
  isHeadBehind,
  isInInstitution,
  isInOthersPlace,
  isNearOtherHouse,
  isQuotedThing,
} from './heads.ts';
import { isCalledSo, isInQuotationMarks, isQuotedBehindNoun } from './namesakes.ts';
import { figureOf, hasCapital, isFull } from './packed-name.ts';
import { isBehindUnknownCapital, isPlaceSurname } from './place-surnames.ts';
import {
  isArticle,
  isBeforeState,
  isInOthersName,
  isInState,
  isPlacesOwn,
  isThingCalledSo,
} from './things-of-places.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fitsOne } from './word-sets.ts';
import { isBeforeComma, isJoined, type Token } from './words.ts';

const GERESH = /^[א-ת]['׳’]\s$/;
const LONGEST_ABBREVIATION = 3; // letters: "EE. UU."
const LONGEST_ROAD = 8; // UTF-16 code units: " 101"
const MOST_LITTLE = 2; // words between a name and its place, or with the noun behind an article

/**
 * The longest name that begins with this word, once for each figure that bears it. Where only later stories have that
 * one, a shorter one of an earlier story comes as well: it holds if the longer one is nobody's here.
 * @param isLabel the text has no capital at all, so that small letters say nothing
 */
export function wholeNamesAt(vocabulary: Vocabulary, first: Token, isLabel: boolean): NameCandidate[] {
  if (!beginsName(vocabulary, first.folded) || isPartOfCode(vocabulary, first)) return [];
  const { source } = first;
  const most = vocabulary.firstWords.get(first.folded) ?? 1;
  const words = [first];
  let phrase = first.folded;
  let found: NameCandidate[] = [];
  for (let last = first; ; ) {
    const bare = vocabulary.names.has(phrase) ? null : withoutParticle(vocabulary, phrase, last, first);
    const name = vocabulary.names.get(bare?.phrase ?? phrase);
    const bearers = name === undefined ? [] : [name, ...(vocabulary.shared.get(bare?.phrase ?? phrase) ?? [])];
    const isCurrency = source.text[last.end] === '$'; // "US$ 5"
    // Every word that the spelling writes with a capital has one in the text; behind a small one no
    // other has: "châu Mỹ", not "casa Bianca".
    const isWritten = (packed: number) =>
      isLabel ||
      words.every((word, at) => (hasCapital(packed, at) ? !word.isSmall : !(first.isSmall && word.isCapitalised)));
    // "Cô My" is no "Mỹ".
    const accented = words.length === 1 ? vocabulary.accented.get(phrase) : undefined;
    const isOther = accented !== undefined && accented !== first.seen.toLowerCase();
    const written = isCurrency || isOther ? [] : bearers.filter(isWritten);
    if (written.length > 0) {
      const span = { start: first.start, end: bare?.end ?? endOf(words) };
      const names = written.map((name) => nameCandidate(span, figureOf(name), isFull(name) ? 'full' : 'name'));
      const story = earliestOf(vocabulary, names);
      found = [...names, ...found.filter(({ figure }) => firstStory(vocabulary.figures.get(figure)) < story)];
    }
    const { next, gapAfter: gap } = last;
    // "טרות' סושיאל": the mark belongs to the letter before it.
    const isParted = gap === 'other' && !(next && GERESH.test(source.text.slice(last.end - 1, next.start)));
    if (words.length >= most || !next || isParted) return found;
    if (gap === 'stop' && last.end - last.start > LONGEST_ABBREVIATION) return found;
    phrase += ` ${next.folded}`;
    words.push(next);
    last = next;
  }
}

/** "트루스 소셜에", "라틴 아메리카의": a name of several words whose last one has a particle; null where there is none. */
function withoutParticle(
  vocabulary: Vocabulary,
  phrase: string,
  last: Token,
  first: Token,
): { phrase: string; end: number } | null {
  if (last === first) return null;
  const head = phrase.slice(0, phrase.length - last.folded.length);
  for (const { form, end } of formsOf(vocabulary, last).slice(1))
    if (vocabulary.names.has(head + form)) return { phrase: head + form, end };
  return null;
}

/** "DZ300EU", "B52US": two letters behind a digit say where a thing is sold or kept; "US-66", "on US 101" are roads. */
function isPartOfCode({ places }: Vocabulary, { start, end, folded, source, isAllCapitals, previous }: Token): boolean {
  if (!isAllCapitals || folded.length !== 2) return false;
  if (/\d$/.test(withoutInvisible(source.text.slice(Math.max(0, start - 3), start)))) return true;
  const behind = withoutInvisible(source.text.slice(end, end + LONGEST_ROAD));
  return (
    /^-\d/.test(behind) || (previous !== null && places.has(previous.folded) && /^\s\d{2,3}(?!\d|[.,]\d)/.test(behind))
  );
}

/** The number of the earliest story that has one of these; Infinity where there are none. */
export const earliestOf = ({ figures }: Vocabulary, names: readonly NameCandidate[]): number =>
  Math.min(...names.map(({ figure }) => firstStory(figures.get(figure))));

/** The end of a phrase; an abbreviation keeps its last full stop where its parts have one ("EE. UU.", not "Hoa Kỳ"). */
function endOf(words: readonly Token[]): number {
  const { end, source, gapBefore } = words.at(-1) as Token;
  const isShort = words.every((word) => word.end - word.start <= LONGEST_ABBREVIATION);
  const isAbbreviated = words.length > 1 && gapBefore === 'stop' && isShort;
  return isAbbreviated && source.text[end] === '.' ? end + 1 : end;
}

/** Says of a name that was found whole whether it is part of another name, or a word of a heading in capitals. */
export function judgeWholeName(vocabulary: Vocabulary, candidate: NameCandidate, first: Token): void {
  const name = first.source.token(candidate.start, candidate.end);
  if (candidate.form === 'name' && isPlaceSurname(vocabulary, name, candidate.figure)) {
    candidate.context = 'otherPerson';
    return;
  }
  const kind = vocabulary.figures.get(candidate.figure)?.kind;
  // "Colombia learned to cook from her grandmother."
  const isPlace = kind === 'place' && candidate.form === 'name';
  if (isPlace && isBehindUnknownCapital(vocabulary, name)) candidate.unknownCapital = name.previous?.folded ?? '';
  candidate.maybeOtherPerson = isPlace && (name.opensSentence || candidate.unknownCapital !== '');
  candidate.maybeInOtherName = isPlace && mayEndOtherName(vocabulary, name, candidate.figure);
  // "Biały dom za młynem płonie": of a house that may be written small, only the sentence may give it the capital, and
  // where nouns have no articles any house may open it; Swedish has its article behind ("Vita huset").
  const opens = kind === 'organization' && name.opensSentence && !vocabulary.articles && !vocabulary.genitive;
  const written = opens ? vocabulary.names.get(name.folded.replace(/\s+/g, ' ')) : undefined;
  if (written !== undefined && !hasCapital(written, 0)) candidate.maybeOtherPerson = /\s\p{Ll}/u.test(name.written);
  candidate.isQuoted = isInQuotationMarks(name);
  const isTown = isPlace && vocabulary.articles === 1 && !vocabulary.isCountry(name.folded);
  candidate.isThing = isTown && hasOwnArticle(vocabulary, name);
  candidate.isInPlace = name.previous !== null && vocabulary.places.has(name.previous.folded);
  if (kind === 'organization' && vocabulary.articles === 1) candidate.article = articleOf(vocabulary, name);
  candidate.isNearOther = kind === 'organization' && isNearOtherHouse(vocabulary, name);
  candidate.isAmbiguous = isPlace && vocabulary.ambiguous.has(name.folded);
  const isCountry = isPlace && vocabulary.isCountry(name.folded);
  candidate.isInState =
    (kind === 'organization' && isBeforeState(vocabulary, name)) || (isCountry && isInState(vocabulary, name));
  if (candidate.isInState || (kind === 'organization' && isStreet(vocabulary, name))) candidate.context = 'namesake';
  else if (isCountry && (isBehindRoad(vocabulary, name) || isVillage(vocabulary, name))) candidate.context = 'namesake';
  else if (isPlace && isThingCalledSo(vocabulary, name, candidate.figure)) candidate.context = 'namesake';
  else if (candidate.isAmbiguous && (isInOthersName(vocabulary, name) || isBehindRoad(vocabulary, name)))
    candidate.context = 'partOfName';
  else if (isPlace && endsOtherName(vocabulary, name, candidate.figure)) candidate.context = 'partOfName';
  else if (isPartOfName(vocabulary, name, candidate.figure) || isElsewhere(vocabulary, name, candidate.figure))
    // "Pizzeria Vita huset": what is called after a house may be called so again.
    candidate.context =
      kind === 'organization' && !candidate.isQuoted && hasHeadBefore(vocabulary, name, true)
        ? 'namesake'
        : 'partOfName';
  else if (vocabulary.words.has(first.folded) && isAmongCapitals(vocabulary, name)) candidate.context = 'commonWord';
  else if (isOthersHouse(vocabulary, name)) candidate.context = 'commonWord';
  // "Штаты больницы сокращены": only the sentence may give the word its capital.
  else if (name.opensSentence && name.next?.isSmall && !name.isAllCapitals && vocabulary.words.has(name.folded))
    candidate.maybeCommonWord = true;
}

/**
 * "Le Caracas", "della Caracas": towns have no article, but where a link says which one ("la Caracas de hoy"), or where
 * it is the next noun's ("the Caracas daily").
 */
function hasOwnArticle(vocabulary: Vocabulary, { previous, gapBefore, next, gapAfter }: Token): boolean {
  if (!previous || gapBefore !== 'space' || !isArticle(vocabulary, previous)) return false;
  if (!next || gapAfter !== 'space') return true;
  return !vocabulary.links.has(next.folded) && !setsNounsSideBySide(vocabulary);
}

/** "na Casa Branca", "em Casa Branca" */
function articleOf(vocabulary: Vocabulary, { previous, gapBefore }: Token): NameCandidate['article'] {
  if (!previous || gapBefore !== 'space') return '';
  if (isArticle(vocabulary, previous)) return 'before';
  const { places, links } = vocabulary;
  return places.has(previous.folded) || links.has(previous.folded) ? 'missing' : '';
}

/** "la casa blanca de Peña Nieto", "la casa bianca della parrocchia": in small letters, and somebody else's. */
function isOthersHouse(
  { links, places, surnames, givens }: Vocabulary,
  { isSmall, next: link, gapAfter }: Token,
): boolean {
  if (!isSmall || gapAfter !== 'space' || link?.gapAfter !== 'space') return false;
  const { folded: owner = '' } = link.next ?? {};
  return links.has(link.folded) && !places.has(link.folded) && !surnames.has(owner) && !givens.has(owner);
}

/** "Banco de Venezuela", "Colombia University", "Caracas Gazette", "Colombia, Kentucky". */
function isPartOfName(vocabulary: Vocabulary, name: Token, figure: number): boolean {
  const kind = vocabulary.figures.get(figure)?.kind;
  const isHouse = kind === 'organization';
  if (
    (hasHeadBefore(vocabulary, name, isHouse) && !isPlacesOwn(vocabulary, name, figure)) ||
    isQuotedThing(vocabulary, name) ||
    isCalledSo(vocabulary, name)
  )
    return true;
  if (kind === 'place' && (isInInstitution(vocabulary, name) || isGloss(name) || isQuotedBehindNoun(vocabulary, name)))
    return true;
  const { next, gapAfter } = name;
  if (!next) return false;
  return isJoined(gapAfter)
    ? isHeadBehind(vocabulary, vocabulary.headsAfter, next) ||
        (kind === 'place' && isHeadBehind(vocabulary, vocabulary.headsPlace, next))
    : isBeforeRegion(vocabulary, name);
}

/** "한국의 미(美)": a letter in brackets explains the one before them. */
const isGloss = ({ source, start, end }: Token): boolean =>
  /(?<!\p{L})\p{L}[(（]\p{L}[)）]$/u.test(source.text.slice(Math.max(0, start - 8), end + 1).normalize('NFC'));

/**
 * "rue de la Maison-Blanche", "Weißen-Haus-Weg", "Casa Bianca, frazione di Fermo", "Det Hvide Hus, et lille pensionat":
 * what is called after a house.
 */
function isStreet(vocabulary: Vocabulary, name: Token): boolean {
  const { next, end, source } = name;
  if (isBehindStreet(vocabulary, name) || isInOthersPlace(vocabulary, name)) return true;
  const between = next && source.text.slice(end, next.start);
  const isHead = (word: Token) => formsOf(vocabulary, word).some(({ form }) => vocabulary.headsStreet.has(form));
  if (next && /^(?:,?\s+|-)$/.test(between ?? '') && isHead(next)) return true;
  const { indefinite, definite } = vocabulary;
  const isDefinite = next !== null && definite.has(next.folded) && !setsNounsSideBySide(vocabulary);
  let noun = next && isBeforeComma(name) && (indefinite.has(next.folded) || isDefinite) ? next : null;
  for (let words = 0; noun && noun.gapAfter === 'space' && words < MOST_LITTLE; words++) {
    noun = noun.next;
    if (noun && isHead(noun)) return !isDefinite || isWithPlace(vocabulary, noun);
  }
  return false;
}

/** "Alla Casa Bianca, *il rione di Nuoro*"; but "Frente a la Casa Blanca, *la ciudad* amaneció …". */
const isWithPlace = ({ links }: Vocabulary, { next: link, gapAfter }: Token): boolean =>
  gapAfter === 'space' && link !== null && links.has(link.folded) && link.next?.isCapitalised === true;

/**
 * "Desde Colombia, pequeño municipio del norte del Huila, …": a village or the like behind its comma; not "En Colombia,
 * alcaldes y gobernadores …", nor in English ("In Colombia, city buses …").
 */
function isVillage(vocabulary: Vocabulary, name: Token): boolean {
  const { next } = name;
  if (!next?.isSmall || !isBeforeComma(name) || setsNounsSideBySide(vocabulary)) return false;
  const noun = vocabulary.headsStreet.has(next.folded) || next.gapAfter !== 'space' ? next : next.next;
  return noun !== null && vocabulary.headsStreet.has(noun.folded) && !fitsOne(vocabulary.trades, noun.folded);
}

/** "the Presidential Palace in Caracas": a name that other things share stands before another place of the story. */
function isElsewhere({ figures, names, links, places, definite }: Vocabulary, name: Token, figure: number): boolean {
  const known = figures.get(figure);
  let { next: word, gapAfter: gap } = name;
  if (!known || !needsOther(known, name.written)) return false;
  for (let words = 0; word && gap === 'space' && words < MOST_LITTLE; words++) {
    if (![links, places, definite].some((list) => list.has((word as Token).folded))) break;
    gap = word.gapAfter;
    word = word.next;
  }
  const place =
    word && word !== name.next && gap === 'space' ? figures.get(figureOf(names.get(word.folded) ?? -1)) : undefined;
  return place?.kind === 'place' && place.id !== known.needs;
}

/**
 * "CONTACT US": all that stands beside it is in capitals, and more than an abbreviation ("US GDP"); or the word before
 * it, and the language knows the two as words ("JOIN US at six").
 */
function isAmongCapitals({ words }: Vocabulary, { folded, previous, next, gapBefore, gapAfter }: Token): boolean {
  const beside: Token[] = [];
  if (previous?.isAllCapitals && gapBefore === 'space' && words.has(`${previous.folded} ${folded}`)) return true;
  if (previous && gapBefore === 'space') beside.push(previous);
  if (next && gapAfter === 'space') beside.push(next);
  return beside.every((word) => word.isAllCapitals) && beside.some((word) => word.folded.length > 3);
}

/**
 * "donald trump": the whole name is the person's however it is written; the surname alone would be a word. A weak
 * surname must stand apart with its given name, as tags do: "marco rubio" may be a blond frame.
 */
export function wholeNameInSmallLetters(
  { figures, givens, surnames }: Vocabulary,
  surname: Token,
): NameCandidate | null {
  const given = surname.gapBefore === 'space' ? surname.previous : null;
  const bearers = given && givens.get(given.folded);
  const figure = bearers && surnames.get(surname.folded)?.find((one) => bearers.includes(one));
  if (!given || figure === undefined || figure === null) return null;
  const { text } = surname.source;
  const isTag =
    /(?:^|[,;|#•·:/])\s*$/.test(text.slice(0, given.start)) && /^\s*(?:$|[,;|#•·/])/.test(text.slice(surname.end));
  if (isWeak(figures.get(figure) as GazetteerFigure) && !isTag) return null;
  return nameCandidate({ start: given.start, end: surname.end }, figure, 'full');
}
