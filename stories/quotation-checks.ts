// Checks of quotations: an excerpt is verbatim, and the speaker is in a statement on the same sentence.
import type * as v from 'valibot';
import type { Report } from './faults.ts';
import type { Entry } from './records.ts';
import type { QuotationRecord, StatementRecord } from './yaml-schema.ts';

type Quotation = v.InferOutput<typeof QuotationRecord>;
type Statement = v.InferOutput<typeof StatementRecord>;

/** The mark of a cut, at the start, in between or at the end. */
const CUT = '…';

/** An excerpt is verbatim in both languages, and says where it is cut. */
export function checkExcerpt({ words, translation, excerpt }: Quotation, report: Report): void {
  if (!excerpt) return;
  const wholes = { en: words, es: translation.es };
  for (const language of ['en', 'es'] as const) {
    const fault = faultOf(excerpt[language], wholes[language]);
    if (fault) report(['excerpt', language], ...fault);
  }
}

/** Who is quoted is among the figures of a statement on the same sentence, else one of the two is wrong. */
export function checkSpeakers(
  quotations: readonly Entry<Quotation>[],
  statements: readonly Entry<Statement>[],
  known: ReadonlySet<string>,
): void {
  for (const { value, report } of quotations) {
    const { by, cite } = value;
    if (!known.has(by)) continue; // nobody named, or a fault of its own
    if (!statements.some(({ value: { cites, figures } }) => cites.includes(cite) && figures.includes(by)))
      report(
        ['by'],
        `is said by “${by}”, who is in no statement on sentence ${cite}`,
        'Name the speaker in such a statement, or correct `by`',
      );
  }
}

/** What is wrong with an excerpt of `whole` and how to mend it; null where all is well. */
function faultOf(excerpt: string, whole: string): [wrong: string, mend: string] | null {
  const pieces = excerpt.split(CUT).map((piece) => piece.trim());
  let end = 0;
  for (const piece of pieces.filter(Boolean)) {
    const start = wholeWordsAt(whole, piece, end);
    if (start < 0)
      return [
        `has an excerpt in which “${piece}” is not verbatim`,
        'Copy its pieces from the quotation, in their order, with … between them',
      ];
    end = start + piece.length;
  }
  const [first = ''] = pieces;
  const last = pieces.at(-1) ?? '';
  if ((first !== '' && !whole.startsWith(first)) || (last !== '' && !whole.endsWith(last)))
    return ['has an excerpt with a cut that is not marked', 'Put … where words are left out'];
  if (excerpt.length >= whole.length)
    return ['has an excerpt that is no shorter than the quotation', 'Cut it, or take it out'];
  return null;
}

/** Where `piece` stands at or after `from`, not within a word; -1 where it does not. */
function wholeWordsAt(whole: string, piece: string, from: number): number {
  for (let at = whole.indexOf(piece, from); at >= 0; at = whole.indexOf(piece, at + 1)) {
    const around = (whole[at - 1] ?? ' ') + (whole[at + piece.length] ?? ' ');
    if (!/[\p{L}\p{N}]/u.test(around)) return at;
  }
  return -1;
}
