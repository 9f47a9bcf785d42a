// Reads mentions in scripts with spaces and without capitals (Arabic, Hebrew, Devanagari …). No letter tells a
// name; given names, titles beside it, lists of places and heads of organisations do.
import { foldText } from '../recognition/fold.ts';
import { isPlain } from './lookup.ts';
import { type Mention, plainMention, type Sentence } from './mention.ts';
import { beginsWithAny, endsWithAny } from './special-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Words of a person's name, of an organisation's behind its head. */
const LONGEST_PERSON = 4;
const LONGEST_ORGANIZATION = 4;

/** A word without what is written onto it: clitics before it, particles behind. */
export interface Bare {
  text: string;
  folded: string;
  start: number;
  end: number;
}

export function readCaseless(sentence: Sentence, v: Vocabulary): Mention[] {
  const mentions: Mention[] = [];
  const { words } = sentence;
  /** Behind the last mention that is no place. */
  let free = 0;
  for (let at = 0; at < words.length; ) {
    const found =
      knownMention(sentence, at, v) ?? personMention(sentence, at, v) ?? organizationMention(sentence, at, free, v);
    if (found) {
      // "पुणे संग्रहालय": the place before a head is a part of its name.
      if ((mentions.at(-1)?.end ?? 0) > found.mention.start) mentions.pop();
      mentions.push(found.mention);
    }
    at = found ? found.to : at + 1;
    if (found && !found.mention.shape.place) free = found.to;
  }
  return mentions;
}

type Found = { mention: Mention; to: number };

/**
 * Forms of a word in which lists may have it: as it stands, without clitics, without particles.
 * @param shortest letters of what a clitic leaves
 */
export function bareForms(word: Word, v: Vocabulary, shortest = 3): Bare[] {
  const { text, folded, start, end } = word;
  const forms: Bare[] = [{ text, folded, start, end }];
  for (const clitic of v.clitics)
    if (folded.startsWith(clitic) && folded.length - clitic.length >= shortest) {
      const cut = text.slice(clitic.length);
      forms.push({ text: cut, folded: foldText(cut), start: end - cut.length, end });
    }
  for (const ending of v.endings)
    if (folded.endsWith(ending) && folded.length - ending.length >= 2) {
      const cut = text.slice(0, text.length - ending.length);
      forms.push({ text: cut, folded: foldText(cut), start, end: start + cut.length });
    }
  return forms;
}

/** A place or an organisation that is listed, the longest first. */
function knownMention(sentence: Sentence, at: number, v: Vocabulary): Found | null {
  const { words } = sentence;
  for (let length = Math.min(4, words.length - at); length > 0; length--) {
    const run = words.slice(at, at + length);
    if (!run.slice(1).every(({ gap }) => isPlain(gap))) continue;
    const last = run.at(-1) as Word;
    for (const first of bareForms(run[0] as Word, v, length > 1 ? 2 : 3)) {
      const ends = length === 1 ? [first] : bareForms(last, v);
      for (const end of ends) {
        const middle = length > 2 ? run.slice(1, -1).map(({ folded }) => folded) : [];
        const folded = length === 1 ? [first.folded] : [first.folded, ...middle, end.folded];
        const name = folded.join(' ');
        const place = v.places.has(name);
        if (!place && !v.knownOrganizations.has(name)) continue;
        if (length === 1 && name.length < 3) continue;
        const mention = plainMention(
          sentence,
          [first.start, end.end],
          { words: folded, folded },
          place ? { place } : { organization: true },
        );
        return { mention, to: at + length };
      }
    }
  }
  return null;
}

