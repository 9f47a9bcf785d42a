// Puts mentions together: one figure, one entry. Full names first; then what stands alone goes to the full name that
// ends (or begins) with it. Names are compared without the language's endings.
import { GENERATIONS, PATRONYMIC_ENDINGS, SUFFIXES } from '../stories/name-words.ts';
import { countryOf } from './lookup.ts';
import type { Kind, Mention } from './mention.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Mentions that were taken for one figure. */
export interface Cluster {
  mentions: Mention[];
  /** The code of the country or continent, where it is one. */
  country?: string;
  /** Folded forms, each with how often. */
  forms: Map<string, number>;
  kind: Kind | null;
}

/** Keys under which a word of a name is found: itself, and itself without endings. */
export function keysOf(folded: string, { endings }: Vocabulary): string[] {
  const keys = [folded];
  for (const ending of endings)
    if (folded.endsWith(ending) && folded.length - ending.length >= 3) keys.push(folded.slice(0, -ending.length));
  return keys;
}

/** True where two words may be forms of one. */
function sameWord(a: string, b: string, v: Vocabulary): boolean {
  if (a === b) return true;
  if (v.endings.length === 0 || a.slice(0, 2) !== b.slice(0, 2)) return false;
  const keys = new Set(keysOf(a, v));
  return keysOf(b, v).some((key) => keys.has(key));
}

/** Groups equal spellings. */
export function groupForms(mentions: readonly Mention[]): Cluster[] {
  const groups = new Map<string, Cluster>();
  for (const mention of mentions) {
    const form = mention.folded.join(' ');
    const group: Cluster = groups.get(form) ?? { mentions: [], forms: new Map(), kind: null };
    group.mentions.push(mention);
    group.forms.set(form, (group.forms.get(form) ?? 0) + 1);
    groups.set(form, group);
  }
  return [...groups.values()];
}

/** Joins `from` to `into`. */
export function merge(into: Cluster, from: Cluster): void {
  into.mentions.push(...from.mentions);
  for (const [form, count] of from.forms) into.forms.set(form, (into.forms.get(form) ?? 0) + count);
  from.mentions = [];
}

/** Joins the names of a country: "United States" and "US", "Россия" and "Россию". */
export function joinCountries(groups: readonly Cluster[], v: Vocabulary): void {
  const known = new Map<string, Cluster>();
  for (const group of groups) {
    if (group.kind !== 'place' || group.mentions.length === 0) continue;
    const code = countryOf(wordsOf(group).join(' '), v);
    if (code === undefined) continue;
    const same = known.get(code);
    if (same) merge(same, group);
    else {
      group.country = code;
      known.set(code, group);
    }
  }
}

/** Names that begin alike and are compared; more would take the square of them. */
const MOST_ALIKE = 24;

/** Joins forms of several words that differ in endings alone: "Владимира Путина", "Владимир Путин". */
export function joinInflected(groups: Cluster[], v: Vocabulary): Cluster[] {
  if (v.endings.length === 0) return groups;
  const known = new Map<string, Cluster[]>();
  const out: Cluster[] = [];
  for (const group of groups) {
    const words = wordsOf(group);
    const key = `${words.length} ${words.map((word) => word.slice(0, 3)).join(' ')}`;
    const alike = known.get(key) ?? [];
    const same = alike.find((other) => {
      const others = wordsOf(other);
      return words.every((word, at) => sameWord(word, others[at] ?? '', v));
    });
    if (same) merge(same, group);
    else {
      if (alike.length < MOST_ALIKE) known.set(key, [...alike, group]);
      out.push(group);
    }
  }
  return out;
}

/** The surname at the end of a name, before "Jr." */
const surnameOf = (words: readonly string[]): string =>
  (words.length > 2 && SUFFIXES.has(words.at(-1) ?? '') ? words.at(-2) : words.at(-1)) ?? '';

/** The words of a cluster's first form. */
export const wordsOf = (cluster: Cluster): string[] => cluster.mentions[0]?.folded ?? [];

/**
 * Joins what stands alone to the full name it ends or begins.
 * @param people clusters of people, full names and single words
 */
