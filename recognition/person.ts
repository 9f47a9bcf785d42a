// What stands around a surname: the figure's own given name, somebody else's, a title, a head that makes it the name of a
// thing. Each reader of the news does this without noticing; each rule here is one that he would agree to.

import { type Candidate, candidateAt } from './candidate.ts';
import { foldText } from './fold.ts';
import { beginsName, type GazetteerFigure, type Index, split, type TitleClass, type Words } from './gazetteer.ts';
import { formsOf, type Reading } from './read.ts';
import {
  folded,
  isAllCapitals,
  isCapitalised,
  isCased,
  isJoined,
  type Neighbour,
  opensSentence,
  seen,
  type Word,
  wordAfter,
  wordBefore,
} from './words.ts';

const WINDOW = 8; // words looked at on each side to tell a title-case headline

/** Titles that the press also gives to the holder of another office: a president is a leader, a secretary of state a minister. */
const ALSO: Partial<Record<TitleClass, TitleClass>> = { leader: 'president', minister: 'secretary' };

/** True where the figure holds, or held, an office that is addressed with this title. */
export const fitsOffice = (figure: GazetteerFigure, title: TitleClass): boolean =>
  figure.offices.some((office) => title !== 'other' && (office.title === title || office.title === ALSO[title]));

/** True where a word in small letters follows, as in a sentence and not in a label. */
function goesOn(text: string, word: Word): boolean {
  const after = wordAfter(text, word.end);
  return after !== null && isCased(text, after) && !isCapitalised(text, after);
}

/** Reads the surroundings of a surname that spans `word`. */
export function readSurname(reading: Reading, text: string, word: Word, at: number): Candidate {
  const { index } = reading;
  const figure = reading.figures[at] as GazetteerFigure;
  const candidate = candidateAt(word.start, word.end, at, 'surname');
  candidate.headline = inHeadlineCase(index, text, word);
  const left = ownNames(index, text, candidate, figure);
  const form = foldText(text.slice(word.start, word.end));
  const opens = opensSentence(text, word.start);
  // An initial before it ("D. Trump") makes it a name.
  candidate.doubtful =
    left.start === word.start &&
    ((index.words.has(form) && (!isCased(text, word) || (opens && !candidate.headline && goesOn(text, word)))) ||
      (index.verbs.has(form) && candidate.headline && !opens));
  extendRight(text, candidate, figure);
  const written = seen(text, word).toLowerCase();
  if (!figure.person?.female && index.womens.all.some((ending) => written.endsWith(ending))) candidate.says = 'other';
  if (candidate.says === 'nothing') readBefore(reading, text, candidate, figure, left);
  if (!candidate.title && index.titlesAfter) titleBehind(index, text, candidate, figure);
  readBehind(index, text, candidate, figure);
  return candidate;
}

const initialsOf = (names: string | undefined): string[] => split(names).map((name) => foldText(name).charAt(0));

/** A form as it stands, and with each clitic that may be written onto it taken off ("وإيفانكا"). */
const withoutPrefix = ({ prefixes }: Index, form: string): string[] => [
  form,
  ...prefixes.filter((one) => form.startsWith(one)).map((one) => form.slice(one.length)),
];

/** True for the given name of another bearer of the surname, in any of its forms: endings differ, the stem does not. */
export function isRelative(index: Index, figure: number, form: string): boolean {
  return (
    index.relatives.get(figure)?.some((name) => {
      if (withoutPrefix(index, form).includes(name)) return true;
      const stem = name.endsWith('*')
        ? name.slice(0, -1)
        : index.inflected && name.length > 3
          ? name.replace(/[aeoiyаяиейοας]$/, '')
          : '';
      return stem.length > 2 && form.startsWith(stem) && form.length - stem.length <= 3;
    }) === true
  );
}

