// Finds stretches that may be names in text with capitals: runs of capitalised words, cut where a title, an organisation,
// a place or a given name tells the parts apart.
import { canBeName, givenIn, isPlace, isPlain, joins, organizationIn, phraseOf, placeAt, titleAt } from './lookup.ts';
import { extendOrganization, lowerCaseOrganization } from './organizations.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** A part of a run; `from` and `to` are words of the sentence, `to` exclusive. */
export interface Piece {
  from: number;
  to: number;
  kind: 'person' | 'organization' | 'place' | 'unknown';
  /** A title stands right before it. */
  title: boolean;
  courtesy: string | null;
  /** It follows a place or a people in the same run, or begins with one. */
  afterPlace: boolean;
}

/** Words of a person's name. */
const LONGEST_PERSON = 5;

/** The same of the first word of a name. */
const canOpenName = (word: Word, v: Vocabulary): boolean => canBeName(word, v) && !(word.opens && opensOnly(word, v));

/** A word with a capital only because a sentence begins with it. */
function opensOnly(word: Word, v: Vocabulary): boolean {
  return v.functionWords.has(word.folded) || (v.saying.has(word.folded) && !v.given.has(word.folded));
}

/** Runs of a sentence, each cut into pieces. */
export function piecesOf(words: readonly Word[], v: Vocabulary): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const lower = v.nounsCapital ? 0 : lowerCaseOrganization(words, at, v);
    if (lower > at) {
      const end = extendOrganization(words, lower, v);
      pieces.push(piece(at, end, 'organization'));
      at = end;
      continue;
    }
    if (!canOpenName(words[at] as Word, v)) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < words.length && joins(words, end, v)) end++;
    const cut = v.nounsCapital ? cutNouns(words, at, end, v) : cutRun(words, at, end, v);
    pieces.push(...cut);
    at = Math.max(end, ...cut.map(({ to }) => to));
  }
  return pieces;
}

const piece = (from: number, to: number, kind: Piece['kind']): Piece => ({
  from,
  to,
  kind,
  title: false,
  courtesy: null,
  afterPlace: false,
});

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
    const titled = titleAt(words, at, to, v);
    if (titled > 0 && !(titled + at < to && organizationIn(words, at + titled, to, v) === at + titled)) {
      const phrase = phraseOf(words, at, at + titled);
      title = { courtesy: v.courtesy.has(phrase) ? phrase : null };
      at += titled;
      continue;
    }
    const head = organizationIn(words, at, to, v);
    const given = givenIn(words, at, to, v);
    if (head >= 0 && (given < 0 || head < given || head === given + 1 || given === at)) {
      if (given === at && head > given + 2) {
        add(personEnd(words, at, head, v), 'person');
        continue;
      }
      let end = head + 1;
      while (end < to && v.organizations.has((words[end] as Word).folded)) end++;
      // Where the head comes first, what follows is the rest of the name.
      if (head === at && !v.titleCase) end = givenIn(words, end, to, v) > 0 ? givenIn(words, end, to, v) : to;
      add(extendOrganization(words, end, v), 'organization');
      continue;
    }
    const place = placeAt(words, at, to, v);
    if (place > 0 && at + place === to) {
      add(to, 'place');
      continue;
    }
    if (place > 0 && given >= at + place) {
      add(at + place, 'place');
      afterPlace = true;
      continue;
    }
    const folded = (words[at] as Word).folded;
    if (v.nationalities.has(folded) && to - at > 1) {
      at++;
      afterPlace = true;
      continue;
    }
    if (v.nationalities.has(folded)) {
      at++;
      continue;
    }
    if (place > 0) {
      afterPlace = true;
      add(to, 'unknown');
      continue;
    }
    if (given === at) add(personEnd(words, at, to, v), 'person');
    else if (given > at && given < to - 1 && isNoName(words, at, given, v)) add(given, 'unknown');
    else add(Math.min(personEnd(words, at, to, v), to), 'unknown');
  }
  // What a particle joins to a person: "Ursula von der Leyen".
  return pieces.map((one) => (one.kind === 'person' || one.kind === 'unknown' ? withParticle(words, one, v) : one));
}

