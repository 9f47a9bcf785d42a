// Candidates: places in a block where a name may stand, and what the words around say of each.
import type { Word } from './words.ts';

/** A possible mention in one block. Offsets are UTF-16 code units of the block's text, the end exclusive. */
export interface Candidate {
  start: number;
  end: number;
  /** Index of the figure, or -1 for an office whose holder depends on the date. */
  figure: number;
  form: 'full' | 'surname' | 'given' | 'name' | 'role';
  /** What the words around say: nothing against it, another bearer of the name, a thing that contains it, a family; `word`: in small letters, as an ordinary word. */
  says: 'nothing' | 'other' | 'thing' | 'family' | 'word';
  /** The title beside the name as it stands, and whether the figure holds such an office. */
  title: string;
  fits: boolean;
  /** The figure's country is named beside it ("Colombian President Petro", "Venezuela's Rodríguez"). */
  country: boolean;
  /** The capitals around say nothing: a title-case or all-caps headline. */
  headline: boolean;
  /** An ordinary word of the language looks the same here, since its capital says nothing ("Maduro", ripe, at a sentence's start). */
  doubtful: boolean;
  /** A capitalised word before the name may be another given name. */
  unsure: boolean;
  /** The figure's own given name shares the surname with a relative's ("Donald and Melania Trump"). */
  couple: boolean;
  office: string;
  /** The span of an office without its country, which is marked on its own. */
  core: Word | null;
  qualifier: '' | 'former' | 'elect';
  /** The earliest year named beside an office. */
  year: string;
}

/** A candidate of which only the span is known yet. */
export const candidateAt = (start: number, end: number, figure: number, form: Candidate['form']): Candidate => ({
  start,
  end,
  figure,
  form,
  says: 'nothing',
  title: '',
  fits: false,
  country: false,
  headline: false,
  doubtful: false,
  unsure: false,
  couple: false,
  office: '',
  core: null,
  qualifier: '',
  year: '',
});
