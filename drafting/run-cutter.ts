// Cuts a run of capitalised words where a title, an organisation, a place or a given name tells the parts apart.
import { givenIn, isCommon, isPlace, organizationIn, phraseOf, placeAt, titleAt } from './lookup.ts';
import { extendOrganization, lowerCaseOrganization } from './organizations.ts';
import { type Piece, personEnd, piece, withParticle } from './pieces.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** @param from first word of the run @param to behind its last */
export function cutRun(words: readonly Word[], from: number, to: number, v: Vocabulary): Piece[] {
  const run: Run = { words, v, at: from, from, to, pieces: [], title: null, afterPlace: false };
  while (run.at < to)
    if (!(takePlace(run) || takeTitle(run) || takeOrganization(run) || takeOrigin(run))) takePerson(run);
  // What a particle joins to a person: "Ursula von der Leyen".
  return run.pieces.map((one) => (one.kind === 'person' || one.kind === 'unknown' ? withParticle(words, one, v) : one));
}

/** Words in capitals between a title and its holder: "υπουργός Κλιματικής Κρίσης …". */
const MOST_OF_OFFICE = 4;

/** A run that is being cut; `at` is the first word that is in no piece yet. */
interface Run {
  readonly words: readonly Word[];
  readonly v: Vocabulary;
  readonly from: number;
  readonly to: number;
  readonly pieces: Piece[];
  at: number;
  /** A title that stands right before `at`. */
  title: { courtesy: string | null } | null;
  afterPlace: boolean;
}

function add(run: Run, end: number, kind: Piece['kind']): true {
  const { pieces, at, title, afterPlace } = run;
  pieces.push({ ...piece(at, end, kind), title: title !== null, courtesy: title?.courtesy ?? null, afterPlace });
  run.title = null;
  run.afterPlace = false;
  run.at = end;
  return true;
}

/** Passes over a title: who comes next bears it. */
function hold(run: Run, end: number, phrase = ''): true {
  run.title = { courtesy: run.v.courtesy.has(phrase) ? phrase : null };
  run.at = end;
  return true;
}

/** A place that is all that is left of the run. */
function takePlace(run: Run): boolean {
  const { words, v, at, to, title } = run;
  const place = placeAt(words, at, v);
  return place > 0 && at + place >= to && (place > 1 || title === null) && add(run, at + place, 'place');
}

function takeTitle(run: Run): boolean {
  const { words, v, at, to } = run;
  const titled = titleAt(words, at, to, v) || (opensAsRole(run) ? 1 : 0);
  if (titled === 0) return false;
  // "Justice Department": a head right behind makes it a part of a name, where heads come last.
  if (!v.headsFirst && titled + at < to && organizationIn(words, at + titled, to, v) === at + titled) return false;
  return hold(run, at + titled, phraseOf(words, at, at + titled));
}

/** "Voorzitter Jan van Dam": a noun for people opens the sentence, and somebody's name follows. */
function opensAsRole({ words, v, at, to }: Run): boolean {
  const [word, next, behind] = [words[at] as Word, words[at + 1], words[to]];
  if (!word.opens || at + 1 >= to || !next || !isPlainRole(word, v)) return false;
  const isParticle = to - at === 2 && behind !== undefined && !behind.capital && v.particles.has(behind.folded);
  // "Hovorca Úradu vlády", "Посланик Демократске странке": what he belongs to comes first.
  const isOfBody =
    v.headsFirst &&
    (organizationIn(words, at + 1, to, v) === at + 1 || lowerCaseOrganization(words, at + 1, v) > at + 1);
  // "Szef Solidarności Zbigniew Tokarz", where names have cases: what he heads is one word.
  const isOfOne =
    v.headsFirst && v.endings.length > MANY_ENDINGS && at + 3 < to && givenIn(words, at + 1, to, v) === at + 2;
  // "Museichefen Sofia Rydell": a given name that is a place too.
  const isGiven = givenIn(words, at + 1, to, v) === at + 1 || (at + 2 < to && v.given.has(next.folded));
  return isGiven || isParticle || isOfBody || isOfOne;
}

/** A language with more endings than this has cases. */
const MANY_ENDINGS = 5;

const isPlainRole = ({ folded }: Word, v: Vocabulary): boolean =>
  v.roles.has(folded) && !v.given.has(folded) && !v.organizations.has(folded) && !isPlace(folded, v);

