// What a title, a noun or the surname's own form says of whether a bearer is a man or a woman.
import { foldText } from './fold.ts';
import type { SurnameReading } from './surname-behind.ts';
import { isOfOtherSex, isOfSex, type Title, titleEnding } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isBeforeComma, type Token } from './words.ts';

const MOST_BEFORE_GIVEN = 3; // words
const LONGEST_HONORIFIC = 2; // letters
const SHORTEST_NOUN = 3; // letters; a shorter one is an article

/** Notes of another bearer, and of a man's bare surname, whether it is a man's or a woman's. */
export function readSex({ vocabulary, figure, candidate, name }: SurnameReading): void {
  const { person } = figure;
  if (candidate.context === 'otherPerson') {
    if (person?.female && (isMister(vocabulary, candidate) || isSaidOfMan(vocabulary, name)))
      candidate.saidSex = 'male';
    if (person?.male && isSaidOfWoman(vocabulary, name, candidate.title)) candidate.saidSex = 'female';
  } else if (person?.female && candidate.form === 'surname') {
    // "Her brother Jorge Rodríguez stayed. Ms. Rodríguez left."
    if (isWomansTitle(vocabulary, wordsOf(candidate.title))) candidate.saidSex = 'female';
    else if (candidate.context === 'clear' && isBrothers(vocabulary, name)) {
      candidate.context = 'otherPerson';
      candidate.saidSex = 'male';
    }
  } else if (person?.male && candidate.form === 'surname') {
    // "Mrs. Trump left before Mr. Trump": it is not hers. Nor is "Trump" where she is "Trumpová".
    // "s Trumpovou" is hers, or his possessive.
    const mayBeWomans = vocabulary.perhapsWomens.all.some((ending) => name.seen.toLowerCase().endsWith(ending));
    if (isMister(vocabulary, candidate) || (vocabulary.womens.all.length > 0 && !mayBeWomans))
      candidate.saidSex = 'male';
  }
}

/** "η Τραμπ", "η κ. Τραμπ": where names have articles, the one before a surname or its title says the sex. */
export function readSexOfArticle(
  { vocabulary, figure, candidate }: SurnameReading,
  { previous: before, gapBefore }: Token,
  title: Title | null,
): void {
  if (!vocabulary.namesHaveArticles || !before) return;
  const isHonorific = gapBefore === 'stop' && before.isSmall && before.folded.length <= LONGEST_HONORIFIC;
  const article = title || isHonorific ? (title?.first ?? before).previous : before;
  if (!article) return;
  if (isOfOtherSex(vocabulary, article.written, figure)) candidate.context = 'otherPerson';
  // "ο Χόρχε Ροντρίγκες … η Ροντρίγκες"
  else if (figure.person?.female && isOfSex(vocabulary, article.written, 'feminine')) candidate.saidSex = 'female';
}

/** An article of the feminine that is no preposition (it *la* Rodríguez, not pt *a*). */
export const isHerArticle = ({ feminineArticles, places, toward }: Vocabulary, { folded, gapAfter }: Token): boolean =>
  gapAfter === 'space' && feminineArticles.has(folded) && ![places, toward].some((list) => list.has(folded));

/**
 * "её брат Хорхе Родригес", "ο Χόρχε Ροντρίγκες": a man's noun stands before the given name, or his article. Behind a
 * preposition or a woman's title it is another's ("el ministro junto *a* Paula Rodríguez").
 */
function isSaidOfMan(vocabulary: Vocabulary, name: Token): boolean {
  const { masculine, namesHaveArticles, places, toward, with: beside } = vocabulary;
  let word = name.previous?.previous ?? null;
  for (let words = 0; words < MOST_BEFORE_GIVEN && word; words++) {
    const isPlain = words === 0 || namesHaveArticles || word.folded.length >= SHORTEST_NOUN;
    if (isPlain && masculine.has(word.folded)) return true;
    const { folded } = word;
    if (word.gapBefore === 'stop' || isWomansTitle(vocabulary, folded)) return false;
    if ([places, toward, beside].some((list) => list.has(folded))) return false;
    word = word.previous;
  }
  return false;
}

/** "Rodríguez, *hermano de* la presidenta": a man's noun for a relative behind the comma, and a link behind that. */
function isBrothers({ indefinite, links, kin, masculine }: Vocabulary, name: Token): boolean {
  const { next: first } = name;
  if (!first || !isBeforeComma(name)) return false;
  const noun = indefinite.has(first.folded) && first.gapAfter === 'space' ? first.next : first;
  if (!noun || !kin.has(noun.folded) || !masculine.has(noun.folded)) return false;
  return noun.gapAfter === 'space' && links.has(noun.next?.folded ?? '');
}

/** "Mrs. Trump", "First Lady Melania Trump", "Trumpová". */
function isSaidOfWoman(vocabulary: Vocabulary, name: Token, title: string): boolean {
  const written = name.seen.toLowerCase();
  if (vocabulary.womens.all.some((ending) => written.endsWith(ending))) return true;
  if (title) return isWomansTitle(vocabulary, wordsOf(title)) || isOfSex(vocabulary, title, 'feminine');
  const { previous: given } = name;
  const before = given?.previous && given.gapBefore !== 'other' ? titleEnding(vocabulary, given.previous) : null;
  return before !== null && /^(?:ms|first-lady)$/.test(before.title);
}

const isMister = ({ titles }: Vocabulary, { title }: SurnameReading['candidate']): boolean =>
  titles.get(wordsOf(title)) === 'mr';

const isWomansTitle = ({ titles }: Vocabulary, title: string): boolean =>
  /^(?:ms|first-lady)$/.test(titles.get(title) ?? '');

/** A title as the lexicon has it: "Г-ђа" is two words there. */
const wordsOf = (title: string): string => foldText(title).replaceAll('-', ' ');
