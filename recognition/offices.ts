// Offices named without the person: "the Colombian president", "secretario de Estado de EE. UU.". They are looked for
// around the country's name, which is rarer than "president". Who held the office is a question of the page's date.
import { type OfficeCandidate, officeCandidate } from './candidate.ts';
import { formsOf, isEndingOfAbbreviation } from './clitics.ts';
import type { WordSet } from './lexicon.ts';
import { isPost } from './posts.ts';
import { isInWord } from './scripts.ts';
import { titleEnding } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Span, Token } from './words.ts';

const YEAR_NEAR = 40; // UTF-16 code units: "In 1998 the Colombian president …"
const LONGEST_POST = 4; // words: "minister of foreign affairs"
const MOST_LINKS = 3; // little words between a post and its country
const QUALIFIER_WORDS = 3; // looked at before an office for "former", "elect", "a"
const SHORT = 2; // letters

/** A country's name or (not `named`) its adjective, with the country's figure id. */
export interface Nation {
  word: Token;
  country: string;
  named: boolean;
}

/** Posts (by their ids) that a phrase names. */
interface PostPhrase extends Span {
  posts: readonly string[];
}

/** A nationality of one word, or of two with a hyphen ("norte-americano"). */
export function nationAt({ nationality }: Vocabulary, word: Token): Nation | null {
  const country = nationality.get(word.folded);
  if (country) return { word, country, named: false };
  const { next, source } = word;
  if (!next || word.gapAfter !== 'hyphen') return null;
  const both = nationality.get(`${word.folded} ${next.folded}`);
  return both ? { word: source.token(word.start, next.end), country: both, named: false } : null;
}

/** The office that is named around a country; null where none is. */
export function officeBeside(vocabulary: Vocabulary, nation: Nation): OfficeCandidate | null {
  if (vocabulary.posts.size === 0) return null;
  const { word, country } = nation;
  const { source } = word;
  const officeAt = (start: number, end: number, posts: readonly string[]) =>
    judgeOffice(vocabulary, source.token(start, end), posts.map((post) => `${country}/${post}`).join('|'));
  // "interim Venezuelan president" has the country in its middle.
  const around = postAround(vocabulary, word);
  if (around) return officeAt(around.start, around.end, around.posts);
  // "Colombian president", "Venezuela's interim leader"
  const behind = postBehind(vocabulary, word);
  if (behind) {
    const office = officeAt(word.start, behind.end, behind.posts);
    if (office) office.core = { start: behind.start, end: office.end };
    return office;
  }
  // "president of Colombia", "presidente colombiano"
  if (!nation.named && !vocabulary.adjectiveBehind) return null;
  const before = postBefore(vocabulary, word);
  if (!before || !namesSomebody(vocabulary, before.first)) return null;
  const office = officeAt(before.start, withEnding(vocabulary, word).end, before.posts);
  if (!office) return null;
  office.core = { start: before.start, end: before.end };
  if (before.isElect) office.qualifier = 'elect';
  return office;
}

/** A post that begins with the word before the country and ends behind it. */
function postAround({ posts }: Vocabulary, country: Token): PostPhrase | null {
  const first = country.previous;
  if (!first || country.gapBefore !== 'space') return null;
  let phrase = first.folded;
  let last = country;
  for (let words = 0; words < LONGEST_POST && last.next && !isParted(last); words++) {
    last = last.next;
    phrase += ` ${last.folded}`;
    const found = posts.get(phrase);
    if (found) return { posts: found, start: first.start, end: last.end };
  }
  return null;
}

