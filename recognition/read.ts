// Reads one block: finds every place where a name or an office may stand, and notes what the words around it say. Who
// is meant is decided later, from the whole page (resolve.ts).
import { giveOffices } from './appositions.ts';
import { type Candidate, nameCandidate } from './candidate.ts';
import { nameIn } from './clitics.ts';
import { firstStory } from './figures.ts';
import { readGivenName } from './given-names.ts';
import { readGlosses } from './glosses.ts';
import { type Nation, nationAt, officeBeside, officeNamed } from './offices.ts';
import { findRelatives } from './relatives.ts';
import { UNSPACED } from './scripts.ts';
import { readSurname } from './surnames.ts';
import { readUnspaced } from './unspaced.ts';
import type { Vocabulary } from './vocabulary.ts';
import { earliestOf, judgeWholeName, wholeNameInSmallLetters, wholeNamesAt } from './whole-names.ts';
import { isHashtag, type Token, TokenizedText } from './words.ts';

const LONGEST_LABEL = 60; // UTF-16 code units
const LONGEST_LIST = 600;
// Three or more tags of a few words each.
const LIST = /^[^,;|·.!?]{2,40}(?:[,;|·][^,;|·.!?]{2,40}){2,}$/;
/** "Tags:" before them. */
const HEADING = /^\s*\p{Lu}[^\p{Lu}:,.]{1,30}:/u;
const UNCASED = /\p{Lo}/u;

/**
 * Candidates of one block, in order. The prefilter finds where to look; everything else is read around its hits.
 * Linear, pure, never throws.
 */
export function readBlock(vocabulary: Vocabulary, text: string): Candidate[] {
  const { prefilter, spaceless, mayBegin } = vocabulary;
  const source = new TokenizedText(text);
  const candidates: Candidate[] = [];
  let next = 0;
  for (let at = prefilter.next(text); at >= 0; at = prefilter.next(text, next)) {
    next = at + 1;
    let found: Candidate[] = [];
    if (spaceless && UNSPACED.test(text[at] ?? '')) found = readUnspaced(vocabulary, text, at);
    else if (mayBegin(text, at)) {
      const word = source.wordAt(at);
      if (word) {
        found = readWord(vocabulary, word);
        next = Math.max(next, word.end);
      }
    }
    // A longer name of a later story leaves the words in it to earlier ones.
    const names = found.filter((one) => one.form !== 'office');
    const story = earliestOf(vocabulary, names);
    if (story === 0) for (const one of names) next = Math.max(next, one.end);
    candidates.push(...found);
  }
  giveOffices(vocabulary.figures, candidates);
  readGlosses(candidates, text);
  findRelatives(vocabulary, candidates, text);
  return candidates;
}

/** The candidates that begin with a word: an office, and a whole name or else what its surname or given name may be. */
function readWord(vocabulary: Vocabulary, word: Token): Candidate[] {
  const name = nameIn(vocabulary, word);
  if (!name) return [];
  const { figures } = vocabulary;
  const { text } = word.source;
  const isLabel = word.isSmall && isInSmallLetters(text);
  const isName = !word.isSmall;
  const isTag = isHashtag(word);
  const wholes = wholeNamesAt(vocabulary, name, isLabel || isTag);
  // Written small, a house may be any house ("det hvide hus"), in a label too; there a place is still the place.
  if (word.isSmall) {
    for (const whole of wholes)
      whole.maybeCommonWord =
        !(isLabel && figures.get(whole.figure)?.kind === 'place') &&
        !/\p{Lu}/u.test(text.slice(whole.start, whole.end));
  }
  const [whole] = wholes;
  // What only a later story has as a longer name is read as if it were none, for the figures of earlier ones.
  const story = earliestOf(vocabulary, wholes);
  const isFree = (figure: number) => firstStory(figures.get(figure)) < story;
  const isTaken = story === 0;
  const nations: Nation[] = wholes.map(({ start, end, figure }) => ({
    word: word.source.token(start, end),
    country: figures.get(figure)?.id ?? '',
    named: true,
  }));
  const nation = isTaken ? null : nationAt(vocabulary, name);
  if (nation) nations.push(nation);
  const found: Candidate[] = nations.flatMap((one) => officeBeside(vocabulary.ofId(one.country), one) ?? []);
  if (!isTaken && !nation) found.push(...[officeNamed(vocabulary, word)].filter((office) => office !== null));
  for (const one of wholes) judgeWholeName(vocabulary.of(one.figure), one, name);
  found.push(...wholes);
  // "Jordan" the country, and somebody of that surname.
  const isBoth = whole?.start === name.start && whole.end === name.end && !isPlace(vocabulary, name);
  const bearers = (vocabulary.surnames.get(name.folded) ?? []).filter((figure) => isBoth || isFree(figure));
  if (isTaken && bearers.length === 0) return found;
  if (!isName) return [...found, ...readSmall(vocabulary, name, bearers, isLabel)];
  for (const figure of bearers) found.push(readSurname(vocabulary.of(figure), name, figure));
  // A surname that an earlier story has as a given name may be that.
  const ofBearers = Math.min(...bearers.map((figure) => firstStory(figures.get(figure))));
  for (const figure of vocabulary.alone.get(name.folded) ?? []) {
    const isGiven = isFree(figure) && firstStory(figures.get(figure)) < ofBearers;
    const given = isGiven ? readGivenName(vocabulary.of(figure), name, figure) : null;
    if (given) found.push(given);
  }
  return found;
}

/**
 * In a tag or a label that has no capital at all but before its colon ("Tags: donald trump, colombia"), small letters
 * say nothing; a place's name is still its name. A text in a script without capitals never has one:
 * "트럼프(trump)" are cards.
 */
function isInSmallLetters(text: string): boolean {
  if (text.length >= LONGEST_LIST || UNCASED.test(text)) return false;
  const list = text.slice(HEADING.exec(text)?.[0].length ?? 0);
  const isShort = list === text && text.trim().length < LONGEST_LABEL;
  return list === list.toLowerCase() && (isShort || LIST.test(list));
}

/** "in Jordan": a preposition of place stands before it. */
const isPlace = ({ places }: Vocabulary, { previous, gapBefore }: Token): boolean =>
  previous !== null && gapBefore === 'space' && places.has(previous.folded);

/** A surname in small letters: with its given name a name all the same, alone a word; in a label or hashtag either. */
function readSmall(vocabulary: Vocabulary, name: Token, bearers: readonly number[], isLabel: boolean): Candidate[] {
  const whole =
    wholeNameInSmallLetters(vocabulary, name) ??
    (bearers.length === 0 && name.next ? wholeNameInSmallLetters(vocabulary, name.next) : null);
  if (whole) return [whole];
  const isTag = isHashtag(name);
  return bearers.map((figure) => {
    const surname = nameCandidate(name, figure, 'surname');
    if (isLabel || isTag) surname.maybeCommonWord = true;
    else surname.context = 'commonWord';
    return surname;
  });
}
