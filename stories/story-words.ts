// What stories add to a language, under the ids of merged figures. A story's words concern its own figures alone: those
// of which it is the first story. A later story adds whole names to the figures of others, and nothing else.
import { foldText } from '../recognition/fold.ts';
import type { FigureNames } from './figures.ts';
import type { Story, StoryLanguage } from './format.ts';
import type { FigureGroup } from './merge.ts';
import { type IsOthersName, namesakesOf } from './namesakes.ts';
import type { OfficeIds } from './office-ids.ts';
import { foldPhrase } from './patterns.ts';
import { wholeNames } from './person-names.ts';
import type { Steps } from './steps.ts';

/** Lists of a language that a story adds to for its figures' sake. */
export type OwnLists = Pick<StoryLanguage, 'titles' | 'heads' | 'regions' | 'ambiguous' | 'words' | 'verbs'>;

/** What several stories add to a language. */
export type LibraryLanguage = StoryLanguage & {
  /** Lists that count for these figures only (merged ids); with one story they are among the others. */
  own?: ({ figures: string[] } & OwnLists)[];
  /** What later stories call an office, with the post as only they call it. */
  ownOffices?: { office: string; post: string; phrases: string[] }[];
};

const FIGURES_A_STEP = 500;

type IdIn = (story: Story, figure: string) => string | undefined;

/** What a story's figures and offices are among all stories. */
interface Meanings {
  offices: OfficeIds;
  idIn: IdIn;
  groupOf: (story: string, figure: string) => FigureGroup | undefined;
  isOthersName: IsOthersName;
}

const nothing = (): Required<LibraryLanguage> => ({
  own: [],
  ownOffices: [],
  // Without a prototype: an id may be a word such as "constructor".
  names: Object.create(null) as Record<string, never>,
  people: Object.create(null) as Record<string, never>,
  offices: Object.create(null) as Record<string, never>,
  relatives: Object.create(null) as Record<string, never>,
  otherNames: [],
  ...noLists(),
});
const noLists = (): OwnLists => ({ titles: {}, heads: {}, regions: [], ambiguous: [], words: [], verbs: [] });

/** What stories add to each language, by its code. */
export function* languagesOf(
  stories: readonly Story[],
  figures: readonly FigureNames[],
  { offices, idIn, groupOf, isOthersName }: Meanings,
): Steps<Record<string, LibraryLanguage>> {
  const languages = new Map<string, Required<LibraryLanguage>>();
  // Only where a story writes other names: with many stories it takes its time.
  const hasOthers = ({ languages }: Story) => Object.values(languages).some(({ otherNames }) => otherNames.length > 0);
  const named =
    stories.length > 1 && stories.some(hasOthers)
      ? yield* phrasesOf(stories, figures, idIn)
      : new Map<string, Set<number>>();
  /** The figures of which a story is the first one. */
  const ownOf = new Map<number, Set<string>>();
  for (const { id, stories: its } of figures) {
    const first = its?.[0] ?? 0;
    ownOf.set(first, (ownOf.get(first) ?? new Set()).add(id));
  }
  for (const [at, story] of stories.entries()) {
    yield;
    const own = ownOf.get(at) ?? new Set();
    for (const [code, said] of Object.entries(story.languages)) {
      const known = languages.get(code) ?? nothing();
      languages.set(code, known);
      const mayAdd = (name: string, figure: string) => !isOthersName(name, groupOf(story.id, figure));
      addNames(known, said, (id) => idIn(story, id), own, mayAdd);
      for (const [office, phrases] of Object.entries(said.offices)) {
        const held = offices(story, office);
        if (held?.ownPost) known.ownOffices.push({ office: held.office, post: held.ownPost, phrases });
        else if (held) known.offices[held.office] = phrases;
      }
      known.otherNames.push(...said.otherNames.filter((name) => stories.length === 1 || concernsOwn(name, at, named)));
      const { titles, heads, regions, ambiguous, words, verbs } = said;
      const lists = { titles, heads, regions, ambiguous, words, verbs };
      if (stories.length === 1) Object.assign(known, lists);
      else if (Object.values(lists).some((list) => Object.keys(list).length > 0))
        known.own.push({ figures: [...own], ...lists });
    }
  }
  const spelled = new Set([...languages.values()].flatMap(({ people }) => Object.keys(people)));
  const namesakes = spelled.size > 0 ? yield* namesakesOf(figures) : new Map<FigureNames, FigureNames[]>();
  /** Those of whom some language says something: of the others there is nothing to add. */
  const told: [FigureNames, FigureNames[]][] = [];
  let done = 0;
  for (const [figure, all] of namesakes) {
    const others = all.filter(({ id }) => spelled.has(id));
    if (others.length > 0) told.push([figure, others]);
    if (++done % FIGURES_A_STEP === 0) yield;
  }
  for (const language of languages.values()) {
    for (const [figure, others] of told)
      if (others.some(({ id }) => Object.hasOwn(language.people, id))) addNamesakes(language, figure, others);
    yield;
  }
  return Object.fromEntries(languages);
}

