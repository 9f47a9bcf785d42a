// What recognition is to know of one person, place or institution, from what its stories say of its names. A story may
// give a whole name alone; and one of a single word may be too frequent to stand alone.
import { foldText } from '../recognition/fold.ts';
import { UNSPACED } from '../recognition/scripts.ts';
import type { FigureNames } from './figures.ts';
import type { FigureGroup, StoryFigure } from './merge.ts';
import { namePartsOf, surnameWordsOf } from './name-parts.ts';
import { FREQUENT_SURNAMES } from './name-words.ts';
import type { IsOthersName } from './namesakes.ts';

type Names = NonNullable<FigureNames['names']>;
type Strength = NonNullable<Names['strength']>;

const SHORTEST_ALONE = 3; // letters of a name of one word that may stand alone
const MOST_COMBINED = 64; // whole names made of given names and surnames

/** Whether a folded word is a frequent given name. */
export type IsGiven = (folded: string) => boolean;

/** The names of a merged figure. The first story that has it says what holds of it; others add names. */
export function namesOfGroup(group: FigureGroup, isGiven: IsGiven, isOthersName: IsOthersName): Names {
  const { kind, members } = group;
  const mayAdd = (name: string) => !isOthersName(name, group);
  const [first, ...others] = members.filter(({ figure }) => !figure.unmarked) as [StoryFigure, ...StoryFigure[]];
  if (!first) return {};
  if (kind !== 'person') return thingNames([first, ...others], mayAdd);
  const names = withoutLetters(personNames(first, isGiven));
  const further = others.map((other) => withoutLetters(personNames(other, isGiven)));
  // Drafts know no strength.
  const told = members.findIndex(({ story }) => story.made.how !== 'draft');
  const strength = told < 0 ? 'weak' : (members[told] as StoryFigure).figure.names.strength;
  return {
    ...names,
    strength: loweredStrength(strength, names, isGiven),
    sex: first.figure.names.sex ?? others.map(({ figure }) => figure.names.sex).find(Boolean) ?? undefined,
    ...addedNames(names, further, mayAdd),
  };
}

/** No later story makes somebody's surname the name of a thing that is there. */
function thingNames(members: readonly StoryFigure[], mayAdd: (name: string) => boolean): Names {
  const lists = members.map(({ figure, story }) => {
    const { aliases, full } = figure.names;
    const own = aliases.length > 0 ? aliases : full;
    // A draft has listed every name that may be looked for; what it has not is called so by many.
    return own.length > 0 || (story.made.how === 'draft' && figure.drawn) ? own : Object.values(figure.name);
  });
  const added = lists.slice(1).flat();
  const all = [...new Set([...(lists[0] ?? []), ...added.filter(mayAdd)])].filter((name) => !isTooShort(name));
  const { handles: _, ...names } = (members[0] as StoryFigure).figure.names;
  return { ...names, full: undefined, sex: undefined, aliases: filled(all) };
}

/** "Li" alone is nothing's name; "EU" is. */
const isTooShort = (name: string): boolean =>
  [...name].length < SHORTEST_ALONE && !UNSPACED.test(name) && name !== name.toUpperCase();

function personNames({ story, figure }: StoryFigure, isGiven: IsGiven): Names {
  const { handles: _, ...names } = figure.names;
  const isDraft = story.made.how === 'draft';
  const other = {
    ...names,
    handles: undefined,
    sex: undefined,
    aliases: filled(aliasesOf(names.aliases, isDraft, isGiven)),
  };
  if (names.surname.length > 0 && names.given.length > 0)
    return { ...other, ...splitGiven(names.given, names.middle), full: filled(names.full) };
  const written = [...new Set(names.full.length > 0 ? names.full : Object.values(figure.name))];
  const language = story.sources[0]?.language ?? null;
  const parts = written.filter((name) => !UNSPACED.test(name)).map((name) => namePartsOf(name, { language, isGiven }));
  const longer = parts.filter(({ given }) => given.length > 0);
  // Of a name of one word nothing tells whether it is a surname: then it needs more than itself, as surnames do.
  const single = parts.filter(({ given }) => given.length === 0).flatMap(({ surname }) => surname);
  const isStrong = !isDraft && (names.strength === 'strong' || names.strength === 'unique');
  const standing = single.filter((name) => isStrong && mayStandAlone(name, isGiven));
  const bare = single.filter((name) => !standing.includes(name) && !other.aliases?.includes(name));
  const surname = names.surname.length > 0 ? names.surname : [...longer.flatMap((one) => one.surname), ...bare];
  const given = names.given.length > 0 ? names.given : longer.flatMap((one) => one.given);
  const after = [...new Set(longer.flatMap((one) => one.after))];
  return {
    ...other,
    ...splitGiven(given, [...names.middle, ...longer.flatMap((one) => one.middle)]),
    surname: [...new Set(surname)],
    full: filled(written),
    ...(names.surname.length > 0 ? {} : { after }),
    aliases: filled([...(other.aliases ?? []), ...standing]),
    whole: filled(written.filter((name) => UNSPACED.test(name) && [...name].length >= SHORTEST_ALONE)),
  };
}

