// Finds stretches that may be names in text with capitals: runs of capitalised words, cut where a title, an organisation,
// a place or a given name tells the parts apart.
import { canBeName, givenIn, isPlace, joins, knownAt, organizationIn, phraseOf, placeAt, titleAt } from './lookup.ts';
import { cutNouns } from './noun-runs.ts';
import { extendOrganization, lowerCaseOrganization } from './organizations.ts';
import { type Piece, personEnd, piece, withParticle } from './pieces.ts';
import { MANY_ENDINGS, type Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** The same of the first word of a name. */
function canOpenName(words: readonly Word[], at: number, v: Vocabulary): boolean {
  const word = words[at] as Word;
  if (!canBeName(word)) return false;
  return !word.opens || !opensOnly(word, v) || placeAt(words, at, v) > 1;
}

/** A word with a capital only because a sentence begins with it. */
function opensOnly(word: Word, v: Vocabulary): boolean {
  if (word.capitals && word.text.length < 5) return false;
  return v.functionWords.has(word.folded) || (v.saying.has(word.folded) && !v.given.has(word.folded));
}

/**
 * Runs of a sentence, each cut into pieces.
 * @param nouns words that are nouns in this article, where nouns have capitals too
 */
export function piecesOf(words: readonly Word[], v: Vocabulary, nouns: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const known = (words[at] as Word).capital ? knownAt(words, at, v) : 0;
    if (
      known > 0 &&
      !(known === 1 && words[at + 1] && joins(words, at + 1, v) && v.given.has((words[at] as Word).folded))
    ) {
      let end = at + known;
      while (end < words.length && joins(words, end, v) && v.organizations.has((words[end] as Word).folded)) end++;
      pieces.push({ ...piece(at, end, 'organization'), known: true });
      at = end;
      continue;
    }
    const lower = v.endings.length > MANY_ENDINGS ? lowerCaseOrganization(words, at, v) : 0;
    if (lower > at) {
      const end = extendOrganization(words, lower, v);
      pieces.push(piece(at, end, 'organization'));
      at = end;
      continue;
    }
    if (!canOpenName(words, at, v)) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < words.length && joins(words, end, v) && knownAt(words, end, v) === 0) end++;
    if (isShout(words, at, end) && placeAt(words, at, v) < end - at) {
      at = end;
      continue;
    }
    const cut = v.nounsCapital ? cutNouns(words, at, end, v, nouns) : cutRun(words, at, end, v);
    joinAnd(pieces, cut, words, v);
    pieces.push(...cut);
    at = Math.max(end, ...cut.map(({ to }) => to));
  }
  return pieces;
}

/** "Food and Drug Administration": takes the word before "and" into the organisation behind it. */
function joinAnd(pieces: Piece[], cut: Piece[], words: readonly Word[], v: Vocabulary): void {
  const [before, behind] = [pieces.at(-1), cut[0]];
  if (!before || behind?.kind !== 'organization' || behind.from - before.to !== 1) return;
  const isAnd = /^(?:and|&)$/.test((words[before.to] as Word).folded) && before.to - before.from === 1;
  if (!isAnd || !isCommon((words[before.from] as Word).folded, v) || (words[before.from] as Word).capitals) return;
  pieces.pop();
  behind.from = before.from;
}

/** "IDENTIFIED AS PRESS": several words in capitals are a heading or a sign, and no name by themselves. */
const isShout = (words: readonly Word[], from: number, to: number): boolean =>
  to - from > 1 &&
  words.slice(from, to).every(({ capitals }) => capitals) &&
  words.slice(from, to).some(({ text }) => text.length > 5);

