// People and organisations in Korean text: particles are written onto words, titles stand behind the name.
import { foldText } from '../recognition/fold.ts';
import { isPlain } from './lookup.ts';
import { type Mention, plainMention, type Sentence } from './mention.ts';
import { endsWithAny } from './special-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** A word without the particle that is written onto it. */
interface Stem {
  text: string;
  start: number;
  end: number;
}

/** Words between a name and its title: "former", a country, a party. */
const BETWEEN = 3;

export function readKorean(sentence: Sentence, v: Vocabulary): Mention[] {
  const mentions: Mention[] = [];
  const { words } = sentence;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const stems = stemsOf(word, v);
    const person = koreanName(sentence, at, stems, v) ?? titledSurname(sentence, at, v) ?? foreignName(sentence, at, v);
    if (person) {
      mentions.push(person);
      continue;
    }
    const place = stems.find(({ text }) => v.places.has(foldText(text)) && text.length > 1);
    if (place) mentions.push(listed(sentence, place, { place: true }));
    const known = place ? undefined : stems.find(({ text }) => v.knownOrganizations.has(foldText(text)));
    const isHeaded = (text: string) => text.length > 3 && v.organizations.has(foldText(text)) && !isTitle(text, v);
    const headed = place || known ? undefined : stems.find(({ text }) => isHeaded(text));
    if (known ?? headed) mentions.push(listed(sentence, (known ?? headed) as Stem, { organization: true }));
  }
  return mentions;
}

const listed = (sentence: Sentence, { text, start, end }: Stem, shape: Partial<Mention['shape']>): Mention =>
  plainMention(sentence, [start, end], { words: [text], folded: [foldText(text)] }, shape);

/** The word itself, and without each particle that it ends with. */
function stemsOf({ text, start, end }: Word, v: Vocabulary): Stem[] {
  const stems: Stem[] = [{ text, start, end }];
  for (const ending of v.endings) {
    const composed = ending.normalize('NFC');
    if (!text.endsWith(composed) || text.length - composed.length < 1) continue;
    stems.push({ text: text.slice(0, -composed.length), start, end: end - composed.length });
  }
  return stems;
}

/** A surname and two syllables: listed, or beside a title. */
function koreanName(sentence: Sentence, at: number, stems: readonly Stem[], v: Vocabulary): Mention | null {
  const title = isTitled(sentence.words, at, v) || isOfFirm(sentence.words, at, v);
  const saying = isSaying(sentence.words, at, v);
  for (const { text, start, end } of stems) {
    const surname = text.slice(0, 1);
    if (!/^\p{sc=Hangul}{3}$/u.test(text) || !v.surnames.has(foldText(surname)) || isOther(text, v)) continue;
    const given = v.given.has(foldText(text.slice(1)));
    const age = /^\s?\(\s?\d{1,3}/u.test(sentence.text.slice(end, end + 8));
    const isNear = isTitled(sentence.words, at, v, 1) || isOfFirm(sentence.words, at, v);
    if (!given && !age && !(title && isNear)) continue;
    const isShown = title || saying || age;
    const words = isShown ? [surname, text.slice(1)] : [text];
    return plainMention(
      sentence,
      [start, end],
      { words, folded: words },
      { given, surname: true },
      { title, saying, age },
    );
  }
  return null;
}

/**
 * "김 사장": a surname and a title, as the press names somebody again. Nothing counts for it, so that it is only ever
 * the form of somebody who is named in full.
 */
function titledSurname(sentence: Sentence, at: number, v: Vocabulary): Mention | null {
  const { words } = sentence;
  const [word, next] = [words[at] as Word, words[at + 1]];
  if (!/^\p{sc=Hangul}$/u.test(word.text) || !v.surnames.has(word.folded) || !next || !isPlain(next.gap)) return null;
  const title = stemsOf(next, v).find(({ text }) => isTitle(text, v));
  if (!title) return null;
  return plainMention(sentence, [word.start, title.end], { words: [word.text, title.text], folded: [word.text] }, {});
}

/** "도널드 트럼프 미국 대통령", "트럼프 대통령": one word or two that no list knows, before a title. */
function foreignName(sentence: Sentence, at: number, v: Vocabulary): Mention | null {
  const { words } = sentence;
  const word = words[at] as Word;
  if (!isNameWord(word, v) || !isTitled(words, at, v)) return null;
  const before = words[at - 1];
  if (before && isOfFirm(words, at - 1, v)) return null;
  const isPair = before !== undefined && isPlain(word.gap) && v.given.has(before.folded);
  const from = isPair ? before : word;
  const own = isPair ? [before.text, word.text] : [word.text];
  return plainMention(sentence, [from.start, word.end], { words: own, folded: own }, {}, { title: true });
}

const isNameWord = ({ text, folded }: Word, v: Vocabulary): boolean =>
  /^\p{sc=Hangul}{2,6}$/u.test(text) &&
  !endsWithAny(folded, v.capitalless.modifiers) &&
  !v.functionWords.has(folded) &&
  !isOther(text, v);

/** Something else that is listed. */
const isOther = (text: string, v: Vocabulary): boolean =>
  isTitle(text, v) ||
  v.places.has(foldText(text)) ||
  v.knownOrganizations.has(foldText(text)) ||
  v.organizations.has(foldText(text)) ||
  isQualifier(text, v);

const isQualifier = (text: string, v: Vocabulary): boolean => v.capitalless.qualifiers.has(foldText(text));

const isTitle = (text: string, v: Vocabulary): boolean => v.titles.has(foldText(text)) || v.roles.has(foldText(text));

/** A title stands behind, with a country, a party or "former" between at most. */
function isTitled(words: readonly Word[], at: number, v: Vocabulary, most = BETWEEN): boolean {
  for (let next = at + 1; next <= at + most && next < words.length; next++) {
    const word = words[next] as Word;
    if (!isPlain(word.gap)) return false;
    const stems = stemsOf(word, v).map(({ text }) => text);
    if (stems.some((text) => !isQualifier(text, v) && isTitle(text, v))) return true;
    if (
      !stems.some(
        (text) => isQualifier(text, v) || v.places.has(foldText(text)) || v.knownOrganizations.has(foldText(text)),
      )
    )
      return false;
  }
  return false;
}

/** Syllables of the name of a firm, which is longer than a person's. */
const FIRM = /^\p{sc=Hangul}{4,}$/u;

/** "김도훈 동해전력 사장": a name in full, a firm that no list knows, and a title. */
function isOfFirm(words: readonly Word[], at: number, v: Vocabulary): boolean {
  const [word, firm] = [words[at] as Word, words[at + 1]];
  if (!/^\p{sc=Hangul}{3}$/u.test(word.text) || !v.surnames.has(foldText(word.text.slice(0, 1)))) return false;
  return firm !== undefined && isPlain(firm.gap) && FIRM.test(firm.text) && isTitled(words, at + 1, v, 1);
}

/** A verb of saying ends the clause that the name opens. */
const isSaying = (words: readonly Word[], at: number, v: Vocabulary): boolean =>
  words.slice(at + 1, at + 3).some(({ folded }) => v.saying.has(folded));
