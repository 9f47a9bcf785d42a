// Adds a drafted article to a story that is there, as one more source.
import type { Figure, Source, Story } from '../stories/format.ts';
import { slug } from './ids.ts';

const MOST_FORMS = 64;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The ids that the draft's figures have in the story to which it is added, by their ids in the draft.
 * @param same figures of the story by those of the draft that they are
 */
export function idsIn(story: Story, draft: Story, same: ReadonlyMap<string, string>): Map<string, string> {
  const taken = new Set(story.figures.map(({ id }) => id));
  return new Map(draft.figures.map(({ id }) => [id, same.get(id) ?? slug(id, taken)]));
}

/**
 * The story with the draft's source, figures and statements in it. What the story says itself stays as it is.
 * @param same as of `idsIn`
 */
export function addSource(story: Story, draft: Story, same: ReadonlyMap<string, string>): Story {
  const [source] = draft.sources;
  if (!source) return story;
  const sourceId = freeSourceId(story.sources);
  const cite = (place: string): string => `${sourceId}:${place.slice(place.indexOf(':') + 1)}`;
  const cites = (places: readonly string[]): string[] => places.map(cite);
  const figureIds = idsIn(story, draft, same);
  const figure = (id: string): string => figureIds.get(id) ?? id;
  const figureOrNull = (id: string | null): string | null => (id === null ? null : (figureIds.get(id) ?? null));
  const prefixed = <T extends { id: string }>(record: T): T => ({ ...record, id: `${sourceId}-${record.id}` });
  const added = new Map(draft.figures.map((one) => [figure(one.id), one] as const));
  return {
    ...story,
    revision: story.revision + 1,
    asOf: [story.asOf, draft.asOf].sort().at(-1) ?? story.asOf,
    sources: [...story.sources, { ...source, id: sourceId }],
    figures: [
      ...story.figures.map((one) => withNamesOf(one, added.get(one.id))),
      ...draft.figures.filter((one) => !same.has(one.id)).map((one) => ({ ...one, id: figure(one.id) })),
    ],
    statements: [
      ...story.statements,
      ...draft.statements.map((one) => ({
        ...prefixed(one),
        cites: cites(one.cites),
        by: figureOrNull(one.by),
        figures: [...new Set(one.figures.map(figure))],
        event: null,
      })),
    ],
    quotations: [
      ...story.quotations,
      ...draft.quotations.map((one) => ({
        ...prefixed(one),
        cite: cite(one.cite),
        by: figureOrNull(one.by),
        about: one.about.map(figure),
      })),
    ],
    events: [
      ...story.events,
      ...draft.events.map((one) => ({ ...prefixed(one), cites: cites(one.cites), figures: one.figures.map(figure) })),
    ],
    relations: [
      ...story.relations,
      ...draft.relations.map((one) => ({
        ...prefixed(one),
        between: [figure(one.between[0]), figure(one.between[1])] as [string, string],
        course: one.course.map((step) => ({ ...step, cites: cites(step.cites), event: null })),
      })),
    ],
  };
}

/** "b" beside "a"; after "z" "s27". */
function freeSourceId(sources: readonly Source[]): string {
  const taken = new Set(sources.map(({ id }) => id));
  const letter = [...LETTERS].find((one) => !taken.has(one));
  if (letter) return letter;
  let number = sources.length + 1;
  while (taken.has(`s${number}`)) number++;
  return `s${number}`;
}

/** A figure of the story with the names that the article has for it. */
function withNamesOf(figure: Figure, drafted: Figure | undefined): Figure {
  if (!drafted) return figure;
  const full = [...new Set([...figure.names.full, ...drafted.names.full])].slice(0, MOST_FORMS);
  return { ...figure, role: figure.role ?? drafted.role, names: { ...figure.names, full } };
}