/** A given name and what follows it, or what stands beside a title. */
function personMention(sentence: Sentence, at: number, v: Vocabulary): Found | null {
  const { words } = sentence;
  const word = words[at] as Word;
  if (isStop(word, v)) return null;
  // "השרה" is a title, and no given name behind an article.
  const forms = v.titles.has(word.folded) ? [] : bareForms(word, v);
  const given = forms.find(({ folded }) => folded.length > 1 && v.given.has(folded) && !v.functionWords.has(folded));
  const title = titleBefore(words, at, v);
  const behind = v.titlesAfter ? titleBehind(words, at, v) : 0;
  const said = isSaid(words, at, v);
  if (!given && !title && behind === 0 && !said) return null;
  // "שר התחבורה דוד …": between the title and the name stands a department.
  const next = words[at + 1];
  if (!given && next && bareForms(next, v).some(({ folded }) => v.given.has(folded) && !v.functionWords.has(folded)))
    return null;
  // "عضو مجلس إدارة": what somebody is member of.
  if (!given && bareForms(word, v).some(({ folded }) => v.organizations.has(folded))) return null;
  if (!given && isDefinite(word, v)) return null;
  let end = at + 1;
  const most = behind > 0 ? at + behind : at + LONGEST_PERSON;
  while (end < words.length && end < most && goesOn(words, at, end, v)) end++;
  const first = given ?? bareForms(word, v)[0];
  if (!first) return null;
  const last = end > at + 1 ? (words[end - 1] as Word) : first;
  const inner = words.slice(at + 1, end - 1).map(({ folded }) => folded);
  const folded = end > at + 1 ? [first.folded, ...inner, last.folded] : [first.folded];
  const after = words[end];
  // One word behind a title is a name where a postposition says that it ends there (Hindi "ने").
  if (!given && end === at + 1 && !(v.capitalless.headsLast && after && v.functionWords.has(after.folded))) return null;
  const mention = plainMention(
    sentence,
    [first.start, last.end],
    { words: sentence.text.slice(first.start, last.end).split(/\s+/u), folded },
    { given: given !== undefined, surname: v.surnames.has(last.folded) },
    {
      title: title || behind > 0,
      saying: [words[at - 1], after].some((one) => one !== undefined && v.saying.has(one.folded)),
    },
  );
  return { mention, to: end };
}

/** "وقال غوستاف فوشيه": two words of no list right behind a verb of saying. */
function isSaid(words: readonly Word[], at: number, v: Vocabulary): boolean {
  const [before, next] = [words[at - 1], words[at + 1]];
  if (!before || !next || !v.saying.has(before.folded) || !isPlain((words[at] as Word).gap) || !isPlain(next.gap))
    return false;
  return [words[at] as Word, next].every(
    (word) => !isStop(word, v) && !isRole(word, v) && !v.organizations.has(word.folded) && !hasArticle(word.folded, v),
  );
}

/** A word that no name has. */
const isStop = ({ folded, text }: Word, v: Vocabulary): boolean =>
  v.functionWords.has(folded) || v.saying.has(folded) || /^\p{N}/u.test(text) || v.notNames.has(folded);

/** An article is written onto it, or its first letters look like one. */
const hasArticle = (folded: string, v: Vocabulary, letters = 0): boolean =>
  beginsWithAny(folded, v.capitalless.articles, letters);

/** The same, where that is no given name: many begin with the single letter of an article (Hebrew). */
const isDefinite = ({ folded }: Word, v: Vocabulary): boolean =>
  v.capitalless.articles.some((article) => article.length > 1 && folded.startsWith(article));

/** True where the word at `end` can be of the name that begins at `at`. */
function goesOn(words: readonly Word[], at: number, end: number, v: Vocabulary): boolean {
  const word = words[end] as Word;
  if (!isPlain(word.gap) || v.titles.has(word.folded)) return false;
  const { goesOn, servants, sons } = v.capitalless;
  if (isStop(word, v) && !sons.has(word.folded)) return false;
  if (v.organizations.has(word.folded) || v.placeWords.has(word.folded)) return false;
  const before = words[end - 1] as Word;
  const isList = v.given.has(word.folded) || v.surnames.has(word.folded);
  // A second word is a surname; further ones only where the one before is a given name or a particle.
  if (end === at + 1) return isList || !isRole(word, v);
  // "عبد الرحمن الشامي": two words are one given name.
  const isServant = endsWithAny((words[end - 2] as Word).folded, [...servants]) && isDefinite(before, v);
  return (
    (v.given.has(before.folded) ||
      v.particles.has(before.folded) ||
      isServant ||
      sons.has(before.folded) ||
      goesOn.has(before.folded)) &&
    (isList || !isRole(word, v))
  );
}

/** Nouns for people; "ال*" of Arabic makes any definite word one, so a name with an article needs a list. */
const isRole = ({ folded }: Word, v: Vocabulary): boolean => v.roles.has(folded);

