// People in Japanese text: katakana around a middle dot, and surnames beside a title, an honorific or an age.
import { foldText } from '../recognition/fold.ts';
import { type Mention, plainMention, type Sentence } from './mention.ts';
import { endsWithAny } from './special-words.ts';
import { endsWith, isKatakana, isTitle, LONGEST_NAME, partsOf, personAt, startsWith } from './unspaced-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** "ドナルド・トランプ氏"; without a title, a gloss or an age it may be two things. */
export function dottedKana(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  const names = /[\u30A1-\u30FA\u30FC]{2,12}(?:[・＝=][\u30A1-\u30FA\u30FC]{1,12}){1,4}/gu;
  for (const found of text.matchAll(names)) {
    const span: [number, number] = [found.index, found.index + found[0].length];
    const isOrganization =
      startsWith(text.slice(span[1], span[1] + LONGEST_NAME), v.organizations.has) ||
      found[0].split(/[・＝=]/u).some((part) => v.organizations.has(foldText(part)));
    if (isOrganization) {
      mentions.push(plainMention(sentence, span, partsOf(found[0]), { organization: true }));
      continue;
    }
    const mention = personAt(sentence, span, v, { given: true });
    const isGloss = /\p{sc=Han}[（(]$/u.test(text.slice(0, span[0]).slice(-2));
    if (mention.context.title || mention.context.age || isGloss) mentions.push(mention);
  }
  return mentions;
}

/** Surnames, with a given name or alone, and foreign ones in katakana. */
export function japaneseNames(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    const mention = isKatakana(text[at]) ? kanaSurname(sentence, at, v) : ownName(sentence, at, v);
    if (mention) mentions.push(mention);
    if (mention) at = mention.end - 1;
    else while (isKatakana(text[at]) && isKatakana(text[at + 1])) at++;
  }
  return mentions;
}

const isShown = ({ context }: Mention): boolean => context.title || context.age;

function kanaSurname(sentence: Sentence, at: number, v: Vocabulary): Mention | null {
  const { text } = sentence;
  if (/[・＝]/.test(text[at - 1] ?? '')) return null;
  let end = at;
  while (isKatakana(text[end]) && end - at < LONGEST_NAME) end++;
  if (end - at < 2 || /[・＝]/.test(text[end] ?? '') || v.places.has(foldText(text.slice(at, end)))) return null;
  if (v.functionWords.has(foldText(text.slice(at, end)))) return null;
  const mention = personAt(sentence, [at, end], v, {});
  // Before a word in katakana a title belongs to something else; only what stands behind it counts.
  return startsWith(text.slice(end, end + LONGEST_NAME), (word) => isTitle(word, v)) ? mention : null;
}

function ownName(sentence: Sentence, at: number, v: Vocabulary): Mention | null {
  const { text } = sentence;
  const isInside = /\p{sc=Han}/u.test(text[at - 1] ?? '');
  if (isInside && !endsWith(text.slice(Math.max(0, at - 6), at), (word) => isTitle(word, v))) return null;
  for (const surname of [3, 2, 1]) {
    if (!v.surnames.has(foldText(text.slice(at, at + surname)))) continue;
    for (const given of [2, 1, 3, 0]) {
      const end = at + surname + given;
      const own = text.slice(at + surname, end);
      if (own.length !== given || (given > 0 && !/^[\p{sc=Han}\p{sc=Hiragana}]+$/u.test(own))) continue;
      if (given > 0 && (isTitle(own, v) || isPartOfMore(own, v))) continue;
      const mention = personAt(sentence, [at, end], v, { given: given > 0, surname: true }, surname);
      // A listed given name behind a listed surname needs no title, where a particle or a mark ends it.
      const isListed = given > 0 && v.given.has(foldText(own)) && endsName(text[end], v);
      if (isShown(mention) || isListed) return mention;
    }
  }
  return null;
}

/** A particle stands first, or what belongs to the title behind ("前") last. */
const isPartOfMore = (own: string, { unspaced }: Vocabulary): boolean =>
  unspaced.nameEnds.some((particle) => own.startsWith(particle)) || endsWithAny(own, unspaced.qualifiers);

/** A particle, a mark or the end of the sentence. */
const endsName = (next: string | undefined, { unspaced }: Vocabulary): boolean =>
  next === undefined || /[、。（(「]/.test(next) || unspaced.nameEnds.includes(foldText(next));
