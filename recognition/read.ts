// Reads one block: finds every place where a name may stand and notes what the words around it say, without deciding
// who is meant. That takes the whole page and is done in resolve.ts.
import { type Candidate, candidateAt } from './candidate.ts';
import { fold } from './fold.ts';
import {
  beginsName,
  figureOf,
  type GazetteerFigure,
  hasCapital,
  type Index,
  isFull,
  type PackedName,
} from './gazetteer.ts';
import { type Nation, officeBeside, officeNamed } from './office.ts';
import { headBefore, isHeadBehind, isRelative, isTitle, readSurname } from './person.ts';
import { readUnspaced } from './unspaced.ts';
import {
  folded,
  isAllCapitals,
  isCapitalised,
  isCased,
  isJoined,
  isUnspaced,
  opensSentence,
  type Word,
  wordAfter,
  wordAt,
  wordBefore,
} from './words.ts';

/** What reading needs to know: the figures and one language. */
export interface Reading {
  figures: readonly GazetteerFigure[];
  index: Index;
}

/**
 * Candidates of one block, in order. The gate finds where to look; everything else is read around its hits.
 * Linear, pure, never throws.
 */
export function readBlock(reading: Reading, text: string, heading: boolean): Candidate[] {
  const { gate, spaceless, mayBegin } = reading.index;
  const candidates: Candidate[] = [];
  let next = 0;
  for (let at = gate.next(text); at >= 0; at = gate.next(text, next)) {
    next = at + 1;
    let found: Candidate[] = [];
    if (spaceless && isUnspaced(text, at)) found = readUnspaced(reading, text, at);
    else if (mayBegin(text, at)) {
      const word = wordAt(text, at);
      if (word) {
        found = readWord(reading, text, word, heading);
        next = Math.max(next, word.end);
      }
    }
    for (const one of found) if (one.form !== 'role') next = Math.max(next, one.end);
    candidates.push(...found);
  }
  return candidates;
}

function readWord(reading: Reading, text: string, word: Word, heading: boolean): Candidate[] {
  const { index } = reading;
  const name = bare(index, text, word);
  if (!name) return [];
  const found: Candidate[] = [];
  const capital = !isCased(text, word) || isCapitalised(text, word);
  // In a tag or a label that has no capital at all, small letters say nothing; a place's name is still its name.
  const label = !capital && text.trim().length < LONGEST_LABEL && text === text.toLowerCase();
  let phrase =
    capital || label ? longestName(index, text, { start: name.start, end: name.end }, name.form, label) : null;
  if (label && phrase && reading.figures[phrase.figure]?.kind !== 'place') phrase = null;
  const nation: Nation | null = phrase
    ? {
        country: reading.figures[phrase.figure]?.id ?? '',
        named: true,
        start: name.start,
        end: phrase.end,
      }
    : nationAt(index, text, name);
  const office = nation ? officeBeside(reading, text, nation) : officeNamed(reading, text, word);
  if (office) found.push(office);
  if (phrase) {
    const candidate = candidateAt(name.start, phrase.end, phrase.figure, phrase.full ? 'full' : 'name');
    candidate.headline = heading;
    if (isThing(index, text, candidate)) candidate.says = 'thing';
    else if (index.words.has(name.form) && isAmongCapitals(text, candidate)) candidate.says = 'word';
    found.push(candidate);
    return found;
  }
  const surnames = index.surnames.get(name.form) ?? [];
  const whole = capital ? null : wholeNameInSmallLetters(reading, text, name);
  if (whole) found.push(whole);
  else if (capital) for (const figure of surnames) found.push(readSurname(reading, text, name, figure));
  else
    for (const figure of surnames) {
      const small = candidateAt(name.start, name.end, figure, 'surname');
      if (label) small.doubtful = true;
      else small.says = 'word';
      found.push(small);
    }
  if (capital && surnames.length === 0)
    for (const figure of index.alone.get(name.form) ?? []) {
      const next = wordAfter(text, name.end);
      const own = [index.surnames, index.middles].some(
        (names) => next && names.get(folded(text, next))?.includes(figure),
      );
      if (own) continue;
      const given = candidateAt(name.start, name.end, figure, 'given');
      if (!standsAlone(index, text, name, figure)) given.says = 'other';
      found.push(given);
    }
  return found;
}

/** A nationality of one word, or of two with a hyphen ("norte-americano"). */
function nationAt(index: Index, text: string, name: Word & { form: string }): Nation | null {
  const one = index.nationality.get(name.form);
  if (one) return { country: one, named: false, start: name.start, end: name.end };
  const next = wordAfter(text, name.end);
  const two = next?.gap === 'hyphen' ? index.nationality.get(`${name.form} ${folded(text, next)}`) : undefined;
  return next && two ? { country: two, named: false, start: name.start, end: next.end } : null;
}

/** The longest name of a place, an institution or a whole person that begins with this word. */
function longestName(
  index: Index,
  text: string,
  word: Word,
  form: string,
  label: boolean,
): { figure: number; end: number; full: boolean } | null {
  if (!beginsName(index, form)) return null;
  const most = index.firstWords.get(form) ?? 1;
  const words: Word[] = [word];
  let phrase = form;
  let best: { figure: number; end: number; full: boolean } | null = null;
  for (let count = 1; ; count++) {
    const entry = index.names.get(phrase);
    const isCurrency = text[(words.at(-1) as Word).end] === '$'; // "US$ 5"
    if (entry !== undefined && !isCurrency && (label || capitalsFit(text, words, entry)))
      best = { figure: figureOf(entry), end: closed(text, words), full: isFull(entry) };
    if (count >= most) return best;
    const next = wordAfter(text, (words.at(-1) as Word).end);
    if (
      !next ||
      next.gap === 'other' ||
      (next.gap === 'stop' && (words.at(-1) as Word).end - (words.at(-1) as Word).start > LONGEST_ABBREVIATION)
    )
      return best;
    words.push(next);
    phrase += ` ${folded(text, next)}`;
  }
}

