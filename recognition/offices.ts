// Offices named without the person: "the Colombian president", "secretario de Estado de EE. UU.". They are looked for
// around the country's name, which is rarer than "president". Who held the office is a question of the page's date.
import type { OfficeCandidate } from './candidate.ts';
import { formsOf, isEndingOfAbbreviation } from './clitics.ts';
import { fold } from './fold.ts';
import { endOfWord, isShort, judgeOffice } from './office-surroundings.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Span, Token } from './words.ts';

const LONGEST_POST = 4; // words: "minister of foreign affairs"
const MOST_LINKS = 3; // little words between a post and its country
const LONGEST_LITTLE = 2; // letters of a word that ends a post

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
  // "Colombian president", "Venezuela's interim leader"; in "захват США *президента* страны" the post is another's.
  const standsFirst = nation.named ? vocabulary.countryFirst : vocabulary.adjectiveFirst;
  const behind = standsFirst ? postBehind(vocabulary, word) : null;
  if (behind) {
    const office = officeAt(word.start, behind.end, behind.posts);
    if (office) office.core = { start: behind.start, end: office.end };
    return office;
  }
  // "president of Colombia", "presidente colombiano"
  if (!nation.named && !vocabulary.adjectiveBehind) return null;
  const before = postBefore(vocabulary, word);
  if (!before || !namesSomebody(vocabulary, before.first) || isAnyOf(vocabulary, word)) return null;
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
function postBefore(vocabulary: Vocabulary, country: Token): (PostPhrase & { first: Token; isElect: boolean }) | null {
  const { links, elect } = vocabulary;
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
  let found: { posts: readonly string[]; first: Token; start: number } | null = null;
  for (let rest = '', words = 0; word && words < LONGEST_POST; words++) {
    if (gap === 'other' || (gap === 'stop' && !isShort(word))) break;
    const named = postsFrom(vocabulary, word, rest);
    if (named) found = { ...named, first: word };
    rest = ` ${word.folded}${rest}`;
    gap = word.gapBefore;
    word = word.previous;
  }
  if (!found || !last) return null;
  // "președinta interimară a Venezuelei": the little word belongs to neither.
  const isLittle = last !== found.first && last.folded.length <= LONGEST_LITTLE && last.gapBefore === 'space';
  const { end } = isLittle ? (last.previous as Token) : last;
  return { ...found, end, isElect };
}

/**
 * The posts that a word and what goes on behind it name, also with a clitic written onto it ("والرئيس الأمريكي"), and
 * where they begin.
 */
function postsFrom(
  { posts, prefixes, bare }: Vocabulary,
  first: Token,
  rest: string,
): { posts: readonly string[]; start: number } | null {
  const whole = posts.get(first.folded + rest);
  if (whole) return { posts: whole, start: first.start };
  for (const clitic of prefixes) {
    const named = first.folded.startsWith(clitic) && posts.get(first.folded.slice(clitic.length) + rest);
    if (!named) continue;
    // "كرئيس": as president.
    if (bare.has(clitic)) return null;
    return { posts: named, start: first.start + (fold(first.written).offsets[clitic.length] ?? 0) };
  }
  return null;
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

/** "رئيس أمريكي": any American president; the adjective of somebody's office has an article written onto it. */
const isAnyOf = ({ adjectiveArticles, nationality, names }: Vocabulary, { folded }: Token): boolean =>
  !names.has(folded) && adjectiveArticles.all.some((article) => nationality.get(article + folded) !== undefined);

/** True where a sentence ends behind a word, or something else than a space stands there. */
const isParted = (word: Token): boolean => word.gapAfter === 'other' || (word.gapAfter === 'stop' && !isShort(word));

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
