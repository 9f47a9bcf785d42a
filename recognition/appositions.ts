// What stands in apposition says who bears a surname: an office ("said Petro, president of Colombia, on Friday"), or a
// trade, which introduces a stranger.
import type { Candidate, OfficeCandidate } from './candidate.ts';
import type { Figures, GazetteerFigure } from './figures.ts';
import { split } from './lists.ts';
import { holdsTitle, isOfOtherSex } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fitsOne } from './word-sets.ts';
import { isBehindComma, type Token } from './words.ts';

const SHORTEST_TRADE = 4; // letters
const MOST_BEFORE_TRADE = 2; // an article, an adjective
const LONGEST_TITLE = 4; // words

/** Tells the surnames beside offices whose holders they name that they are these holders. */
export function giveOffices(figures: Figures, candidates: readonly Candidate[]): void {
  for (const office of candidates) {
    if (office.form !== 'office' || office.holderAt === null) continue;
    for (const name of candidates) {
      if (name.form !== 'surname' || name.context !== 'clear') continue;
      if (name.start !== office.holderAt && name.end !== office.holderAt) continue;
      const figure = figures.get(name.figure);
      if (!figure || !mayHold(figure, office)) continue;
      name.holdsOffice = true;
      name.besideCountry = true;
    }
  }
}

/** The figure holds or held the office; who still holds it is no former one. */
const mayHold = (figure: GazetteerFigure, { office, qualifier }: OfficeCandidate): boolean =>
  figure.offices.some((term) => isOfTerm(figure, term, split(office)) && (qualifier !== 'former' || term.to !== null));

/** True where a figure's term is one in one of these offices. */
export const isOfTerm = (
  { country }: GazetteerFigure,
  { office, post, ownPost }: GazetteerFigure['offices'][number],
  ids: readonly string[],
): boolean => [office, `${country}/${post}`, `${country}/${ownPost}`].some((name) => ids.includes(name));

/**
 * "Ottoline Maduro, a teacher from Leeds, …", "Аграфена Мадуро, учительница": a noun for people that is no title opens
 * what stands behind the comma, with its article where the language has indefinite ones.
 */
export function hasTradeBehindComma(vocabulary: Vocabulary, { next, source, end }: Token): boolean {
  if (!next || !/^,\s+$/.test(source.text.slice(end, next.start))) return false;
  const { indefinite, nounsCapital, trades, titles } = vocabulary;
  const mustHaveArticle = vocabulary.titleCase === 1 && vocabulary.articles === 1;
  const isIndefinite = indefinite.has(next.folded);
  if (mustHaveArticle && !isIndefinite) return false;
  let word: Token | null = isIndefinite ? next.next : next;
  for (let words = 0; words < MOST_BEFORE_TRADE && word && (isIndefinite || words === 0); words++) {
    const isNoun = nounsCapital ? word.isCapitalised : word.isSmall;
    const title = titles.get(word.folded);
    const isTrade = word.folded.length >= SHORTEST_TRADE && (title === 'other' || fitsOne(trades, word.folded));
    if (isNoun && isTrade && !isLittle(vocabulary, word)) return (title ?? 'other') === 'other';
    if (word.gapAfter !== 'space') return false;
    word = word.next;
  }
  return false;
}

/** "Rubio, the secretary of state, wanted more": a title of the figure's stands alone between commas. */
export function hasTitleBehindComma(
  vocabulary: Vocabulary,
  { next, source, end }: Token,
  figure: GazetteerFigure,
): boolean {
  const { definite, titles } = vocabulary;
  if (!next || !/^,\s+$/.test(source.text.slice(end, next.start))) return false;
  let word: Token | null = definite.has(next.folded) ? next.next : next;
  let phrase = '';
  for (let words = 0; words < LONGEST_TITLE && word; words++) {
    phrase = `${phrase} ${word.folded}`.trim();
    const title = source.text[word.end] === ',' ? titles.get(phrase) : undefined;
    if (title) return holdsTitle(figure, title) && !isOfOtherSex(vocabulary, phrase, figure);
    if (!/^(?:space|apostrophe)$/.test(word.gapAfter)) return false;
    word = word.next;
  }
  return false;
}

/**
 * "O padeiro Adérito Trump, de Faro": an article and a trade stand before it. Behind a preposition it may be a surname
 * that ends there ("Selon l'économiste Piketty Trump a perdu"), in Germanic languages the subject behind its verb
 * ("Gestern nannte der Senator Osgood Trump einen Lügner").
 */
export function isNamedByTrade(vocabulary: Vocabulary, { previous: noun, gapBefore }: Token): boolean {
  const { articles, genitive, dropsThat, definite, indefinite, trades, titles, places, toward } = vocabulary;
  const article = noun?.previous;
  if (!articles || genitive || dropsThat || !article || gapBefore !== 'space' || noun.gapBefore !== 'space')
    return false;
  if (!definite.has(article.folded) && !indefinite.has(article.folded)) return false;
  const { previous: before } = article;
  if (before && [places, toward, vocabulary.with].some((list) => list.has(before.folded))) return false;
  return (titles.get(noun.folded) ?? 'other') === 'other' && fitsOne(trades, noun.folded);
}

/** "sagt Händler Orvar Trump": where nouns have capitals, a trade behind a verb of saying names who speaks. */
export function isSpeakersTrade(vocabulary: Vocabulary, { previous: noun, gapBefore }: Token): boolean {
  const { nounsCapital, saying, trades, titles } = vocabulary;
  const verb = noun?.gapBefore === 'space' ? noun.previous : null;
  if (!nounsCapital || !noun || !verb || gapBefore !== 'space' || !saying.has(verb.folded)) return false;
  const title = titles.get(noun.folded);
  return title ? title === 'other' : fitsOne(trades, noun.folded);
}

/**
 * "the Petro", "un Rubio": an article, where names have none. Where nouns have capitals, one behind a comma and before
 * a verb is a pronoun ("Der Mann, *der* Petro berät").
 */
export function isArticleBefore(vocabulary: Vocabulary, word: Token, name: Token): boolean {
  const { definite, indefinite, namesHaveArticles, nounsCapital } = vocabulary;
  if (namesHaveArticles || !vocabulary.articles || !(definite.has(word.folded) || indefinite.has(word.folded)))
    return false;
  const isBeforeVerb = name.gapAfter === 'space' && name.next?.isSmall === true;
  return !(nounsCapital && isBeforeVerb && isBehindComma(word));
}

/** A word that opens sentences, or stands before other words. */
export function isLittle(vocabulary: Vocabulary, { folded }: Token): boolean {
  const { openers, links, places, toward, definite, indefinite, saying } = vocabulary;
  const lists = [openers, links, places, toward, vocabulary.with, definite, indefinite, saying];
  return lists.some((list) => list.has(folded));
}
