// Puts mentions together: one figure, one entry. Full names first; then what stands alone goes to the full name that
// ends (or begins) with it. Names are compared without the language's endings.
import type { Kind, Mention } from './mention.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Mentions that were taken for one figure. */
export interface Cluster {
  mentions: Mention[];
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
export function sameWord(a: string, b: string, v: Vocabulary): boolean {
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

/** Joins forms of several words that differ in endings alone: "Владимира Путина", "Владимир Путин". */
export function joinInflected(groups: Cluster[], v: Vocabulary): Cluster[] {
  if (v.endings.length === 0) return groups;
  const known = new Map<string, Cluster[]>();
  const out: Cluster[] = [];
  for (const group of groups) {
    const words = wordsOf(group);
    const key = `${words.length} ${words.map((word) => word.slice(0, 3)).join(' ')}`;
    const same = known.get(key)?.find((other) => {
      const others = wordsOf(other);
      return words.every((word, at) => sameWord(word, others[at] ?? '', v));
    });
    if (same) merge(same, group);
    else {
      known.set(key, [...(known.get(key) ?? []), group]);
      out.push(group);
    }
  }
  return out;
}

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
  const byLength = [...full].sort((a, b) => wordsOf(b).length - wordsOf(a).length);
  for (const cluster of byLength) {
    const words = wordsOf(cluster);
    // "Rodríguez Gómez", "Guido Lombardi": a part of a longer full name that is there already.
    const longer = [...new Set(keysOf(words.at(-1) ?? '', v).flatMap((key) => bySurname.get(key) ?? []))].filter(
      (one) => isPartOf(words, wordsOf(one), v),
    );
    if (longer.length === 1) {
      merge(longer[0] as Cluster, cluster);
      continue;
    }
    const inner = words.length > 2 ? words.slice(1, -1).filter((word) => word.length > 3) : [];
    put(bySurname, words.at(-1) ?? '', cluster);
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
    const owner = owners.length === 1 ? owners[0] : owners.length > 1 ? latest(owners, single) : undefined;
    const givenOwners = owner ? [] : find(byGiven);
    const exact = givenOwners.filter((one) => wordsOf(one)[0] === words[0]);
    const chosen = owner ?? latest(exact.length > 0 ? exact : givenOwners, single);
    if (chosen) merge(chosen, single);
  }
}

/** The figure named last before the first mention of `single`, else the one with most mentions. */
function latest(owners: readonly Cluster[], single: Cluster): Cluster | undefined {
  const at = single.mentions[0]?.sentence.at ?? 0;
  const before = (cluster: Cluster) => cluster.mentions.filter(({ sentence }) => sentence.at <= at).length;
  return [...owners].sort((a, b) => before(b) - before(a) || b.mentions.length - a.mentions.length)[0];
}

/** True where all words stand in the longer name, in order. */
function isPartOf(words: readonly string[], longer: readonly string[], v: Vocabulary): boolean {
  if (words.length >= longer.length) return false;
  let at = 0;
  for (const word of longer) if (at < words.length && sameWord(word, words[at] as string, v)) at++;
  return at === words.length;
}
