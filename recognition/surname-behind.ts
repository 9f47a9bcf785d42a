// What stands behind a surname: a title, a head ("Tower"), "Jr", or a surname that makes the name somebody else's.
import type { NameCandidate } from './candidate.ts';
import { isGivenNameBehind } from './capitals.ts';
import { endsInConsonant, hasApostrophes, isInLocative, isShortestForm } from './cases.ts';
import { formsOf, withoutClitics } from './clitics.ts';
import { type GazetteerFigure, isWeak } from './figures.ts';
import { foldText, withoutInvisible } from './fold.ts';
import { beginsName } from './gazetteer.ts';
import { isOtherBearer } from './given-names.ts';
import { isHeadBehind, regionAt } from './heads.ts';
import { split } from './lists.ts';
import { isPredicate } from './predicates.ts';
import { holdsTitle, isForeignTitle, titleBehind } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { endsWithOne, fitsOne, type WordSet } from './word-sets.ts';
import { isHashtag, isJoined, type Token } from './words.ts';

const SHORTEST_HEAD = 4; // letters, in one word with a partner's name
const LONGEST_FIRM = 4; // words, a possessive counted
/** "Petro, 34, said", "Petro, de 34 años," "Petro (34)" */
const AGE = /^(?:,\s(?:\p{L}{1,4}\s)?|\s\()[1-9]\d(?![\d.,]*\d)/u;
const AGE_NEAR = 20; // UTF-16 code units
const SAME_SPELLING = 4; // first letters that a form shares with the story's own spelling
const LONGEST_JUNIOR = 3; // letters: "Jr", "II"

/** A surname whose surroundings are being read. */
export interface SurnameReading {
  vocabulary: Vocabulary;
  figure: GazetteerFigure;
  candidate: NameCandidate;
  /** The whole name: with own given names before it and second surnames behind it. */
  name: Token;
  /** The capitals around say nothing: a headline in title case or in capitals. */
  inHeadline: boolean;
}

/** The title behind the name, and what it says of who is meant. */
export function readTitleBehind({ vocabulary, figure, candidate, name }: SurnameReading): void {
  const { title, end, besideCountry } = titleBehind(vocabulary, name, figure);
  candidate.besideCountry ||= besideCountry;
  if (!title) return;
  candidate.title = name.source.text.slice(name.end, end).trim();
  candidate.titleMatches = holdsTitle(figure, title);
  candidate.isActing = candidate.titleMatches && isActing(vocabulary, candidate.title);
  if (isForeignTitle(figure, title) && candidate.form === 'surname') candidate.context = 'otherPerson';
}

/** "임시 대통령", "임시대통령" */
const isActing = ({ acting }: Vocabulary, title: string): boolean =>
  foldText(title)
    .split(' ')
    .some((word) => acting.all.some((one) => word.startsWith(one)));

/**
 * "Родригес сказала", "قالت رودريغيز": the form of a verb beside a surname in the nominative says whose it is. Where
 * that has no capitals, a verb behind it may be another's ("הדוברת של טראמפ אמרה").
 */
export function readVerbs({ vocabulary, figure, candidate, name }: SurnameReading): void {
  const { womensVerbs, mensVerbs } = vocabulary;
  // "Позначка #Трамп була в трендах"
  if (candidate.form !== 'surname' || womensVerbs.all.length === 0 || isHashtag(name)) return;
  const { previous: before, next: after, gapBefore, gapAfter } = name;
  const { person } = figure;
  const fits = (word: Token, verbs: WordSet) =>
    !word.isCapitalised && withoutClitics(vocabulary, word.folded).some((form) => fitsOne(verbs, form));
  const isBehind = (verbs: WordSet) => after !== null && gapAfter === 'space' && name.isCased && fits(after, verbs);
  const isBefore = (verbs: WordSet) => before !== null && gapBefore === 'space' && fits(before, verbs);
  // "Трамп сказал Родригес, что …": behind the verb alone it may be whom somebody told.
  const isMans = () => isBehind(mensVerbs) || (isBefore(mensVerbs) && (!name.isCased || before?.gapBefore === 'other'));
  if (person?.female && isMans()) {
    candidate.context = 'otherPerson';
    candidate.saidSex = 'male';
  }
  if (!isBehind(womensVerbs) && !isBefore(womensVerbs)) return;
  if (person?.female) candidate.saidSex = 'female';
  // "Петро поддержала Мелони": what has one form for all cases may be the object.
  // "والتقت ترامب": where there are no cases either, only a verb of saying has no object.
  else if (
    person?.male &&
    (name.isCased
      ? isInNominative(vocabulary, name, figure, candidate.figure) && endsInConsonant(name.folded)
      : before !== null && isWomansSaying(vocabulary, before))
  )
    // A noun may end like such a verb: without a given name before the surname it is hers this once.
    candidate.context = !name.isCased || isBehindName(vocabulary, name) ? 'otherPerson' : 'namesake';
}

/** "Z Petrem przyleciała ministra": what has an ending is no subject. */
const isInNominative = (vocabulary: Vocabulary, name: Token, figure: GazetteerFigure, at: number): boolean =>
  isShortestForm(vocabulary, name, at) && (isBaseForm(name, figure) || isRespelled(vocabulary, name, at));

/** A woman's form of a verb of saying, which begins like the man's ("قالت", "אמרה"). */
const isWomansSaying = (vocabulary: Vocabulary, { folded }: Token): boolean =>
  withoutClitics(vocabulary, folded).some((form) => vocabulary.mensVerbs.all.some((mans) => form.startsWith(mans)));

const isBehindName = ({ openers }: Vocabulary, { previous, gapBefore }: Token): boolean =>
  previous?.isCapitalised === true && gapBefore === 'space' && !openers.has(previous.folded);

/** The word behind the name: a head ("Tower"), "Jr", or a surname that makes a weak name somebody's given name. */
export function readBehind(reading: SurnameReading): void {
  const { vocabulary, figure, candidate, name } = reading;
  const { next: after, gapAfter: gap, source, end } = name;
  if (!after) return;
  candidate.hasAge = AGE.test(withoutInvisible(source.text.slice(end, end + AGE_NEAR)));
  const form = after.folded;
  // "Donald Trump Melania Trump" in a list of labels is two people.
  const isWhole =
    after.next !== null && vocabulary.surnames.get(after.next.folded)?.includes(candidate.figure) === true;
  // "ترامب جاد": without capitals a given name behind a surname that says enough alone is a word ("serious").
  const isWord =
    !after.isCased &&
    form.length > 1 &&
    candidate.form === 'surname' &&
    !isWeak(figure) &&
    !vocabulary.headsPerson.has(form);
  const isOthers =
    !isWhole &&
    !isWord &&
    formsOf(vocabulary, after).some((one) => isOtherBearer(vocabulary, candidate.figure, one.form));
  if (gap === 'other') {
    // "Donald Trump, Jr.", "Дональд Трамп — младший"
    const between = name.source.text.slice(name.end, after.start);
    if (/^,\s+$/.test(between) && isTown(reading, after)) candidate.context = 'partOfName';
    // "Maduro & Curiel's Bank" is another bearer's, who may be meant by the bare name.
    if (/^\s?&\s?$/.test(between) && isFirm(vocabulary, after)) candidate.context = 'otherPerson';
    if (isOthers && (form.length <= LONGEST_JUNIOR ? /^,\s*$/ : /^\s+[-–—]\s+$/).test(between))
      candidate.context = 'otherPerson';
    return;
  }
  if (!isJoined(gap)) return;
  const { headsAfter, headsPerson } = vocabulary;
  const small = after.isSmall;
  const weak = isWeak(figure) && candidate.form === 'surname';
  // "Nicolás Maduro Quintanilla"; not in a list of labels ("Donald Trump Aranceles Economía")
  const isLabel = after.gapAfter === 'space' && after.next?.isCapitalised === true;
  const hasSecond = candidate.form === 'full' && vocabulary.doubleSurnames && !reading.inHeadline && !isLabel;
  // A name in the genitive owns what follows ("Trumps Golf"); a capital makes a thing's name only behind the bare name.
  if (gap === 'hyphen' && isDoubleSurname(reading, after)) candidate.context = 'otherPerson';
  else if (isOthers && (!small || headsPerson.has(form))) {
    candidate.context = 'otherPerson';
    candidate.isGivenName = weak && !vocabulary.doubleSurnames && !headsPerson.has(form);
  } else if (
    (small || isBaseForm(name, figure) || isRespelled(vocabulary, name, candidate.figure)) &&
    // "Maduro Söhne" is a firm; "die Maduro-Söhne" are his.
    !(gap === 'hyphen' && vocabulary.kin.has(form)) &&
    [headsAfter, headsPerson].some((heads) => isHeadBehind(vocabulary, heads, after))
  )
    candidate.context = 'partOfName';
  else if (small) {
    // "petro-dollar" at the beginning of a sentence
    const opens = name.opensSentence || reading.inHeadline;
    if (weak && opens && gap === 'hyphen' && vocabulary.words.has(name.folded)) candidate.context = 'partOfName';
    if (candidate.maybeOtherPerson && !reading.inHeadline && hasSecondSurname(vocabulary, after))
      candidate.context = 'otherPerson';
  } else if (isInLocative(vocabulary, after)) {
    // "Rubio Budapesten tárgyal": a place in its case goes on with no name.
    candidate.isBeforeCapital = false;
  } else if ((weak || hasSecond) && after.isCased && gap === 'space' && !isJoinedToFigure(vocabulary, name))
    readSurnameBehind(reading, after);
  else if (candidate.form === 'surname' && isGivenNameBehind(vocabulary, name, candidate.figure))
    candidate.maybeOtherPerson = true;
  else candidate.isBeforeCapital = gap === 'space' && !reading.inHeadline && mayNameThing(vocabulary, after);
}

/**
 * "Hortense Maduro-Lansberg, who …", "Petro-Invest na giełdzie": another capital with a hyphen, behind one that may be
 * a given name, or behind a weak surname.
 */
const isDoubleSurname = ({ vocabulary, figure, candidate, inHeadline }: SurnameReading, after: Token): boolean =>
  (candidate.maybeOtherPerson || candidate.isBehindCapital || (isWeak(figure) && candidate.form === 'surname')) &&
  !inHeadline &&
  !vocabulary.nounsCapital &&
  after.isCapitalised &&
  !isKnownCapital(vocabulary, after, true);

/** "o embaixador Rubens Maduro de Castro": behind a capital that may be a given name, a link joins a second surname. */
const hasSecondSurname = (vocabulary: Vocabulary, { folded, gapAfter, next }: Token): boolean =>
  vocabulary.doubleSurnames === 1 &&
  vocabulary.links.has(folded) &&
  gapAfter === 'space' &&
  next?.isCapitalised === true &&
  !isKnownCapital(vocabulary, next, true);

/**
 * "Maduro Steel": where neither nouns nor cases stand in the way, an unknown capital behind a surname may go on with a
 * thing's name. In a language of cases it may be whom somebody met ("Trump Putyinnal tárgyalt").
 */
function mayNameThing(vocabulary: Vocabulary, after: Token): boolean {
  const { nounsCapital, inflected, genitive, isForeign } = vocabulary;
  if (nounsCapital || (inflected && !genitive) || isForeign || !after.isCapitalised) return false;
  // “Trump Blinks First”, a headline that is quoted
  return !isKnownCapital(vocabulary, after, true) && !isPredicate(vocabulary, after);
}

/** "Trump-Petro Call": two surnames of figures. */
const isJoinedToFigure = ({ surnames }: Vocabulary, { previous, gapBefore }: Token): boolean =>
  previous !== null && gapBefore === 'hyphen' && surnames.has(previous.folded);

/** "Rubio, Huila"; a strong surname only where the region is closed too ("Trump, Colorado, is …"). */
function isTown({ vocabulary, figure }: SurnameReading, region: Token): boolean {
  const last = regionAt(vocabulary, region);
  return last !== null && (isWeak(figure) || /^[,.)]/.test(region.source.text.slice(last.end, last.end + 1)));
}

