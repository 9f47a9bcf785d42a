// Whom and what an article names: mentions put together to figures, each of a kind.

import { addEchoes } from './echoes.ts';
import { type Cluster, groupForms, joinCountries, joinInflected, joinPeople, keysOf } from './figures.ts';
import { kindOf, score } from './kinds.ts';
import type { Mention, Sentence } from './mention.ts';
import { joinOrganizations } from './organization-figures.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * @param tagged folded names that the page tags
 * @returns figures, the most often named first
 */
export function castOf(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  v: Vocabulary,
  tagged: ReadonlySet<string>,
): Cluster[] {
  const groups = joinInflected(groupForms(withoutOpeners(mentions, v)), v);
  for (const group of groups) group.kind = kindOf(score(group, v, tagged));
  joinOrganizations(groups, v);
  confirmPairs(groups);
  if (v.nounsCapital || !v.cased) cutSurnames(groups, v);
  joinCountries(groups, v);
  const fullNames = surnamesIn(groups, v);
  joinPeople(
    groups.filter((group) => group.kind === 'person' || maybePerson(group, fullNames, v)),
    v,
  );
  addEchoes(
    groups.filter(({ kind, mentions: own }) => kind === 'person' && own.length > 0),
    sentences,
    v,
  );
  return groups
    .filter(({ mentions: own, kind }) => own.length > 0 && kind !== null)
    .sort((a, b) => b.mentions.length - a.mentions.length);
}

/** "Putins Sieg", "לוי הודתה": the surname of somebody who is named in full, and a noun; without capitals any word. */
function cutSurnames(groups: readonly Cluster[], v: Vocabulary): void {
  const surnames = new Set<string>();
  for (const { kind, mentions } of groups)
    if (kind === 'person' && mentions.some(({ shape }) => shape.given))
      surnames.add(mentions[0]?.folded.at(-1) as string);
  for (const group of groups) {
    const [first] = group.mentions;
    if (first?.folded.length !== 2 || group.kind === 'organization') continue;
    const last = first.folded[1] as string;
    if (v.cased ? first.shape.given : group.kind === 'place' || v.surnames.has(last) || v.given.has(last)) continue;
    if (!keysOf(first.folded[0] as string, v).some((key) => surnames.has(key))) continue;
    group.mentions = group.mentions.map((mention) => withoutLast(mention));
    group.kind = 'person';
  }
}

function withoutLast(mention: Mention): Mention {
  const text = mention.words[0] as string;
  const end = mention.start + text.length;
  return { ...mention, end, text, words: [text], folded: mention.folded.slice(0, 1) };
}

/**
 * Takes a pair of words for a person whose second word stands alone too, as a person: "Milkesa Mengesha", and later
 * "sagte Mengesha".
 */
function confirmPairs(groups: readonly Cluster[]): void {
  const alone = new Set<string>();
  for (const { mentions } of groups) {
    const [first] = mentions;
    const isPerson = ({ context }: Mention) =>
      context.saying || context.title || context.courtesy !== null || context.age;
    if (first?.folded.length === 1 && mentions.some(isPerson)) alone.add(first.folded[0] as string);
  }
  for (const group of groups) {
    const [first] = group.mentions;
    if (
      group.kind === null &&
      first?.folded.length === 2 &&
      !first.shape.organization &&
      alone.has(first.folded[1] as string)
    )
      group.kind = 'person';
  }
}

/**
 * A single word that is of no other kind for certain: a full name may claim it. A listed place may be claimed where it
 * stands like a person, and not much more often than the full name ("Washington", but not "England" for Beth England).
 */
function maybePerson({ kind, mentions }: Cluster, fullNames: ReadonlyMap<string, number>, v: Vocabulary): boolean {
  const [first] = mentions;
  if (!first) return false;
  // "Von der Heide": a part of somebody's name.
  if (first.folded.length > 1) return kind === null && fullNames.has(first.folded.at(-1) as string);
  if (kind === null) return true;
  if (mentions.some(({ shape }) => shape.acronym || shape.organization)) return false;
  if (!mentions.some(({ shape }) => shape.place)) return true;
  const isPlace = mentions.some(({ context }) => context.inPlace || context.article);
  const named = Math.max(...keysOf(first.folded[0] as string, v).map((key) => fullNames.get(key) ?? 0));
  return !isPlace && mentions.length <= 3 * named;
}

/** How often each surname stands in a full name, by itself and without endings. */
function surnamesIn(groups: readonly Cluster[], v: Vocabulary): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, mentions } of groups)
    for (const { folded } of mentions)
      if (kind === 'person' && folded.length > 1) {
        for (const key of keysOf(folded.at(-1) as string, v)) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return counts;
}

/**
 * Takes a word off that only opens the sentence: "Even Anna Berg", "Sám Novák", where the rest is named elsewhere and
 * the whole is not.
 */
function withoutOpeners(mentions: readonly Mention[], v: Vocabulary): Mention[] {
  const inner = new Set<string>();
  for (const { context, folded } of mentions)
    if (!context.opens)
      for (const key of keysOf(folded.at(-1) as string, v)) inner.add([...folded.slice(0, -1), key].join(' '));
  const last = new Set(mentions.filter(({ context }) => !context.opens).map(({ folded }) => folded.at(-1) as string));
  return mentions.map((mention) => {
    const { folded, context, shape } = mention;
    if (v.nounsCapital || !context.opens || folded.length < 2 || shape.organization || v.given.has(folded[0] as string))
      return mention;
    if (v.surnames.has(folded[0] as string) && !v.functionWords.has(folded[0] as string)) return mention;
    const rest = folded.slice(1).join(' ');
    if (inner.has(folded.join(' ')) || !(inner.has(rest) || (folded.length === 2 && last.has(rest)))) return mention;
    return withoutFirst(mention);
  });
}

function withoutFirst(mention: Mention): Mention {
  const start = mention.text.indexOf(mention.words[1] as string, (mention.words[0] as string).length);
  return {
    ...mention,
    start: mention.start + start,
    text: mention.text.slice(start),
    words: mention.words.slice(1),
    folded: mention.folded.slice(1),
    context: { ...mention.context, opens: false },
  };
}