/** Cuts a run of capitalised words. */
function cutRun(words: readonly Word[], from: number, to: number, v: Vocabulary): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  let title: { courtesy: string | null } | null = null;
  let afterPlace = false;
  const add = (end: number, kind: Piece['kind']) => {
    pieces.push({ ...piece(at, end, kind), title: title !== null, courtesy: title?.courtesy ?? null, afterPlace });
    title = null;
    afterPlace = false;
    at = end;
  };
  while (at < to) {
    const place = placeAt(words, at, v);
    if (place > 0 && at + place >= to && (place > 1 || !title)) {
      add(at + place, 'place');
      continue;
    }
    const titled = titleAt(words, at, to, v);
    if (titled > 0 && !(titled + at < to && organizationIn(words, at + titled, to, v) === at + titled)) {
      const phrase = phraseOf(words, at, at + titled);
      title = { courtesy: v.courtesy.has(phrase) ? phrase : null };
      at += titled;
      continue;
    }
    const head = organizationIn(words, at, to, v);
    const given = givenIn(words, at, to, v);
    // "Marine Le Pen": a given name that is a head too.
    const isGiven = head === at && given === at && at + 1 < to && !v.organizations.has((words[at + 1] as Word).folded);
    if (head >= 0 && !isGiven && (given < 0 || head < given || head === given + 1 || given === at)) {
      if (given === at && head > given + 2) {
        add(personEnd(words, at, head, v), 'person');
        continue;
      }
      let end = head + 1;
      while (end < to && goesOn(words[end] as Word, v)) end++;
      // Where the head comes first, what follows is the rest of the name.
      if (head === at && !v.titleCase) end = givenIn(words, end, to, v) > 0 ? givenIn(words, end, to, v) : to;
      add(extendOrganization(words, end, v), 'organization');
      continue;
    }
    if (place > 0 && given >= at + place) {
      add(at + place, 'place');
      afterPlace = true;
      continue;
    }
    const folded = (words[at] as Word).folded;
    if (v.notNames.has(folded) && !v.placeWords.has(folded) && (to - at === 1 || given > at)) {
      at++;
      continue;
    }
    if (v.nationalities.has(folded) && to - at > 1) {
      at++;
      afterPlace = to - at === 1 || words.slice(at, to).some((word) => isCommon(word.folded, v));
      continue;
    }
    if (v.nationalities.has(folded)) {
      at++;
      continue;
    }
    if (place > 0 && !(given === -1 && place === 1 && isGivenPlace(words, at, to, v))) {
      const end = titleIn(words, at + place, to, v);
      const rest = words.slice(at + place, end);
      // "Usa Mariangela Zappia": a place, and somebody.
      const isApart = rest.length > 1 && rest.every(({ folded }) => !isCommon(folded, v));
      if (end === at + place || isApart) add(at + place, 'place');
      else {
        afterPlace = true;
        add(end, 'unknown');
      }
      continue;
    }
    if (given === at) add(personEnd(words, at, to, v), 'person');
    else if (given > at && given < to - 1 && (isNoName(words, at, given, v) || (at === from && isLed(words, at, v))))
      add(given, 'unknown');
    else add(personEnd(words, at, to, v), 'unknown');
  }
  // What a particle joins to a person: "Ursula von der Leyen".
  return pieces.map((one) => (one.kind === 'person' || one.kind === 'unknown' ? withParticle(words, one, v) : one));
}

/** True where nothing from `from` to `to` can be a person's name. */
function isNoName(words: readonly Word[], from: number, to: number, v: Vocabulary): boolean {
  for (let at = from; at < to; at++) {
    const { folded, capitals, opens } = words[at] as Word;
    const isKnown =
      v.commonWords.has(folded) ||
      folded.split('-').some((part) => v.roles.has(part)) ||
      v.nationalities.has(folded) ||
      isPlace(folded, v) ||
      (capitals && folded.length > 1) ||
      opens ||
      to - from > 1;
    if (!isKnown) return false;
  }
  return true;
}

/** "Freedom Front Plus": a common word behind the head is a part of the name. */
const goesOn = ({ folded }: Word, v: Vocabulary): boolean =>
  v.organizations.has(folded) || (v.titleCase && isCommon(folded, v) && !v.titles.has(folded) && !v.roles.has(folded));

/** "la Santé Olivier Véran": an article or a preposition before, so that the name begins later. */
const isLed = (words: readonly Word[], at: number, v: Vocabulary): boolean => {
  const before = words[at - 1];
  return (
    (words[at] as Word).elided ||
    (before !== undefined && !before.capital && (v.articles.has(before.folded) || v.links.has(before.folded)))
  );
};

/** Where the first title behind `from` stands in the run, else its end. */
function titleIn(words: readonly Word[], from: number, to: number, v: Vocabulary): number {
  for (let at = from; at < to; at++) if (titleAt(words, at, to, v) > 0) return at;
  return to;
}

/** "Charlotte Beyer", but not "Charlotte Hornets": a given name that is a place too, and no common word behind it. */
function isGivenPlace(words: readonly Word[], at: number, to: number, v: Vocabulary): boolean {
  const next = words[at + 1];
  if (at + 1 >= to || next === undefined || !v.given.has((words[at] as Word).folded)) return false;
  // A plural is a team: "Cleveland Rams".
  return !isCommon(next.folded, v) && (!next.folded.endsWith('s') || v.surnames.has(next.folded));
}

/** Plurals count as their singular. */
const isCommon = (folded: string, v: Vocabulary): boolean =>
  v.commonWords.has(folded) || (folded.endsWith('s') && v.commonWords.has(folded.slice(0, -1)));
