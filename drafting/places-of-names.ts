// Where the surface forms of figures stand in a sentence.
import type { Figure } from '../stories/format.ts';

/** A name in a text; offsets in UTF-16 code units, the end exclusive. */
export interface Mark {
  start: number;
  end: number;
  figure: string;
  form: string;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** The places of a form in a text: those where it is a whole word; where there are none, any, for endings and scripts
 * that set no spaces. */
export function placesOf(text: string, form: string): number[] {
  const [whole, any]: [number[], number[]] = [[], []];
  if (form === '') return any;
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
    any.push(at);
    if (!LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + form.length] ?? ' ')) whole.push(at);
  }
  return whole.length > 0 ? whole : any;
}

/**
 * The names of some figures in a text, in order; where two overlap, the longer one.
 * @param figures few: those that the sentence is known to name
 */
export function marksIn(text: string, figures: readonly Pick<Figure, 'id' | 'drawn'>[]): Mark[] {
  const found = figures.flatMap(({ id, drawn }) =>
    (drawn?.forms ?? []).flatMap((form) =>
      placesOf(text, form).map((start) => ({ start, end: start + form.length, figure: id, form })),
    ),
  );
  found.sort((a, b) => b.form.length - a.form.length || a.start - b.start);
  const kept: Mark[] = [];
  const taken = new Uint8Array(text.length);
  for (const mark of found) {
    if (taken.subarray(mark.start, mark.end).some(Boolean)) continue;
    taken.fill(1, mark.start, mark.end);
    kept.push(mark);
  }
  return kept.sort((a, b) => a.start - b.start);
}
