// Several of one surname: a family ("die Trumps"); a relative behind it, who says whose relative he is ("Trump's son
// Donald Trump Jr."); one who is introduced as a relative ("her brother Jorge Rodríguez").
import type { Candidate } from './candidate.ts';
import { isShortestForm } from './cases.ts';
import { withoutClitics } from './clitics.ts';
import { foldText, withoutInvisible } from './fold.ts';
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
const SENTENCE_END = /[.!?;。！？।؟۔]\s|[。！？]/;
const NO_LETTERS = /[^\p{L}\p{M}]+/u;

/** Tells the surnames that stand beside a word for a relative, and before another bearer of them, that they do. */
export function findRelatives(vocabulary: Vocabulary, candidates: readonly Candidate[], text: string): void {
  if (candidates.length === 0 || vocabulary.kin.all.length === 0) return;
  candidates.forEach((name, at) => {
    if (name.form === 'office' || name.form === 'name') return;
    if (name.context === 'clear') name.isAsRelative = isKinOf(vocabulary, text, name);
    if (name.form !== 'surname') return;
    if (name.context === 'otherPerson') name.isRelative = isKinIn(vocabulary, before(text, name), MOST_BEFORE_GIVEN);
    if (name.context !== 'clear') return;
    for (let behind = at + 1; behind < candidates.length; behind++) {
      const other = candidates[behind] as Candidate;
      if (other.start - name.end > NEAR) return;
      if (other.form === 'office' || other.figure !== name.figure || other.start < name.end) continue;
      // "ドナルド・トランプ・ジュニア": what stands behind his name makes it another's.
      const isOther = other.context === 'otherPerson' || (other.context === 'partOfName' && other.form === 'full');
      if (!isOther || other.form === 'given') return;
      const between = text.slice(name.end, other.start);
      if (SENTENCE_END.test(between)) return;
      name.hasRelative = isKinIn(vocabulary, between, Infinity) || isKinIn(vocabulary, before(text, name), MOST_BEFORE);
      return;
    }
  });
}

/**
 * "the granddaughter of US President Donald Trump", "Donald Trump's eldest granddaughter": the name says only whose
 * relative somebody is. Between the two stand little words, titles and countries ("whose sister is acting president
 * Delcy Rodríguez"), or an adjective behind a possessive.
 */
function isKinOf(vocabulary: Vocabulary, text: string, name: Candidate): boolean {
  const { kin, spaceless, genitive, definite, links, bare, acting, nationality, titles } = vocabulary;
  const [behind = ''] = withoutInvisible(text.slice(name.end, name.end + READ)).split(CLAUSE_END);
  if (spaceless) return kin.all.some((word) => foldText(behind).slice(0, LONGEST_BEHIND).includes(word));
  const isKin = (word: string) => withoutClitics(vocabulary, word).some((form) => kin.has(form));
  const owner = POSSESSIVE.exec(behind)?.[0] ?? '';
  const next = /^\s/.test(behind.slice(owner.length)) ? wordsOf(behind.slice(owner.length)) : [];
  const isOwner = owner !== '' || (genitive === 1 && /s$/.test(text.slice(name.start, name.end)));
  if (next.slice(0, isOwner ? 2 : 1).some(isKin)) return true;
  for (const written of before(text, name).split(NO_LETTERS).filter(Boolean).slice(-MOST_BEFORE_KIN).reverse()) {
    const word = foldText(written);
    if (isKin(word)) return true;
    const isBetween =
      [definite, links, bare, acting].some((list) => list.has(word)) ||
      nationality.get(word) !== undefined ||
      withoutClitics(vocabulary, word).some((form) => titles.get(form) !== undefined) ||
      /^\p{Lu}/u.test(written);
    if (!isBetween) return false;
  }
  return false;
}

const wordsOf = (text: string): string[] => foldText(text).split(NO_LETTERS).filter(Boolean);

/** What stands before a name in its sentence. */
const before = (text: string, { start }: Candidate): string =>
  withoutInvisible(text.slice(Math.max(0, start - READ), start))
    .split(SENTENCE_END)
    .at(-1) ?? '';

/** True where a word for a relative is among the last words of a text. */
function isKinIn(vocabulary: Vocabulary, text: string, most: number): boolean {
  const { kin, spaceless } = vocabulary;
  const folded = foldText(text);
  if (spaceless) return kin.all.some((word) => folded.includes(word));
  const words = folded.split(NO_LETTERS).filter(Boolean);
  return words.slice(-most).some((word) => withoutClitics(vocabulary, word).some((form) => kin.has(form)));
}

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