/** A title stands before, with a people or a country between at most. */
function titleBefore(words: readonly Word[], at: number, v: Vocabulary): boolean {
  for (let back = 1; back <= 3 && back <= at; back++) {
    const word = words[at - back] as Word;
    if (!isPlain((words[at - back + 1] as Word).gap)) return false;
    const forms = bareForms(word, v);
    if (forms.some(({ folded }) => v.titles.has(folded)) || (back === 1 && isTitleRole(word, v))) return true;
    if (!forms.some(({ folded }) => v.nationalities.has(folded) || v.places.has(folded) || isAdjective(folded, v)))
      return false;
  }
  return false;
}

/** Roles that are listed as words, not by the stars of a pattern. */
const isTitleRole = (word: Word, v: Vocabulary): boolean =>
  v.roles.has(word.folded) && !isDefinite(word, v) && !v.functionWords.has(word.folded);

/** "الأمريكي": a definite adjective between a title and the name. */
const isAdjective = (folded: string, v: Vocabulary): boolean =>
  hasArticle(folded, v, 2) && endsWithAny(folded, v.adjectiveEndings);

/** How many words before a title behind them the name has; 0 where no title follows. */
function titleBehind(words: readonly Word[], at: number, v: Vocabulary): number {
  for (let length = 1; length <= 3 && at + length < words.length; length++) {
    const word = words[at + length] as Word;
    if (!isPlain(word.gap)) return 0;
    if (bareForms(word, v).some(({ folded }) => v.titles.has(folded) || (v.roles.has(folded) && folded.length > 1)))
      return trimmed(words, at, length, v);
    if (isStop(word, v)) return 0;
  }
  return 0;
}

/** Without the country between the name and its title. */
function trimmed(words: readonly Word[], at: number, length: number, v: Vocabulary): number {
  let own = length;
  while (own > 0) {
    const word = words[at + own - 1] as Word;
    const isBetween =
      bareForms(word, v).some(({ folded }) => v.places.has(folded) || v.nationalities.has(folded)) ||
      word.folded.length < 2;
    if (!isBetween) break;
    own--;
  }
  return own;
}

/** A head and the words that belong to it. */
function organizationMention(sentence: Sentence, at: number, free: number, v: Vocabulary): Found | null {
  const { words } = sentence;
  const word = words[at] as Word;
  const head = bareForms(word, v).find(({ folded }) => v.organizations.has(folded));
  if (!head || v.functionWords.has(head.folded)) return null;
  // "חברת הכנסת": a title, of which the head is a part.
  if (v.titles.has(`${head.folded} ${words[at + 1]?.folded}`)) return null;
  let [from, to] = [at, at + 1];
  if (v.capitalless.headsLast) {
    // "प्रदर्शनी पुणे संग्रहालय": with a place the name begins.
    const isOpen = () => at - from < 2 && (from === at || !v.places.has((words[from] as Word).folded));
    while (from > free && isOpen() && isPlain((words[from] as Word).gap) && !isBreak(words[from - 1] as Word, v))
      from--;
  } else {
    while (to < words.length && to - at < LONGEST_ORGANIZATION && belongs(words, at, to, head.folded, v)) to++;
  }
  if (to - from < 2) return null;
  const first = from === at ? head : (words[from] as Word);
  const last = words[to - 1] as Word;
  const folded = words.slice(from, to).map((one) => one.folded);
  if (from === at) folded[0] = head.folded;
  const mention = plainMention(sentence, [first.start, last.end], { words: folded, folded }, { organization: true });
  return { mention, to };
}

const isBreak = (word: Word, v: Vocabulary): boolean =>
  isStop(word, v) || v.titles.has(word.folded) || v.roles.has(word.folded);

/** Behind a head: a definite word (Arabic, Hebrew), a place, a people; behind that, "and" and another definite word. */
function belongs(words: readonly Word[], at: number, to: number, head: string, v: Vocabulary): boolean {
  const word = words[to] as Word;
  if (!isPlain(word.gap) || isStop(word, v)) return false;
  // "لجنة للتحقيق" is any committee; "المجلس الأعلى للقضاء" is one.
  const { articles, joiningHeads, toArticles } = v.capitalless;
  if (beginsWithAny(word.folded, toArticles, 2)) return to > at + 1 || hasArticle(head, v);
  if (hasArticle(word.folded, v, 2)) return true;
  // "حزب العدالة والتنمية", "משרד החינוך והתרבות"
  const andArticles = [...v.and].flatMap((and) => articles.map((article) => and + article));
  if (to === at + 2 && beginsWithAny(word.folded, andArticles, 2) && joiningHeads.has(head)) return true;
  return v.places.has(word.folded) || v.nationalities.has(word.folded);
}
