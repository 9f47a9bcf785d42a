// Says why names stay unmarked, so that misses can be read as wrong marks are. For tests and scripts: no page asks.
import type { Context, NameCandidate } from './candidate.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Silence } from './name-evidence.ts';
import { gatherEvidence, type ReadBlock } from './page-evidence.ts';
import { type PageFacts, resolve } from './resolve.ts';
import { resolveNames } from './resolve-names.ts';
import { resolveOffices } from './resolve-offices.ts';

/** Why a name is not marked as the figure's. */
export type Reason =
  /** The words right beside it: another bearer, a thing's name, a family, a word in small letters. */
  | Exclude<Context, 'clear'>
  /** The rest of the page. */
  | Silence
  /** Another mention covers it, another figure claims it too, or the reader does not want it. */
  | 'left-out';

/** A name that stays unmarked: the block it stands in (index into the blocks given), its span in that block's text. */
export interface Unmarked {
  figure: string;
  block: number;
  start: number;
  end: number;
  text: string;
  reason: Reason;
}

/**
 * The people's names that stay unmarked, in document order. A name that two figures bear is there for each of them.
 * Arguments as of `resolve`.
 */
export function explain(
  gazetteer: Gazetteer,
  blocks: readonly ReadBlock[],
  headlines: readonly ReadBlock[],
  facts: PageFacts,
): Unmarked[] {
  const { figures } = gazetteer;
  const page = gatherEvidence(figures, blocks, headlines);
  const silences = new Map<NameCandidate, Silence>();
  const offices = resolveOffices(figures, page.offices, facts.date).accepted;
  resolveNames(figures, page, {
    frontPage: facts.frontPage,
    offices,
    onSilence: ({ name }, why) => silences.set(name, why),
  });
  const { mentions } = resolve(gazetteer, blocks, headlines, facts);
  return page.names.flatMap(({ name, block, text }): Unmarked[] => {
    const { start, end, context } = name;
    const figure = figures.get(name.figure);
    const isMarked = mentions.some(
      (mention) =>
        mention.figure === figure?.id && mention.block === block && mention.start < end && start < mention.end,
    );
    if (isMarked || figure?.kind !== 'person') return [];
    const reason = context === 'clear' ? (silences.get(name) ?? 'left-out') : context;
    return [{ figure: figure.id, block, start, end, text, reason }];
  });
}
