// Finds people again by their surname where nothing else tells a name: in scripts without capitals, and in sentences
// that are set in capitals as a whole.
import { bareForms } from './caseless.ts';
import { type Cluster, wordsOf } from './figures.ts';
import { type Mention, plainMention, type Sentence } from './mention.ts';
import type { Vocabulary } from './vocabulary.ts';

/** People who are looked for again; an article of more has no need of it. */
const MOST_PEOPLE = 100;

/** Adds mentions by surname to the people they belong to. */
export function addEchoes(people: readonly Cluster[], sentences: readonly Sentence[], v: Vocabulary): void {
  const owners = ownersOf(people.slice(0, MOST_PEOPLE), v);
  if (owners.size === 0) return;
  const taken = new Map<Sentence, Mention[]>();
  for (const { mentions } of people)
    for (const mention of mentions) taken.set(mention.sentence, [...(taken.get(mention.sentence) ?? []), mention]);
  for (const sentence of sentences) {
    if (v.cased && v.spaced && !sentence.shouted) continue;
    const isFree = (start: number, end: number) =>
      !(taken.get(sentence) ?? []).some((mention) => start < mention.end && end > mention.start);
    if (v.spaced) inWords(sentence, owners, isFree, v);
    else inText(sentence, owners, isFree);
  }
}

/** By surname: of several people who have it, the one who is named most often. */
function ownersOf(people: readonly Cluster[], v: Vocabulary): Map<string, Cluster> {
  const owners = new Map<string, Cluster>();
  for (const cluster of people) {
    const words = wordsOf(cluster);
    if (words.length < 2) continue;
    const surname = (v.code === 'ja' && !/\p{sc=Katakana}/u.test(words[0] ?? '') ? words[0] : words.at(-1)) ?? '';
    if (surname.length < 2 || v.functionWords.has(surname) || v.places.has(surname)) continue;
    const owner = owners.get(surname);
    if (!owner || owner.mentions.length < cluster.mentions.length) owners.set(surname, cluster);
  }
  return owners;
}

type Owners = ReadonlyMap<string, Cluster>;
type IsFree = (start: number, end: number) => boolean;

function inWords(sentence: Sentence, owners: Owners, isFree: IsFree, v: Vocabulary): void {
  for (const [at, word] of sentence.words.entries())
    for (const form of v.cased ? [word] : bareForms(word, v)) {
      const owner = owners.get(form.folded);
      if (!owner || !isFree(form.start, form.end)) continue;
      const before = sentence.words[at - 1];
      const isFull = before !== undefined && wordsOf(owner).at(-2) === before.folded && isFree(before.start, form.end);
      const start = isFull ? before.start : form.start;
      add(owner, sentence, start, form.end, isFull ? [before.folded, form.folded] : [form.folded]);
      break;
    }
}

function inText(sentence: Sentence, owners: Owners, isFree: IsFree): void {
  for (const [surname, owner] of owners) {
    for (let at = sentence.text.indexOf(surname); at >= 0; at = sentence.text.indexOf(surname, at + surname.length))
      if (isFree(at, at + surname.length) && !isInside(sentence.text, at, surname.length))
        add(owner, sentence, at, at + surname.length, [surname]);
  }
}

/** Inside a longer word of katakana, or of a foreign name. */
const isInside = (text: string, at: number, length: number): boolean =>
  [text.slice(at - 1, at + 1), text.slice(at + length - 1, at + length + 1)].some((pair) =>
    /^[ァ-ヺー・]{2}$/u.test(pair),
  );

function add(owner: Cluster, sentence: Sentence, start: number, end: number, folded: string[]): void {
  owner.mentions.push(
    plainMention(sentence, [start, end], { words: sentence.text.slice(start, end).split(/\s+/u), folded }, {}),
  );
}
