// Takes out of a story the names that its check would refuse: a program has drawn them from an article, and one word of
// every day among them must not cost the reader the story.
import * as v from 'valibot';
import { BOUNDS, hasLetter, hasMixedWord, hasPatternSigns, isInert } from './bounds.ts';
import { type Figure, type Story, StorySchema } from './format.ts';
import { type CommonWords, checkNames } from './name-checks.ts';

/** A draft with every default filled in, whatever its names; null for what is none. */
export function draftedStory(draft: unknown): Story | null {
  const checked = v.safeParse(StorySchema, draft);
  return checked.success ? checked.output : null;
}

type Field = 'full' | 'given' | 'surname' | 'aliases' | 'alone';

/** The story with those names alone that can be looked for. Figures without any are kept, and marked nowhere. */
export function withSoundNames(story: Story, common: CommonWords): Story {
  const written = { ...story, figures: story.figures.map(withNamesOfTheFormat) };
  const faults = new Map<number, Set<string>>();
  checkNames(written, common, (_, at) => (path) => {
    const figure = Number(at);
    faults.set(figure, (faults.get(figure) ?? new Set()).add(path.join(' ')));
  });
  if (faults.size === 0) return written;
  return {
    ...written,
    figures: written.figures.map((figure, at) => withoutNames(figure, faults.get(at) ?? new Set())),
  };
}

/** @param faulty paths such as `names aliases 3` */
function withoutNames(figure: Figure, faulty: ReadonlySet<string>): Figure {
  if (faulty.size === 0) return figure;
  const left = (field: Field) => figure.names[field].filter((_, at) => !faulty.has(`names ${field} ${at}`));
  const surname = left('surname');
  return {
    ...figure,
    names: {
      ...figure.names,
      ...{ full: left('full'), aliases: left('aliases'), alone: left('alone'), surname },
      // Without its surname a given name says nothing.
      given: surname.length > 0 ? figure.names.given : [],
    },
  };
}

const isName = (text: string): boolean =>
  text.length <= BOUNDS.name &&
  text.trim().split(/\s+/).length <= BOUNDS.words &&
  isInert(text) &&
  hasLetter(text) &&
  !hasPatternSigns(text) &&
  !hasMixedWord(text);

function withNamesOfTheFormat(figure: Figure): Figure {
  const { full, given, middle, surname, aliases, alone } = figure.names;
  const sound = Object.fromEntries(
    Object.entries({ full, given, middle, surname, aliases, alone }).map(([field, list]) => [
      field,
      list.filter(isName),
    ]),
  );
  const drawn = figure.drawn && { ...figure.drawn, forms: figure.drawn.forms.filter(isName) };
  return { ...figure, drawn, names: { ...figure.names, ...sound } };
}