/** The figure's own given names, middle names and initials to the left; returns the leftmost word taken. */
function ownNames(index: Index, text: string, candidate: Candidate, figure: GazetteerFigure): Word {
  let left: Word = { start: candidate.start, end: candidate.end };
  // "John Trump", "A. Rubio": a middle name without the given name before it is somebody else's.
  let middle = false;
  for (let steps = 0; steps < 4; steps++) {
    const before = wordBefore(text, left.start);
    if (!before || before.gap === 'other' || before.gap === 'apostrophe') break;
    const form = folded(text, before);
    const single = [...form].length === 1;
    if (before.gap === 'stop' && !single) break;
    if (isCased(text, before) && !isCapitalised(text, before)) break;
    const given = withoutPrefix(index, form).find((one) => index.givens.get(one)?.includes(candidate.figure));
    if (given !== undefined) {
      candidate.form = 'full';
      candidate.start = before.start + form.length - given.length;
      middle = false;
    } else if (single && isCased(text, before)) {
      const isGiven = initialsOf(figure.person?.given).includes(form);
      if (!isGiven && !initialsOf(figure.person?.middle).includes(form)) {
        // "E. Trump" is somebody else; a letter without a full stop is a word of its own ("A Trump victory").
        if (before.gap === 'stop' && !index.titles.get(form)) candidate.says = 'other';
        break;
      }
      middle = !isGiven && candidate.form !== 'full' && before.gap === 'stop';
    } else if (index.middles.get(form)?.includes(candidate.figure)) middle = candidate.form !== 'full';
    else break;
    left = before;
  }
  if (middle) candidate.says = 'other';
  return left;
}

/** Second surnames that leave it the same person ("Maduro Moros"). */
function extendRight(text: string, candidate: Candidate, figure: GazetteerFigure): void {
  for (let after = wordAfter(text, candidate.end); after?.gap === 'space'; after = wordAfter(text, candidate.end)) {
    if (
      !split(figure.person?.after).includes(folded(text, after)) ||
      (isCased(text, after) && !isCapitalised(text, after))
    )
      return;
    candidate.end = after.end;
  }
}

/** The word before the name: a title, a relative's given name, a head, a plural article, or an unknown capital. */
function readBefore(reading: Reading, text: string, candidate: Candidate, figure: GazetteerFigure, left: Word): void {
  const { index } = reading;
  const before = wordBefore(text, left.start);
  if (!before) return;
  if (before.gap === 'other') {
    if (headBefore(index, text, left.start)) candidate.says = 'thing';
    return;
  }
  const own = candidate.form === 'full';
  const form = folded(text, before);
  const title = titleLeft(index, text, before, figure);
  const capital = !isCased(text, before) || isCapitalised(text, before);
  if (title && !(title.stop && before.gap === 'stop' && !title.abbreviation)) {
    candidate.title = text.slice(title.start, before.end);
    candidate.fits = fitsOffice(figure, title.title);
    candidate.country = countryBeside(reading, text, title.start, candidate.end, figure.country);
    if (own) return;
    if (
      foreignTitle(figure, title.title) ||
      isOther(title) ||
      isOtherTitle(index, text, candidate, figure, title.title) ||
      isOfOtherSex(index, candidate.title, figure)
    )
      candidate.says = 'other';
    // "Judge Trump" in mid-sentence; at its beginning only where articles would show a noun.
    else if (title.title === 'other' && !candidate.headline && isCapitalised(text, title))
      candidate.unsure = index.articles === 1 || !opensSentence(text, title.start);
  } else if (own || before.gap === 'stop') {
    // A whole name needs no more, unless it is the son's ("ifjabb Donald Trump"); a full stop ends what came before.
    if (own && before.gap === 'space' && isRelative(index, candidate.figure, form)) candidate.says = 'other';
  } else if (form === 'de' && isWifeOf(index, text, before, candidate.figure)) {
    candidate.says = 'other';
  } else if (
    index.plural.has(form) &&
    before.gap === 'space' &&
    // German: behind a comma the article may open a relative clause ("die Frau, die Trumps Rede schrieb").
    !(index.nounsCapital && /,\s*$/.test(text.slice(Math.max(0, before.start - 9), before.start))) &&
    isPlural(index, text, candidate, form)
  )
    candidate.says = 'family';
  else if (capital && isRelative(index, candidate.figure, form)) {
    candidate.says = 'other';
    candidate.couple = sharesWith(index, text, before, candidate.figure);
  } else if (!isCased(text, before) && index.given.has(form)) candidate.says = 'other';
  else if (isCased(text, before) && capital) readCapital(index, text, before, form, candidate, figure);
  // "the Petro", "un Rubio": an article makes a weak surname a word as likely as not.
  if (!own && !title && [index.definite, index.indefinite].some((words) => words.has(form)))
    candidate.unsure = isWeak(figure);
  if (candidate.says === 'nothing' && headBefore(index, text, left.start)) candidate.says = 'thing';
}

