// An office in apposition says who bears a surname: "said Petro, president of Colombia, on Friday".
import type { Candidate, OfficeCandidate } from './candidate.ts';
import type { Figures, GazetteerFigure } from './figures.ts';
import { split } from './lists.ts';

/** Tells the surnames beside offices whose holders they name that they are these holders. */
export function giveOffices(figures: Figures, candidates: readonly Candidate[]): void {
  for (const office of candidates) {
    if (office.form !== 'office' || office.holderAt === null) continue;
    for (const name of candidates) {
      if (name.form !== 'surname' || name.context !== 'clear') continue;
      if (name.start !== office.holderAt && name.end !== office.holderAt) continue;
      const figure = figures.get(name.figure);
      if (!figure || !mayHold(figure, office)) continue;
      name.holdsOffice = true;
      name.besideCountry = true;
    }
  }
}

/** The figure holds or held the office; who still holds it is no former one. */
const mayHold = (figure: GazetteerFigure, { office, qualifier }: OfficeCandidate): boolean =>
  figure.offices.some((term) => isOfTerm(figure, term, split(office)) && (qualifier !== 'former' || term.to !== null));

/** True where a figure's term is one in one of these offices. */
export const isOfTerm = (
  { country }: GazetteerFigure,
  { office, post, ownPost }: GazetteerFigure['offices'][number],
  ids: readonly string[],
): boolean => [office, `${country}/${post}`, `${country}/${ownPost}`].some((name) => ids.includes(name));
