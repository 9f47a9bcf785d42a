// Verbs by which a subject is known, where it stands before them.
import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

/** A verb by which a subject before it is known. */
export function isPredicate({ predicates }: Vocabulary, { folded }: Token): boolean {
  const hasEnding = (one: string) => one.startsWith('-') && folded.length > one.length && folded.endsWith(one.slice(1));
  return predicates.has(folded) || predicates.all.some(hasEnding);
}
