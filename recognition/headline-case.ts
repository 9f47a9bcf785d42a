// Whether a name stands in a headline whose words have capitals, so that those around it say nothing.
import type { Vocabulary } from './vocabulary.ts';
import { type Token, wordsAround } from './words.ts';

const HEADLINE_WORDS = 8; // looked at on each side
const LONG_WORD = 4; // letters: has a capital in headlines

/**
 * True where most longer words around are capitalised. Few languages set headlines so; in the others a word counts only
 * when all its letters are capitals.
 */
export function isInHeadlineCase({ titleCase }: Vocabulary, name: Token): boolean {
  if (!name.isCased) return false;
  let longer = 0;
  let capitals = 0;
  for (const word of wordsAround(name, HEADLINE_WORDS)) {
    // Of shorter words those with a capital say as much ("Petro Gets a Red Cap"); the others are small in headlines.
    const isLong = word.folded.length >= LONG_WORD || (word.folded.length === LONG_WORD - 1 && word.isCapitalised);
    if (!isLong || !word.isCased) continue;
    longer++;
    if (titleCase ? word.isCapitalised : word.isAllCapitals) capitals++;
  }
  return longer >= 2 && capitals >= longer * 0.7;
}
