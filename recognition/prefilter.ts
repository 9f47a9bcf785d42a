// The prefilter: a regular expression that finds where a name may begin. Whatever it passes over cannot be a name.

/** Finds every place where a name may begin, and more. It is native: text without names costs next to nothing. */
export interface Prefilter {
  /** The first such place at or after `from` in a text, as an offset in UTF-16 code units; -1 where there is none. */
  next(text: string, from?: number): number;
}

/**
 * A prefilter as the data compiles it, two patterns. `names`: where names may begin. `hidden`: characters that may hide
 * in any word, so that a word with one is looked at whatever it is. They are apart, since both in one pattern would
 * keep the engine from leaping from capital to capital.
 */
export type WrittenPrefilter = readonly [names: string, hidden: string];

/** Opens the prefilter of one language. */
export function createPrefilter([names, hidden]: WrittenPrefilter): Prefilter {
  const plain = new RegExp(names, 'g');
  const anyHidden = new RegExp(hidden);
  let withHidden: RegExp | undefined;
  // A text is searched again and again, but for hidden characters only once: the pattern that fits it is kept with it.
  let last = '';
  let pattern = plain;
  return {
    next(text, from = 0) {
      if (text !== last) {
        last = text;
        pattern = plain;
        if (anyHidden.test(text)) {
          withHidden ??= new RegExp(`${names}|${hidden}`, 'g');
          pattern = withHidden;
        }
      }
      pattern.lastIndex = from;
      const hit = pattern.exec(text);
      if (hit) return hit.index;
      // Searched to its end: no text is kept longer than it is needed.
      last = '';
      pattern = plain;
      return -1;
    },
  };
}
