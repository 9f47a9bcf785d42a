// Names by which figures of several stories are compared (merge.ts).
import type { Figure } from './format.ts';
import { foldPhrase } from './patterns.ts';

/** All of them folded. */
export interface ComparedNames {
  /** By which figures of one kind find each other: of people whole names, of all others also longer aliases. */
  all: string[];
  /** A person's whole names. */
  full: string[];
}

const SHORTEST_ALIAS = 5; // letters: "AP" is two agencies

export function comparedNames(figure: Figure): ComparedNames {
  const { kind, name, names } = figure;
  const written = [...Object.values(name), ...names.full].map(foldPhrase);
  const aliases = names.aliases.map(foldPhrase);
  if (kind === 'person') {
    const full = fullNamesOf(written);
    return { full, all: distinct([...full, ...written, ...aliases]) };
  }
  return { full: [], all: distinct([...written, ...aliases.filter((alias) => alias.length >= SHORTEST_ALIAS)]) };
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)].filter(Boolean);

/** Whole names, whatever the order of their words, without initials. */
function fullNamesOf(names: readonly string[]): string[] {
  return distinct(
    names.flatMap((name) => {
      const longer = name.split(' ').filter((word) => word.length > 1);
      return longer.length > 1 ? [longer.sort().join(' ')] : [];
    }),
  );
}
