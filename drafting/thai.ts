// People in Thai text: a title written onto the given name, a space, the surname ("นาย… …"); or a listed given name.
import { foldText } from '../recognition/fold.ts';
import { type Mention, plainMention, type Sentence } from './mention.ts';
import { isTitle, partsOf, startsWith } from './unspaced-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** UTF-16 code units of a name's part, and of a title. */
const LONGEST = 24;
const LONGEST_TITLE = 16;
const LONGEST_FOREIGN = 12;

export function thaiNames(sentence: Sentence, v: Vocabulary): Mention[] {
  const { text } = sentence;
  const mentions: Mention[] = [];
  for (let at = 0; at < text.length; at++) {
    const isInside = /[\u0E00-\u0E7F]/.test(text[at - 1] ?? '');
    // "Mr" and its like stand anywhere; all else only behind a space.
    if (isInside && courtesyLength(text, at, v) === 0) continue;
    const mention = nameAt(sentence, at, v);
    if (!mention) continue;
    mentions.push(mention);
    at = mention.end - 1;
  }
  return mentions;
}

/** The name that stands behind a space, with a title or from the list. */
function nameAt(sentence: Sentence, at: number, v: Vocabulary): Mention | null {
  const { text } = sentence;
  const title = titleLength(text, at, v);
  const from = at + title + (title > 0 && text[at + title] === ' ' ? 1 : 0);
  const [chunk] = /^[\u0E01-\u0E4E]{2,24}/u.exec(text.slice(from, from + LONGEST)) ?? [];
  if (!chunk) return null;
  const first = withoutVerb(chunk, v);
  const given = v.given.has(foldText(first));
  const isCourtesy = courtesyLength(text, at, v) > 0;
  if (!given && (title === 0 || !(isCourtesy || isShort(first, v)))) return null;
  const [second = ''] =
    /^ [\u0E01-\u0E4E]{2,24}/u.exec(text.slice(from + first.length, from + first.length + LONGEST)) ?? [];
  const isSurname =
    first === chunk && second !== '' && !startsWith(second.trim(), v.saying.has) && titleLength(second, 1, v) === 0;
  const end = from + first.length + (isSurname ? second.length : 0);
  return plainMention(
    sentence,
    [from, end],
    partsOf(text.slice(from, end)),
    { given },
    {
      title: title > 0,
      saying: startsWith(text.slice(end).trimStart(), v.saying.has),
    },
  );
}

/** A foreign name behind an office: few letters, and no word for an organisation in them. */
function isShort(first: string, v: Vocabulary): boolean {
  if (first.length > LONGEST_FOREIGN) return false;
  for (let at = 0; at < first.length; at++) if (startsWith(first.slice(at), v.organizations.has)) return false;
  return true;
}

/** A name up to the verb of saying that is written onto it. */
function withoutVerb(chunk: string, v: Vocabulary): string {
  for (let at = 3; at < chunk.length; at++) if (startsWith(chunk.slice(at), v.saying.has)) return chunk.slice(0, at);
  return chunk;
}

/** "นาย", but not the first letters of a longer title that stands here ("นายก…", prime minister). */
function courtesyLength(text: string, at: number, v: Vocabulary): number {
  const title = v.courtesyTitles.find((one) => text.startsWith(one, at));
  return title && titleLength(text, at, v) <= title.length ? title.length : 0;
}

function titleLength(text: string, at: number, v: Vocabulary): number {
  for (let length = Math.min(LONGEST_TITLE, text.length - at); length > 1; length--)
    if (isTitle(foldText(text.slice(at, at + length)), v)) return length;
  return 0;
}
