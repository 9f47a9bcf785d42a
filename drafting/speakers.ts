// Who says what a sentence quotes: the person who is plainly the subject of a verb of saying, or stands alone before a
// colon. Whom it is said to, whose lawyer speaks and who it is about are nobody: a wrong speaker is worse than none.
import type { Figure } from './figure-records.ts';
import { keysOf } from './figures.ts';
import type { Sentence } from './mention.ts';
import {
  endsInColon,
  isSaying,
  type Named,
  type Outside,
  type Place,
  partsAt,
  pronounOf,
  type Quoted,
  readOutside,
} from './outside-quotations.ts';
import { isOwner, isSubject } from './subjects.ts';
import { unspacedSpeaker } from './unspaced-speakers.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Words of the longest apposition between two commas. */
const LONGEST_APPOSITION = 15;
/** Words that may open a sentence before its verb: "Am Freitag sagte Berg:". */
const LONGEST_OPENING = 4;
/** Words between a name and its verb: "Berg has also said". */
const MOST_BETWEEN = 4;

/** @param named figures outside of quotation marks */
export function speakerIn(sentence: Sentence, named: Named, quoted: readonly Quoted[], v: Vocabulary): Figure | null {
  if (!v.spaced) return unspacedSpeaker(sentence, named, quoted, v);
  const outside = readOutside(sentence, named, quoted);
  const speaking = outside.people.filter((place) => isSpeaking(place, outside, v));
  const beforeColon = speaking.findLast(({ end }) =>
    quoted.some(({ start }) => endsInColon(sentence.text, end, start)),
  );
  const different = new Set(speaking.map(({ figure }) => figure));
  // Two speakers and two quotations: which is whose is not plain.
  if (!beforeColon && different.size > 1 && quoted.length > 1) return null;
  const nearest = [...speaking].sort((a, b) => distance(a, quoted) - distance(b, quoted))[0];
  const speaker = beforeColon ?? nearest;
  if (!speaker || quoted.some((one) => isSaidByAnother(one, speaker, outside, v))) return null;
  return speaker.figure;
}

const distance = ({ start, end }: Place, quoted: readonly Quoted[]): number =>
  Math.min(...quoted.map((one) => (start >= one.end ? start - one.end : one.start - end)));

/** True of the subject of a verb of saying, and of who stands alone before a colon. */
function isSpeaking(place: Place, outside: Outside, v: Vocabulary): boolean {
  const { words } = outside;
  const { according, prepositions } = v.speaking;
  const lead = leadOf(place, outside, v);
  const word = words[lead];
  if (isOwner(place, outside, v)) return false;
  // "According to Berg", "Bergin mukaan": in whatever case.
  const isLed = (at: number) => at >= 0 && according.has((words[at] as Word).folded) && partsAt(outside, at);
  if (isLed(lead) || (word && prepositions.has(word.folded) && isLed(lead - 1))) return true;
  if (according.has(words[place.to]?.folded ?? '') && !partsAt(outside, place.to)) return true;
  if ((word && prepositions.has(word.folded)) || !isSubject(place, outside, v)) return false;
  return (
    (word !== undefined && isBehindVerb(lead, place, outside, v)) ||
    isBehindOffice(place, outside, v) ||
    isApposed(place, outside, v) ||
    (isFree(lead, outside, v) && isBeforeVerb(place, outside, v)) ||
    (word !== undefined && isInverted(lead, place, outside, v)) ||
    (lead < 0 && isBeforeColon(place, outside))
  );
}

/** The place of the word before a person and his titles; -1 where the part of the sentence begins with them. */
function leadOf({ from }: Place, outside: Outside, v: Vocabulary): number {
  const { words } = outside;
  let at = from;
  while (!partsAt(outside, at) && (belongsToName(words[at - 1] as Word, v) || isTrade(at - 1, outside, v))) at--;
  return partsAt(outside, at) ? -1 : at - 1;
}

/** "the former mayor" of "the former mayor Anna Berg". */
const belongsToName = (word: Word, v: Vocabulary): boolean => {
  const { folded } = word;
  if (v.speaking.prepositions.has(folded) || isSaying(word, v)) return false;
  const isPeople = v.nationalities.has(folded) && !v.places.has(folded);
  return isPeople || isOffice(word, v) || v.former.has(folded) || v.articles.has(folded);
};

