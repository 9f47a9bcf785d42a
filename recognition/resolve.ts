// Decides who is meant, from the evidence of the whole page: names first, then offices, then what overlaps.
import { settleClaims, withoutLaterOverlaps } from './claims.ts';
import { onOneLine } from './figure-evidence.ts';
import type { Figures, GazetteerFigure } from './figures.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { NameEvidence } from './name-evidence.ts';
import { namesWithoutOverlaps, officesWithoutOverlaps } from './overlaps.ts';
import { gatherEvidence, type ReadBlock } from './page-evidence.ts';
import { resolveNames } from './resolve-names.ts';
import { type OfficeEvidence, resolveOffices } from './resolve-offices.ts';

/** Why a name was taken for a figure; the card says it in words. */
export type Evidence = NameEvidence | OfficeEvidence;

/** One mention: the figure, the block it stands in (index into the blocks given) and its span in that block's text. */
export interface Mention {
  figure: string;
  block: number;
  start: number;
  end: number;
  text: string;
  evidence: Evidence[];
  /** Further figures of this name: the page does not tell which of them all is meant. Absent where there is none. */
  also?: string[];
}

/** What is known of the page besides its text. */
export interface PageFacts {
  /** The page's date, YYYY-MM-DD. null: it has none, and no office is resolved; undefined: nobody has looked yet. */
  date: string | null | undefined;
  /** Title, headline, description: read for full names, never marked. */
  headlines: readonly string[];
  /**
   * The reader's corrections: this surface form is not this figure, which is told by `story/figure` in some of its
   * stories, with spaces between, or by its id. So are those whom he has muted.
   */
  rejected: readonly { figure: string; text: string }[];
  /** Figures the reader does not want marked. */
  muted: readonly string[];
  /**
   * Ids of stories that are left out here, if any: nobody is marked whom they alone have. Their names stay theirs: what
   * they lose goes to nobody else.
   */
  leftOut?: readonly string[];
  /**
   * Whether it is a front page, on which each block may be about something else. undefined: not judged, so it may be.
   */
  frontPage: boolean | undefined;
}

/** Facts that are not known yet, and on which a mention hangs. */
export interface Needs {
  date: boolean;
  frontPage: boolean;
}

export interface Resolution {
  mentions: Mention[];
  needs: Needs;
}

/**
 * Resolves the candidates of a page to mentions, in document order, spans never overlapping.
 * Cost grows with the number of candidates and not with the text; to be run again after every change of the page.
 * @param headlines lines that name the page's subject, read like blocks
 */
export function resolve(
  { figures }: Gazetteer,
  blocks: readonly ReadBlock[],
  headlines: readonly ReadBlock[],
  facts: PageFacts,
): Resolution {
  const page = gatherEvidence(figures, blocks, headlines);
  const offices = resolveOffices(figures, page.offices, facts.date);
  const names = resolveNames(figures, page, { frontPage: facts.frontPage, offices: offices.accepted });
  const idOf = (figure: number) => figures.get(figure)?.id ?? '';
  const keptNames = namesWithoutOverlaps(
    withoutLaterOverlaps(figures, settleClaims(figures, page, names.accepted)).flatMap(
      ({ name: { figure, start, end }, block, text, evidence, also }): Mention[] => {
        const [first, ...others] = [figure, ...also].filter((one) => figures.get(one)?.kind !== 'group').map(idOf);
        if (first === undefined) return [];
        return [
          { ...{ figure: first, block, start, end, text, evidence }, ...(others.length > 0 && { also: others }) },
        ];
      },
    ),
  );
  const keptOffices = officesWithoutOverlaps(
    offices.accepted.map(({ office: { start, end, core }, figure, block, evidence }) => ({
      figure: idOf(figure),
      block,
      start,
      end,
      core,
      evidence,
    })),
    keptNames,
  );
  const found: Mention[] = [
    ...keptNames,
    // What is left of an office that gave a name its own: readers reject what they see marked.
    ...keptOffices.map(({ core: _, ...office }) => ({
      ...office,
      text: (blocks[office.block]?.text ?? '').slice(office.start, office.end),
    })),
  ];
  // Last of all: what somebody loses here goes to nobody else.
  const mentions = found.flatMap(createFilter(figures, facts));
  return {
    mentions: mentions.sort((a, b) => a.block - b.block || a.start - b.start),
    needs: { date: offices.needsDate, frontPage: names.needsFrontPage },
  };
}

/** Whether the stories that have a figure are all left out. */
const isLeftOut = ({ members = [] }: GazetteerFigure, leftOut: readonly string[]): boolean =>
  members.length > 0 && members.every(({ story }) => leftOut.includes(story));

/** What a figure can be told by: its id, and `story/figure` in each of its stories. */
const keysOf = ({ id, members = [] }: GazetteerFigure): string[] => [
  id,
  ...members.map(({ story, figure }) => `${story}/${figure}`),
];

/**
 * Leaves out what the reader does not want to see. Of a name that several have, it leaves those whom he has not
 * rejected; it goes where he wants none of them.
 */
function createFilter(figures: Figures, { rejected, muted, leftOut = [] }: PageFacts) {
  if (rejected.length + muted.length + leftOut.length === 0) return (mention: Mention): Mention[] => [mention];
  const inText = (key: string, text: string) => `${key} ${onOneLine(text).toLowerCase()}`;
  const notThese = new Set(rejected.flatMap(({ figure, text }) => figure.split(' ').map((key) => inText(key, text))));
  const mutedKeys = new Set(muted.flatMap((figure) => figure.split(' ')));
  const neverMarked = new Set<string>();
  const keys = new Map<string, readonly string[]>();
  for (const figure of figures.values()) {
    const ofFigure = keysOf(figure);
    keys.set(figure.id, ofFigure);
    if (isLeftOut(figure, leftOut) || ofFigure.some((key) => mutedKeys.has(key))) neverMarked.add(figure.id);
  }
  const isRejected = (figure: string, text: string) => keys.get(figure)?.some((key) => notThese.has(inText(key, text)));
  return (mention: Mention): Mention[] => {
    const { figure, also = [], ...rest } = mention;
    const meant = [figure, ...also].filter((one) => !isRejected(one, rest.text));
    const first = meant.find((one) => !neverMarked.has(one));
    if (first === undefined) return [];
    const others = meant.filter((one) => one !== first);
    return [{ figure: first, ...rest, ...(others.length > 0 && { also: others }) }];
  };
}
