// People in Chinese text: foreign names around a middle dot, and a surname with one or two characters more beside a
// title or a verb of saying.
import type { Mention, Sentence } from './mention.ts';
import { endsWith, isTitle, personAt, startsWith, wordStarts } from './unspaced-text.ts';
import type { Vocabulary } from './vocabulary.ts';

const LONGEST_PART = 8; // characters of one part of a foreign name

const DOT = /[·•‧・]/u;

const isSound = (character: string | undefined, v: Vocabulary): boolean =>
  character !== undefined && v.unspaced.sounds.has(character);

/** "唐纳德·特朗普": what sounds foreign around a dot. */
export function dottedNames(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  let end = 0;
  for (const { index } of text.matchAll(new RegExp(DOT, 'gu'))) {
    if (index < end) continue;
    let from = index;
    while (from > end && index - from < LONGEST_PART && isSound(text[from - 1], v)) from--;
    let to = index + 1;
    while (to < text.length && to - index <= LONGEST_PART * 2 && (isSound(text[to], v) || DOT.test(text[to] as string)))
      to++;
    while (DOT.test(text[to - 1] as string)) to--;
    if (index - from < 1 || to - index < 2) continue;
    mentions.push(personAt(sentence, [from, to], v, { given: true }));
    end = to;
  }
  return mentions;
}

/** Names beside a title, a verb of saying or an age. */
export function chineseNames(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  const starts = wordStarts(text, v);
  for (let at = 0; at < text.length; at++) {
    const mention = ownName(sentence, at, starts, v) ?? foreignSurname(sentence, at, v);
    if (!mention) continue;
    mentions.push(mention);
    at = mention.end - 1;
  }
  return mentions;
}

function ownName(sentence: Sentence, at: number, starts: ReadonlySet<number>, v: Vocabulary): Mention | null {
  const { text } = sentence;
  const surname = v.unspaced.longSurnames.has(text.slice(at, at + 2)) ? 2 : v.surnames.has(text[at] ?? '') ? 1 : 0;
  if (surname === 0) return null;
  for (const given of [2, 1]) {
    const end = at + surname + given;
    const name = text.slice(at, end);
    // A word of the dictionary goes on behind it: "姚颂表|示".
    if (!/^\p{sc=Han}+$/u.test(name) || name.length !== surname + given || !starts.has(end)) continue;
    const own = name.slice(surname);
    if ([...own].some((character) => v.unspaced.notGiven.has(character))) continue;
    if (v.functionWords.has(name.slice(-1)) || isTitle(own, v) || v.organizations.has(own) || v.places.has(name))
      continue;
    const mention = personAt(sentence, [at, end], v, { given: true, surname: true });
    const { title, saying, age } = mention.context;
    // One word of the dictionary as a whole is no name: "贺信".
    const isWord = starts.has(at) && ![...name].some((_, inner) => inner > 0 && starts.has(at + inner));
    if (isWord && given === 1) continue;
    if (title || age || (saying && !isWord)) return mention;
  }
  return null;
}

/** A foreign surname alone: sounds, and a title right beside them. */
function foreignSurname(sentence: Sentence, at: number, v: Vocabulary): Mention | null {
  const { text } = sentence;
  if (!isSound(text[at], v) || isSound(text[at - 1], v)) {
    if (
      !isSound(text[at], v) ||
      !endsWith(text.slice(Math.max(0, at - 8), at), (word) => word.length > 1 && isTitle(word, v))
    )
      return null;
  }
  let end = at;
  const isTitleAhead = () => startsWith(text.slice(end, end + 8), (word) => word.length > 1 && isTitle(word, v));
  while (end < text.length && end - at < LONGEST_PART && isSound(text[end], v) && !(end > at && isTitleAhead())) end++;
  if (end - at < 2 || v.places.has(text.slice(at, end))) return null;
  const mention = personAt(sentence, [at, end], v, {});
  return mention.context.title ? mention : null;
}