/** "harbour" of "said the harbour minister Anna Berg", "Reuters" of "Reuters reporter Anna Berg said". */
function isTrade(at: number, outside: Outside, v: Vocabulary): boolean {
  const [word, office] = [outside.words[at], outside.words[at + 1]];
  if (!word || !office || partsAt(outside, at + 1)) return false;
  if (!isOffice(office, v)) return false;
  if (v.speaking.prepositions.has(word.folded) || isSaying(word, v)) return false;
  if (!word.capital && v.functionWords.has(word.folded)) return false;
  const before = outside.words[at - 1] as Word;
  return partsAt(outside, at) || isSaying(before, v) || v.articles.has(before.folded) || v.former.has(before.folded);
}

/** A noun for a person, also behind a hyphen ("Editor-in-Chief"). */
const isOffice = ({ folded }: Word, v: Vocabulary): boolean =>
  [folded, folded.split(/[-‐]/).at(-1) as string].some((one) => v.titles.has(one) || v.roles.has(one));

/** "…”, said Berg", "…”, ha detto Berti": the verb opens its part of the sentence, or nobody else stands before it. */
function isBehindVerb(lead: number, place: Place, outside: Outside, v: Vocabulary): boolean {
  const { words } = outside;
  let at = lead;
  while (at > 0 && v.speaking.beside.has((words[at] as Word).folded) && !isSaying(words[at], v)) at--;
  if (!isSayingAt(outside, at, v)) return false;
  const verb = words[at] as Word;
  while (!partsAt(outside, at) && v.speaking.beside.has((words[at - 1] as Word).folded)) at--;
  if (partsAt(outside, at)) return true;
  if (v.speaking.telling.has(verb.folded)) return false;
  return isBeforeColon(place, outside) && isAdverbial(at, outside, v);
}

/** "Am Freitag" of "Am Freitag sagte Berg:": what stands before the verb at `verb` is no subject. */
function isAdverbial(verb: number, outside: Outside, v: Vocabulary): boolean {
  const { words, people, others } = outside;
  let opens = verb;
  while (!partsAt(outside, opens)) opens--;
  const opening = words.slice(opens, verb);
  const mayBeSubject = (word: Word) =>
    isOffice(word, v) || v.organizations.has(word.folded) || pronounOf(word, v) !== null || isSaying(word, v);
  return (
    opening.length <= LONGEST_OPENING &&
    v.speaking.prepositions.has(opening[0]?.folded ?? '') &&
    ![...people, ...others].some(({ from }) => from >= opens && from < verb) &&
    !opening.some(mayBeSubject)
  );
}

/** A verb of saying, also with a capital where it opens the sentence. */
function isSayingAt({ words }: Outside, at: number, v: Vocabulary): boolean {
  const word = words[at];
  return isSaying(word, v) || (at === 0 && word !== undefined && v.saying.has(word.folded));
}

/** "said the mayor of Lund, Anna Berg", "dijo el ministro de Defensa Iván Velásquez": behind an office. */
function isBehindOffice({ from, to }: Place, outside: Outside, v: Vocabulary): boolean {
  const { words } = outside;
  if (from === 0) return false;
  const gap = outside.text.slice((words[from - 1] as Word).outerEnd, (words[from] as Word).start);
  // Without a comma, only a name in full.
  if (!/^,\s+$/.test(gap) && (partsAt(outside, from) || to - from < 2)) return false;
  let at = from - 1;
  while (!partsAt(outside, at) && !isSaying(words[at], v)) at--;
  if (!isSaying(words[at], v) || !opensPart(at, outside, v)) return false;
  return namesOffice(words.slice(at + 1, from), v);
}

/** "Berg’s husband, Karl Dahl, said": in apposition to an office. */
function isApposed({ from, to }: Place, outside: Outside, v: Vocabulary): boolean {
  const { words, text } = outside;
  const isComma = (at: number) =>
    at > 0 && at < words.length && /^,\s+$/.test(text.slice((words[at - 1] as Word).outerEnd, words[at]?.start));
  if (!isComma(from) || !isComma(to) || !isSaying(words[to], v)) return false;
  let opens = from - 1;
  while (!partsAt(outside, opens)) opens--;
  return namesOffice(words.slice(opens, from), v);
}

/** "the mayor of Lund": an office, and nobody else's ("a spokesman for Berg"). */
function namesOffice(words: readonly Word[], v: Vocabulary): boolean {
  const head = words.findIndex(({ folded }) => v.roles.has(folded) || v.titles.has(folded));
  if (head < 0) return false;
  const isBeside = ({ folded }: Word) => v.speaking.prepositions.has(folded);
  const [before, behind] = [words.slice(0, head), words.slice(head + 1)];
  if (before.some((word) => isBeside(word) || pronounOf(word, v) !== null)) return false;
  // "a friend of the mayor, Anna Berg": who is who is not plain.
  if (behind.some(({ folded }) => v.roles.has(folded) || v.titles.has(folded))) return false;
  return behind.length === 0 || v.of.has((behind.find(isBeside) ?? (behind[0] as Word)).folded);
}

