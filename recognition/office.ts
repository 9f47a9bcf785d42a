// Offices named without the person: "the Colombian president", "secretario de Estado de EE. UU.". They are looked for
// around the country's name, which is rarer than "president". Who held the office is a question of the page's date.

import { type Candidate, candidateAt } from './candidate.ts';
import type { Index } from './gazetteer.ts';
import { titleEnding } from './person.ts';
import { formsOf, type Reading } from './read.ts';
import {
  folded,
  inWord,
  isCapitalised,
  isCased,
  type Neighbour,
  opensSentence,
  type Word,
  wordAfter,
  wordAt,
  wordBefore,
} from './words.ts';

const YEAR_NEAR = 40; // characters: "In 1998 the Colombian president …"
const lastSentence = (text: string): string => text.split(/[.!?。]\s/).at(-1) ?? '';
const firstSentence = (text: string): string => text.split(/[.!?。]\s/)[0] ?? '';
const LONGEST_POST = 4; // words: "minister of foreign affairs"

/** A country's name or (not `named`) its adjective, as a span and the country's figure id. */
export interface Nation extends Word {
  country: string;
  named: boolean;
}

/** The office named around a country's name, as a span and `<figure id of the country>/<post>`; null where none is. */
export function officeBeside(reading: Reading, text: string, country: Nation): Candidate | null {
  const { index } = reading;
  if (index.posts.size === 0) return null;
  const behind = postFrom(index, text, wholeEnd(text, country.end));
  // "Colombian president", "Venezuela's interim leader"; "interim Venezuelan president" has the country in its middle.
  const first = wordBefore(text, country.start);
  if (first && first.gap === 'space') {
    for (let phrase = '', at: Word | null = country, words = 0; at && words < LONGEST_POST; words++) {
      at = wordAfter(text, at.end);
      if (!at) break;
      phrase += ` ${folded(text, at)}`;
      const posts = index.posts.get(folded(text, first) + phrase);
      if (posts) return judge(reading, text, first.start, at.end, country.country, posts);
    }
  }
  if (behind) {
    const found = judge(reading, text, country.start, behind.end, country.country, behind.posts);
    if (found) found.core = { start: behind.start, end: found.end };
    return found;
  }
  // "president of Colombia", "presidente colombiano"
  if (!country.named && !index.adjectiveBehind) return null;
  let before = first;
  for (
    let little = 0;
    before && before.gap === 'space' && little < 3 && index.links.has(folded(text, before));
    little++
  )
    before = wordBefore(text, before.start);
  // "president-elect of the United States", "presidente electo de Colombia"
  const last = before;
  const elect = before !== null && index.elect.has(folded(text, before));
  if (elect) before = wordBefore(text, (before as Word).start);
  let found: { posts: readonly string[]; start: number } | null = null;
  for (
    let phrase = '', words = 0;
    before && before.gap !== 'other' && (before.gap !== 'stop' || isShort(before)) && words < LONGEST_POST;
    words++
  ) {
    phrase = folded(text, before) + (phrase && ` ${phrase}`);
    const posts = index.posts.get(phrase);
    if (posts) found = { posts, start: before.start };
    before = wordBefore(text, before.start);
  }
  if (!found || !last) return null;
  const office = isSomebodys(index, text, found.start)
    ? judge(reading, text, found.start, country.end, country.country, found.posts)
    : null;
  if (office) {
    office.core = { start: found.start, end: last.end };
    if (elect) office.qualifier = 'elect';
  }
  return office;
}

/** "the president of Colombia" is somebody; "elected president of Colombia" need not be. At the beginning of a sentence the press leaves the article out. */
function isSomebodys({ articles, definite }: Index, text: string, start: number): boolean {
  const first = wordBefore(text, start);
  if (!articles || !first || first.gap === 'other') return true;
  const second = wordBefore(text, first.start);
  return [first, second].some((word) => word && definite.has(folded(text, word)));
}

/** "и.о. президента": a full stop behind a letter or two ends no sentence. */
const isShort = (word: Word): boolean => word.end - word.start < 3;

/** The end of the word that a country's name is only the beginning of ("কলম্বিয়ার", "콜롬비아의"). */
const wholeEnd = (text: string, end: number): number =>
  end > 0 && inWord(text, end - 1) ? (wordAt(text, end)?.end ?? end) : end;

/** An office that one word or phrase names whole ("POTUS"). */
export function officeNamed(reading: Reading, text: string, word: Word): Candidate | null {
  const forms: string[] = [];
  const ends: number[] = [];
  for (let at: Word | null = word; at && forms.length <= LONGEST_POST; at = wordAfter(text, at.end)) {
    forms.push(folded(text, at));
    ends.push(at.end);
    const office = reading.index.offices.get(forms.join(' '));
    if (!office) continue;
    const found = judge(reading, text, word.start, at.end, '', [office]);
    if (!found) return null;
    found.office = office;
    // "глава Белого дома": the institution is marked on its own.
    const name = forms.findIndex((_, from) => from > 0 && reading.index.names.has(forms.slice(from).join(' ')));
    let last = name - 1;
    while (last > 0 && reading.index.links.has(forms[last] as string)) last--;
    if (last >= 0) found.core = { start: word.start, end: ends[last] as number };
    return found;
  }
  return null;
}

