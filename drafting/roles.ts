// What the article calls a person: the words of an apposition, before the name or behind it.
import { isPlace, phraseOf } from './lookup.ts';
import type { Mention } from './mention.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Words of a role; longer ones tell a story. */
const MOST_WORDS = 10;
/** Words that are looked at before a name. */
const BEFORE = 7;
/** Mentions that are looked at: a person is introduced early. */
const MENTIONS = 12;

/** The role in the article's own words; null where it gives none. */
export function roleOf(mentions: readonly Mention[], v: Vocabulary): string | null {
  for (const mention of mentions.slice(0, MENTIONS)) {
    const role = behind(mention, v) ?? beforeComma(mention, v) ?? before(mention, v);
    if (role) return role;
  }
  return null;
}

/** "Anna Berg, mayor of Lund, said": what stands between the commas, if it begins like a role. */
function behind({ sentence, end }: Mention, v: Vocabulary): string | null {
  const rest = sentence.text.slice(end, end + 160);
  const found = /^['’]?s?(?:,\s|\s?\(\s?|\s[–—-]\s)([^,;:()–—.!?«»“”"]{3,90})(?=[,;:)–—.!?]|$)/u.exec(rest);
  const phrase = found?.[1]?.trim();
  if (!phrase) return null;
  const from = end + (found?.[0].indexOf(phrase) ?? 0);
  const words = sentence.words.filter((word) => word.start >= from && word.end <= from + phrase.length);
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  if (words.some((word) => !word.capital && v.saying.has(word.folded))) return null;
  const first = words[0]?.folded ?? '';
  const start = v.articles.has(first) ? 1 : 0;
  // "who …", "which …": a clause, and no role.
  if (start === 0 && v.functionWords.has(first) && !v.former.has(first)) return null;
  return words.slice(start, start + 4).some((word) => isRole(word, v)) ? phrase : null;
}

/** "La ministra de Transportes, Helena Marchena": from the noun behind an article to the comma. */
function beforeComma({ sentence, start }: Mention, v: Vocabulary): string | null {
  const { words, text } = sentence;
  const own = words.findIndex((word) => word.start === start);
  if (own < 1 || words[own]?.gap !== ', ') return null;
  for (let at = own - 1; at >= 0 && own - at <= MOST_WORDS; at--) {
    const word = words[at] as Word;
    const isFirst = at === 0 || v.articles.has((words[at - 1] as Word).folded) || word.elided;
    if (
      isFirst &&
      isRole(word, v) &&
      !(word.capital && !word.opens && at > 0 && !v.nounsCapital && !v.titles.has(word.folded))
    )
      return text.slice(word.start, (words[own - 1] as Word).outerEnd);
    // A verb or a stop before it is found: no apposition.
    if (at > 0 && !/^[ \u00A0'’]?$/.test(word.gap)) return null;
    if (!word.capital && v.saying.has(word.folded)) return null;
    if (word.capital && !word.opens && isSurnameHere(word, v)) return null;
  }
  return null;
}

/** "the former mayor Anna Berg": back to an article, a verb, a comma. */
function before({ sentence, start }: Mention, v: Vocabulary): string | null {
  const own = sentence.words.findIndex((word) => word.start === start);
  if (own < 1) return null;
  let from = own;
  let found = false;
  while (from > 0 && own - from < BEFORE) {
    const word = sentence.words[from - 1] as Word;
    const gap = (sentence.words[from] as Word).gap;
    if (!/^(?:[ \u00A0'’]|\. )$/.test(gap) || v.articles.has(word.folded)) break;
    // "Hellman lovade statsminister …": somebody else's name is no part of it.
    if (word.capital && !word.opens && isSurnameHere(word, v) && !isRole(word, v)) break;
    if (word.opens ? v.functionWords.has(word.folded) : !word.capital && endsRole(word, v)) break;
    // "to receive President …": before a title in capitals a word in small letters is none of it.
    const isCapital = from < own && (sentence.words[own - 1] as Word).capital && !v.nounsCapital;
    if (isCapital && !word.capital && !v.former.has(word.folded) && !isRole(word, v)) break;
    const title = from === own ? titleEndingAt(sentence.words, own, v) : 0;
    if (from === own && title === 0 && !isRole(word, v)) return null;
    found ||= title > 0 || isRole(word, v);
    // "Secretary of State" is taken as a whole.
    from -= Math.max(1, title);
  }
  // Nothing begins with "of".
  while (from < own && v.links.has((sentence.words[from] as Word).folded)) from++;
  // "Hellman lovade statsminister …": a name and its verb stand before the role.
  const [first, verb] = [sentence.words[from], sentence.words[from + 1]];
  if (
    first?.capital &&
    !first.opens &&
    !v.titles.has(first.folded) &&
    !isPlace(first.folded, v) &&
    verb &&
    isVerb(verb, v)
  )
    from += 2;
  if (!found || from >= own) return null;
  return (
    sentence.text.slice((sentence.words[from] as Word).start, (sentence.words[own - 1] as Word).outerEnd).trim() || null
  );
}

/** Small words that no role has in front. */
const endsRole = ({ folded }: Word, v: Vocabulary): boolean =>
  !v.former.has(folded) && (v.saying.has(folded) || v.functionWords.has(folded) || v.links.has(folded));

const isRole = (word: Word, v: Vocabulary): boolean =>
  word.folded.length > 1 &&
  // "President" opens many sentences, and is a title all the same.
  (isTitle(word, v) ||
    (!v.functionWords.has(word.folded) && !v.organizations.has(word.folded) && v.roles.has(word.folded)));

/** A word in small letters that belongs to no role. */
const isVerb = (word: Word, v: Vocabulary): boolean =>
  !word.capital && !isRole(word, v) && !v.former.has(word.folded) && !v.links.has(word.folded);

const isSurnameHere = ({ folded }: Word, v: Vocabulary): boolean =>
  !v.nounsCapital && (v.surnames.has(folded) || v.given.has(folded)) && !v.organizations.has(folded);

const isTitle = ({ folded, capital }: Word, v: Vocabulary): boolean =>
  v.titles.has(folded) && (!v.functionWords.has(folded) || (capital && v.roles.has(folded)));

/** Words of the title of several words that ends before a word; 0 where none does. */
function titleEndingAt(words: readonly Word[], end: number, v: Vocabulary): number {
  for (let length = Math.min(v.titles.longest, end); length > 1; length--)
    if (v.titles.has(phraseOf(words, end - length, end))) return length;
  return 0;
}
