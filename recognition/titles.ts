// Titles beside a name: where they stand, and whether the figure can be the one who bears them.
import { formsOf, isEndingOfAbbreviation, withoutClitics } from './clitics.ts';
import { type GazetteerFigure, isWeak, type TitleClass } from './figures.ts';
import { foldText } from './fold.ts';
import { figureOf } from './packed-name.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isBeforeComma, type Token } from './words.ts';

const LONGEST_TITLE = 4; // words
const LONGEST_AGE = 6; // UTF-16 code units, with brackets
const MOST_BETWEEN = 2; // words between a title and its name
const FARTHEST_PRESIDENCY = 8; // words from a name to the presidency it took over
const COUNTRY_WORDS = 3; // looked at before a title for the country
const MOST_OF = 3; // little words between the presidency and its country
const NO_VOWEL = /^(?:[bcdfghj-np-tv-z]|[бвгджзклмнпрстфхцчшщ])+$/u;
const SHORTEST_WORD = 6; // letters; a shorter title with a full stop behind it is an abbreviation

/** Titles that the press gives to others too: a president is a leader, a secretary of state a minister. */
const ALSO: Partial<Record<TitleClass, TitleClass>> = { leader: 'president', minister: 'secretary' };

/** A title in a text, as long as it can be read. */
export interface Title {
  title: TitleClass;
  /** Its words, first and last. */
  first: Token;
  last: Token;
}

/** True where the figure holds, or held, an office that is addressed with this title. */
export const holdsTitle = ({ offices }: GazetteerFigure, title: TitleClass): boolean =>
  offices.some((office) => title !== 'other' && (office.title === title || office.title === ALSO[title]));

/** True of a title that the figure cannot bear, so that it makes the name somebody else's. */
export const isForeignTitle = (figure: GazetteerFigure, title: TitleClass): boolean =>
  (title === 'ms' && !figure.person?.female) ||
  (title === 'mr' && figure.person?.female === true) ||
  (title === 'first-lady' && !holdsTitle(figure, title)) ||
  (title === 'other' && isWeak(figure));

/** True where the words of a title are of the other sex: "el presidente Rodríguez" cannot be a woman. */
export const isOfOtherSex = (vocabulary: Vocabulary, written: string, { person }: GazetteerFigure): boolean =>
  isOfSex(vocabulary, written, person?.female ? 'masculine' : 'feminine');

/** "президент", "тренер": in a language of cases a title without an ending, as its list has the stem. */
export const isTitleInNominative = ({ instrumentalEndings, titles }: Vocabulary, { folded }: Token): boolean =>
  instrumentalEndings.all.length > 0 && titles.all.some(([form]) => form === `${folded}*`);

/** True where words of a title are of that sex. Articles inside of it are a country's. */
export function isOfSex(vocabulary: Vocabulary, written: string, sex: 'masculine' | 'feminine'): boolean {
  const words = written.split(/\s+/);
  const own = vocabulary.namesHaveArticles ? words.slice(0, 1) : words;
  return own.some((word) => vocabulary[sex].has(foldText(word)));
}

/**
 * "Interim President Rodríguez", "presidenta interina Rodríguez", "Interimspräsidentin Rodríguez"; "Acting *Venezuelan*
 * President Rodríguez".
 */
export function isActingTitle({ acting, nationality }: Vocabulary, { first }: Title, name: Token): boolean {
  const isActing = ({ folded }: Token) => acting.has(folded) || acting.all.some((one) => isPrefix(one, folded));
  for (let word = name.previous; word && word.end >= first.start; word = word.previous) if (isActing(word)) return true;
  let word = first.gapBefore === 'space' ? first.previous : null;
  if (word && nationality.get(word.folded)) word = word.gapBefore === 'space' ? word.previous : null;
  return word !== null && isActing(word);
}

const isPrefix = (word: string, longer: string): boolean =>
  word.length >= SHORTEST_WORD && longer.length > word.length && longer.startsWith(word);

/** "Dr. Trump", "Dr Trump": a short title with a full stop, or without a vowel. */
export const isAbbreviated = ({ last }: Title): boolean =>
  last.folded.length < SHORTEST_WORD && (last.gapAfter === 'stop' || NO_VOWEL.test(last.folded));

/** True where a full stop behind a title ends a sentence, so that the name behind it begins another one. */
export const endsSentence = (title: Title): boolean => title.last.gapAfter === 'stop' && !isAbbreviated(title);

/**
 * The title before a name, "elect" and the figure's own country passed over ("presidente colombiano Petro", "президент
 * США Трамп"), and any country's adjective ("cantor angolano Petro").
 * @param word the one before the name
 */
