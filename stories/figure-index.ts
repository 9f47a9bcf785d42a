// What every language asks of a list of figures: by id, which post an office is, the countries among them.
import type { FigureNames } from './figures.ts';
import { valueIn } from './full-language.ts';
import type { LanguageFile } from './language.ts';
import { foldPhrase } from './patterns.ts';

interface FigureIndex {
  byId: ReadonlyMap<string, { figure: FigureNames; at: number }>;
  /** By office: which post it is. */
  posts: ReadonlyMap<string, string>;
  /** The first figure of each country. */
  countries: readonly { id: string; iso: string }[];
  /** Whether a folded word stands in the name of a place or institution. */
  isPartOfName(word: string): boolean;
}

const indexes = new WeakMap<readonly FigureNames[], FigureIndex>();

export function indexOf(figures: readonly FigureNames[]): FigureIndex {
  const known = indexes.get(figures);
  if (known) return known;
  const byId = new Map<string, { figure: FigureNames; at: number }>();
  const posts = new Map<string, string>();
  const countries = new Map<string, { id: string; iso: string }>();
  for (const [at, figure] of figures.entries()) {
    const { id, iso, offices = [] } = figure;
    byId.set(id, { figure, at });
    for (const { office, post } of offices) if (post) posts.set(office, post);
    if (iso && !countries.has(iso)) countries.set(iso, { id, iso });
  }
  let things: ReadonlySet<string> | undefined;
  const isPartOfName = (word: string) => {
    const aliases = () => figures.flatMap(({ names }) => names?.aliases ?? []);
    things ??= new Set(aliases().flatMap((name) => foldPhrase(name).split(' ')));
    return things.has(word);
  };
  const index = { byId, posts, countries: [...countries.values()], isPartOfName };
  indexes.set(figures, index);
  return index;
}

/** The nationality words of the countries that are figures of the story, by figure id. */
export const nationalityOf = (
  { nationality }: LanguageFile,
  figures: readonly FigureNames[],
): Record<string, string[]> => byFigure(nationality, figures);

/** How their capitals are written, by figure id of the country. */
export const capitalCitiesOf = (
  { capital_cities }: LanguageFile,
  figures: readonly FigureNames[],
): Record<string, string[]> => byFigure(capital_cities, figures);

/** What a language has by country code, by the id of the figure that is that country. */
function byFigure(
  byCountry: Readonly<Record<string, string[]>> = {},
  figures: readonly FigureNames[],
): Record<string, string[]> {
  return Object.fromEntries(
    indexOf(figures).countries.flatMap(({ id, iso }) => {
      const words = valueIn(byCountry, iso);
      return words ? [[id, words]] : [];
    }),
  );
}