/** One letter is no surname: "Malcolm X" is looked for as a whole. */
function withoutLetters(names: Names): Names {
  const isLetter = (name: string) => /^\p{L}\p{M}*$/u.test(surnameWordsOf(name).word) && !UNSPACED.test(name);
  const { surname = [], full = [], whole = [] } = names;
  if (!surname.some(isLetter)) return names;
  return {
    ...names,
    surname: surname.filter((name) => !isLetter(name)),
    whole: filled([...whole, ...full.filter((name) => isLetter(name) && /\s/.test(name))]),
  };
}

/** A person's other names that count: one of a single word must be rare, and looked through by somebody. */
function aliasesOf(aliases: readonly string[], isDraft: boolean, isGiven: IsGiven): string[] {
  const isWord = (name: string) => !/[\s.-]/.test(name.trim()) && !UNSPACED.test(name);
  return aliases.filter((name) => !isWord(name) || (!isDraft && mayStandAlone(name, isGiven)));
}

const mayStandAlone = (name: string, isGiven: IsGiven): boolean =>
  [...name].length >= SHORTEST_ALONE && !FREQUENT_SURNAMES.has(foldText(name)) && !isGiven(foldText(name));

/** Texts are cut at hyphens and spaces: "Jean-Luc" is a given name and a middle one. */
function splitGiven(given: readonly string[], middle: readonly string[]): Pick<Names, 'given' | 'middle'> {
  const cut = (name: string) => name.split(/[\s\u2010\u2011-]+/).filter(Boolean);
  const parts = given.map(cut);
  return {
    given: [...new Set(parts.flatMap(([one]) => one ?? []))],
    middle: [...new Set([...parts.flatMap(([, ...others]) => others), ...middle.flatMap(cut)])],
  };
}

/** What later stories add to a person: whole names, and given names that go with the surname. */
function addedNames(
  names: Names,
  further: readonly Names[],
  mayAdd: (name: string) => boolean,
): Pick<Names, 'given' | 'whole' | 'aliases'> {
  const surnames = new Set((names.surname ?? []).map(foldText));
  const others = new Set((names.others ?? []).map(foldText));
  const given = new Set(names.given);
  const whole = new Set(names.whole);
  const aliases = new Set(names.aliases);
  for (const one of further) {
    const isSame = (one.surname ?? []).some((surname) => surnames.has(foldText(surname)));
    for (const name of one.given ?? []) if (isSame && !others.has(foldText(name)) && mayAdd(name)) given.add(name);
    const added = [...(one.whole ?? []), ...(isSame ? [] : wholeNames(one))];
    for (const name of added) if (mayAdd(name)) whole.add(name);
    for (const alias of one.aliases ?? []) if (/\s/.test(alias) && mayAdd(alias)) aliases.add(alias);
  }
  return { given: [...given], whole: filled([...whole]), aliases: filled([...aliases]) };
}

/** All whole names of a person: as the story has them, and each given name with each surname. */
export const wholeNames = ({
  full = [],
  given = [],
  surname = [],
}: Pick<Names, 'full' | 'given' | 'surname'>): string[] =>
  [
    ...full.filter((name) => name.includes(' ')),
    ...given.flatMap((one) => surname.map((other) => `${one} ${other}`)),
  ].slice(0, MOST_COMBINED);

/** How much the bare surname says, at most: what many bear says little. */
function loweredStrength(strength: Strength, { surname = [] }: Names, isGiven: IsGiven): Strength {
  const words = surname.map((one) => foldText(surnameWordsOf(one).word));
  if (strength === 'town' || strength === 'common') return strength;
  if (words.some((word) => FREQUENT_SURNAMES.has(word))) return 'common';
  const isSmall = words.some((word) => word.length < SHORTEST_ALONE || isGiven(word));
  return isSmall ? 'weak' : strength;
}

const filled = (list: readonly string[]): string[] | undefined => (list.length > 0 ? [...list] : undefined);
