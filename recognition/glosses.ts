// Names in Latin letters in brackets that explain the one before them in another script: "हसन मादुरो ओरली (Hasan Maduro
// Orli)".
import type { Candidate, NameCandidate } from './candidate.ts';
import { withoutInvisible } from './fold.ts';

const NEAR = 80; // UTF-16 code units between the two surnames
const LATIN = /\p{sc=Latin}/u;
const OPENING = /[(（]/;
const ONE_NAME = /^[\p{L}\p{M}\s.·•・'’-]*$/u;
const GIVEN_NAMES = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s+)+$/u;

/**
 * A bracket that names another bearer of the surname says whose it is before the bracket too. What stands before the
 * surname in there is a given name, but behind a title ("トランプ大統領（President Trump）").
 */
export function readGlosses(candidates: readonly Candidate[], text: string): void {
  candidates.forEach((gloss, at) => {
    if (gloss.form !== 'surname' || !LATIN.test(text.charAt(gloss.start))) return;
    const name = nameBefore(candidates, at, gloss);
    const given = name && givenNamesIn(text, name, gloss);
    if (!name || given === null) return;
    const isWhole = GIVEN_NAMES.test(given) && /^[)）]/.test(text.charAt(gloss.end));
    if (gloss.context === 'clear' && isWhole && !gloss.title && !name.titleMatches) gloss.context = 'otherPerson';
    if (gloss.context === 'otherPerson') name.context = 'otherPerson';
  });
}

/** The last candidate of the same figure before this one, if it is near; null where there is none. */
function nameBefore(candidates: readonly Candidate[], at: number, gloss: NameCandidate): NameCandidate | null {
  for (let before = at - 1; before >= 0; before--) {
    const one = candidates[before] as Candidate;
    if (gloss.start - one.end > NEAR) return null;
    if (one.form !== 'office' && one.form !== 'given' && one.figure === gloss.figure) return one;
  }
  return null;
}

/** What stands in the bracket before the surname; null where it does not explain the name in another script. */
function givenNamesIn(text: string, name: Candidate, { start }: NameCandidate): string | null {
  if (LATIN.test(text.slice(name.start, name.end))) return null;
  const [rest = '', given, ...more] = withoutInvisible(text.slice(name.end, start)).split(OPENING);
  return given !== undefined && more.length === 0 && ONE_NAME.test(rest) && ONE_NAME.test(given) ? given : null;
}