const LONGEST_LABEL = 60; // characters
const LONGEST_ABBREVIATION = 3; // letters: "EE. UU."

/** "donald trump": the whole name is the person's however it is written; the surname alone would be a word. */
function wholeNameInSmallLetters({ index }: Reading, text: string, word: Word & { form: string }): Candidate | null {
  const before = wordBefore(text, word.start);
  if (before?.gap !== 'space') return null;
  const given = index.givens.get(folded(text, before));
  const figure = given && index.surnames.get(word.form)?.find((one) => given.includes(one));
  return figure === undefined ? null : candidateAt(before.start, word.end, figure, 'full');
}

/** The end of a phrase; an abbreviation of several parts keeps its last full stop ("EE. UU."). */
function closed(text: string, words: readonly Word[]): number {
  const end = (words.at(-1) as Word).end;
  const abbreviated = words.length > 1 && words.every((word) => word.end - word.start <= LONGEST_ABBREVIATION);
  return abbreviated && text[end] === '.' ? end + 1 : end;
}

/** Every word that the spelling writes with a capital has one in the text. */
const capitalsFit = (text: string, words: readonly Word[], name: PackedName): boolean =>
  words.every((word, at) => !hasCapital(name, at) || !isCased(text, word) || isCapitalised(text, word));

/** A head before or behind makes it another thing's name: "Banco de Venezuela", "Colombia University", "Colombia, Kentucky". */
function isThing(index: Index, text: string, candidate: Candidate): boolean {
  if (headBefore(index, text, candidate.start)) return true;
  const after = wordAfter(text, candidate.end);
  if (!after) return false;
  return isJoined(after)
    ? isHeadBehind(index, index.headsAfter, text, after)
    : index.regions.has(folded(text, after)) && /^,\s+$/.test(text.slice(candidate.end, after.start));
}

/** "CONTACT US": all that stands beside it is in capitals, and more than an abbreviation ("US GDP"). */
function isAmongCapitals(text: string, { start, end }: Word): boolean {
  const beside = [wordBefore(text, start), wordAfter(text, end)].filter((word) => word?.gap === 'space') as Word[];
  return beside.every((word) => isAllCapitals(text, word)) && beside.some((word) => folded(text, word).length > 3);
}

/** A given name alone: no surname behind it, no other name before it, and not in a row with relatives ("Donald, Ivanka and Eric"). */
function standsAlone(index: Index, text: string, word: Word, figure: number): boolean {
  const after = wordAfter(text, word.end);
  if (after && isJoined(after) && isCapitalised(text, after)) return false;
  const before = wordBefore(text, word.start);
  const second = after && wordAfter(text, after.end);
  if (!before && !after) return false;
  if ([before, after, second].some((one) => one && isRelative(index, figure, folded(text, one)))) return false;
  if (before?.gap !== 'space' || !isCased(text, before) || !isCapitalised(text, before)) return true;
  return isTitle(index, text, before) || opensSentence(text, before.start);
}

/** A word as it may stand in a list: whole, and with a particle taken off ("타워에서" → "타워"); each with the offset where it ends. */
export function formsOf(index: Index, text: string, word: Word): { form: string; end: number }[] {
  const whole = { form: folded(text, word), end: word.end };
  if (index.particles.all.length === 0) return [whole];
  const window = fold(text.slice(word.start, word.end));
  const forms = [whole];
  for (let to = window.text.length - 1; to > 1; to--)
    if (index.particles.has(window.text.slice(to)))
      forms.push({
        form: window.text.slice(0, to),
        end: word.start + (window.offsets[to] ?? 0),
      });
  return forms;
}

/** The name inside a word with clitics written onto it ("وترامب", "트럼프가"): its span and its folded form. */
function bare(index: Index, text: string, word: Word): (Word & { form: string }) | null {
  const known = (form: string) =>
    index.surnames.has(form) ||
    beginsName(index, form) ||
    index.givens.has(form) ||
    index.nationality.get(form) !== undefined ||
    index.nationalityFirst.has(form);
  const form = folded(text, word);
  const whole = { start: word.start, end: word.end, form };
  if (known(form)) return whole;
  // An office may begin with a word that holds the country's name ("베네수엘라의 대통령"), which is read first.
  const office = () => (index.officeFirst.has(form) ? whole : null);
  if (index.prefixes.length + index.particles.all.length === 0) return office();
  const window = fold(text.slice(word.start, word.end));
  const length = window.text.length;
  const starts = [0, ...index.prefixes.filter((one) => window.text.startsWith(one)).map((one) => one.length)];
  for (const from of starts) {
    for (let to = length; to > from + 1; to--) {
      if (to < length && !index.particles.has(window.text.slice(to))) continue;
      const form = window.text.slice(from, to);
      if (known(form))
        return { form, start: word.start + (window.offsets[from] ?? 0), end: word.start + (window.offsets[to] ?? 0) };
    }
  }
  return office();
}
