// What the roles of two figures of one name say: that they are one person, that they are two, or nothing.
import type { Figure } from './format.ts';
import { foldPhrase } from './patterns.ts';

const SHORTEST_ROLE_WORD = 5; // letters: what is shorter is mostly grammar
const SHARED_ROLE_WORDS = 2;

/** Their roles have two longer words in common in one language, or are the same. */
export function shareRole({ role }: Figure, { role: other }: Figure): boolean {
  return Object.entries(role ?? {}).some(([language, text]) => {
    const its = foldPhrase(other?.[language] ?? '');
    const own = foldPhrase(text);
    if (own.length >= SHORTEST_ROLE_WORD && own === its) return true;
    const words = new Set(own.split(' ').filter((word) => word.length >= SHORTEST_ROLE_WORD));
    return new Set(its.split(' ').filter((word) => words.has(word))).size >= SHARED_ROLE_WORDS;
  });
}

/** Both have a role in one language, and no word in common there, as far as endings tell. */
export function differInRole({ role }: Figure, { role: other }: Figure): boolean {
  const beginnings = (text: string) =>
    foldPhrase(text)
      .split(' ')
      .filter((word) => word.length >= SHORTEST_ROLE_WORD - 1)
      .map((word) => word.slice(0, SHORTEST_ROLE_WORD));
  return Object.entries(role ?? {}).some(([language, text]) => {
    const [own, its] = [beginnings(text), beginnings(other?.[language] ?? '')];
    return own.length > 0 && its.length > 0 && !own.some((word) => its.includes(word));
  });
}