export function titleBefore(vocabulary: Vocabulary, word: Token, { country }: GazetteerFigure): Title | null {
  const { elect, nationality, links } = vocabulary;
  let last = word;
  for (let passed = 0; passed <= MOST_BETWEEN; passed++) {
    let title = titleEnding(vocabulary, last);
    // "predsjednik SAD-a Trump"; "Г-ђа" is a title itself.
    if (!title && last.previous && isEndingOfAbbreviation(vocabulary, last)) {
      last = last.previous;
      title = titleEnding(vocabulary, last);
    }
    if (title) return title;
    const isCountry = (form: string) => country !== undefined && nationality.get(form) === country;
    const isPassed =
      elect.has(last.folded) ||
      withoutClitics(vocabulary, last.folded).some(isCountry) ||
      (last === word && isForeignAdjective(vocabulary, last, country));
    if (!isPassed || !last.previous || last.gapBefore !== 'space') return null;
    last = last.previous;
    // "президентът на Колумбия Петро"
    if (links.has(last.folded) && last.previous && last.gapBefore === 'space') last = last.previous;
  }
  return null;
}

/** "angolano", "peruano": behind its noun the adjective of another country than the figure's. */
const isForeignAdjective = (vocabulary: Vocabulary, { folded, isSmall }: Token, country = ''): boolean =>
  vocabulary.adjectiveBehind === 1 &&
  isSmall &&
  vocabulary.nationality.get(folded) !== country &&
  vocabulary.isCountrysAdjective(folded);

/** The longest title that ends with this word; "có Trump" (there is Trump) has none, though "cô Trump" does. */
export function titleEnding({ titles, notGiven }: Vocabulary, last: Token): Title | null {
  if (notGiven.has(last.seen.toLowerCase())) return null;
  let found: Title | null = null;
  let first = last;
  let phrase = last.folded;
  for (let words = 0; words < LONGEST_TITLE; words++) {
    const title = titles.get(phrase);
    if (title) found = { title, first, last };
    const { previous, gapBefore } = first;
    if (!previous || gapBefore === 'other' || gapBefore === 'stop') break;
    phrase = `${previous.folded} ${phrase}`;
    first = previous;
  }
  return found;
}

/**
 * The title behind a name ("Petro大統領", "Trump elnök"), and whether the figure's country stands between ("로드리게스
 * 베네수엘라 대통령").
 */
export function titleBehind(
  vocabulary: Vocabulary,
  name: Token,
  figure: GazetteerFigure,
): { title: TitleClass | undefined; end: number; besideCountry: boolean } {
  const { titles, nationality } = vocabulary;
  let besideCountry = false;
  let phrase = '';
  let last = name;
  // "루비오(54) 국무장관"
  const [age = ''] = /^[(（]\d{1,3}[)）](?=\s)/.exec(name.source.text.slice(name.end, name.end + LONGEST_AGE)) ?? [];
  if (age) last = name.source.token(name.start, name.end + age.length);
  for (let words = 0; words <= MOST_BETWEEN && last.next && last.gapAfter === 'space'; words++) {
    const word = last.next;
    const title = formsOf(vocabulary, word)
      .map(({ form }) => titles.get(phrase + form) ?? titles.get(form))
      .find(Boolean);
    if (title) return { title, end: word.end, besideCountry };
    phrase += `${word.folded} `;
    const country = nationality.get(word.folded);
    // "로드리게스 임시 대통령": a title of two words.
    if (!country && !titles.all.some(([longer]) => longer.startsWith(phrase))) break;
    besideCountry ||= country !== undefined && country === figure.country;
    last = word;
  }
  return { title: undefined, end: name.end, besideCountry };
}

/**
 * "Peru's President Petro", "Foreign Minister Rubio of Honduras": another country owns the title, or stands behind the
 * name and a little word; or its adjective does behind the title ("presidente peruano Petro").
 */
export function isOfOtherCountry(vocabulary: Vocabulary, title: Token, name: Token, country = ''): boolean {
  const { isCountry, genitive, nationality, links } = vocabulary;
  const isOther = (form: string) => isCountry(form) && nationality.get(form) !== country;
  const { previous: owner, gapBefore } = title;
  if (name.previous && isForeignAdjective(vocabulary, name.previous, country)) return true;
  if (owner && gapBefore === 'space' && owner.gapBefore === 'apostrophe' && owner.previous)
    return isOther(owner.previous.folded);
  if (owner && gapBefore === 'space' && genitive && owner.folded.endsWith('s') && isOther(owner.folded.slice(0, -1)))
    return true;
  const { next: little, source, end } = name;
  if (!little?.next || !links.has(little.folded) || !/^,?\s+$/.test(source.text.slice(end, little.start))) return false;
  return little.gapAfter === 'space' && isOther(little.next.folded);
}

/**
 * "Rodríguez, who took over the presidency of Venezuela": behind a comma, an office of presidents and beside it the
 * figure's country, of which the figure was president; or the title of who presides for a while ("named acting
 * president of Venezuela").
 */
