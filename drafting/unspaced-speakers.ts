// Who says what a sentence quotes, where no spaces part the words.
import { foldText } from '../recognition/fold.ts';
import type { Figure } from './figure-records.ts';
import type { Sentence } from './mention.ts';
import { endsInColon, type Named, type Quoted } from './outside-quotations.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Code units in which a verb of saying, or a mark of case, is looked for behind a name or a quotation. */
const NEAR = 12;

/** Without spaces: a verb of saying right behind the name, or right behind the quotation that the name opens. */
export function unspacedSpeaker(
  { text }: Sentence,
  named: Named,
  quoted: readonly Quoted[],
  v: Vocabulary,
): Figure | null {
  const beginnings = named.map(({ start }) => start);
  /** What follows, up to the next name or part of the sentence. */
  const behind = (at: number): string => {
    const next = Math.min(...beginnings.filter((start) => start > at), at + NEAR);
    return foldText(text.slice(at, next)).replace(/[\s、，,。：:；;「」“”‘’"（(].*$/u, '');
  };
  const saysAt = (at: number): boolean => {
    const words = behind(at);
    for (let from = 0; from < words.length; from++)
      for (let length = 1; length <= 5; length++) if (v.saying.has(words.slice(from, from + length))) return true;
    return false;
  };
  const people = named.filter(
    (one) => one.figure.kind === 'person' && isUnspacedSubject(text, one, behind(one.end), v),
  );
  const before = (quotation: number) => people.filter(({ end }) => endsInColon(text, end, quotation));
  const beforeColon = quoted.flatMap(({ start }) => before(start));
  const saying = beforeColon.findLast(({ end }) => saysAt(end)) ?? people.findLast(({ end }) => saysAt(end));
  if (saying) return saying.figure;
  const alone = beforeColon.find(({ end }) =>
    quoted.some(({ start }) => /^[:：]\s*\S?$/u.test(text.slice(end, start))),
  );
  if (alone) return alone.figure;
  const [first] = quoted;
  return first && saysAt(first.end + 1) ? (people.findLast(({ end }) => end <= first.start)?.figure ?? null) : null;
}

/** False behind a preposition or a verb of saying ("他告诉达尔"), and before the mark of another case ("田中氏に"). */
function isUnspacedSubject(text: string, { start }: Named[number], behind: string, v: Vocabulary): boolean {
  const { prepositions, subjectMarks, objectMarks } = v.speaking;
  const before = foldText(text.slice(Math.max(0, start - 4), start));
  for (let length = 1; length <= before.length; length++) {
    const word = before.slice(-length);
    if (prepositions.has(word) || v.saying.has(word)) return false;
  }
  if (subjectMarks.length === 0) return !objectMarks.some((mark) => behind.startsWith(mark));
  const marks = [...behind].filter((sign) => subjectMarks.includes(sign) || objectMarks.includes(sign));
  return marks.length === 0 || subjectMarks.includes(marks[0] as string);
}
