// Writes clusters as figures of the format: id, name, names in parts, role, forms.
import { foldText } from '../recognition/fold.ts';
import { BOUNDS, hasLetter, hasMixedWord, hasPatternSigns } from '../stories/bounds.ts';
import type { StoryInput } from '../stories/format.ts';
import { type Cluster, sexOf } from './figures.ts';
import { slug } from './ids.ts';
import { isCommon, isPlace } from './lookup.ts';
import type { Mention } from './mention.ts';
import { roleOf } from './roles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { partsOf, wordsOfName } from './whole-names.ts';

export type FigureRecord = NonNullable<StoryInput['figures']>[number];

/** A figure of the draft with the mentions it was drawn from. */
export interface Figure {
  id: string;
  kind: FigureRecord['kind'];
  mentions: readonly Mention[];
  record: FigureRecord;
}

/** Forms that are kept of one figure. */
const MOST_FORMS = 64;
/** Letters of an acronym that one organisation alone may have. */
const SHORTEST_ACRONYM = 3;

/** @param clusters in the order of the draft, each with a kind */
export function figuresOf(clusters: readonly Cluster[], language: string, v: Vocabulary): Figure[] {
  const ids = new Set<string>();
  return clusters.flatMap(({ mentions, kind, country }) => {
    const forms = formsOf(mentions);
    const name = nameOf(mentions, forms);
    if (!kind || !name) return [];
    const id = slug(name, ids);
    const role = kind === 'person' ? roleOf(mentions, v) : null;
    const record: FigureRecord = {
      id,
      kind,
      name: { [language]: name },
      role: role ? { [language]: role } : null,
      iso: country && /^[A-Z]{2}$/.test(country) ? country : null,
      names: { ...NO_NAMES, ...tellingOnly(kind, namesOf(kind, name, forms, mentions, v), v), strength: 'weak' },
      drawn: { forms: [...forms.keys()].slice(0, MOST_FORMS), count: mentions.length },
    };
    return [{ id, kind, mentions, record }];
  });
}

/** Every list, since all are checked. */
const NO_NAMES = { full: [], given: [], middle: [], surname: [], aliases: [], others: [], alone: [] };

/** Surface forms and how often each stands in the text, the most frequent first. */
function formsOf(mentions: readonly Mention[]): Map<string, number> {
  const forms = new Map<string, number>();
  for (const { text } of mentions) if (isName(text)) forms.set(text, (forms.get(text) ?? 0) + 1);
  return new Map([...forms].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length));
}

const isName = (text: string): boolean =>
  text.length <= BOUNDS.name &&
  hasLetter(text) &&
  !hasMixedWord(text) &&
  !hasPatternSigns(text) &&
  text.split(/\s+/).length <= BOUNDS.words;

/**
 * Takes out what many bear: a head alone ("Commission", "Ligue"), a common word ("PRESS"), an unknown acronym of two
 * letters ("TV"). They are forms of this article's figure, and on another page somebody else's.
 */
function tellingOnly(
  kind: FigureRecord['kind'],
  { full = [], aliases = [], ...others }: NonNullable<FigureRecord['names']>,
  v: Vocabulary,
): NonNullable<FigureRecord['names']> {
  if (kind === 'person') return { full, aliases, ...others };
  const isTelling = (name: string): boolean => {
    const folded = foldText(name).replaceAll('.', '');
    if (/\s/.test(name) || v.knownOrganizations.has(folded) || isPlace(folded, v)) return true;
    const isShort = kind === 'organization' && folded.length < SHORTEST_ACRONYM && name === name.toUpperCase();
    return !(isShort && v.cased) && !v.organizations.has(folded) && !v.placeWords.has(folded) && !isCommon(folded, v);
  };
  return { full: full.filter(isTelling), aliases: aliases.filter(isTelling), ...others };
}

/** The fullest form; of several as full the most frequent. */
function nameOf(mentions: readonly Mention[], forms: ReadonlyMap<string, number>): string | undefined {
  // "R. Berg" says no more than "Berg".
  const lengthOf = (folded: readonly string[]): number => folded.length - (folded[0]?.length === 1 ? 1 : 0);
  const lengths = new Map(mentions.map(({ text, folded }) => [text, lengthOf(folded)]));
  let best: string | undefined;
  for (const form of forms.keys())
    if (best === undefined || (lengths.get(form) ?? 0) > (lengths.get(best) ?? 0)) best = form;
  return best;
}

/** A person's name in parts; what anything else is called. */
function namesOf(
  kind: FigureRecord['kind'],
  name: string,
  forms: ReadonlyMap<string, number>,
  mentions: readonly Mention[],
  v: Vocabulary,
): NonNullable<FigureRecord['names']> {
  const all = [...forms.keys()].slice(0, MOST_FORMS);
  if (kind !== 'person') return { full: [name], aliases: all.filter((form) => form !== name) };
  const sex = sexOf(mentions, v);
  const words = wordsOfName(name);
  if (words.length < 2) return { full: [name], aliases: all.filter((form) => form !== name), sex };
  const lengths = new Map(mentions.map((one) => [one.text, one.folded.length]));
  return {
    full: all.filter(
      (form) => (lengths.get(form) ?? 0) > 1 && !v.particles.has(form.split(' ')[0]?.toLowerCase() ?? ''),
    ),
    ...partsOf(words, v.surnameFirst, v.particles),
    sex,
  };
}
