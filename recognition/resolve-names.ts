// Decides which names are a figure's, from the evidence of the whole page: first those that stand for themselves, then
// those that lean on them. A wrong person is worse than a missed one: where evidence is balanced, the name stays
// unmarked.
import type { Figures } from './figures.ts';
import { giveGivenNames } from './given-alone.ts';
import { type AcceptedName, JudgedNames, type NameFacts } from './judged-names.ts';
import type { PageEvidence } from './page-evidence.ts';
import { giveSharedNames, giveSmallNames, giveStandingNames } from './standing-names.ts';
import { giveStrongSurnames } from './strong-surnames.ts';
import { giveWeakSurnames } from './weak-surnames.ts';

export interface ResolvedNames {
  accepted: readonly AcceptedName[];
  /** A name hangs on whether the page is a front page, and that is not known. */
  needsFrontPage: boolean;
}

/** Gives names to their figures. */
export function resolveNames(figures: Figures, page: PageEvidence, facts: NameFacts): ResolvedNames {
  const names = new JudgedNames(figures, page, facts);
  giveStandingNames(names);
  giveStrongSurnames(names);
  giveSmallNames(names);
  giveWeakSurnames(names);
  giveSharedNames(names);
  giveGivenNames(names);
  return names;
}
