// Decides who held an office that is named without its holder: whoever held it on the page's date.
import { isOfTerm } from './appositions.ts';
import type { OfficeCandidate } from './candidate.ts';
import type { Figures } from './figures.ts';
import { split } from './lists.ts';
import type { PlacedOffice } from './page-evidence.ts';

/** Why an office was taken for a figure: who held it, from when to when (exclusive), on the page's date. */
export interface OfficeEvidence {
  kind: 'office';
  office: string;
  from: string;
  to: string | null;
  date: string;
}

/** An office that was given to its holder. */
export interface AcceptedOffice extends PlacedOffice {
  /** Index of the figure. */
  figure: number;
  evidence: [OfficeEvidence];
}

export interface ResolvedOffices {
  accepted: AcceptedOffice[];
  /** An office hangs on the page's date, and nobody has looked for that yet. */
  needsDate: boolean;
}

/**
 * Gives offices to their holders.
 * @param date the page's, YYYY-MM-DD; null: it has none; undefined: not looked for yet
 */
export function resolveOffices(
  figures: Figures,
  offices: readonly PlacedOffice[],
  date: string | null | undefined,
): ResolvedOffices {
  // "US President Joe Biden": on this page the office is somebody else's, also where it is called "POTUS".
  const taken = offices.flatMap(({ office: { office, context, qualifier } }) =>
    context === 'otherPerson' && isPresent(qualifier) ? split(office) : [],
  );
  const isTaken = (office: string): boolean =>
    taken.length > 0 &&
    (split(office).some((id) => taken.includes(id)) ||
      [...figures.values()].some((figure) =>
        figure.offices.some((term) => isOfTerm(figure, term, split(office)) && isOfTerm(figure, term, taken)),
      ));
  const open = offices.filter(
    ({ office: { office, context, qualifier } }) => context === 'clear' && !(isPresent(qualifier) && isTaken(office)),
  );
  if (!date) return { accepted: [], needsDate: open.length > 0 && date === undefined };
  const accepted = open.flatMap((placed): AcceptedOffice[] => {
    const holder = holderOf(figures, placed.office, date);
    if (!holder) return [];
    const { figure, from, to } = holder;
    return [{ ...placed, figure, evidence: [{ kind: 'office', office: placed.office.office, from, to, date }] }];
  });
  return { accepted, needsDate: false };
}

/** True of who holds the office, since lately or not. */
const isPresent = (qualifier: OfficeCandidate['qualifier']): boolean => qualifier === '' || qualifier === 'recent';

/** "2025-01-20" → "2026-01-20" */
const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/**
 * Who held the office on that day, or was elect. Null where nobody of the story did, where two did, and where a year
 * beside it is from before the term. Nobody is "former".
 */
function holderOf(
  figures: Figures,
  { office, qualifier, year }: OfficeCandidate,
  date: string,
): { figure: number; from: string; to: string | null } | null {
  if (qualifier === 'former') return null;
  const ids = split(office);
  let found: { figure: number; from: string; to: string | null; story: number } | null = null;
  let isDisputed = false;
  for (const [at, figure] of figures)
    for (const term of figure.offices) {
      if (!isOfTerm(figure, term, ids)) continue;
      const [from, to] = qualifier === 'elect' ? [term.elected, term.from] : [term.from, term.to];
      const isInTerm = from !== undefined && date >= from && (to === null || date < to);
      // "The new Colombian president" is nobody who has governed for years.
      if (!isInTerm || (qualifier === 'recent' && date >= yearAfter(from)) || (year && year < from.slice(0, 4)))
        continue;
      // Where two stories differ, the earlier one says who held it.
      const { story = 0 } = term;
      if (found && found.story < story) continue;
      if (found && found.story === story && found.figure !== at) isDisputed = true;
      else if (!found || found.story > story) isDisputed = false;
      found = { figure: at, from: term.from, to: term.to, story };
    }
  return isDisputed ? null : found;
}