function takeOrganization(run: Run): boolean {
  const { words, v, at, to } = run;
  // "Ravnatelj Kliničkog bolničkog centra": what somebody is head of.
  const lower = run.title && at + 1 === to ? lowerCaseOrganization(words, at, v) : at;
  if (lower > at) {
    run.title = null;
    return add(run, extendOrganization(words, lower, v), 'organization');
  }
  const head = organizationIn(words, at, to, v);
  const given = givenIn(words, at, to, v);
  // "Marine Le Pen": a given name that is a head too.
  const isGiven = head === at && given === at && at + 1 < to && !v.organizations.has((words[at + 1] as Word).folded);
  if (head < 0 || isGiven || !(given < 0 || head < given || head === given + 1 || given === at)) return false;
  if (given === at && head > given + 2) return add(run, personEnd(words, at, head, v), 'person');
  let end = head + 1;
  while (end < to && goesOn(words[end] as Word, v)) end++;
  // Where the head comes first, what follows is the rest of the name, up to a person.
  if (head === at && v.headsFirst) {
    const next = givenIn(words, end, to, v);
    end = next > 0 ? next : to;
  }
  return add(run, extendOrganization(words, end, v), 'organization');
}

/** A place, a people or a word that is no name, before something else: "Florida …", "Israeli …". */
function takeOrigin(run: Run): boolean {
  const { words, v, at, to } = run;
  const place = placeAt(words, at, v);
  const given = givenIn(words, at, to, v);
  if (place > 0 && given >= at + place) {
    add(run, at + place, 'place');
    run.afterPlace = true;
    return true;
  }
  const { folded } = words[at] as Word;
  // "Jan van Dijk": a month's abbreviation, and a given name before a particle.
  const isBeforeParticle = given === at && to - at === 1 && v.particles.has(words[to]?.folded ?? '');
  const isNoName =
    !isBeforeParticle && v.notNames.has(folded) && !v.placeWords.has(folded) && (to - at === 1 || given > at);
  if (isNoName || v.nationalities.has(folded)) {
    run.at = at + 1;
    if (!isNoName && to - run.at > 0)
      run.afterPlace = to - run.at === 1 || words.slice(run.at, to).some((word) => isCommon(word.folded, v));
    return true;
  }
  if (place === 0 || (given < 0 && place === 1 && isGivenPlace(words, at, to, v))) return false;
  const end = titleIn(words, at + place, to, v);
  const rest = words.slice(at + place, end);
  // "Usa Mariangela Zappia": a place, and somebody.
  const isApart = rest.length > 1 && rest.every((word) => !isCommon(word.folded, v));
  if (end === at + place || isApart) return add(run, at + place, 'place');
  run.afterPlace = true;
  return add(run, end, 'unknown');
}

function takePerson(run: Run): boolean {
  const { words, v, at, from, to, title } = run;
  const given = givenIn(words, at, to, v);
  const end = personEnd(words, at, to, v);
  if (given === at) {
    // "Liman İşletmesi Genel Müdürü": an office, although its first word is a given name too.
    if (end - at > 2 && end < to && isOffice(words[end - 1] as Word, v)) return hold(run, end);
    return add(run, end, 'person');
  }
  const isTitled = title !== null || (given > at && given - at < MOST_OF_OFFICE && followsTitle(words, at, v));
  const isLater = isTitled || (at === from && isLed(words, at, v)) || isNoName(words, at, given, v);
  if (given < at || given >= to - 1 || !isLater) {
    if (isPeople(words, at, end, v)) {
      run.at = end;
      return true;
    }
    return add(run, end, 'unknown');
  }
  // "Ulaştırma Bakanı Helin Marşap": what ends with a title is an office.
  if (titleIn(words, at, given, v) < given || isOffice(words[given - 1] as Word, v)) return hold(run, given);
  // "υπουργός Μεταφορών Ελένη …": a department between a title and its holder.
  return isTitled ? hold(run, given) : add(run, given, 'unknown');
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

/** "Latin American", "South Koreans": a people of two words. */
function isPeople(words: readonly Word[], at: number, end: number, v: Vocabulary): boolean {
  const [first, last] = [words[at] as Word, words[end - 1] as Word];
  if (end - at !== 2 || !v.nationalities.has(last.folded)) return false;
  return v.notNames.has(first.folded) || v.nationalities.has(first.folded) || isCommon(first.folded, v);
}

const isOffice = ({ folded }: Word, v: Vocabulary): boolean => v.roles.has(folded) || v.titles.has(folded);

/** "la Santé Olivier Véran": an article or a preposition before, so that the name begins later. */
const isLed = (words: readonly Word[], at: number, v: Vocabulary): boolean => {
  const before = words[at - 1];
  return (
    (words[at] as Word).elided ||
    (before !== undefined && !before.capital && (v.articles.has(before.folded) || v.links.has(before.folded)))
  );
};

/** A title in small letters right before; English sets a name there and nothing else. */
const followsTitle = (words: readonly Word[], at: number, v: Vocabulary): boolean =>
  v.code !== 'en' && v.titles.has(words[at - 1]?.folded ?? '');

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