/** "hat Hendel dem Tagesspiegel erzählt": between "has" and the verb. */
function isInverted(lead: number, { to }: Place, outside: Outside, v: Vocabulary): boolean {
  const { words, people } = outside;
  if (!v.speaking.beside.has((words[lead] as Word).folded)) return false;
  if (!opensPart(lead, outside, v) && !isAdverbial(lead, outside, v)) return false;
  for (let at = to; at < words.length && !partsAt(outside, at); at++) {
    if (isSaying(words[at], v)) return true;
    if (people.some(({ from }) => from === at)) return false;
  }
  return false;
}

/** Whether nothing but little words stands before the verb at `verb` in its part of the sentence. */
function opensPart(verb: number, outside: Outside, v: Vocabulary): boolean {
  let at = verb;
  while (!partsAt(outside, at) && v.speaking.beside.has((outside.words[at - 1] as Word).folded)) at--;
  return partsAt(outside, at);
}

/** Whether the person begins a part of the sentence, or stands behind "and", a day, or a verb of saying. */
function isFree(lead: number, outside: Outside, v: Vocabulary): boolean {
  if (lead < 0) return true;
  const { words, people } = outside;
  const word = words[lead] as Word;
  if (v.and.has(word.folded)) return !people.some(({ to }) => to === lead) && !partsAt(outside, lead);
  if (v.notNames.has(word.folded) && word.capital) return true;
  // "But Berg said".
  const isLittle = v.functionWords.has(word.folded) && !v.speaking.prepositions.has(word.folded);
  if (lead === 0 && isLittle && pronounOf(word, v) === null) return true;
  return isSaying(word, v) && !v.speaking.telling.has(word.folded);
}

/** "Berg said", "Berg, the mayor, later told", "Berg “…” dedi". */
function isBeforeVerb({ to }: Place, outside: Outside, v: Vocabulary): boolean {
  const { words } = outside;
  const gapAt = (at: number) => outside.text.slice((words[at - 1] as Word).outerEnd, words[at]?.start);
  let at = to;
  if (at < words.length && /^\s*[,(]\s*$/.test(gapAt(at))) {
    const close = words.findIndex(
      (_, index) => index > at && index <= at + LONGEST_APPOSITION && partsAt(outside, index),
    );
    if (close > 0 && /^\s*[,)]\s*$/.test(gapAt(close)) && !words.slice(at, close).some((word) => isSaying(word, v)))
      at = close;
  }
  const isTitle = (word: Word) =>
    (v.titlesAfter || v.surnameFirst || v.speaking.verbLast || !v.cased) &&
    (v.titles.has(word.folded) || keysOf(word.folded, v).some((key) => v.roles.has(key) || v.titles.has(key)));
  const isMark = (word: Word) => !v.cased && v.speaking.subjectMarks.includes(word.folded);
  const apposed = at;
  for (let skipped = 0; skipped < MOST_BETWEEN && at < words.length; skipped++) {
    // Only where the verb stands last may a quotation stand between.
    if ((at > apposed || at === to) && partsAt(outside, at) && !v.speaking.verbLast) return false;
    const word = words[at] as Word;
    if (isSaying(word, v)) return true;
    if (!v.speaking.beside.has(word.folded) && !isTitle(word) && !isMark(word)) return false;
    at++;
  }
  return false;
}

/** "Berg:", "Berg (61):", "Berg shouted:". */
const isBeforeColon = ({ end }: Place, { text, quoted }: Outside): boolean =>
  quoted.some(
    ({ start }) =>
      start > end &&
      /^(?:\s*\([^()]{1,40}\))?(?:\s[\p{Ll}\p{Lo}][\p{L}\p{M}]*)?\s*[:：]\s*\S?$/u.test(
        text.slice(end, start).trimEnd(),
      ),
  );

/** “…,” the judge said: what stands right behind a quotation has a verb of saying, and somebody else. */
function isSaidByAnother({ end }: Quoted, speaker: Place, outside: Outside, v: Vocabulary): boolean {
  const from = outside.words.findIndex(({ start }) => start >= end);
  if (from < 0 || speaker.from >= from) return false;
  let to = from + 1;
  while (!partsAt(outside, to)) to++;
  const behind = outside.words.slice(from, to);
  const verb = behind.findIndex((word) => isSaying(word, v));
  if (verb < 0 || v.speaking.verbLast) return false;
  return behind.some((word, at) => at !== verb && !v.speaking.beside.has(word.folded) && pronounOf(word, v) === null);
}
