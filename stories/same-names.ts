// Which figures of other stories bear the whole name of one: they may be the same, and the reader is asked.
import { foldText } from '../recognition/fold.ts';
import type { Figure } from './format.ts';

export interface SameName {
  story: string;
  figure: string;
}

type Named = Pick<Figure, 'id' | 'kind' | 'name' | 'names'>;

/** Names of more than one word; those of anything but a person may have one. */
const wholeNames = ({ kind, name, names }: Named): string[] =>
  [...new Set([...Object.values(name), ...names.full])]
    .map((one) => foldText(one.trim()))
    .filter((one) => one !== '' && (kind !== 'person' || /[\s·•・]/.test(one)));

/** The figures that bear a whole name, by kind and name. */
export type Bearers = ReadonlyMap<string, readonly SameName[]>;

/** Who in some stories bears which name: read once, asked often. */
export function bearersIn(stories: readonly { id: string; figures: readonly Named[] }[]): Bearers {
  const bearers = new Map<string, SameName[]>();
  for (const story of stories)
    for (const figure of story.figures)
      for (const name of wholeNames(figure)) {
        const key = `${figure.kind} ${name}`;
        const known = bearers.get(key) ?? [];
        known.push({ story: story.id, figure: figure.id });
        bearers.set(key, known);
      }
  return bearers;
}

/** By figure of `story`: those of other stories that bear one of its whole names, and are of its kind. */
export function sameNames(story: { figures: readonly Named[] }, bearers: Bearers): Map<string, SameName[]> {
  const found = new Map<string, SameName[]>();
  for (const figure of story.figures) {
    const all = wholeNames(figure).flatMap((name) => bearers.get(`${figure.kind} ${name}`) ?? []);
    const distinct = new Map(all.map((one) => [`${one.story}/${one.figure}`, one]));
    if (distinct.size > 0) found.set(figure.id, [...distinct.values()]);
  }
  return found;
}