/** The longest post whose name begins behind `end`, a possessive "'s" passed over. */
function postFrom(index: Index, text: string, end: number): (Word & { posts: readonly string[] }) | null {
  let at = wordAfter(text, end);
  if (at?.gap === 'apostrophe' && folded(text, at) === 's') at = wordAfter(text, at.end);
  else if (at?.gap === 'other' && /^['’]\s$/.test(text.slice(end, at.start))) at = { ...at, gap: 'space' };
  let start = -1;
  let found: (Word & { posts: readonly string[] }) | null = null;
  for (let phrase = '', words = 0; at && at.gap !== 'other' && at.gap !== 'stop' && words < LONGEST_POST; words++) {
    // "کولمبیا کے صدر": the little word between belongs to neither.
    if (start < 0 && !index.links.has(folded(text, at))) start = at.start;
    for (const { form, end: to } of formsOf(index, text, at)) {
      const posts = index.posts.get(phrase + (phrase && ' ') + form);
      if (!posts) continue;
      found = { posts, start: start < 0 ? at.start : start, end: to };
      break;
    }
    phrase += (phrase && ' ') + folded(text, at);
    at = wordAfter(text, at.end);
  }
  return found;
}

/** Silent where a name stands beside the office (the name says who it is) or where a word makes it nobody in particular ("a US president"). */
function judge(
  { index }: Reading,
  text: string,
  start: number,
  end: number,
  country: string,
  posts: readonly string[],
): Candidate | null {
  const candidate = candidateAt(start, end, -1, 'role');
  candidate.office = posts.map((post) => `${country}/${post}`).join('|');
  // "vice president of Colombia": the title is longer than the post.
  for (let at = wordAt(text, start); at && at.end <= end; at = wordAfter(text, at.end))
    if ((titleEnding(index, text, { ...at, gap: 'space' })?.start ?? start) < start) return null;
  let next = wordAfter(text, wholeEnd(text, end));
  if (next && isMore(index, text, end, next)) return null;
  // "the president of Colombia's Congress", "the American president of the club": somebody else's.
  if (
    next &&
    (next.gap === 'apostrophe'
      ? index.names.has(folded(text, wordAt(text, end - 1) as Word))
      : /^(?:of|del?)$/.test(folded(text, next)))
  )
    return null;
  // Arabic, Hebrew and Persian put "former" behind.
  if (next?.gap === 'space' && !isCased(text, next) && index.former.has(folded(text, next)))
    candidate.qualifier = 'former';
  if (next && next.gap !== 'other' && index.elect.has(folded(text, next))) {
    candidate.qualifier = 'elect';
    candidate.end = next.end;
    next = wordAfter(text, next.end);
  }
  const between = next ? text.slice(candidate.end, next.start) : '';
  // Behind a colon a sentence may begin; elsewhere a capital is a name.
  const named =
    next &&
    (/^\s*:\s*$/.test(between)
      ? isKnown(index, folded(text, next))
      : /^(?:\s+|[,،]\s+|\s*[-–(“"«]\s*)$/.test(between) && isName(index, text, next));
  let before = wordBefore(text, start);
  const steps = (words: { has(word: string): boolean }) => before?.gap === 'space' && words.has(folded(text, before));
  let edge = start;
  while (before && (steps(index.links) || steps(index.definite))) {
    edge = before.start;
    before = wordBefore(text, edge);
  }
  if (before) {
    // "Barack Obama, the US president": the name before the comma says who. "Gustavo Petro kolumbiai elnök" does without one.
    const joined = edge === start && before.gap === 'space' && index.surnames.has(folded(text, before));
    const apart = /^[,،]\s*$/.test(text.slice(before.end, edge)) && !isOpener(index, text, before);
    if ((joined || apart) && isName(index, text, before)) return null;
    // "the powers of the president": the office, whoever holds it; "as president": a post.
    if (
      before.gap === 'space' &&
      (index.generic.has(folded(text, before)) || (edge === start && index.bare.has(folded(text, before))))
    )
      return null;
  }
  // "a former US president": as far as the article, no further than three words.
  before = wordBefore(text, start);
  for (let words = 0; words < 3 && before && before.gap !== 'other' && !steps(index.links); words++) {
    if (before.gap === 'stop' && !isShort(before)) break;
    const form = folded(text, before);
    if (index.former.has(form)) candidate.qualifier = 'former';
    else if (index.elect.has(form)) candidate.qualifier = 'elect';
    else if (index.indefinite.has(form)) return null;
    before = wordBefore(text, before.start);
  }
  if (named) {
    // "US President Joe Biden": on this page the office is somebody else's.
    const name = folded(text, next as Word);
    candidate.says = index.given.has(name) && !index.givens.has(name) ? 'other' : 'thing';
    return candidate;
  }
  const near = `${lastSentence(text.slice(Math.max(0, start - YEAR_NEAR), start))}${firstSentence(text.slice(end, end + YEAR_NEAR))}`;
  candidate.year = near.match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g)?.sort()[0] ?? '';
  return candidate;
}

/** "राष्ट्रपति चुनाव", "대통령 선거": with the next word it is an election, a palace, a candidacy. */
function isMore(index: Index, text: string, end: number, next: Neighbour): boolean {
  const last = wordAt(text, end - 1);
  if (!last || next.gap !== 'space') return false;
  return formsOf(index, text, next).some(({ form }) => index.words.has(`${folded(text, last)} ${form}`));
}

const isKnown = (index: Index, form: string): boolean =>
  index.given.has(form) || index.surnames.has(form) || index.givens.has(form);

/** "On Tuesday, the US president", "Still, the US president": a word before a comma that is nobody. */
function isOpener(index: Index, text: string, word: Word): boolean {
  const form = folded(text, word);
  return index.openers.has(form) || (opensSentence(text, word.start) && !isKnown(index, form));
}

const isName = (index: Index, text: string, word: Word): boolean =>
  isCased(text, word)
    ? isCapitalised(text, word)
    : index.surnames.has(folded(text, word)) || index.givens.has(folded(text, word));
