// Which figures of other stories bear the whole name of one: they may be the same, and the reader is asked.
import { foldText } from '../recognition/fold.ts';
import type { Figure, Story } from './format.ts';

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

/** By figure of `story`: the figures of the others that bear one of its whole names, and are of its kind. */
export function sameNames(story: { figures: readonly Named[] }, others: readonly Story[]): Map<string, SameName[]> {
  const bearers = new Map<string, SameName[]>();
  for (const other of others)
    for (const figure of other.figures)
      for (const name of wholeNames(figure)) {
        const key = `${figure.kind} ${name}`;
        bearers.set(key, [...(bearers.get(key) ?? []), { story: other.id, figure: figure.id }]);
      }
  const found = new Map<string, SameName[]>();
  for (const figure of story.figures) {
    const all = wholeNames(figure).flatMap((name) => bearers.get(`${figure.kind} ${name}`) ?? []);
    const distinct = new Map(all.map((one) => [`${one.story}/${one.figure}`, one]));
    if (distinct.size > 0) found.set(figure.id, [...distinct.values()]);
  }
  return found;
}
