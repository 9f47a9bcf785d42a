// The stories that cards tell from, and which of their figures are one. A card tells of one figure, story by story.
import type { CardPage } from './card-content.ts';
import type { Text } from './format.ts';
import type { MergedFigure } from './library.ts';
import { type CardFigure, type CardSource, type CardStory, inLanguage, sourceLanguage } from './story.ts';

export interface CardLibrary {
  /** By id, the more trusted first. */
  stories: ReadonlyMap<string, CardStory>;
  /** The merged figure of an id. */
  figure(id: string): MergedFigure | undefined;
  /** The id of the merged figure that a story's figure is. */
  merged(story: string, figure: string): string;
}

/** Which figures of stories a merged figure is, by its id. */
export type Members = Readonly<Record<string, MergedFigure['members']>>;

/** @param members what it does not tell of is a figure by itself, under the id that its story gives it */
export function createCardLibrary(all: readonly CardStory[], members: Members): CardLibrary {
  const stories = new Map(all.map((story) => [story.id, story]));
  const kinds = new Map(all.flatMap(({ id, figures }) => figures.map((one) => [`${id}/${one.id}`, one.kind] as const)));
  const figures = new Map<string, MergedFigure>();
  const merged = new Map<string, string>();
  for (const [id, every] of Object.entries(members)) {
    const known = every.filter(({ story, figure }) => kinds.has(`${story}/${figure}`));
    add(id, known);
  }
  for (const { id: story, figures: own } of all)
    for (const { id: figure } of own)
      if (!merged.has(`${story}/${figure}`))
        add(figures.has(figure) ? `${story}/${figure}` : figure, [{ story, figure }]);

  function add(id: string, known: MergedFigure['members']): void {
    const [first] = known;
    const kind = first && kinds.get(`${first.story}/${first.figure}`);
    if (kind === undefined) return;
    figures.set(id, { id, kind, members: known });
    for (const { story, figure } of known) merged.set(`${story}/${figure}`, id);
  }

  return {
    stories,
    figure: (id) => figures.get(id),
    merged: (story, figure) => merged.get(`${story}/${figure}`) ?? figure,
  };
}

/**
 * The stories that tell of the figures on a page.
 * @param first where there are more than `most`, stories of these figures go before others
 */
export function storiesToTell(
  members: Members,
  named: readonly string[],
  first: readonly string[],
  most: number,
): string[] {
  const storiesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => (Object.hasOwn(members, id) ? (members[id] ?? []) : [])).map(({ story }) => story);
  const all = new Set(storiesOf(named));
  const chosen = [...new Set([...storiesOf(first), ...all])].slice(0, most);
  return [...all].filter((story) => chosen.includes(story));
}

/** A figure as one story tells of it. */
export interface StoryPart {
  story: CardStory;
  figure: CardFigure;
}

/**
 * The stories that tell of a figure: the newest before the page's date first, then those after it, the nearest first.
 * @param date the page's, `YYYY-MM-DD`; without one the newest story comes first
 */
export function partsOf({ stories }: CardLibrary, { members }: MergedFigure, date: string | null): StoryPart[] {
  const parts = members.flatMap((member) => {
    const story = stories.get(member.story);
    const figure = story?.figures.find(({ id }) => id === member.figure);
    return story && figure ? [{ story, figure }] : [];
  });
  return parts.sort((a, b) => compareDays(dayOf(a.story), dayOf(b.story), date));
}

/** Sorts what is nearest before a day first, then what comes after it. */
function compareDays(a: string, b: string, date: string | null): number {
  const later = (day: string) => date !== null && day > date;
  if (later(a) !== later(b)) return later(a) ? 1 : -1;
  const newer = a === b ? 0 : a > b ? -1 : 1;
  return later(a) ? -newer : newer;
}

/** The day of a story's newest source; of a story whose sources have none, the day up to which it reaches. */
function dayOf({ sources, asOf }: Pick<CardStory, 'asOf'> & { sources: Pick<CardSource, 'date'>[] }): string {
  const days = sources.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return days.at(-1) ?? asOf;
}

/** Who a figure is, by one of its stories, and the day for which that holds. */
export interface DatedRole extends StoryPart {
  role: Text | null;
  day: string;
}

/** The newest role before the page's date; where all are newer, the oldest. Null for a figure of no story. */
export function roleAt(parts: readonly StoryPart[], date: string | null): DatedRole | null {
  const roles = parts.map((part) => ({ ...part, role: part.figure.role, day: part.figure.asOf ?? part.story.asOf }));
  const told = roles.filter(({ role }) => role !== null);
  return [...(told.length > 0 ? told : roles)].sort((a, b) => compareDays(a.day, b.day, date))[0] ?? null;
}

/** A page as one story sees it: the figures that are present under the ids that the story gives them. */
export function pageFor(library: CardLibrary, page: CardPage, story: string): CardPage {
  const present = page.present.flatMap((id) => library.figure(id)?.members ?? []);
  return { ...page, present: present.filter((one) => one.story === story).map(({ figure }) => figure) };
}

/** The name of a merged figure as its first story gives it; its id where no story has it. */
export function nameOf(library: CardLibrary, id: string, language: string): string {
  for (const { story, figure } of library.figure(id)?.members ?? []) {
    const found = library.stories.get(story);
    const name = found?.figures.find((one) => one.id === figure)?.name;
    if (found && name) return inLanguage(name, { language, source: sourceLanguage(found) }).text;
  }
  return id;
}
