// The names of one page while they are given to their figures, one kind after the other: whom the page has named so
// far, and what stays open.
import type { FigureEvidence, PlacedName } from './figure-evidence.ts';
import { type Figures, type GazetteerFigure, shareStory } from './figures.ts';
import type { NameEvidence, Silence } from './name-evidence.ts';
import type { PageEvidence } from './page-evidence.ts';
import type { AcceptedOffice } from './resolve-offices.ts';

/** What is known of the page besides its names. */
export interface NameFacts {
  /** Whether each block may be about something else; undefined: not known, so it may be. */
  frontPage: boolean | undefined;
  /** The offices that were given to their holders: a page that has one is about its holder. */
  offices: readonly AcceptedOffice[];
  /** Is told of each name that stays unmarked although nothing right beside it speaks against it. */
  onSilence?: (placed: PlacedName, why: Silence) => void;
}

/** A name that was given to its figure. */
export interface AcceptedName extends PlacedName {
  evidence: NameEvidence[];
}

/** Figures are told by their indexes. */
export class JudgedNames {
  readonly figures: Figures;
  readonly page: PageEvidence;
  readonly facts: NameFacts;
  /** The names beside which nothing speaks against their figure. */
  readonly clear: readonly PlacedName[];
  readonly accepted: AcceptedName[] = [];
  /** The figures that were named so far. */
  readonly present = new Set<number>();
  /** A name hangs on whether the page is a front page, and that is not known. */
  needsFrontPage = false;
  readonly #presentIn = new Set<string>();

  constructor(figures: Figures, page: PageEvidence, facts: NameFacts) {
    this.figures = figures;
    this.page = page;
    this.facts = facts;
    this.clear = page.names.filter(({ name }) => name.context === 'clear' && figures.get(name.figure));
  }

  accept(placed: PlacedName, evidence: NameEvidence): void {
    this.accepted.push({ ...placed, evidence: [evidence] });
    this.present.add(placed.name.figure);
    this.#presentIn.add(`${placed.name.figure} ${placed.block}`);
  }

  /** @param needsFrontPage it hangs on whether the page is a front page, and that is not known */
  leave(placed: PlacedName, why: Silence, needsFrontPage = false): void {
    this.facts.onSilence?.(placed, why);
    this.needsFrontPage ||= needsFrontPage;
  }

  /** Whether a figure was named in a block. */
  isIn(figure: number, block: number): boolean {
    return this.#presentIn.has(`${figure} ${block}`);
  }

  /** Whether a figure was named in any other block than this one. */
  isOutside(figure: number, block: number | undefined): boolean {
    return this.accepted.some((one) => one.name.figure === figure && one.block !== block);
  }

  figureOf({ name }: PlacedName): GazetteerFigure {
    return this.figures.get(name.figure) as GazetteerFigure;
  }

  evidenceOf({ name }: PlacedName): FigureEvidence {
    return this.page.figures.get(name.figure) as FigureEvidence;
  }

  areOfOneStory(one: number, other: number): boolean {
    const { figures } = this;
    return shareStory(figures.get(one) as GazetteerFigure, figures.get(other) as GazetteerFigure);
  }

  /** True of two different figures of one story. */
  areCompany(one: number, other: number): boolean {
    return one !== other && this.areOfOneStory(one, other);
  }
}
