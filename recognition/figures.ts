// The figures of the stories, as recognition knows them. None is known to the code.
import { foldText, withoutInvisible } from './fold.ts';
import { type List, split } from './lists.ts';

/**
 * How much a bare surname says. `strong`: it is this figure where nothing speaks against it. `weak`: it needs evidence
 * from the page. `town`: a town bears it too, so that the company of others is no evidence. `common`: it needs more.
 */
export type Strength = 'strong' | 'weak' | 'town' | 'common';

/** Classes of titles; `other` is an office that no figure holds, `mr` and `ms` are honorifics. */
export type TitleClass =
  | 'president'
  | 'vice-president'
  | 'minister'
  | 'secretary'
  | 'senator'
  | 'first-lady'
  | 'leader'
  | 'candidate'
  | 'mr'
  | 'ms'
  | 'other';

/** The names of one person, in the spelling the story uses; accents are optional in the text. */
export interface Person {
  given: List;
  middle: List;
  surname: List;
  /** Words that may follow the surname and still be the same person ("Moros", "Urrego"); folded. */
  after: List;
  /** Given names of other bearers of the surname; also what follows it in their names ("Jr", "Guerra"). */
  others: List;
  /** Given names rare enough to mean this person alone once the full name has been given ("Delcy"). */
  alone: List;
  strength: Strength;
  female: boolean;
  /** Known to be a man; who is neither may be a woman. */
  male?: 1;
  /** What must stand before a surname of several words, folded ("von der", "ocasio", "o"). */
  before?: List;
  /** The surname's last word alone is the surname too ("Sisi"). */
  mayBeBare?: 1;
}

/** One figure as recognition knows it. */
export interface GazetteerFigure {
  id: string;
  kind: 'person' | 'place' | 'organization' | 'group';
  person?: Person;
  /** Names of a place or an institution in the story's own spelling. */
  aliases?: List;
  /** Whole names of a person, looked for as they stand. */
  whole?: List;
  /** Of several stories: which of them have the figure, the most trusted first. */
  stories?: number[];
  /** The figures of stories that it is, as cards and messages name them; nothing here asks for them. */
  members?: readonly { story: string; figure: string }[];
  /** Another figure that must be on the page where `aliases` name it, which other things share. */
  needs?: string;
  /** The figure id of the country whose office holder it is. */
  country?: string;
  /**
   * Terms of office: the office's id, the post in it ("president"), the title it is addressed with. Dates are
   * YYYY-MM-DD; `to` is exclusive, and from `elected` on the holder was elect. `ownPost`: as only its story calls it.
   * `story`: of several, the number of the one that says so.
   */
  offices: {
    office: string;
    post: string;
    title: TitleClass;
    from: string;
    to: string | null;
    elected?: string;
    ownPost?: string;
    story?: number;
  }[];
}

/**
 * Figures by their index: their place among all, the most trusted story's first. Of a large library those that the page
 * may name; more come with its text.
 */
export type Figures = ReadonlyMap<number, GazetteerFigure>;

/** The index of the figure with an id; -1 where there is none. */
export function indexOf(figures: Figures, id: string | undefined): number {
  if (id !== undefined) for (const [at, figure] of figures) if (figure.id === id) return at;
  return -1;
}

/** The number of the first story that has a figure; 0 where there is only one story. */
export const firstStory = (figure: GazetteerFigure | undefined): number => figure?.stories?.[0] ?? 0;

/** True of figures of one story, or where there is only one. */
export const shareStory = ({ stories }: GazetteerFigure, { stories: others }: GazetteerFigure): boolean =>
  !stories || !others || stories.some((story) => others.includes(story));

/** The country that a place is or lies in; "" of what is no place. */
export const countryOfPlace = ({ id, kind, country = id }: GazetteerFigure): string =>
  kind === 'place' ? country : '';

/** True where a bare surname says too little alone. */
export const isWeak = ({ person }: GazetteerFigure): boolean => person?.strength !== 'strong';

const NO_NAMES: ReadonlySet<string> = new Set();
const folded = new WeakMap<GazetteerFigure, ReadonlySet<string>>();
/** A figure's own names, folded. They are kept: a place may have thousands, and is asked for them at every mention. */
export function foldedAliases(figure: GazetteerFigure | undefined): ReadonlySet<string> {
  if (!figure?.aliases) return NO_NAMES;
  const known = folded.get(figure) ?? new Set(split(figure.aliases).map(foldText));
  folded.set(figure, known);
  return known;
}

/** "Presidential Palace": other things share this name, so another figure must be named too; not "Casa de Nariño". */
export function needsOther(figure: GazetteerFigure, name: string): boolean {
  if (figure.needs === undefined) return false;
  const phrase = foldText(withoutInvisible(name)).replace(/\s+/g, ' ');
  return foldedAliases(figure).has(phrase);
}
