// The prefilters of a page's languages, from how the gazetteer has them written.
import { createPrefilter, type Prefilter, type WrittenPrefilter } from './prefilter.ts';
import { openWordPrefilter, type WrittenWordPrefilter } from './word-prefilter.ts';

/** Of one language: two patterns; of a large library two filters of words. */
export type AnyWrittenPrefilter = WrittenPrefilter | WrittenWordPrefilter;

/** Finds nothing. */
export const NO_NAMES: WrittenPrefilter = ['(?!)', '(?!)'];

export const openPrefilter = (written: AnyWrittenPrefilter): Prefilter =>
  'words' in written ? openWordPrefilter(written) : createPrefilter(written);

/** One prefilter that finds what any of these find: for pages in several languages. */
export function openPrefilters(written: readonly AnyWrittenPrefilter[]): Prefilter {
  const [only, ...others] = written.map(openPrefilter);
  if (only && others.length === 0) return only;
  const all = only ? [only, ...others] : [];
  return {
    next(text, from) {
      let first = -1;
      for (const prefilter of all) {
        const at = prefilter.next(text, from);
        if (at >= 0 && (first < 0 || at < first)) first = at;
      }
      return first;
    },
  };
}