/** A few words with capitals end with a head ("Curiel's Bank", "Curielsbank"): they are a company's name. */
function isFirm(vocabulary: Vocabulary, first: Token): boolean {
  let word: Token | null = first;
  for (let words = 0; words < LONGEST_FIRM && word && (word.isCapitalised || word.folded === 's'); words++) {
    const { folded } = word;
    if (isHeadBehind(vocabulary, vocabulary.headsAfter, word)) return true;
    if (vocabulary.headsAfter.all.some((head) => head.length >= SHORTEST_HEAD && isFused(folded, foldText(head))))
      return true;
    word = word.next;
  }
  return false;
}

/** "Trump and Petro Shake Hands": a word like "and" stands between another figure's surname and this. */
const isJoinedByAnd = ({ and, surnames }: Vocabulary, { previous: word, gapBefore }: Token): boolean =>
  gapBefore === 'space' && word !== null && and.has(word.folded) && surnames.has(word.previous?.folded ?? '');

/** "Curielsbank": a name and a head in one word. */
const isFused = (word: string, head: string): boolean => word.length > head.length + 2 && word.endsWith(head);

/** "Petro Poroshenko", whatever title he has: another's name. Where other words have capitals too, it only may be. */
function readSurnameBehind({ vocabulary, figure, candidate, name, inHeadline }: SurnameReading, after: Token): void {
  // "Trump and Petro Talked for an Hour"
  if (inHeadline && isPredicate(vocabulary, after)) return;
  const { surnameEndings, nounsCapital } = vocabulary;
  const form = after.folded;
  // "Петра Родригез": a given name of the language before a surname, be it of a figure
  if (vocabulary.given.has(name.folded) && vocabulary.surnames.has(form)) {
    candidate.context = 'otherPerson';
    candidate.isGivenName = true;
    return;
  }
  if (isKnownCapital(vocabulary, after, inHeadline)) return;
  if (inHeadline && isJoinedByAnd(vocabulary, name) && !endsWithOne(surnameEndings, form)) return;
  // Where every word has a capital, only its ending tells a surname from a verb or a noun ("Petro Shevchuk Wins").
  // "Dışişleri Bakanı Rubio Ankara'ya geldi": with an ending behind its apostrophe it may be a town.
  const isInAnyCase = hasApostrophes(vocabulary) && after.gapAfter === 'apostrophe';
  if ((inHeadline || nounsCapital || isInAnyCase) && !endsWithOne(surnameEndings, form)) {
    if (isInAnyCase && candidate.titleMatches) return;
    // "Rubios Worte": a name in the genitive owns the noun.
    if (nounsCapital && !isBaseForm(name, figure)) return;
    // "der Anwalt Petro Iseli"
    if (nounsCapital && name.previous && fitsOne(vocabulary.trades, name.previous.folded)) {
      candidate.context = 'otherPerson';
      candidate.isGivenName = true;
      return;
    }
    // "Colombian President Petro Plants a Tree": with the country the title is the figure's, whatever follows.
    if (candidate.titleMatches && candidate.besideCountry) return;
    candidate.maybeOtherPerson = true;
    candidate.isBeforeCapital = true;
    candidate.titleMatches = false;
  } else {
    candidate.context = 'otherPerson';
    candidate.isGivenName = true;
  }
}

