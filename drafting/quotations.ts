// Direct speech: what stands between quotation marks, and who said it: a person beside a verb of saying, in the same
// sentence or in the one beside it.
import { foldText } from '../recognition/fold.ts';
import type { StoryInput } from '../stories/format.ts';
import type { Figure } from './figure-records.ts';
import type { Sentence } from './mention.ts';
import type { Vocabulary } from './vocabulary.ts';

type QuotationRecord = NonNullable<StoryInput['quotations']>[number];

/** Words of the shortest quotation: what is shorter is a word that somebody used. */
const FEWEST_WORDS = 4;
const FEWEST_CHARACTERS = 8; // where words have no spaces between them
const MOST = 2000;

/** Figures that a sentence names, in the order of the text. */
export type Named = readonly { figure: Figure; start: number; end: number }[];

/** Opening marks and what closes each. */
const MARKS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '"': '"',
  '「': '」',
  '『': '』',
  '‘': '’',
};

/** A stretch between quotation marks; `open` where the sentence ends before they close. */
interface Quoted {
  start: number;
  end: number;
  open: boolean;
}

/** What a sentence quotes. @param isOpen a quotation goes on from the sentence before */
function quotedIn(text: string, opened: string | null): { quoted: Quoted[]; opened: string | null } {
  const quoted: Quoted[] = [];
  let close = opened;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (close === null) {
      const closing = MARKS[character];
      // An apostrophe between letters opens nothing.
      if (!closing || (/['’‘]/.test(character) && /\p{L}/u.test(text[at - 1] ?? ''))) continue;
      close = closing;
      start = at + 1;
    } else if (close.includes(character) && !(character === '’' && /\p{L}/u.test(text[at + 1] ?? ''))) {
      quoted.push({ start, end: at, open: false });
      close = null;
    }
  }
  if (close !== null) quoted.push({ start, end: text.length, open: true });
  return { quoted, opened: close };
}

/** @param named by the sentence's place in the list of all sentences */
export function quotationsOf(
  sentences: readonly Sentence[],
  named: readonly Named[],
  language: string,
  v: Vocabulary,
): { quotations: QuotationRecord[]; speakers: ReadonlyMap<number, Figure> } {
  const quotations: QuotationRecord[] = [];
  const speakers = new Map<number, Figure>();
  let opened: string | null = null;
  let last: Figure | null = null;
  for (const sentence of sentences) {
    if (sentence.sentence === 1) [opened, last] = [null, null];
    const found = quotedIn(sentence.text, opened);
    opened = found.opened;
    const outside = (named[sentence.at] ?? []).filter(
      ({ start }) => !found.quoted.some((one) => start >= one.start && start < one.end),
    );
    const speaker: Figure | null =
      speakerIn(sentence, outside, found.quoted, v) ?? (found.quoted.length > 0 ? last : null);
    const long = found.quoted.filter(({ start, end }) => isLong(sentence.text.slice(start, end)));
    if (speaker) {
      speakers.set(sentence.at, speaker);
      last = speaker;
    }
    for (const { start, end } of long) {
      if (quotations.length >= MOST) break;
      const words = sentence.text
        .slice(start, end)
        .replace(/[\s,]+$/u, '')
        .trim();
      const inside = (named[sentence.at] ?? []).filter((one) => one.start >= start && one.end <= end);
      quotations.push({
        id: `q${quotations.length + 1}`,
        words: { [language]: words },
        language,
        by: speaker?.id ?? null,
        about: [...new Set(inside.map(({ figure }) => figure.id))].filter((id) => id !== speaker?.id).slice(0, 16),
        cite: `a:${sentence.paragraph}.${sentence.sentence}`,
      });
    }
  }
  return { quotations, speakers };
}

const isLong = (text: string): boolean =>
  /\s/.test(text.trim()) ? text.trim().split(/\s+/).length >= FEWEST_WORDS : text.length >= FEWEST_CHARACTERS;

/** The person nearest to a verb of saying outside of the quotation; right before a colon none is needed. */
function speakerIn(sentence: Sentence, outside: Named, quoted: readonly Quoted[], v: Vocabulary): Figure | null {
  const people = outside.filter(({ figure }) => figure.kind === 'person');
  const colon = people.find(({ end }) =>
    quoted.some(({ start }) => /^[^.!?]{0,60}[:：]\s*$/u.test(sentence.text.slice(end, start - 1))),
  );
  if (colon && quoted.length > 0) return colon.figure;
  if (!v.spaced) return unspacedSpeaker(sentence, people, quoted, v);
  const isOutside = (at: number) => !quoted.some(({ start, end }) => at >= start && at < end);
  const verbs = sentence.words.filter((word) => !word.capital && isOutside(word.start) && v.saying.has(word.folded));
  let best: { figure: Figure; distance: number } | null = null;
  for (const { start, end, figure } of people)
    for (const verb of verbs.slice(0, 8)) {
      const between = verb.start >= end ? verb.start - end : start - verb.end;
      const distance = Math.abs(between);
      if (distance < 80 && (best === null || distance < best.distance)) best = { figure, distance };
    }
  return best?.figure ?? null;
}

/** Code units in which a verb of saying is looked for, behind a name or a quotation. */
const NEAR = 12;

/** Without spaces: a verb of saying right behind the name, or right behind the quotation that the name opens. */
function unspacedSpeaker(sentence: Sentence, people: Named, quoted: readonly Quoted[], v: Vocabulary): Figure | null {
  const saysAt = (at: number): boolean => {
    const behind = foldText(sentence.text.slice(at, at + NEAR));
    for (let from = 0; from < behind.length; from++)
      for (let length = 1; length <= 5; length++) if (v.saying.has(behind.slice(from, from + length))) return true;
    return false;
  };
  const saying = people.findLast(({ end }) => saysAt(end));
  if (saying) return saying.figure;
  const [first] = quoted;
  return first && saysAt(first.end + 1) ? (people.findLast(({ end }) => end <= first.start)?.figure ?? null) : null;
}