/** Adds what a story writes of figures. */
function addNames(
  known: LibraryLanguage,
  { names, people, relatives }: StoryLanguage,
  idOf: (figure: string) => string | undefined,
  own: ReadonlySet<string>,
  mayAdd: (name: string, figure: string) => boolean,
): void {
  for (const [figure, forms] of Object.entries(names)) {
    const id = idOf(figure);
    // No later story gives somebody's name to a figure that was there.
    const added = id && own.has(id) ? forms : forms.filter((name) => mayAdd(name, figure));
    if (id) known.names[id] = [...(known.names[id] ?? []), ...added];
  }
  for (const [figure, parts] of Object.entries(people)) {
    const id = idOf(figure);
    if (!id) continue;
    const { given, surname, full } = known.people[id] ?? { given: [], surname: [], full: [] };
    known.people[id] = own.has(id)
      ? parts
      : { given, surname, full: [...full, ...wholeNames(parts).filter((name) => mayAdd(name, figure))] };
  }
  for (const [figure, forms] of Object.entries(relatives)) {
    const id = idOf(figure);
    if (id && own.has(id)) known.relatives[id] = forms;
  }
}

/** A namesake's given name as the language spells it. */
function addNamesakes(
  { people, relatives }: LibraryLanguage,
  { id }: FigureNames,
  others: readonly FigureNames[],
): void {
  const own = new Set(people[id]?.given.map(foldText));
  const given = others.flatMap((other) => people[other.id]?.given ?? []).filter((name) => !own.has(foldText(name)));
  if (given.length > 0) relatives[id] = [...(relatives[id] ?? []), ...given];
}

/** Folded names with the first stories of the figures that bear them. */
function* phrasesOf(
  stories: readonly Story[],
  figures: readonly FigureNames[],
  idIn: IdIn,
): Steps<Map<string, Set<number>>> {
  const phrases = new Map<string, Set<number>>();
  const firstStories = new Map(figures.map(({ id, stories }) => [id, stories?.[0] ?? 0]));
  const add = (id: string, names: readonly string[]) => {
    for (const name of names) {
      const phrase = foldPhrase(name);
      phrases.set(phrase, (phrases.get(phrase) ?? new Set()).add(firstStories.get(id) ?? 0));
    }
  };
  for (const [at, { id, names = {} }] of figures.entries()) {
    if (at % FIGURES_A_STEP === 0) yield;
    add(
      id,
      [names.aliases, names.full, names.whole, names.surname].flatMap((list) => list ?? []),
    );
  }
  for (const story of stories)
    for (const { names, people } of Object.values(story.languages)) {
      for (const [figure, forms] of Object.entries(names)) add(idIn(story, figure) ?? '', forms);
      for (const [figure, { surname, full }] of Object.entries(people))
        add(idIn(story, figure) ?? '', [...surname, ...full]);
    }
  return phrases;
}

/** Whether another name holds the name of a figure of this story, and of no figure of an earlier one. */
function concernsOwn(name: string, story: number, named: ReadonlyMap<string, ReadonlySet<number>>): boolean {
  const words = foldPhrase(name).split(' ');
  let isOwn = false;
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++)
      for (const first of named.get(words.slice(from, to).join(' ')) ?? []) {
        if (first < story) return false;
        isOwn ||= first === story;
      }
  return isOwn;
}
