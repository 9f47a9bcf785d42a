// Different people of one surname in the stories that are on: each is told of the others, so that only a whole name on
// the page decides whose the surname is.
import { foldText } from '../recognition/fold.ts';
import type { FigureNames } from './figures.ts';
import type { FigureGroup, StoryFigure } from './merge.ts';
import { surnameWordsOf } from './name-parts.ts';
import { foldPhrase } from './patterns.ts';
import type { Steps } from './steps.ts';

const FIGURES_A_STEP = 500;
const MOST_OTHERS = 200; // given names of others: of a surname that more bear, nothing but a whole name says anything

/** The words by which a person's bare surname is found, folded. */
const surnamesOf = ({ kind, names }: FigureNames): string[] =>
  kind === 'person' ? [...new Set((names?.surname ?? []).map((one) => foldText(surnameWordsOf(one).word)))] : [];

/** Of each list of figures: every language asks for it. */
const knownSurnames = new WeakMap<readonly FigureNames[], ReadonlySet<string>>();

/** The surnames of all these figures. */
export function* surnamesIn(figures: readonly FigureNames[]): Steps<ReadonlySet<string>> {
  const known = knownSurnames.get(figures);
  if (known) return known;
  const surnames = new Set<string>();
  for (const [at, figure] of figures.entries()) {
    for (const surname of surnamesOf(figure)) surnames.add(surname);
    if (at % FIGURES_A_STEP === 0) yield;
  }
  knownSurnames.set(figures, surnames);
  return surnames;
}

const isStrong = ({ names }: FigureNames): boolean => names?.strength === 'strong' || names?.strength === 'unique';

/** The first of the stories that have a figure; 0 where there is only one story. */
const firstStory = ({ stories }: FigureNames): number => stories?.[0] ?? 0;

/** Figures with the namesakes of each, for those who have any. */
export function* namesakesOf(figures: readonly FigureNames[]): Steps<Map<FigureNames, FigureNames[]>> {
  const bearers = new Map<string, FigureNames[]>();
  for (const [at, figure] of figures.entries()) {
    if (at % FIGURES_A_STEP === 0) yield;
    for (const surname of surnamesOf(figure)) {
      const known = bearers.get(surname);
      if (known) known.push(figure);
      else bearers.set(surname, [figure]);
    }
  }
  const namesakes = new Map<FigureNames, FigureNames[]>();
  let done = 0;
  for (const all of bearers.values()) {
    if (all.length < 2) continue;
    // Of a name that very many bear, those who come later share one list.
    const first = all.slice(0, MOST_OTHERS);
    for (const [at, one] of all.entries()) {
      if (++done % FIGURES_A_STEP === 0) yield;
      const known = namesakes.get(one);
      const others = at >= MOST_OTHERS ? first : all.slice(0, MOST_OTHERS + 1).filter((other) => other !== one);
      namesakes.set(one, known ? [...new Set([...known, ...others])].slice(0, MOST_OTHERS) : others);
    }
  }
  return namesakes;
}

/**
 * Figures as each other's namesakes. A strong surname stays strong beside a weak one, so that no story takes somebody
 * from another. Two strong ones of different stories are weak, and so is one that an earlier story has as the name of
 * something else. Of a weak one with a namesake the company of others says as little as of a name that a town has too.
 */
export function* withNamesakes(figures: readonly FigureNames[]): Steps<FigureNames[]> {
  const namesakes = yield* namesakesOf(figures);
  const firstNamed = new Map<string, number>();
  for (const figure of figures)
    for (const alias of figure.names?.aliases ?? []) {
      const word = foldText(alias);
      firstNamed.set(word, Math.min(firstNamed.get(word) ?? Infinity, firstStory(figure)));
    }
  yield;
  const lowered = (figure: FigureNames): FigureNames => {
    const others = namesakes.get(figure) ?? [];
    const isContested = others.some((other) => isStrong(other) && firstStory(other) !== firstStory(figure));
    const isThing = surnamesOf(figure).some((word) => (firstNamed.get(word) ?? Infinity) < firstStory(figure));
    const isLowered = isStrong(figure) && (isContested || isThing);
    if (others.length === 0 && !isLowered) return figure;
    const { names = {} } = figure;
    return {
      ...figure,
      names: {
        ...names,
        others: [...new Set([...(names.others ?? []), ...givenNamesOf(others, names)])],
        ...(isLowered || (others.length > 0 && names.strength === 'weak') ? { strength: 'town' as const } : {}),
      },
    };
  };
  const all: FigureNames[] = [];
  for (const figure of figures) {
    all.push(lowered(figure));
    if (all.length % FIGURES_A_STEP === 0) yield;
  }
  return all;
}

/** Given names of others that are not the figure's own. */
function givenNamesOf(others: readonly FigureNames[], { given = [], middle = [] }: NonNullable<FigureNames['names']>) {
  const own = new Set([...given, ...middle].map(foldText));
  const found: string[] = [];
  for (const { names } of others)
    for (const list of [names?.given, names?.middle])
      for (const name of list ?? []) {
        if (found.length === MOST_OTHERS) return found;
        if (name.length > 1 && !own.has(foldText(name))) found.push(name);
      }
  return found;
}

/**
 * Whether a name holds the surname of somebody else than this figure, perhaps with an ending, or is another thing's.
 */
export type IsOthersName = (name: string, group: FigureGroup | undefined) => boolean;

const SHORTEST_STEM = 3; // letters
const LONGEST_ENDING = 5; // letters

/**
 * Knows the surnames of all people, given names that mean one of them, and the names of all things, in all languages.
 */
export function* namesOfOthers(groups: readonly FigureGroup[]): Steps<IsOthersName> {
  const bearers = new Map<string, Set<FigureGroup>>();
  const add = (word: string, group: FigureGroup) => bearers.set(word, (bearers.get(word) ?? new Set()).add(group));
  for (const [at, group] of groups.entries()) {
    if (at % FIGURES_A_STEP === 0) yield;
    if (group.kind === 'person')
      for (const name of group.members.flatMap(namesInAllLanguages)) {
        const word = foldText(surnameWordsOf(name).word);
        add(word, group);
        const stem = word.slice(0, -1);
        if (stem.length >= SHORTEST_STEM && /[aeiouyаеиоуыя]$/.test(word)) add(stem, group);
      }
    else for (const name of group.members.flatMap(namesInAllLanguages)) add(`= ${foldPhrase(name)}`, group);
  }
  const isOthers = (word: string, group: FigureGroup | undefined) =>
    [...(bearers.get(word) ?? [])].some((bearer) => bearer !== group);
  return (name, group) =>
    isOthers(`= ${foldPhrase(name)}`, group) ||
    foldPhrase(name)
      .split(' ')
      .some((word) => {
        for (let cut = 0; cut <= LONGEST_ENDING && (cut === 0 || word.length - cut >= SHORTEST_STEM); cut++)
          if (isOthers(word.slice(0, word.length - cut), group)) return true;
        return false;
      });
}

function namesInAllLanguages({ story, figure: { id, name, names } }: StoryFigure): string[] {
  const spelled = Object.values(story.languages).flatMap((language) => {
    const its = Object.hasOwn(language.people, id) ? language.people[id] : undefined;
    const whole = Object.hasOwn(language.names, id) ? language.names[id] : undefined;
    return [...(whole ?? []), ...(its?.surname ?? []), ...(its?.full ?? [])];
  });
  return [...names.surname, ...names.alone, ...names.full, ...names.aliases, ...Object.values(name), ...spelled];
}
