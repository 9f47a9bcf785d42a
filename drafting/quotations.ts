// Direct speech: what stands between quotation marks, and who said it: who speaks in that sentence, or goes on
// speaking.
import type { StoryInput } from '../stories/format.ts';
import type { Figure } from './figure-records.ts';
import { goesOn, turnsTo } from './last-speaker.ts';
import type { Sentence } from './mention.ts';
import { isOutside, type Named, type Quoted } from './outside-quotations.ts';
import { speakerIn } from './speakers.ts';
import type { Vocabulary } from './vocabulary.ts';

type QuotationRecord = NonNullable<StoryInput['quotations']>[number];
type WithoutId = Pick<QuotationRecord, 'words' | 'language' | 'by' | 'about' | 'cite'>;

/** Words of the shortest quotation: what is shorter is a word that somebody used. */
const FEWEST_WORDS = 4;
const FEWEST_CHARACTERS = 8; // where words have no spaces between them
const MOST = 2000;

/** Opening marks and what closes each. */
const MARKS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«»',
  '”': '”',
  '"': '"',
  '「': '」',
  '『': '』',
  '‘': '’',
};

/** What closes a quotation opens one too (Swedish ”…”, Finnish »…», German »…«), but only in front of a word. */
const CLOSES_OR_OPENS = /[»”]/;
const isBeforeWord = (text: string, at: number): boolean =>
  /[\s([—–-]/.test(text[at - 1] ?? ' ') && /[^\s.,;:!?)\]]/.test(text[at + 1] ?? ' ');

/** Sentences of the paragraph in which the end of a quotation is looked for. */
const AHEAD = 4;

/** "the workers’ plan": no end of a quotation, if one with a comma or a full stop comes before the next begins. */
const isPluralPossessive = (text: string, at: number, ahead: string): boolean =>
  /^s’\s\p{L}/u.test(text.slice(at - 1, at + 3)) && /^[^‘]*[,.!?…]’(?!\p{L})/u.test(`${text.slice(at + 1)} ${ahead}`);

/**
 * What a sentence quotes.
 * @param opened what closes a quotation that goes on from the sentence before
 * @param ahead the sentences behind it
 */
function quotedIn(text: string, opened: string | null, ahead: string): { quoted: Quoted[]; opened: string | null } {
  const quoted: Quoted[] = [];
  let close = opened;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (close === null) {
      const closing = MARKS[character];
      // An apostrophe between letters opens nothing.
      if (!closing || (/['’‘]/.test(character) && /\p{L}/u.test(text[at - 1] ?? ''))) continue;
      if (CLOSES_OR_OPENS.test(character) && !isBeforeWord(text, at)) continue;
      close = closing;
      start = at + 1;
    } else if (close.includes(character)) {
      if (character === '’' && (/\p{L}/u.test(text[at + 1] ?? '') || isPluralPossessive(text, at, ahead))) continue;
      quoted.push({ start, end: at });
      close = null;
    }
  }
  if (close !== null) quoted.push({ start, end: text.length });
  return { quoted, opened: close };
}

/** A sentence with what it quotes and whom it names outside of that. */
interface Reading {
  sentence: Sentence;
  quoted: readonly Quoted[];
  outside: Named;
}

/** Sentences over which one quotation goes, or a sentence alone. */
function* stretchesOf(sentences: readonly Sentence[], named: readonly Named[]): Generator<Reading[]> {
  let opened: string | null = null;
  let open: Reading[] = [];
  for (const [at, sentence] of sentences.entries()) {
    if (sentence.sentence === 1 && open.length > 0) {
      yield open;
      [opened, open] = [null, []];
    }
    const ahead = sentences.slice(at + 1, at + 1 + AHEAD).filter(({ paragraph }) => paragraph === sentence.paragraph);
    const found = quotedIn(sentence.text, opened, ahead.map(({ text }) => text).join(' '));
    opened = found.opened;
    const outside = (named[sentence.at] ?? []).filter(({ start }) => isOutside(start, found.quoted));
    open.push({ sentence, quoted: found.quoted, outside });
    if (opened !== null) continue;
    yield open;
    open = [];
  }
  if (open.length > 0) yield open;
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
  let last: Figure | null = null;
  for (const readings of stretchesOf(sentences, named)) {
    if (readings[0]?.sentence.sentence === 1) last = null;
    const found = readings.flatMap((one) => speakerIn(one.sentence, one.outside, one.quoted, v) ?? []);
    const isQuoting = readings.some(({ quoted }) => quoted.length > 0);
    const speaker: Figure | null = found[0] ?? (isQuoting ? goingOn(readings, last, v) : null);
    last = isQuoting ? speaker : afterwards(readings, speaker, last, v);
    for (const reading of readings) {
      if (speaker) speakers.set(reading.sentence.at, speaker);
      for (const quotation of recordsOf(reading, named[reading.sentence.at] ?? [], speaker, language))
        if (quotations.length < MOST) quotations.push({ id: `q${quotations.length + 1}`, ...quotation });
    }
  }
  return { quotations, speakers };
}

/** Who spoke last, where he is who goes on. */
const goingOn = (readings: readonly Reading[], last: Figure | null, v: Vocabulary): Figure | null =>
  last && readings.every(({ sentence, outside, quoted }) => goesOn(sentence, outside, quoted, last, v)) ? last : null;

/** Who may go on behind sentences that quote nothing. */
function afterwards(
  readings: readonly Reading[],
  speaker: Figure | null,
  last: Figure | null,
  v: Vocabulary,
): Figure | null {
  const one = speaker ?? last;
  return one && !readings.some(({ sentence, outside }) => turnsTo(sentence, outside, one, v)) ? one : null;
}

function recordsOf({ sentence, quoted }: Reading, named: Named, speaker: Figure | null, language: string): WithoutId[] {
  const long = quoted.filter(({ start, end }) => isLong(sentence.text.slice(start, end)));
  return long.map(({ start, end }) => {
    const words = sentence.text
      .slice(start, end)
      .replace(/[\s,]+$/u, '')
      .trim();
    const inside = named.filter((one) => one.start >= start && one.end <= end);
    return {
      words: { [language]: words },
      language,
      by: speaker?.id ?? null,
      about: [...new Set(inside.map(({ figure }) => figure.id))].filter((id) => id !== speaker?.id).slice(0, 16),
      cite: `a:${sentence.paragraph}.${sentence.sentence}`,
    };
  });
}

const isLong = (text: string): boolean =>
  /\s/.test(text.trim()) ? text.trim().split(/\s+/).length >= FEWEST_WORDS : text.length >= FEWEST_CHARACTERS;
