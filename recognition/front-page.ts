// A page of headlines says of a weak surname what none of its headlines says alone.
import { type Figures, type GazetteerFigure, shareStory } from './gazetteer.ts';
import type { FigureEvidence, PageEvidence, PlacedName } from './page-evidence.ts';

const SHARED_HEADLINES = 2; // with the same surname

/**
 * Weak surnames that several headlines of a front page share, one of them with somebody else of the story ("Trump and
 * Petro trade insults", "How Petro blinked"): a page that speaks of him so means him. Nobody else may bear the name.
 * @returns each such surname with the ids of who stands beside one of them
 */
export function sharedHeadlines(
  figures: Figures,
  page: PageEvidence,
  clear: readonly PlacedName[],
  accepted: readonly PlacedName[],
): Map<PlacedName, string[]> {
  const shared = new Map<PlacedName, string[]>();
  figures.forEach((figure, at) => {
    const { person, country } = figure;
    const { otherBearers, otherInHeadline, unknownGivenNames, plainSurnames } = page.figures.get(at) as FigureEvidence;
    const isDoubtful = otherBearers + unknownGivenNames > 0 || otherInHeadline || plainSurnames === 0;
    if (person?.strength !== 'weak' || isDoubtful) return;
    const own = clear.filter(({ name }) => name.figure === at && name.form === 'surname');
    const blocks = new Set(own.map(({ block }) => block));
    if (blocks.size < SHARED_HEADLINES) return;
    const isBeside = (other: number) => other !== at && shareStory(figures.get(other) as GazetteerFigure, figure);
    const others = accepted.filter(({ name }) => isBeside(name.figure));
    const isOfStory = ({ name }: PlacedName) => figures.get(name.figure)?.kind !== 'place';
    const beside = others.filter(
      (other) =>
        blocks.has(other.block) &&
        (isOfStory(other) || (figures.get(other.name.figure)?.id === country && others.some(isOfStory))),
    );
    const ids = [...new Set(beside.map(({ name }) => figures.get(name.figure)?.id ?? ''))];
    if (ids.length > 0) for (const placed of own) shared.set(placed, ids);
  });
  return shared;
}