/** Cuts a run where common nouns have capitals too: only what is known, or stands side by side, can be a name. */
function cutNouns(words: readonly Word[], from: number, to: number, v: Vocabulary): Piece[] {
  const pieces: Piece[] = [];
  let title: { courtesy: string | null } | null = null;
  for (let at = from; at < to; ) {
    const word = words[at] as Word;
    const titled = titleAt(words, at, to, v);
    if (titled > 0) {
      const phrase = phraseOf(words, at, at + titled);
      title = { courtesy: v.courtesy.has(phrase) ? phrase : null };
      at += titled;
      continue;
    }
    const add = (end: number, kind: Piece['kind']) => {
      pieces.push({ ...piece(at, end, kind), title: title !== null, courtesy: title?.courtesy ?? null });
      title = null;
      at = end;
    };
    const isOrganization = v.organizations.has(word.folded);
    if (v.given.has(word.folded) && !isOrganization) add(personEnd(words, at, to, v), 'person');
    else if (isOrganization) add(extendOrganization(words, at + 1, v), 'organization');
    else {
      const place = placeAt(words, at, to, v);
      if (place > 0) add(at + place, 'place');
      else if (title === null && (v.roles.has(word.folded) || v.nationalities.has(word.folded))) at++;
      else
        add(
          at +
            (to - at >= 2 &&
            !v.given.has((words[at + 1] as Word).folded) &&
            !v.organizations.has((words[at + 1] as Word).folded)
              ? 2
              : 1),
          'unknown',
        );
    }
  }
  return pieces.map((one) => (one.kind === 'person' ? withParticle(words, one, v) : one));
}

/** The end of a person's name that begins at `from`. */
function personEnd(words: readonly Word[], from: number, to: number, v: Vocabulary): number {
  let end = from + 1;
  while (end < to && end - from < LONGEST_PERSON) {
    const { folded, capitals } = words[end] as Word;
    if (v.organizations.has(folded) || v.nationalities.has(folded) || titleAt(words, end, to, v) > 0) break;
    if (capitals && folded.length > 2 && !(words[from] as Word).capitals && !/^[ivx]+$/.test(folded)) break;
    end++;
  }
  return end;
}

/** A person's name with a particle and what follows it. */
function withParticle(words: readonly Word[], one: Piece, v: Vocabulary): Piece {
  let end = one.to;
  for (let step = 0; step < 2; step++) {
    let at = end;
    while (at < words.length && at - end < 3 && isParticle(words[at] as Word, v)) at++;
    const next = words[at];
    if (at === end || !next?.capital || !isPlain(next.gap) || next.elided) break;
    if (
      v.links.has((words[end] as Word).folded) &&
      (isPlace(next.folded, v) || v.organizations.has(next.folded) || next.capitals)
    )
      break;
    if (one.kind === 'unknown' && v.links.has((words[end] as Word).folded)) break;
    if (v.nounsCapital && v.articles.has((words[end] as Word).folded)) break;
    end = at + 1;
    while (end < words.length && joins(words, end, v) && end - one.from < LONGEST_PERSON + 3) end++;
  }
  return end > one.to ? { ...one, to: end } : one;
}

function isParticle(word: Word, v: Vocabulary): boolean {
  return !word.capital && isPlain(word.gap) && v.particles.has(word.folded) && !/^[eyi]$|^und$/.test(word.folded);
}

/** True where nothing from `from` to `to` can be a person's name. */
function isNoName(words: readonly Word[], from: number, to: number, v: Vocabulary): boolean {
  for (let at = from; at < to; at++) {
    const { folded, capitals, opens } = words[at] as Word;
    const isKnown =
      v.commonWords.has(folded) ||
      v.roles.has(folded) ||
      v.nationalities.has(folded) ||
      isPlace(folded, v) ||
      (capitals && folded.length > 1) ||
      opens ||
      to - from > 1;
    if (!isKnown) return false;
  }
  return true;
}