/** The longest post behind a country, a possessive "'s" and little words passed over. */
function postBehind(vocabulary: Vocabulary, country: Token): PostPhrase | null {
  const { source } = country;
  const { posts, links } = vocabulary;
  const name = withEnding(vocabulary, source.token(country.start, endOfWord(country)));
  let { next: word, gapAfter: gap } = name;
  if (word && gap === 'apostrophe' && word.folded === 's') {
    gap = word.gapAfter;
    word = word.next;
  } else if (word && gap === 'other' && /^['’]\s$/.test(source.text.slice(name.end, word.start))) gap = 'space';
  let start = -1;
  let phrase = '';
  let found: PostPhrase | null = null;
  for (let words = 0; word && gap !== 'other' && gap !== 'stop' && words < LONGEST_POST; words++) {
    // "کولمبیا کے صدر": the little word between belongs to neither.
    if (start < 0 && !links.has(word.folded)) start = word.start;
    for (const { form, end } of formsOf(vocabulary, word)) {
      const named = posts.get(phrase + form);
      if (!named) continue;
      found = { posts: named, start: start < 0 ? word.start : start, end };
      break;
    }
    phrase += `${word.folded} `;
    gap = word.gapAfter;
    word = word.next;
  }
  return found;
}

/** A country with the case ending that is written onto its abbreviation ("SAD-a"). */
function withEnding(vocabulary: Vocabulary, country: Token): Token {
  const { next, source, start } = country;
  return next && isEndingOfAbbreviation(vocabulary, next) ? source.token(start, next.end) : country;
}

/** The longest post before a country, little words and "elect" passed over ("president-elect of the United States"). */
function postBefore(
  { posts, links, elect }: Vocabulary,
  country: Token,
): (PostPhrase & { first: Token; isElect: boolean }) | null {
  let { previous: word, gapBefore: gap } = country;
  for (let passed = 0; word && gap === 'space' && passed < MOST_LINKS && links.has(word.folded); passed++) {
    gap = word.gapBefore;
    word = word.previous;
  }
  const last = word;
  const isElect = word !== null && elect.has(word.folded);
  if (word && isElect) {
    gap = word.gapBefore;
    word = word.previous;
  }
  let found: { posts: readonly string[]; first: Token } | null = null;
  for (let phrase = '', words = 0; word && words < LONGEST_POST; words++) {
    if (gap === 'other' || (gap === 'stop' && !isShort(word))) break;
    phrase = word.folded + (phrase && ` ${phrase}`);
    const named = posts.get(phrase);
    if (named) found = { posts: named, first: word };
    gap = word.gapBefore;
    word = word.previous;
  }
  return found && last && { ...found, start: found.first.start, end: last.end, isElect };
}

/**
 * "the president of Colombia" is somebody; "elected president of Colombia" need not be. At the beginning of a sentence
 * the press leaves the article out.
 */
function namesSomebody({ articles, definite }: Vocabulary, office: Token): boolean {
  const word = office.previous;
  if (!articles || !word || office.gapBefore === 'other') return true;
  return [word, word.previous].some((one) => one && definite.has(one.folded));
}

/** "и.о. президента": a full stop behind a letter or two ends no sentence. */
const isShort = (word: Token): boolean => word.end - word.start <= SHORT;

/** True where a sentence ends behind a word, or something else than a space stands there. */
const isParted = (word: Token): boolean => word.gapAfter === 'other' || (word.gapAfter === 'stop' && !isShort(word));

/** The end of the word that a name is only the beginning of ("কলম্বিয়ার", "콜롬비아의"). */
function endOfWord({ source, end }: Token): number {
  return end > 0 && isInWord(source.text, end - 1) ? (source.wordAt(end)?.end ?? end) : end;
}

/** An office that one word or phrase names whole ("POTUS"). */
export function officeNamed(vocabulary: Vocabulary, first: Token): OfficeCandidate | null {
  const { offices, names, links } = vocabulary;
  const words: Token[] = [];
  for (let last: Token | null = first; last && words.length <= LONGEST_POST; last = isParted(last) ? null : last.next) {
    words.push(last);
    const id = offices.get(words.map((word) => word.folded).join(' '));
    if (!id) continue;
    const office = judgeOffice(vocabulary, first.source.token(first.start, last.end), id);
    if (!office) return null;
    // "глава Белого дома": the institution is marked on its own.
    const forms = words.map((word) => word.folded);
    const name = forms.findIndex((_, from) => from > 0 && names.has(forms.slice(from).join(' ')));
    let end = name - 1;
    while (end > 0 && links.has(forms[end] as string)) end--;
    if (end >= 0) office.core = { start: first.start, end: (words[end] as Token).end };
    return office;
  }
  return null;
}

/**
 * Reads the surroundings of an office. Null where it is nobody's ("a US president"), part of another title ("vice
 * president of Colombia"), or where a name beside it says who it is.
 */
function judgeOffice(vocabulary: Vocabulary, phrase: Token, id: string): OfficeCandidate | null {
  const { source, start } = phrase;
  if (isInLongerTitle(vocabulary, phrase) || belongsToOther(vocabulary, phrase)) return null;
  const office = officeCandidate(phrase, id);
  const next = readQualifierBehind(vocabulary, phrase, office);
  if (isNamedBefore(vocabulary, phrase)) return null;
  if (!readQualifierBefore(vocabulary, phrase, office)) return null;
  if (next && isNameBehind(vocabulary, source.text.slice(office.end, next.start), next)) {
    // "US President Joe Biden": on this page the office is somebody else's.
    const { given: commonGivenNames, givens: figureGivenNames } = vocabulary;
    const isOther = commonGivenNames.has(next.folded) && !figureGivenNames.has(next.folded);
    office.context = isOther ? 'otherPerson' : 'partOfName';
    return office;
  }
  const before = lastSentence(source.text.slice(Math.max(0, start - YEAR_NEAR), start));
  const behind = firstSentence(source.text.slice(phrase.end, phrase.end + YEAR_NEAR));
  office.year = (before + behind).match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g)?.sort()[0] ?? '';
  return office;
}

const lastSentence = (text: string): string => text.split(/[.!?。]\s/).at(-1) ?? '';
const firstSentence = (text: string): string => text.split(/[.!?。]\s/)[0] ?? '';

/** "vice president of Colombia": the title is longer than the post. */
function isInLongerTitle(vocabulary: Vocabulary, phrase: Token): boolean {
  let word = phrase.source.wordAt(phrase.start);
  for (; word && word.end <= phrase.end; word = word.next) {
    const title = titleEnding(vocabulary, word);
    if (title && title.first.start < phrase.start) return true;
  }
  return false;
}

/** True where the word behind an office makes it another thing, or the office of another body. */
function belongsToOther(vocabulary: Vocabulary, phrase: Token): boolean {
  const { source, start, end } = phrase;
  const { next, gapAfter: gap } = source.token(start, endOfWord(phrase));
  if (!next) return false;
  const last = source.wordAt(end - 1);
  // "राष्ट्रपति चुनाव", "대통령 선거": with the next word it is an election, a palace, a candidacy.
  const isMore = ({ form }: { form: string }) => vocabulary.words.has(`${last?.folded} ${form}`);
  if (last && gap === 'space' && formsOf(vocabulary, next).some(isMore)) return true;
  // "the president of Colombia's Congress"; "of the U.S.'s ports", where no word ends; "the American president of the
  // club"
  if (gap === 'apostrophe') return !last || vocabulary.names.has(last.folded);
  return /^(?:of|del?)$/.test(next.folded);
}

/** Reads "former" and "elect" behind an office; returns the word behind them. */
function readQualifierBehind({ former, elect }: Vocabulary, phrase: Token, office: OfficeCandidate): Token | null {
  const { next, gapAfter: gap } = phrase.source.token(phrase.start, endOfWord(phrase));
  if (!next) return null;
  // Arabic, Hebrew and Persian put "former" behind.
  if (gap === 'space' && !next.isCased && former.has(next.folded)) office.qualifier = 'former';
  if (gap === 'other' || !elect.has(next.folded)) return next;
  office.qualifier = 'elect';
  office.end = next.end;
  return next.next;
}

/** True where the word behind an office is a name. A capital says so, but not behind a colon. */
function isNameBehind(vocabulary: Vocabulary, between: string, word: Token): boolean {
  if (/^\s*:\s*$/.test(between)) return isKnownName(vocabulary, word.folded);
  return /^(?:\s+|[,،]\s+|\s*[-–(“"«]\s*)$/.test(between) && looksLikeName(vocabulary, word);
}

/** True where the words before an office say who holds it, or that it is an office and no person. */
function isNamedBefore(vocabulary: Vocabulary, phrase: Token): boolean {
  const { links, definite, surnames } = vocabulary;
  let edge = phrase;
  const isLittle = (words: WordSet) =>
    edge.previous !== null && edge.gapBefore === 'space' && words.has(edge.previous.folded);
  while (isLittle(links) || isLittle(definite)) edge = edge.previous as Token;
  const { previous: word, gapBefore: gap, source } = edge;
  if (!word) return false;
  const isRightBefore = edge === phrase;
  // "Barack Obama, the US president": the name before the comma says who. "Gustavo Petro kolumbiai elnök" has no comma.
  const isJoinedName = isRightBefore && gap === 'space' && surnames.has(word.folded);
  const isApart = /^[,،]\s*$/.test(source.text.slice(word.end, edge.start)) && !isOpener(vocabulary, word);
  if ((isJoinedName || isApart) && looksLikeName(vocabulary, word)) return true;
  return isPost(vocabulary, phrase, edge);
}

/** Reads "former" and "elect" before an office; false where it is nobody's in particular ("a US president"). */
function readQualifierBefore(
  { former, elect, indefinite, links }: Vocabulary,
  phrase: Token,
  office: OfficeCandidate,
): boolean {
  let { previous: word, gapBefore: gap } = phrase;
  for (let words = 0; words < QUALIFIER_WORDS && word && gap !== 'other'; words++) {
    if (gap === 'space' && links.has(word.folded)) break;
    if (gap === 'stop' && !isShort(word)) break;
    if (former.has(word.folded)) office.qualifier = 'former';
    else if (elect.has(word.folded)) office.qualifier = 'elect';
    else if (indefinite.has(word.folded)) return false;
    gap = word.gapBefore;
    word = word.previous;
  }
  return true;
}

const isKnownName = ({ given, surnames, givens }: Vocabulary, form: string): boolean =>
  given.has(form) || surnames.has(form) || givens.has(form);

/** "On Tuesday, the US president", "Still, the US president": a word before a comma that is nobody. */
const isOpener = (vocabulary: Vocabulary, word: Token): boolean =>
  vocabulary.openers.has(word.folded) || (word.opensSentence && !isKnownName(vocabulary, word.folded));

const looksLikeName = ({ surnames, givens }: Vocabulary, word: Token): boolean =>
  word.isCased ? word.isCapitalised : surnames.has(word.folded) || givens.has(word.folded);
