// What a title before a surname says of it.
import { endsInConsonant, isShortestForm } from './cases.ts';
import { isWeak } from './figures.ts';
import { isBaseForm, type SurnameReading } from './surname-behind.ts';
import {
  holdsTitle,
  isAbbreviated,
  isActingTitle,
  isCountryBeside,
  isForeignTitle,
  isOfOtherCountry,
  isOfOtherSex,
  isOfSex,
  isTitleInNominative,
  type Title,
} from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

/** Takes the title right before a surname. @param before its last word */
export function takeTitle({ vocabulary, figure, candidate, name }: SurnameReading, title: Title, before: Token): void {
  const { source, start } = title.first;
  candidate.title = source.text.slice(start, before.end);
  candidate.titleMatches = holdsTitle(figure, title.title);
  candidate.isActing = candidate.titleMatches && isActingTitle(vocabulary, title, name);
  // "P. Trumpas" (lt): nobody addresses a word.
  candidate.hasHonorific = /^m[rs]$/.test(title.title);
  if (candidate.hasHonorific) candidate.maybeCommonWord = false;
  // "Präsidentin Rodríguez", "la presidente Rodríguez" is never the brother.
  const article = title.first.gapBefore === 'space' ? title.first.previous : null;
  const isHers = article !== null && vocabulary.feminineArticles.has(article.folded);
  if (candidate.titleMatches && figure.person?.female && (isHers || isOfSex(vocabulary, candidate.title, 'feminine')))
    candidate.isWomans = true;
  candidate.besideCountry = isCountryBeside(vocabulary, title.first, name, figure.country);
}

/** "Тренер Трамп недоволен": in a language of cases an office and a surname, both without an ending, are one person. */
const areInNominative = (vocabulary: Vocabulary, { last }: Title, name: Token, figure: number): boolean =>
  endsInConsonant(name.folded) && isTitleInNominative(vocabulary, last) && isShortestForm(vocabulary, name, figure);

/** What a title says of a bare surname behind it. */
export function judgeTitle({ vocabulary, figure, candidate, name, inHeadline }: SurnameReading, title: Title): void {
  const isOther = title.title === 'other';
  // "el cantante Maduro" is another man. "The judge Trump appointed" and "прокурор Трампа" are none: so the language
  // must not drop "that", and the name must have no ending.
  const isOthers = () => isOther && !vocabulary.dropsThat && /^[a-z]+$/.test(name.folded) && isBaseForm(name, figure);
  if (
    isForeignTitle(figure, title.title) ||
    (isOther && isAbbreviated(title)) ||
    isOthers() ||
    isOfOtherSex(vocabulary, candidate.title, figure) ||
    (isOther && areInNominative(vocabulary, title, name, candidate.figure)) ||
    (isWeak(figure) && isOfOtherCountry(vocabulary, title.first, name, figure.country))
  )
    candidate.context = 'otherPerson';
  // "Judge Trump" in mid-sentence; at its beginning only where articles would show a noun.
  else if (isOther && !inHeadline && title.first.isCapitalised)
    candidate.maybeOtherPerson = vocabulary.articles === 1 || !title.first.opensSentence;
}