export function joinPeople(people: Cluster[], v: Vocabulary): void {
  const bySurname = new Map<string, Cluster[]>();
  const byGiven = new Map<string, Cluster[]>();
  const put = (map: Map<string, Cluster[]>, word: string, cluster: Cluster) => {
    for (const key of keysOf(word, v)) {
      const list = map.get(key) ?? [];
      // A name that a thousand people share helps nobody, and would cost the square of them.
      if (list.length < 8 && !list.includes(cluster)) map.set(key, [...list, cluster]);
    }
  };
  const full = people.filter((cluster) => wordsOf(cluster).length > 1);
  // Initials last among names of as many words: somebody with the whole given name may have them.
  const rank = (cluster: Cluster): number => wordsOf(cluster).length + (wordsOf(cluster)[0]?.length === 1 ? 0 : 0.5);
  const byLength = [...full].sort((a, b) => rank(b) - rank(a));
  for (const cluster of byLength) {
    const words = wordsOf(cluster);
    // "Rodríguez Gómez", "Guido Lombardi": a part of a longer full name that is there already.
    const keys = keysOf(words.at(-1) ?? '', v);
    const named = keys.flatMap((key) => [
      ...(bySurname.get(key) ?? []),
      ...(v.doubleSurnames ? (byGiven.get(key) ?? []) : []),
    ]);
    const longer = [...new Set(named)].filter(
      (one) => isPartOf(words, wordsOf(one), v) && (words.length > 2 || !shareSentence(cluster, one)),
    );
    if (longer.length === 1) {
      merge(longer[0] as Cluster, cluster);
      continue;
    }
    if (cluster.kind !== 'person') continue;
    const whole = byInitial(words, bySurname, v);
    if (whole) {
      merge(whole, cluster);
      continue;
    }
    const inner = words.length > 2 ? words.slice(1, -1).filter((word) => word.length > 3) : [];
    put(bySurname, surnameOf(words), cluster);
    put(byGiven, words[0] ?? '', cluster);
    for (const word of inner) put(byGiven, word, cluster);
  }
  for (const single of people) {
    const words = wordsOf(single);
    if (words.length !== 1 || single.mentions.length === 0) continue;
    const find = (map: Map<string, Cluster[]>) =>
      [...new Set(keysOf(words[0] as string, v).flatMap((key) => map.get(key) ?? []))].filter(
        (one) => one.mentions.length > 0,
      );
    const owners = find(bySurname);
    if (owners.length > 1) shareOut(single, owners, v);
    else if (owners[0]) {
      const [owner] = owners;
      single.mentions = single.mentions.map((mention) => withParticle(mention, wordsOf(owner).at(-2), v));
      merge(owner, single);
    } else {
      const chosen = byGivenName(find(byGiven), single, words[0] as string, v);
      if (chosen) merge(chosen, single);
    }
  }
}

/** "R. Petrauskienė": the one person of that surname whose given name begins so. */
function byInitial(
  [initial = '', surname = '', ...more]: readonly string[],
  bySurname: ReadonlyMap<string, readonly Cluster[]>,
  v: Vocabulary,
): Cluster | undefined {
  if (initial.length !== 1 || more.length > 0) return undefined;
  const bearers = new Set(keysOf(surname, v).flatMap((key) => bySurname.get(key) ?? []));
  const [one, ...others] = [...bearers].filter((bearer) => wordsOf(bearer)[0]?.startsWith(initial));
  return others.length === 0 ? one : undefined;
}

/**
 * Whom a given name alone means: who was named in full before it; in a headline, and by a middle name, who is named at
 * all.
 */
function byGivenName(owners: readonly Cluster[], single: Cluster, word: string, v: Vocabulary): Cluster | undefined {
  const first = single.mentions[0] as Mention;
  const before = owners.filter((one) => isBefore(one.mentions[0] as Mention, first));
  const exact = before.filter((one) => one.mentions.some(({ folded }) => folded.length > 1 && folded[0] === word));
  const [only] = owners;
  // "Maduro" of Nicolás Maduro Moros and Nicolás Maduro Guerra: the first of two surnames.
  if (v.doubleSurnames && before.length > 1 && before.every((one) => wordsOf(one)[0] !== word))
    return mostNamedFirst(before)[0];
  const isLoose = first.sentence.paragraph === 0 || (only !== undefined && wordsOf(only)[0] !== word);
  if (before.length === 0) return owners.length === 1 && isLoose ? only : undefined;
  // Who was named last of them.
  return (exact.length > 0 ? exact : before).reduce((a, b) =>
    isBefore(a.mentions[0] as Mention, b.mentions[0] as Mention) ? b : a,
  );
}

/**
 * Gives a surname that several people have to the one who is named most often in full, for that is how the press
 * writes; "Ms Berg" to the one whom it fits, with the title as a part of the form.
 */
function shareOut(single: Cluster, owners: readonly Cluster[], v: Vocabulary): void {
  const byFullNames = mostNamedFirst(owners);
  for (const mention of single.mentions) {
    const { courtesy } = mention.context;
    const owner =
      byFullNames.find((one) => !courtesy || (sexOf(one.mentions, v) ?? courtesy) === courtesy) ?? byFullNames[0];
    owner?.mentions.push(courtesy ? withWordBefore(mention) : mention);
  }
  single.mentions = [];
}