export const isWeak = ({ person }: GazetteerFigure): boolean => person?.strength !== 'strong';

const foreignTitle = (figure: GazetteerFigure, title: TitleClass): boolean =>
  (title === 'ms' && !figure.person?.female) ||
  (title === 'mr' && figure.person?.female === true) ||
  (title === 'first-lady' && !fitsOffice(figure, title)) ||
  (title === 'other' && isWeak(figure));

/**
 * "el cantante Maduro" is another man, but "the judge Trump appointed" and "прокурор Трампа" are no titles of his: only where the
 * language drops no "that" and the name has no ending.
 */
const isOtherTitle = (
  index: Index,
  text: string,
  candidate: Candidate,
  figure: GazetteerFigure,
  title: TitleClass,
): boolean =>
  title === 'other' &&
  !index.dropsThat &&
  /^[a-z]+$/.test(foldText(text.slice(candidate.start, candidate.end))) &&
  isBaseForm(text, candidate, figure);

/** "el presidente Rodríguez" is no woman. */
const isOfOtherSex = (index: Index, title: string, { person }: GazetteerFigure): boolean =>
  title.split(/\s+/).some((word) => (person?.female ? index.masculine : index.feminine).has(foldText(word)));

/** "Dr. Trump": with its full stop an abbreviation is a title, where "the judge Trump appointed" has none. */
const isOther = (title: NonNullable<ReturnType<typeof titleEnding>>): boolean =>
  title.title === 'other' && title.stop && title.abbreviation;

/** "los Trump", "die Trumps": the article of the plural makes it the family. Where the language also has a genitive in -s, only that form says so. */
function isPlural(index: Index, text: string, candidate: Candidate, article: string): boolean {
  const form = foldText(text.slice(candidate.start, candidate.end));
  return article.length > 3 || !index.genitive || (form.endsWith('s') && index.surnames.has(form.slice(0, -1)));
}

/** "Cilia Flores de Maduro": what is in front of "de" is another person's name. */
function isWifeOf(index: Index, text: string, de: Word, figure: number): boolean {
  const name = wordBefore(text, de.start);
  if (name?.gap !== 'space' || !isCapitalised(text, name)) return false;
  const form = folded(text, name);
  return [index.givens, index.surnames].some((names) => names.get(form)?.includes(figure) === false);
}

/** "Donald and Melania Trump": the figure's own given name stands before the relative's. */
function sharesWith(index: Index, text: string, relative: Word, figure: number): boolean {
  const and = wordBefore(text, relative.start);
  const partner = and?.gap === 'space' ? wordBefore(text, and.start) : null;
  return partner?.gap === 'space' && index.givens.get(folded(text, partner))?.includes(figure) === true;
}

/** A capitalised word directly before a surname: another given name, or only a sentence's beginning. */
function readCapital(
  index: Index,
  text: string,
  before: Neighbour,
  form: string,
  candidate: Candidate,
  figure: GazetteerFigure,
): void {
  const weak = isWeak(figure);
  const country = index.nationality.get(form);
  if (country) {
    candidate.country = country === figure.country;
    return;
  }
  if (index.openers.has(form) || index.surnames.has(form) || index.links.has(form) || beginsName(index, form)) return;
  // "Putin-Trump" is two people; "Sánchez-Rubio" is one and somebody else.
  if (before.gap === 'hyphen') candidate.unsure = weak;
  else if (index.given.has(form)) candidate.says = 'other';
  else if (isAllCapitals(text, before) && !candidate.headline && form.length < 6)
    return; // an abbreviation: "GOP Trump"
  else if (candidate.headline || opensSentence(text, before.start) || index.nounsCapital) candidate.unsure = weak;
  else if (weak) candidate.says = 'other';
  else {
    // In a list of labels ("Команда Трампа Экономика") a capital is no given name.
    const after = wordAfter(text, candidate.end);
    candidate.unsure = !(after?.gap === 'space' && isCapitalised(text, after));
    // "Mary Anne MacLeod Trump"
    const first = wordBefore(text, before.start);
    if (first?.gap === 'space' && isCapitalised(text, first) && index.given.has(folded(text, first)))
      candidate.says = 'other';
  }
}

