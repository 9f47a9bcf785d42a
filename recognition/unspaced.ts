// Names in scripts that write words without spaces (Han, kana, Thai). The longest name that begins at an offset is
// taken. There are no words to cut, so the rules look at the text right before and behind it.
import { takeAffairsAround } from './affairs.ts';
import {
  type Candidate,
  type NameCandidate,
  nameCandidate,
  type OfficeCandidate,
  officeCandidate,
} from './candidate.ts';
import { type GazetteerFigure, isWeak } from './figures.ts';
import { type FoldedText, fold, foldText } from './fold.ts';
import type { Unspaced } from './gazetteer.ts';
import { isKatakana } from './scripts.ts';
import { endsWithName, isSurname, readPerson, SEPARATOR, startsWithName } from './unspaced-people.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { WordSet } from './word-sets.ts';
import type { Span } from './words.ts';

const LONGEST_NAME = 32; // UTF-16 code units; no name, title or given name is longer
const AROUND = LONGEST_NAME / 2; // UTF-16 code units that are read before and behind a name
const LONGEST_SENTENCE = 120; // UTF-16 code units that are read for a verb of saying
const LONGEST_QUALIFIER = 4; // UTF-16 code units
// A full stop too: Taiwan's press sets it full-width between the parts of a name.
const OPENING_QUOTE = /\s?[「『“‘"'«《]$/;
const CLOSING_QUOTE = /^[」』”’"'»》]/;

/** A place where a name or an office of the list stands, with the folded text around it. */
interface Place extends Span {
  entry: Unspaced;
  before: string;
  after: string;
}

/** Folded, white space as one line has it. */
const onOneLine = (text: string): string => foldText(text).replace(/\s+/g, ' ');

/** Candidates at `at`: at most one name, and the office that may begin with the same country's name. */
export function readUnspaced(vocabulary: Vocabulary, text: string, at: number): Candidate[] {
  const window = fold(text.slice(at, at + LONGEST_NAME).replace(/\s/g, ' '));
  // Undefined until an office is met: the longest decides, even where it is none.
  let office: OfficeCandidate | null | undefined;
  for (const entry of vocabulary.unspaced) {
    // A mark behind it makes its last letter another one.
    if (!window.text.startsWith(entry.text) || /^\p{M}/u.test(window.text.slice(entry.text.length))) continue;
    const end = at + (window.offsets[entry.text.length] ?? 0);
    // A katakana name inside a longer katakana word is no name ("トランプリン").
    if (isKatakana(text[at] ?? '') && isKatakana(text[at - 1] ?? '')) break;
    if (isKatakana(text[end - 1] ?? '') && isKatakana(text[end] ?? '')) continue;
    const place: Place = {
      entry,
      start: at,
      end,
      before: onOneLine(text.slice(Math.max(0, at - LONGEST_NAME), at)).slice(-AROUND),
      after: onOneLine(text.slice(end, end + LONGEST_NAME)).slice(0, AROUND),
    };
    if (entry.kind === 'office') {
      if (office === undefined) office = readOffice(vocabulary, place, window);
      continue;
    }
    // An office begins with its country's name, which is read as well.
    if (office) office.core ??= withoutCountry(vocabulary, text, office, end);
    // Two of one name.
    const bearers = new Map<number, Unspaced>();
    for (const one of vocabulary.unspaced)
      if (one.text === entry.text && one.kind !== 'office' && !bearers.has(one.figure)) bearers.set(one.figure, one);
    const names = [...bearers.values()].map((one) =>
      readBearer(vocabulary.of(one.figure), { ...place, entry: one }, text),
    );
    return office ? [office, ...names] : names;
  }
  return office ? [office] : [];
}

const isStrongSurname = ({ figures }: Vocabulary, { form, figure }: NameCandidate): boolean =>
  form === 'surname' && !isWeak(figures.get(figure) as GazetteerFigure);

function readBearer(vocabulary: Vocabulary, place: Place, text: string): NameCandidate {
  const name = readName(vocabulary, place, place.entry.kind as NameCandidate['form']);
  if (name.maybeCommonWord && speaks(vocabulary, text, name)) name.maybeCommonWord = false;
  if (name.form === 'surname' && !isStrongSurname(vocabulary, name)) takeAffairsAround(vocabulary, text, name);
  return name;
}

function readName(vocabulary: Vocabulary, place: Place, form: NameCandidate['form']): NameCandidate {
  const { entry, before, after } = place;
  const candidate = nameCandidate(place, entry.figure, form);
  if (form === 'surname' || form === 'full') readPerson(vocabulary, candidate, before, after);
  else if (form === 'name' && isSurname(vocabulary, candidate, before, after)) candidate.context = 'otherPerson';
  // "小唐纳德": his son.
  else if (form === 'given' && vocabulary.relativesOf(entry.figure).some((one) => before.endsWith(one)))
    candidate.context = 'otherPerson';
  else if (isPeople(vocabulary, candidate, after)) candidate.context = 'partOfName';
  candidate.isQuoted = form === 'name' && OPENING_QUOTE.test(before) && CLOSING_QUOTE.test(after);
  // "領導人馬杜羅": letters of a title before it begin no other word ("人馬").
  const free = candidate.title && before.endsWith(candidate.title) ? candidate.title.length - 1 : 0;
  const over = wordsOver(vocabulary, before, entry.text, after, free);
  if (form === 'surname' && isCalledSo(vocabulary, before, after)) candidate.context = 'otherPerson';
  if (isInOtherWord(over) || hasHead(vocabulary, before, after)) candidate.context = 'partOfName';
  // "白宫路": a street called after a house
  const isHouse = vocabulary.figures.get(candidate.figure)?.kind === 'organization';
  if (isHouse && startsWithHead(vocabulary, vocabulary.headsStreet, after)) candidate.context = 'namesake';
  // "特朗普市镇"; "哥伦比亚市镇" is a town in the country.
  if (form !== 'given' && !isPlace(vocabulary, candidate) && startsWithHead(vocabulary, vocabulary.headsPerson, after))
    candidate.context = 'partOfName';
  // "一口川普": the page speaks of what the surname is too.
  if (over === 'longer' && isStrongSurname(vocabulary, candidate)) candidate.context = 'commonWord';
  // "トランプで遊ぶ"
  if (over === 'same' && vocabulary.companions.all.some((word) => after.startsWith(word)))
    candidate.context = 'commonWord';
  // Where the name is an ordinary word too, what stands beside it must show the name.
  candidate.maybeCommonWord = over === 'same' && !candidate.title && !/[・·]$/.test(before) && !/^[・·]/.test(after);
  return candidate;
}

const isPlace = ({ figures }: Vocabulary, { figure }: NameCandidate): boolean => figures.get(figure)?.kind === 'place';

/** A phrase right before or behind the name, or its quotation marks, says that something is called so. */
function isCalledSo({ called, calledBehind }: Vocabulary, before: string, after: string): boolean {
  const outsideBefore = before.replace(OPENING_QUOTE, '');
  const outsideBehind = after.replace(CLOSING_QUOTE, '');
  return (
    called.all.some((one) => outsideBefore.endsWith(one)) ||
    calledBehind.all.some((one) => outsideBehind.startsWith(one))
  );
}

/** "美国人", "コロンビア系": a country's people; "美国人口" is its population. */
const isPeople = (vocabulary: Vocabulary, candidate: NameCandidate, after: string): boolean =>
  isPlace(vocabulary, candidate) && startsWithHead(vocabulary, vocabulary.headsPlace, after);

/** "特朗普号" is a ship; in "特朗普号召" the head only begins a longer word. */
function startsWithHead({ words }: Vocabulary, heads: WordSet, text: string): boolean {
  const isLonger = (head: string) =>
    words.all.some((word) => word.length > head.length && word.startsWith(head) && text.startsWith(word));
  return heads.all.some((head) => text.startsWith(head) && !isLonger(head));
}

/** "川普：關稅照收", "トランプは…と述べた": no word of the language speaks. */
function speaks({ saying, topics }: Vocabulary, text: string, { start, end }: NameCandidate): boolean {
  const [sentence = ''] = foldText(text.slice(end, end + LONGEST_SENTENCE)).split(/[。!?\n]/);
  // In kana a colon stands behind a thing too ("トランプ：一組").
  if (/^[:：]\s*\P{N}/u.test(sentence) && /\p{sc=Han}/u.test(text[start] ?? '')) return true;
  return topics.has(sentence.charAt(0)) && saying.all.some((phrase) => sentence.includes(phrase));
}

/** An office; null where a word or a name beside it makes it none. */
function readOffice(vocabulary: Vocabulary, place: Place, window: FoldedText): OfficeCandidate | null {
  const { entry, before, after, start } = place;
  const over = wordsOver(vocabulary, before, entry.text, after);
  if (isInOtherWord(over) || hasHead(vocabulary, before, after)) return null;
  // "想当美国总统": a post.
  if (endsWithWord(vocabulary.bare, before) || isNobodys(vocabulary, before)) return null;
  const behind = withoutLink(vocabulary, after.trimStart()).trimStart();
  // "マドゥロ・ベネズエラ大統領": title and name belong together over a dot or a space.
  if (startsWithName(vocabulary, behind) || endsWithName(vocabulary, before.replace(SEPARATOR, ''))) return null;
  const office = officeCandidate(place, entry.office);
  if (endsWithWord(vocabulary.former, before)) office.qualifier = 'former';
  else if (endsWithWord(vocabulary.elect, before)) office.qualifier = 'elect';
  else if (endsWithWord(vocabulary.recent, before)) office.qualifier = 'recent';
  const country = vocabulary.unspaced.find((one) => one.kind === 'name' && entry.text.endsWith(one.text));
  if (country) office.core = { start, end: start + (window.offsets[entry.text.length - country.text.length] ?? 0) };
  return office;
}

/** "次の米大統領", "第一位访华的美国总统": whoever will be it, or once was. */
function isNobodys({ indefinite, links }: Vocabulary, before: string): boolean {
  const isBeside = (word: string) => before.endsWith(word);
  if (indefinite.all.some(isBeside)) return true;
  if (!links.has(before.slice(-1))) return false;
  const [clause = ''] = /[^\s、,，。.;；:：!?！？]*$/.exec(before) ?? [];
  return indefinite.all.some((word) => clause.includes(word));
}

/** What is left of an office behind the country's name and the particle that joins them ("の"). */
function withoutCountry({ links }: Vocabulary, text: string, office: OfficeCandidate, end: number): Span | null {
  const start = links.has(text[end] ?? '') ? end + 1 : end;
  return start < office.end ? { start, end: office.end } : null;
}

/** A head right before or behind makes it another thing's name, also before a quotation mark ("カジノ「トランプ"). */
function hasHead(vocabulary: Vocabulary, before: string, after: string): boolean {
  const { headsAfter, headsBefore, headsQuoted } = vocabulary;
  const outside = before.replace(OPENING_QUOTE, '');
  const isBehind = (head: string) => outside.endsWith(head);
  if (headsBefore.all.some(isBehind)) return true;
  const behind = after.trimStart();
  if (startsWithHead(vocabulary, headsAfter, behind)) return true;
  if (outside === before) return false;
  // 「白宮」餐廳
  const beyond = /^[」』”’"'»》]\s?(.*)/u.exec(behind)?.[1] ?? '';
  return (
    headsQuoted.all.some(isBehind) || [...headsQuoted.all, ...headsAfter.all].some((head) => beyond.startsWith(head))
  );
}

/**
 * What ordinary words lie over a name. `longer`: one has all its letters and more ("佩特罗夫"), so that it is no name.
 * `partly`: nor is it where one has some of its letters, and others outside of it ("四川|普降", "大統領選"). `same`: one has
 * the same letters ("トランプ", playing cards), so that it may be none.
 */
function wordsOver(
  { words }: Vocabulary,
  before: string,
  name: string,
  after: string,
  free = 0,
): 'longer' | 'partly' | 'same' | '' {
  const text = before + name + after;
  const [start, end] = [before.length, before.length + name.length];
  let over: 'partly' | 'same' | '' = '';
  for (const word of words.all) {
    let at = text.indexOf(word, Math.max(0, start - word.length + 1));
    for (; at >= 0 && at < end; at = text.indexOf(word, at + 1)) {
      const last = at + word.length;
      const isOver = at < start - free || last > end || (at < start && free === 0);
      if (isOver && at <= start && last >= end) return 'longer';
      if (isOver) over = 'partly';
      if (word === name && over !== 'partly') over = 'same';
    }
  }
  return over;
}

const isInOtherWord = (over: ReturnType<typeof wordsOver>): boolean => over === 'longer' || over === 'partly';

function endsWithWord(words: WordSet, text: string): boolean {
  for (let length = 1; length <= Math.min(LONGEST_QUALIFIER, text.length); length++)
    if (words.has(text.slice(-length))) return true;
  return false;
}

/** "米大統領のトランプ氏", "美国总统、特朗普": what follows a particle or a comma. */
const withoutLink = ({ links }: Vocabulary, text: string): string =>
  links.has(text.charAt(0)) || /^[、,，]/.test(text) ? text.slice(1) : text;
