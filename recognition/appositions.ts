// An office beside a name says whose name it is: "Petro, Colombia's president, said".
import type { GazetteerFigure } from './gazetteer.ts';
import { type Nation, nationAt, type OfficePhrase, officePhrase, phraseBeside } from './offices.ts';
import { isOfOtherSex } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wholeNamesAt } from './whole-names.ts';
import type { Token } from './words.ts';

const FARTHEST_COUNTRY = 6; // words from the name to the country of its office
const MOST_LITTLE = 3; // words between the comma and the office

/**
 * "Petro, Colombia's president, said", "Rodríguez (the acting president of Venezuela)": behind a comma or a bracket
 * begins an office that the figure holds or held, with the figure's country.
 */
export function isInOffice(vocabulary: Vocabulary, name: Token, figure: GazetteerFigure): boolean {
  const { source, end } = name;
  if (figure.offices.length === 0 || !/^(?:[,،]\s|\s\()/.test(source.text.slice(end, end + 2))) return false;
  const first = name.next;
  let word = first;
  for (let words = 0; first && word && words < FARTHEST_COUNTRY; words++) {
    const phrase = phraseAt(vocabulary, word);
    if (phrase) return beginsAt(vocabulary, first, phrase) && isHeldBy(vocabulary, source.text, figure, phrase);
    const { next } = word;
    if (word.gapAfter === 'other' || word.gapAfter === 'stop') return false;
    word = next;
  }
  return false;
}

/** "Colombia's president, Petro, said": between commas, right behind an office that the figure holds or held. */
export function isNamedByOffice(vocabulary: Vocabulary, name: Token, figure: GazetteerFigure): boolean {
  const { source, start, end, previous: last } = name;
  if (!last || figure.offices.length === 0 || !/^\s?[,،]/.test(source.text.slice(end, end + 2))) return false;
  if (!/^[,،]\s$/.test(source.text.slice(last.end, start))) return false;
  let word = last;
  for (let words = 0; words < FARTHEST_COUNTRY; words++) {
    const phrase = phraseAt(vocabulary, word);
    if (phrase?.end === last.end) return isHeldBy(vocabulary, source.text, figure, phrase);
    if (!word.previous || word.gapBefore === 'other' || word.gapBefore === 'stop') return false;
    word = word.previous;
  }
  return false;
}

/** The office around a country that begins with this word, or that the word begins whole. */
function phraseAt(vocabulary: Vocabulary, word: Token): OfficePhrase | null {
  const [whole] = wholeNamesAt(vocabulary, word, false);
  const nation: Nation | null = whole
    ? {
        word: word.source.token(whole.start, whole.end),
        country: vocabulary.figures.get(whole.figure)?.id ?? '',
        named: true,
      }
    : nationAt(vocabulary, word);
  return (nation && phraseBeside(vocabulary, nation)) ?? officePhrase(vocabulary, word);
}

/**
 * Only an article and the like stand before the office, and where articles show a noun one adjective: "Petro, brother
 * of the president of Colombia", is somebody else.
 */
function beginsAt(vocabulary: Vocabulary, first: Token, { start }: OfficePhrase): boolean {
  const { definite, links, saying, former, articles } = vocabulary;
  let word: Token | null = first;
  for (let words = 0; word && words <= MOST_LITTLE; words++) {
    if (word.start >= start) return word.start === start;
    const form = word.folded;
    const isAdjective =
      articles === 1 && word.isSmall && word.next?.start === start && !saying.has(form) && !former.has(form);
    if (!definite.has(form) && !links.has(form) && !isAdjective) return false;
    word = word.next;
  }
  return false;
}

function isHeldBy(vocabulary: Vocabulary, text: string, figure: GazetteerFigure, { start, end, ids }: OfficePhrase) {
  const { offices, country } = figure;
  if (isOfOtherSex(vocabulary, text.slice(start, end), figure)) return false;
  return offices.some(({ office, post, ownPost }) =>
    [office, `${country}/${post}`, `${country}/${ownPost}`].some((id) => ids.includes(id)),
  );
}