/** Who is named most often in full. */
const mostNamedFirst = (owners: readonly Cluster[]): Cluster[] =>
  [...owners].sort((a, b) => fullNames(b) - fullNames(a) || inText(a, b));

/** Who is named first. */
const inText = (a: Cluster, b: Cluster): number =>
  isBefore(a.mentions[0] as Mention, b.mentions[0] as Mention) ? -1 : 1;

const fullNames = ({ mentions }: Cluster): number => mentions.filter(({ folded }) => folded.length > 1).length;

/** "De Wit vertrok": with the particle of the full name, which opens the sentence here. */
function withParticle(mention: Mention, particle: string | undefined, v: Vocabulary): Mention {
  const at = mention.sentence.words.findIndex(({ start }) => start === mention.start);
  const before = mention.sentence.words[at - 1];
  const isOwn = before?.capital && before.folded === particle && v.particles.has(before.folded);
  return isOwn ? withWordBefore(mention) : mention;
}

/** A mention with the word before it. */
function withWordBefore(mention: Mention): Mention {
  const at = mention.sentence.words.findIndex(({ start }) => start === mention.start);
  const title = mention.sentence.words[at - 1];
  if (!title) return mention;
  return {
    ...mention,
    start: title.start,
    text: mention.sentence.text.slice(title.start, mention.end),
    words: [title.text, ...mention.words],
  };
}

/** The sex that the words of courtesy or the given name say; null where neither does. */
export function sexOf(mentions: readonly Mention[], v: Vocabulary): 'female' | 'male' | null {
  const said = mentions.find(({ context }) => context.courtesy)?.context.courtesy;
  if (said) return said;
  const [before] = mentions.flatMap((mention) => wordBefore(mention) ?? []);
  if (before && v.sexes.female.has(before)) return 'female';
  if (before && v.sexes.male.has(before)) return 'male';
  const given = mentions.find(({ folded, shape }) => folded.length > 1 && shape.given)?.folded[0] ?? '';
  return v.female.has(given) ? 'female' : v.male.has(given) ? 'male' : null;
}

/** The word before a full name, over a comma too: "his wife, Anna Berg". */
function wordBefore({ sentence, start, folded }: Mention): string | undefined {
  const at = folded.length > 1 ? sentence.words.findIndex((word) => word.start === start) : -1;
  return at > 0 && /^,?\s$/.test(sentence.words[at]?.gap ?? '') ? sentence.words[at - 1]?.folded : undefined;
}

const isBefore = (a: Mention, b: Mention): boolean =>
  a.sentence.at < b.sentence.at || (a.sentence.at === b.sentence.at && a.start < b.start);

/**
 * True where a name is a longer one with less of it: without a second surname, an initial, a particle or a father's
 * name ("Gustavo Petro", "Donald Trump" of "Donald J. Trump"), or its last words. Without "Jr." or another name inside
 * it may be the father's ("John Adams" beside "John Quincy Adams").
 */
function isPartOf(words: readonly string[], longer: readonly string[], v: Vocabulary): boolean {
  if (words.length >= longer.length) return false;
  const isSame = (at: number, other: number) => sameWord(longer[other] ?? '', words[at] ?? '', v);
  const end = longer.findLastIndex((word) => !SUFFIXES.has(word)) + 1;
  if (longer.slice(Math.max(end, words.length - 1)).some((word) => GENERATIONS.has(word) && !words.includes(word)))
    return false;
  const isTail = words.every((_, at) => isSame(at, end - words.length + at));
  if (isTail) return true;
  if (!isSame(0, 0)) return false;
  const hasInner = words.length > 2;
  let at = 0;
  for (const [other, word] of longer.entries())
    if (at < words.length && isSame(at, other)) at++;
    else if (at > 0 && at < words.length && !mayBeLeftOut(word, hasInner, v)) return false;
  return at === words.length;
}

/** Initials (where no other initial tells the name from it), particles and names after the father. */
const mayBeLeftOut = (word: string, hasInner: boolean, v: Vocabulary): boolean =>
  (word.length === 1 && !hasInner) ||
  v.particles.has(word) ||
  [...PATRONYMIC_ENDINGS].some((ending) => keysOf(word, v).some((key) => key.length > 5 && key.endsWith(ending)));

/** "George Bush and George W. Bush": one sentence names both. */
const shareSentence = (one: Cluster, other: Cluster): boolean => {
  const sentences = new Set(other.mentions.map(({ sentence }) => sentence.at));
  return one.mentions.some(({ sentence, folded }) => folded.length > 1 && sentences.has(sentence.at));
};
