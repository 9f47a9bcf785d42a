// The words of many texts, and which texts have them: finds few texts that a slower search is then made through.

import { folded } from './folded-text.ts';

const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

export interface WordIndex {
  /**
   * Places of the texts that have most words of a query, the best first, at most `most`. A word is had by its
   * beginning or middle; where no text has it, by a similar one.
   */
  find(query: string, most: number): number[];
  /** Places of all the texts that have every word of a query, in order. */
  havingAll(query: string): number[];
}

/** What a word of a query counts beside how well a text has it: more words go before better ones. */
const WORD = 100;

/** @param similar words of a list that a reader may have meant by one that is not in it */
export function createWordIndex(
  texts: readonly string[],
  similar: (words: readonly string[]) => (word: string) => readonly string[],
): WordIndex {
  const places = new Map<string, number[]>();
  texts.forEach((text, at) => {
    for (const word of new Set(wordsOf(text))) {
      const known = places.get(word);
      if (known) known.push(at);
      else places.set(word, [at]);
    }
  });
  const words = [...places.keys()];
  let similarTo: ((word: string) => readonly string[]) | undefined;

  function meant(word: string): readonly string[] {
    const having = words.filter((one) => one.includes(word));
    if (having.length > 0) return having;
    similarTo ??= similar(words);
    return similarTo(word);
  }

  let last = { query: '', score: new Map<number, number>() };

  /** What each text that has a word of the query counts. */
  function scoresOf(query: string): ReadonlyMap<number, number> {
    if (query === last.query) return last.score;
    const score = new Map<number, number>();
    for (const word of new Set(wordsOf(query))) {
      // A whole word counts more than a part of one; of a text's words for one word of the query the best counts.
      const best = new Map<number, number>();
      for (const one of meant(word)) {
        const worth = one === word ? 3 : one.startsWith(word) ? 2 : 1;
        for (const at of places.get(one) ?? []) if ((best.get(at) ?? 0) < worth) best.set(at, worth);
      }
      for (const [at, worth] of best) score.set(at, (score.get(at) ?? 0) + WORD + worth);
    }
    last = { query, score };
    return score;
  }

  return {
    find: (query, most) =>
      [...scoresOf(query)]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, most)
        .map(([at]) => at),
    havingAll(query) {
      const least = WORD * new Set(wordsOf(query)).size;
      const found = [...scoresOf(query)].flatMap(([at, score]) => (score >= least ? at : []));
      return found.sort((a, b) => a - b);
    },
  };
}