/** A capital that goes on with no name: an agency, a country, somebody of the story, a title, perhaps a trade. */
function isKnownCapital(vocabulary: Vocabulary, { folded: form, isAllCapitals }: Token, mayBeTrade: boolean): boolean {
  const { openers, surnames, titles, doubleSurnames, bodies, statesmen } = vocabulary;
  // "Rodríguez Zapatero": a trade with a capital (the shoemaker) is a second surname. So is one wherever only headlines
  // have capitals: "s Petrom Zupanom" (sl župan: mayor).
  const title = titles.get(form);
  const isTitle = title !== undefined && (title !== 'other' || (mayBeTrade && !doubleSurnames));
  return (
    openers.has(form) ||
    isAllCapitals ||
    bodies.has(form) ||
    statesmen.has(form) ||
    vocabulary.isCountry(form) ||
    beginsName(vocabulary, form) ||
    surnames.has(form) ||
    isTitle
  );
}

/** "Tramp" (sr), "Tramps" (lv): without an ending, as a language spells it that writes foreign names by their sound. */
function isRespelled(vocabulary: Vocabulary, name: Token, figure: number): boolean {
  const { person } = vocabulary.figures.get(figure) as GazetteerFigure;
  const [last = ''] = /[a-z]*$/.exec(name.folded) ?? [];
  const isOwn = (one: string) => last.startsWith(foldText(one).slice(0, SAME_SPELLING));
  return !split(person?.surname).some(isOwn) && isShortestForm(vocabulary, name, figure);
}

/** True where the name has no ending; in other scripts than Latin endings are not told. */
export function isBaseForm(name: Token, { person }: GazetteerFigure): boolean {
  const [last] = /[a-z]*$/.exec(name.folded) ?? [];
  return !last || [...split(person?.surname), ...split(person?.after)].some((one) => foldText(one) === last);
}
