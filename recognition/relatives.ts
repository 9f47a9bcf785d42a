// Several of one surname: a family ("die Trumps"); a relative behind it, who says whose relative he is ("Trump's son
// Donald Trump Jr."); one who is introduced as a relative ("her brother Jorge Rodríguez").
import type { Candidate, NameCandidate } from './candidate.ts';
import { isShortestForm } from './cases.ts';
import { withoutClitics } from './clitics.ts';
import { foldText, withoutInvisible } from './fold.ts';
import { hasCase } from './scripts.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

const NEAR = 40; // UTF-16 code units between the surname and the relative's
const READ = 80; // UTF-16 code units read on each side, those that nobody sees counted
const MOST_BEFORE = 3; // words between "son" and the surname, that one counted: "son of President Trump"
const MOST_BEFORE_KIN = 7; // words up to "granddaughter": "granddaughter of the current President of the US"
const LONGEST_BEHIND = 8; // characters up to the end of such a word, where none is spaced
const POSSESSIVE = /^['’]\p{Ll}{0,5}/u;
const CLAUSE_END = /[,.!?:;。、，！？।؟۔]/;
const MOST_BEFORE_GIVEN = 3; // words up to the surname, given names counted: "brother, Jorge Jesús"
const LONGEST_APPOSITION = 80; // UTF-16 code units from a surname to the whole name of whose relative it is
const APPOSITION = /^(?:\s\p{Lu}[\p{L}’'-]+){0,2}(?:,\s|\s[-–—]\s?|\s\()((?:[^\s,.;:()–—]+\s){0,2}[^\s,.;:()–—]+)/u;
/** From the comma behind another bearer ("… of Honduras, ") to the figure's name, with no other comma. */
const ASIDE = /^(?:\s[^\s,.;:()]+){0,3}\s?(?:,|\(|[-–—])\s?([^,.;:()]{3,60})$/u;
const STEM = 3; // letters that the forms of a word for a relative share
const SENTENCE_END = /[.!?;。！？।؟۔]\s|[。！？]/;
const NO_LETTERS = /[^\p{L}\p{M}]+/u;

/** Tells the surnames that stand beside a word for a relative, and before another bearer of them, that they do. */
export function findRelatives(vocabulary: Vocabulary, candidates: readonly Candidate[], text: string): void {
  if (candidates.length === 0 || vocabulary.kin.all.length === 0) return;
  candidates.forEach((name, at) => {
    if (name.form === 'office' || name.form === 'name') return;
    if (name.context === 'clear') name.kinOf = kinOwned(vocabulary, text, name);
    name.isAside = name.context === 'clear' && name.form === 'full' && isAside(vocabulary, candidates, at, text);
    if (name.form !== 'surname') return;
    if (name.context === 'otherPerson')
      name.kin = kinIn(vocabulary, before(text, name), MOST_BEFORE_GIVEN) || kinIn(vocabulary, behind(text, name));
    if (name.context !== 'clear') return;
    if (isOwnRelative(vocabulary, name, candidates.slice(at + 1), text)) {
      name.context = 'otherPerson';
      name.kin = kinIn(vocabulary, behind(text, name));
      return;
    }
    for (let behind = at + 1; behind < candidates.length; behind++) {
      const other = candidates[behind] as Candidate;
      if (other.start - name.end > NEAR) return;
      if (other.form === 'office' || other.figure !== name.figure || other.start < name.end) continue;
      // "ドナルド・トランプ・ジュニア": what stands behind his name makes it another's.
      const isOther = other.context === 'otherPerson' || (other.context === 'partOfName' && other.form === 'full');
      if (!isOther || other.form === 'given') return;
      const between = text.slice(name.end, other.start);
      if (SENTENCE_END.test(between)) return;
      name.hasRelative = (kinIn(vocabulary, between) || kinIn(vocabulary, before(text, name), MOST_BEFORE)) !== '';
      return;
    }
  });
}

/**
 * "the *granddaughter* of US President Donald Trump", "Donald Trump's eldest *granddaughter*": the first letters of the
 * word whose owner the name tells. Between the two stand little words, titles and countries ("whose sister is acting
 * president Delcy Rodríguez"), or an adjective behind a possessive.
 */
function kinOwned(vocabulary: Vocabulary, text: string, name: Candidate): string {
  const { spaceless, genitive, definite, links, bare, acting, nationality, titles } = vocabulary;
  const [behind = ''] = withoutInvisible(text.slice(name.end, name.end + READ)).split(CLAUSE_END);
  if (spaceless) return kinIn(vocabulary, behind.slice(0, LONGEST_BEHIND));
  const owner = POSSESSIVE.exec(behind)?.[0] ?? '';
  const next = /^\s/.test(behind.slice(owner.length)) ? wordsIn(behind.slice(owner.length)) : [];
  const isOwner = owner !== '' || (genitive === 1 && /s$/.test(text.slice(name.start, name.end)));
  const owned = kinAmong(vocabulary, next.slice(0, isOwner ? 2 : 1));
  if (owned) return owned;
  for (const written of before(text, name).split(NO_LETTERS).filter(Boolean).slice(-MOST_BEFORE_KIN).reverse()) {
    const word = foldText(written);
    const kin = kinAmong(vocabulary, [word]);
    const isBetween =
      [definite, links, bare, acting].some((list) => list.has(word)) ||
      nationality.get(word) !== undefined ||
      withoutClitics(vocabulary, word).some((form) => titles.get(form) !== undefined) ||
      /^\p{Lu}/u.test(written);
    if (kin || !isBetween) return kin;
  }
  return '';
}

/**
 * "Nicolás Petro, *son of President* Gustavo Petro", "Ricardo Maduro, *no relation to* Nicolás Maduro": what stands
 * between commas behind another bearer says only whose relative that one is, or is not. A noun right before the name is
 * the figure ("Melania Trump, with her *husband* Donald Trump"), unless the language has cases.
 */
function isAside(vocabulary: Vocabulary, candidates: readonly Candidate[], at: number, text: string): boolean {
  const name = candidates[at] as Candidate;
  const other = candidates.slice(0, at).findLast((one) => one.form !== 'office' && one.figure === figureOf(name));
  if (other?.context !== 'otherPerson' || !hasCase(text)) return false;
  const [, aside = ''] = ASIDE.exec(withoutInvisible(text.slice(other.end, name.start))) ?? [];
  const words = aside.split(NO_LETTERS).filter(Boolean);
  const isRelation = (word: string) => vocabulary.relations.has(foldText(word)) || isKin(vocabulary, foldText(word));
  const noun = words.findLastIndex(isRelation);
  if (noun < 0) return false;
  if (vocabulary.inflected === 1 || vocabulary.instrumentalEndings.all.length > 0)
    return !vocabulary.with.has(foldText(words[0] ?? ''));
  return words.slice(noun + 1).some((word) => !/^\p{Lu}/u.test(word));
}

const figureOf = (name: Candidate): number => (name.form === 'office' ? -1 : name.figure);

/** What stands before a name in its sentence. */
const before = (text: string, { start }: Candidate): string =>
  withoutInvisible(text.slice(Math.max(0, start - READ), start))
    .split(SENTENCE_END)
    .at(-1) ?? '';

/** "Jorge Rodríguez, *a brother of* the president": the first words of what stands behind a name's comma. */
function behind(text: string, { end }: Candidate): string {
  const [, apposition = ''] = APPOSITION.exec(withoutInvisible(text.slice(end, end + NEAR))) ?? [];
  return apposition;
}

/** "Rodríguez, brother of the interim president, Delcy Rodríguez": the bare surname is not hers. */
function isOwnRelative(
  vocabulary: Vocabulary,
  name: NameCandidate,
  later: readonly Candidate[],
  text: string,
): boolean {
  if (!kinIn(vocabulary, behind(text, name))) return false;
  const next = later.find((one) => one.form !== 'office' && one.figure === name.figure);
  if (next?.form !== 'full' || next.context !== 'clear') return false;
  const between = text.slice(name.end, next.start);
  return between.length <= LONGEST_APPOSITION && !SENTENCE_END.test(between);
}

/** The first letters of a word for a relative among the last words of a text; "" where none is. */
function kinIn(vocabulary: Vocabulary, text: string, most = Infinity): string {
  const { kin, spaceless } = vocabulary;
  if (spaceless) return kin.all.find((word) => foldText(text).includes(word)) ?? '';
  return kinAmong(vocabulary, wordsIn(text).slice(-most));
}

/** The same among folded words. */
function kinAmong(vocabulary: Vocabulary, words: readonly string[]): string {
  return words.find((word) => isKin(vocabulary, word))?.slice(0, STEM) ?? '';
}

const isKin = (vocabulary: Vocabulary, word: string): boolean =>
  withoutClitics(vocabulary, word).some((form) => vocabulary.kin.has(form));

const wordsIn = (text: string): string[] => foldText(text).split(NO_LETTERS).filter(Boolean);

/**
 * "los Trump", "die Trumps": the article of the plural makes it the family. Where the language also has a genitive in
 * -s, a short article needs that form.
 */
export function isFamily(vocabulary: Vocabulary, article: Token, name: Token, figure: number): boolean {
  const { nounsCapital, genitive, surnames } = vocabulary;
  const { source, start, folded } = article;
  // German: behind a comma the article may open a relative clause ("die Frau, die Trumps Rede schrieb").
  if (nounsCapital && /,\s*$/.test(source.text.slice(Math.max(0, start - 9), start))) return false;
  // "семья Трампа": his own; a family has no ending of a case, or that of the plural.
  if (vocabulary.instrumentalEndings.all.length > 0 && !isShortestForm(vocabulary, name, figure)) return false;
  return folded.length > 3 || !genitive || (name.folded.endsWith('s') && surnames.has(name.folded.slice(0, -1)));
}
