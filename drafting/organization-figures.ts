// Puts the names of an organisation together: its short forms, and the acronym that stands for it.
import { type Cluster, merge, wordsOf } from './figures.ts';
import type { Mention } from './mention.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Longest acronym that is spelled out. */
const LONGEST_ACRONYM = 8;

/**
 * Joins what a parenthesis glosses ("National Bank of Lund (NBL)"), acronyms with the names they begin the words of,
 * and short forms with the one longer name they begin or end.
 * @param clusters of any kind; organisations and what may be one are looked at
 */
export function joinOrganizations(clusters: readonly Cluster[], v: Vocabulary): void {
  const owners = new Map<Mention, Cluster>();
  for (const cluster of clusters) for (const mention of cluster.mentions) owners.set(mention, cluster);
  joinGlosses(owners);
  const organizations = clusters.filter(({ kind, mentions }) => kind === 'organization' && mentions.length > 0);
  joinAcronyms(organizations, v);
  joinShortForms(organizations);
}

/** A name right before a parenthesis that holds another name of two words at most or an acronym. */
function joinGlosses(owners: ReadonlyMap<Mention, Cluster>): void {
  let before: Mention | null = null;
  for (const mention of [...owners.keys()].sort(inText)) {
    const previous = before;
    before = mention;
    if (previous?.sentence !== mention.sentence) continue;
    const gap = mention.sentence.text.slice(previous.end, mention.start);
    const behind = mention.sentence.text[mention.end];
    if (!/^['’]?s? ?[(（]$/u.test(gap) || !/[)）,，]/u.test(behind ?? '')) continue;
    const [name, gloss] = [owners.get(previous), owners.get(mention)];
    if (!name || !gloss || name === gloss || name.mentions.length === 0 || gloss.mentions.length === 0) continue;
    if (name.kind !== 'organization' && !(gloss.kind === 'organization' && name.kind === null)) continue;
    if (!isAcronymOf(mention, previous) && gloss.kind !== 'organization') continue;
    // It stands for one name, the first.
    if (wordsOf(gloss).join(' ') !== mention.folded.join(' ')) continue;
    name.kind = 'organization';
    for (const one of gloss.mentions) (owners as Map<Mention, Cluster>).set(one, name);
    merge(name, gloss);
  }
}

const inText = (a: Mention, b: Mention): number => a.sentence.at - b.sentence.at || a.start - b.start;

/** True where an acronym has the first letter of the name at least. */
const isAcronymOf = ({ shape, folded }: Mention, name: Mention): boolean =>
  shape.acronym && folded[0]?.[0] === name.folded.find((word) => word.length > 3)?.[0];

/** "IDF" and "Israel Defense Forces". */
function joinAcronyms(organizations: readonly Cluster[], v: Vocabulary): void {
  const byLetters = new Map<string, Cluster>();
  for (const cluster of organizations) {
    const words = wordsOf(cluster).flatMap((word) => word.split('-'));
    if (words.length < 2 || words.length > LONGEST_ACRONYM + 4) continue;
    const letters = (list: readonly string[]) => list.map((word) => word[0] ?? '').join('');
    for (const key of [letters(words), letters(words.filter((word) => !v.links.has(word) && !v.particles.has(word)))])
      if (key.length > 1 && key.length <= LONGEST_ACRONYM && !byLetters.has(key)) byLetters.set(key, cluster);
  }
  for (const cluster of organizations) {
    const [word = '', ...more] = wordsOf(cluster);
    const owner = more.length === 0 && cluster.mentions[0]?.shape.acronym ? byLetters.get(word) : undefined;
    if (owner && owner !== cluster && owner.mentions.length > 0) merge(owner, cluster);
  }
}

/**
 * "Supreme Court" with "US Supreme Court", "Alcaldía" with "Alcaldía de Medellín", if there is one such longer name.
 */
function joinShortForms(organizations: readonly Cluster[]): void {
  const longer = new Map<string, Cluster[]>();
  const put = (key: string, cluster: Cluster) => {
    const list = longer.get(key) ?? [];
    if (list.length < 4 && !list.includes(cluster)) longer.set(key, [...list, cluster]);
  };
  for (const cluster of organizations) {
    const words = wordsOf(cluster).slice(0, 12);
    for (let length = 1; length < words.length; length++) {
      put(words.slice(0, length).join(' '), cluster);
      put(words.slice(-length).join(' '), cluster);
    }
  }
  for (const cluster of [...organizations].sort((a, b) => wordsOf(a).length - wordsOf(b).length)) {
    if (cluster.mentions.length === 0) continue;
    const found = (longer.get(wordsOf(cluster).join(' ')) ?? []).filter(
      (one) => one !== cluster && one.mentions.length > 0 && wordsOf(one).length > wordsOf(cluster).length,
    );
    if (found.length === 1) merge(found[0] as Cluster, cluster);
  }
}
