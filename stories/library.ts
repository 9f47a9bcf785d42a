// The stories of a reader, taken together: what recognition is to know of them.
import type { FigureNames } from './figures.ts';
import type { Figure, Story, StoryLanguage } from './format.ts';

/** The figures of several stories that are one person, place or institution. */
export interface MergedFigure {
  /** As pages and messages name it. */
  id: string;
  kind: Figure['kind'];
  /** In which stories it is, under which id. */
  members: readonly { story: string; figure: string }[];
}

/** What stories that are on say of figures and languages, under the ids of merged figures. */
export interface Library {
  figures: readonly MergedFigure[];
  /** In the order of `figures`. */
  names: readonly FigureNames[];
  storyLanguages: Readonly<Record<string, StoryLanguage>>;
}

/**
 * Takes stories together.
 * @param stories those that are on, the more trusted first: bundled before kept, older before newer
 */
export function mergeStories(stories: readonly Story[]): Library {
  const figures: MergedFigure[] = [];
  const names: FigureNames[] = [];
  const storyLanguages: Record<string, StoryLanguage> = {};
  for (const story of stories) {
    for (const figure of story.figures) {
      if (figures.some(({ id }) => id === figure.id)) continue;
      figures.push({ id: figure.id, kind: figure.kind, members: [{ story: story.id, figure: figure.id }] });
      names.push(namesOf(figure));
    }
    for (const [code, language] of Object.entries(story.languages)) storyLanguages[code] ??= language;
  }
  return { figures, names, storyLanguages };
}

/** What recognition needs of a figure. */
function namesOf({ id, kind, iso, names, needs, country, offices, unmarked }: Figure): FigureNames {
  return {
    id,
    kind,
    iso: iso ?? undefined,
    unmarked,
    names: {
      ...names,
      // A list that is empty says as little as one that is missing.
      full: filled(names.full),
      aliases: filled(names.aliases),
      sex: names.sex ?? undefined,
      needs: needs ?? undefined,
      country: country ?? undefined,
    },
    offices: offices.map(({ office, from, to, elected }) => ({ office, from, to, elected: elected ?? undefined })),
  };
}

const filled = (list: string[]): string[] | undefined => (list.length > 0 ? list : undefined);
