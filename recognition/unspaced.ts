// Names in scripts that write words without spaces (Han, kana, Thai): the longest name that begins at an offset, and what
// stands directly before and behind it.

import { type Candidate, candidateAt } from './candidate.ts';
import { fold, foldText } from './fold.ts';
import type { GazetteerFigure, Words } from './gazetteer.ts';
import { fitsOffice, isWeak } from './person.ts';
import type { Reading } from './read.ts';

const LONGEST = 32; // no name, title or given name is longer
const isKatakana = (character: string): boolean => /[\u30A1-\u30FA\u30FC-\u30FE\uFF66-\uFF9F]/.test(character);
// A full stop too: Taiwan's press sets it full-width between the parts of a name.
const separator = /[・·•‧.＝=･\s\u00A0]+$/u;

/** Candidates at `at`: at most one name, and the office that may begin with the same country's name. */
export function readUnspaced(reading: Reading, text: string, at: number): Candidate[] {
  const { index, figures } = reading;
  const window = fold(text.slice(at, at + LONGEST).replace(/\s/g, ' '));
  const found: Candidate[] = [];
  for (const entry of index.unspaced) {
    if (!window.text.startsWith(entry.text) || /^\p{M}/u.test(window.text.slice(entry.text.length))) continue;
    const end = at + (window.offsets[entry.text.length] ?? 0);
    // A katakana name inside a longer katakana word is no name ("トランプリン").
    if (isKatakana(text[at] ?? '') && isKatakana(text[at - 1] ?? '')) return found;
    if (isKatakana(text[end - 1] ?? '') && isKatakana(text[end] ?? '')) continue;
    if (entry.kind === 'role' && found.length > 0) continue;
    const candidate = candidateAt(at, end, entry.figure, entry.kind);
    candidate.office = entry.office;
    const before = foldText(text.slice(Math.max(0, at - LONGEST / 2), at));
    const after = foldText(text.slice(end, end + LONGEST / 2));
    if (entry.kind === 'surname' || entry.kind === 'full')
      readPerson(reading, candidate, figures[entry.figure] as GazetteerFigure, before, after);
    const more = wordsOver(reading, before, entry.text, after);
    if (more === 'longer') {
      if (entry.kind === 'role') continue;
      candidate.says = 'thing';
    }
    // Where the name is an ordinary word too, what stands beside it must show the name.
    candidate.doubtful = more === 'same' && !candidate.title && !/[・·]$/.test(before) && !/^[・·]/.test(after);
    if (
      index.headsAfter.all.some((head) => after.trimStart().startsWith(head)) ||
      index.headsBefore.all.some((head) => before.endsWith(head))
    )
      candidate.says = 'thing';
    if (entry.kind === 'role') {
      if (candidate.says !== 'nothing') continue;
      if (startsWithName(reading, withoutLink(reading, after)) || endsWithName(reading, before)) continue;
      if (endsWithWord(index.former, before)) candidate.qualifier = 'former';
      else if (endsWithWord(index.elect, before)) candidate.qualifier = 'elect';
      const country = index.unspaced.find((one) => one.kind === 'name' && entry.text.endsWith(one.text));
      if (country)
        candidate.core = {
          start: at,
          end: at + (window.offsets[entry.text.length - country.text.length] ?? 0),
        };
    }
    found.push(candidate);
    // An office begins with its country's name, which is read as well.
    if (entry.kind !== 'role') {
      for (const office of found) if (office.form === 'role') office.core ??= coreOf(reading, text, office, end);
      return found;
    }
  }
  return found;
}

function readPerson(
  { index }: Reading,
  candidate: Candidate,
  figure: GazetteerFigure,
  before: string,
  after: string,
): void {
  const apart = before.replace(separator, '');
  const separated = apart.length < before.length;
  const weak = isWeak(figure);
  if (index.relatives.get(candidate.figure)?.some((name) => apart.endsWith(name))) candidate.says = 'other';
  else if (
    candidate.form === 'surname' &&
    separated &&
    index.unspaced.some((one) => one.kind === 'given' && one.figure === candidate.figure && apart.endsWith(one.text))
  )
    candidate.form = 'full';
  // Chinese sets the middle dot only inside one person's name; Japanese also between two people, so there only a weak name gives way.
  else if (candidate.form === 'surname' && /\p{L}[·•‧.]$/u.test(before)) candidate.says = 'other';
  else if (candidate.form === 'surname' && /[・＝･]$/.test(before) && weak) candidate.says = 'other';
  // A separator behind a weak surname makes it somebody's given name ("ペトロ・ポロシェンコ").
  if (weak && candidate.form === 'surname' && /^[·・＝･•‧]/.test(after)) candidate.says = 'other';
  for (const [title, kind] of index.titles.all) {
    if (!(after.startsWith(title) || before.endsWith(title)) || title.length < candidate.title.length) continue;
    candidate.title = title;
    candidate.fits = fitsOffice(figure, kind);
    if (kind === 'ms' && !figure.person?.female && candidate.form === 'surname') candidate.says = 'other';
    if (kind === 'other' && weak && candidate.form === 'surname') candidate.says = 'other';
  }
  for (const [word, country] of index.nationality.all)
    if (country === figure.country && before.includes(word)) candidate.country = true;
}

/** What is left of an office behind the country's name and the particle that joins them ("の"). */
function coreOf({ index }: Reading, text: string, office: Candidate, end: number): Candidate['core'] {
  const start = index.links.has(text[end] ?? '') ? end + 1 : end;
  return start < office.end ? { start, end: office.end } : null;
}

/**
 * What ordinary words lie over a name: a longer one that begins or ends outside of it ("佩特罗夫", "大統領選") makes it no name,
 * one of the same letters ("トランプ", playing cards) makes it doubtful.
 */
function wordsOver({ index }: Reading, before: string, name: string, after: string): 'longer' | 'same' | '' {
  const text = before + name + after;
  const [start, end] = [before.length, before.length + name.length];
  let over: 'longer' | 'same' | '' = '';
  for (const word of index.words.all) {
    for (
      let at = text.indexOf(word, Math.max(0, start - word.length + 1));
      at >= 0 && at < end;
      at = text.indexOf(word, at + 1)
    ) {
      if (at < start || at + word.length > end) return 'longer';
      if (word === name) over = 'same';
    }
  }
  return over;
}

const endsWithWord = (words: Words, text: string): boolean =>
  [1, 2, 3, 4].some((length) => text.length >= length && words.has(text.slice(-length)));

const endsWithName = ({ index }: Reading, text: string): boolean =>
  index.unspaced.some((one) => (one.kind === 'surname' || one.kind === 'full') && text.endsWith(one.text));

/** "米大統領のトランプ氏", "美国总统、特朗普": what follows a particle or a comma. */
const withoutLink = ({ index }: Reading, text: string): string =>
  index.links.has(text.charAt(0)) || /^[、,，]/.test(text) ? text.slice(1) : text;

const startsWithName = ({ index }: Reading, text: string): boolean =>
  index.unspaced.some(
    (one) => (one.kind === 'surname' || one.kind === 'full' || one.kind === 'given') && text.startsWith(one.text),
  );