/** The word behind the name: a head ("Tower"), "Jr", or another surname that a weak name is only the beginning of. */
function readBehind(index: Index, text: string, candidate: Candidate, figure: GazetteerFigure): void {
  const after = wordAfter(text, candidate.end);
  if (!after) return;
  const form = folded(text, after);
  const relative = formsOf(index, text, after).some((one) => isRelative(index, candidate.figure, one.form));
  if (after.gap === 'other') {
    // "Donald Trump, Jr.", "Дональд Трамп — младший"
    const between = text.slice(candidate.end, after.start);
    if (isWeak(figure) && /^,\s+$/.test(between) && index.regions.has(form)) candidate.says = 'thing';
    if (relative && (form.length < 4 ? /^,\s*$/ : /^\s+[-–—]\s+$/).test(between)) candidate.says = 'other';
    return;
  }
  if (!isJoined(after)) return;
  const cased = isCased(text, after);
  const small = cased && !isCapitalised(text, after);
  // A name in the genitive owns what follows ("Trumps Golf"); a capital makes a thing's name only behind the bare name.
  if (relative && (!small || index.headsPerson.has(form))) candidate.says = 'other';
  else if (
    (small || isBaseForm(text, candidate, figure)) &&
    [index.headsAfter, index.headsPerson].some((heads) => isHeadBehind(index, heads, text, after))
  )
    candidate.says = 'thing';
  else if (small) {
    // "petro-dollar" at the beginning of a sentence
    const weak = isWeak(figure) && candidate.form === 'surname';
    if (weak && after.gap === 'hyphen' && index.words.has(foldText(text.slice(candidate.start, candidate.end))))
      candidate.says = 'thing';
  } else if (candidate.form === 'surname' && isWeak(figure) && cased && after.gap === 'space') {
    const known =
      index.openers.has(form) ||
      isAllCapitals(text, after) ||
      beginsName(index, form) ||
      index.surnames.has(form) ||
      index.titles.get(form) !== undefined;
    if (known) return;
    // "Petro Poroshenko", whatever title he has: another's name. Where other words have capitals too, it only may be.
    if (candidate.headline || index.nounsCapital) {
      candidate.unsure = true;
      candidate.fits = false;
    } else candidate.says = 'other';
  }
}

const isBaseForm = (text: string, candidate: Candidate, { person }: GazetteerFigure): boolean => {
  const [last] = /[a-z]*$/.exec(foldText(text.slice(candidate.start, candidate.end))) ?? [];
  return !last || [...split(person?.surname), ...split(person?.after)].some((name) => foldText(name) === last);
};

/** The title before a name, "elect" and the figure's own country passed over ("presidente colombiano Petro", "президент США Трамп"). */
function titleLeft(
  index: Index,
  text: string,
  before: Neighbour,
  figure: GazetteerFigure,
): ReturnType<typeof titleEnding> {
  let word: Neighbour | null = before;
  for (let passed = 0; word && passed < 3; passed++) {
    const title = titleEnding(index, text, word);
    if (title) return title;
    const form = folded(text, word);
    if (!index.elect.has(form) && (!figure.country || index.nationality.get(form) !== figure.country)) return null;
    word = wordBefore(text, word.start);
    if (word?.gap !== 'space') return null;
  }
  return null;
}

/** The longest title that ends with `last`, and where it begins. */
export function titleEnding(
  index: Index,
  text: string,
  last: Neighbour,
): (Word & { title: TitleClass; stop: boolean; abbreviation: boolean }) | null {
  let phrase = folded(text, last);
  let start = last.start;
  let found: ReturnType<typeof titleEnding> = null;
  const stop = last.gap === 'stop';
  for (let words = 0; words < 4; words++) {
    const title = index.titles.get(phrase);
    if (title) found = { start, end: last.end, title, stop, abbreviation: folded(text, last).length < 6 };
    const before = wordBefore(text, start);
    if (!before || before.gap === 'other' || before.gap === 'stop') break;
    phrase = `${folded(text, before)} ${phrase}`;
    start = before.start;
  }
  return found;
}