export function presides(vocabulary: Vocabulary, name: Token, figure: GazetteerFigure): boolean {
  const { presidency } = vocabulary;
  const { source, end } = name;
  if (source.text[end] !== ',' || !holdsTitle(figure, 'president')) return false;
  let word = name;
  for (let words = 0; words < FARTHEST_PRESIDENCY; words++) {
    const { next } = word;
    const between = next && source.text.slice(word.end, next.start);
    if (!between || !/^,?\s+$|^['’-]$/.test(between)) return false;
    const phrase = `${word.folded} ${next.folded}`;
    word = next;
    if (presidency.has(word.folded) || presidency.has(phrase)) return isOfCountry(vocabulary, word, figure.country);
    const title = titleEnding(vocabulary, word);
    const isActing = title?.title === 'president' && isActingTitle(vocabulary, title, word.next ?? word);
    if (isActing && isOfCountry(vocabulary, word, figure.country, true)) return isNamedSo(vocabulary, title);
  }
  return false;
}

/** Not "the brother of the acting president": no little word stands before the title. */
const isNamedSo = ({ links, definite }: Vocabulary, { first: { previous } }: Title): boolean =>
  previous !== null && !links.has(previous.folded) && !definite.has(previous.folded);

/** "the Trump administration", "Maduro's regime", "gobierno de Petro": what a president leads has his name. */
export function isOfGovernment(vocabulary: Vocabulary, name: Token, figure: GazetteerFigure): boolean {
  const { governments, links, definite, dropsThat } = vocabulary;
  if (governments.all.length === 0 || !holdsTitle(figure, 'president')) return false;
  const isBeside = (gap: string) => gap === 'space' || gap === 'hyphen' || gap === 'apostrophe';
  let { next, gapAfter: gap } = name;
  if (next?.folded === 's' && gap === 'apostrophe') ({ next, gapAfter: gap } = next);
  if (next && isBeside(gap) && governments.has(next.folded)) return true;
  // "The government Trump inherited" is another's.
  if (dropsThat) return false;
  let { previous } = name;
  ({ gapBefore: gap } = name);
  for (let little = 0; little < MOST_OF && previous && isBeside(gap); little++) {
    if (governments.has(previous.folded)) return true;
    if (!links.has(previous.folded) && !definite.has(previous.folded)) return false;
    ({ previous, gapBefore: gap } = previous);
  }
  return false;
}

/** "the Venezuelan presidency", "presidencia venezolana", "presidency of Venezuela": not of "the Venezuelan club". */
function isOfCountry(vocabulary: Vocabulary, noun: Token, country = '', isTitle = false): boolean {
  const { nationality, names, figures, adjectiveBehind, links, definite } = vocabulary;
  const { previous, next } = noun;
  if (previous && nationality.get(previous.folded) === country) return true;
  if (next && adjectiveBehind && nationality.get(next.folded) === country) return true;
  let word = next;
  for (let words = 0; words <= MOST_OF && word; words++) {
    const name = names.get(word.folded);
    if (name !== undefined) return figures.get(figureOf(name))?.id === country;
    // "présidence par intérim du Venezuela", but not "acting president of the club of Venezuela"
    const isBetween = isTitle ? links.has(word.folded) || definite.has(word.folded) : word.isSmall;
    if (!isBetween || word.gapBefore === 'other' || word.gapBefore === 'stop') return false;
    word = word.next;
  }
  return false;
}

/** "presidente Andrés Petro", "Andrés Petro, presidente del club": another bearer has a title that the figure has. */
export function sharesTitle(vocabulary: Vocabulary, name: Token, figure: GazetteerFigure): boolean {
  const given = name.previous;
  const before = given?.previous && given.gapBefore !== 'other' ? titleEnding(vocabulary, given.previous) : null;
  if (before) return holdsTitle(figure, before.title);
  let word = isBeforeComma(name) ? name.next : null;
  for (let words = 0; words <= MOST_BETWEEN && word; words++) {
    const title = vocabulary.titles.get(word.folded);
    if (title) return holdsTitle(figure, title);
    word = word.gapAfter === 'space' ? word.next : null;
  }
  return false;
}

/** True where the country's name or adjective stands within a few words before the title, or right behind the name. */
export function isCountryBeside(
  { nationality }: Vocabulary,
  title: Token,
  name: Token,
  country: string | undefined,
): boolean {
  if (!country) return false;
  // "presidente colombiano Petro"
  for (let word = name.previous; word && word.start > title.start; word = word.previous)
    if (nationality.get(word.folded) === country) return true;
  let first = title;
  for (let words = 0; words < COUNTRY_WORDS && first.previous && first.gapBefore !== 'other'; words++) {
    first = first.previous;
    if (nationality.get(first.folded) === country) return true;
  }
  return name.next !== null && name.gapAfter !== 'other' && nationality.get(name.next.folded) === country;
}