/** True where a title ends with this word. */
export const isTitle = (index: Index, text: string, word: Neighbour): boolean =>
  titleEnding(index, text, word) !== null;

/** "Petro大統領", "Trump elnök": languages that put the title behind. */
function titleBehind(index: Index, text: string, candidate: Candidate, figure: GazetteerFigure): void {
  let after = wordAfter(text, candidate.end);
  let phrase = '';
  for (let words = 0; words < 3 && after?.gap === 'space'; words++) {
    const forms = formsOf(index, text, after);
    const before = phrase;
    const title = forms.map(({ form }) => index.titles.get(before + form) ?? index.titles.get(form)).find(Boolean);
    phrase += `${folded(text, after)} `;
    if (title) {
      candidate.title = text.slice(candidate.end, after.end).trim();
      candidate.fits = fitsOffice(figure, title);
      if (foreignTitle(figure, title) && candidate.form === 'surname') candidate.says = 'other';
      return;
    }
    const country = index.nationality.get(folded(text, after));
    // "로드리게스 임시 대통령": a title of two words.
    if (!country && !index.titles.all.some(([longer]) => longer.startsWith(phrase))) return;
    candidate.country ||= country === figure.country;
    after = wordAfter(text, after.end);
  }
}

/** True where the country's name or its adjective stands within three words before `start`, or right behind `end`. */
function countryBeside(
  { index }: Reading,
  text: string,
  start: number,
  end: number,
  country: string | undefined,
): boolean {
  if (!country) return false;
  let before = wordBefore(text, start);
  for (let i = 0; i < 3 && before && before.gap !== 'other'; i++) {
    if (index.nationality.get(folded(text, before)) === country) return true;
    before = wordBefore(text, before.start);
  }
  const after = wordAfter(text, end);
  return after !== null && after.gap !== 'other' && index.nationality.get(folded(text, after)) === country;
}

/** "Torre Trump", "Banco de Venezuela": a head, perhaps with little words between; "torre Trump" only without. */
export function headBefore(index: Index, text: string, start: number): boolean {
  let before = wordBefore(text, start);
  // "Фонд «Трамп»"
  if (before && /^\s+[„“"«]$/.test(text.slice(before.end, start))) before.gap = 'space';
  for (let little = 0; little < 3 && before && before.gap !== 'other' && before.gap !== 'stop'; little++) {
    if (isHead(index, index.headsBefore, text, before, little === 0)) return true;
    if (!index.links.has(folded(text, before))) return false;
    before = wordBefore(text, before.start);
  }
  return false;
}

/** True where the word is a head as it stands: capitalised heads need their capital, heads in small letters only to stand right beside the name. */
function isHead(index: Index, heads: Words, text: string, word: Word, beside: boolean): boolean {
  const form = folded(text, word);
  if (beside && withoutPrefix(index, form).some((one) => heads.has(one))) return true;
  return isCapitalised(text, word) && heads.has(form.charAt(0).toUpperCase() + form.slice(1));
}

/** The same behind a name, where a particle may be written onto the head ("트럼프 타워에서"). */
export function isHeadBehind(index: Index, heads: Words, text: string, word: Word): boolean {
  const next = wordAfter(text, word.end);
  // "Trump National Security Adviser": the word belongs to the next.
  if (next && index.words.has(`${folded(text, word)} ${folded(text, next)}`)) return false;
  return isHead(index, heads, text, word, true) || formsOf(index, text, word).some(({ form }) => heads.has(form));
}

/** True where most longer words around are capitalised, so that a capital is no sign of a name. Few languages set headlines so; in the others only capitals throughout count. */
function inHeadlineCase({ titleCase }: Index, text: string, word: Word): boolean {
  if (!isCased(text, word)) return false;
  const isBig = titleCase ? isCapitalised : isAllCapitals;
  let longer = 0;
  let capitals = 0;
  const look = (next: (from: Word) => Neighbour | null) => {
    for (let at = next(word), i = 0; at && i < WINDOW; at = next(at), i++) {
      if (folded(text, at).length < 4 || !isCased(text, at)) continue;
      longer++;
      if (isBig(text, at)) capitals++;
    }
  };
  look((from) => wordBefore(text, from.start));
  look((from) => wordAfter(text, from.end));
  return longer >= 2 && capitals >= longer * 0.7;
}
