// Cuts runs of capitalised words where common nouns have capitals too (German): only what is known by the lists, or
// stands side by side, can be a name.
import { phraseOf, placeAt, titleAt } from './lookup.ts';
import { extendOrganization } from './organizations.ts';
import { type Piece, personEnd, piece, withParticle } from './pieces.ts';
import { endsWithAny } from './special-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Cuts a run where common nouns have capitals too: only what is known, or stands side by side, can be a name. */
export function cutNouns(
  words: readonly Word[],
  from: number,
  to: number,
  v: Vocabulary,
  nouns: ReadonlySet<string>,
): Piece[] {
  const pieces: Piece[] = [];
  let title: { courtesy: string | null } | null = null;
  for (let at = from; at < to; ) {
    const word = words[at] as Word;
    const titled = titleAt(words, at, to, v);
    if (titled > 0) {
      const phrase = phraseOf(words, at, at + titled);
      title = { courtesy: v.courtesy.has(phrase) ? phrase : null };
      at += titled;
      continue;
    }
    const add = (end: number, kind: Piece['kind']) => {
      pieces.push({ ...piece(at, end, kind), title: title !== null, courtesy: title?.courtesy ?? null });
      title = null;
      at = end;
    };
    const isOrganization = v.organizations.has(word.folded);
    const next = at + 1 < to ? (words[at + 1] as Word).folded : '';
    // "Zentrale Wahlkommission": an adjective with a capital is a part of the name.
    if (!word.opens && !isOrganization && /e[nrsm]?$/.test(word.folded) && next && v.organizations.has(next)) {
      add(extendOrganization(words, at + 2, v), 'organization');
      continue;
    }
    if (v.given.has(word.folded) && !isOrganization && !nouns.has(word.folded))
      add(nounPersonEnd(words, at, to, v), 'person');
    else if (isOrganization) add(extendOrganization(words, at + 1, v), 'organization');
    else {
      const place = placeAt(words, at, v);
      // "Des Landes": a noun, and a part of France.
      if (place > 0 && !v.notNames.has(word.folded)) add(at + place, 'place');
      else if (v.notNames.has(word.folded) || v.functionWords.has(word.folded)) at++;
      else if (title === null && (v.roles.has(word.folded) || v.nationalities.has(word.folded))) add(at + 1, 'unknown');
      else add(at + (isPair(words, at, to, v) && !nouns.has(word.folded) ? 2 : 1), 'unknown');
    }
  }
  return pieces.map((one) => (one.kind === 'person' ? withParticle(words, one, v) : one));
}

/** Words that stand behind an article somewhere in the article: nouns, even where they are given names ("eine Art"). */
export function nounsOf(sentences: readonly { words: readonly Word[] }[], v: Vocabulary): Set<string> {
  const nouns = new Set<string>();
  if (!v.nounsCapital) return nouns;
  for (const { words } of sentences)
    for (const [at, word] of words.entries())
      if (word.capital && at > 0 && v.articles.has((words[at - 1] as Word).folded) && word.gap === ' ')
        nouns.add(word.folded);
  return nouns;
}

/** The same where nouns have capitals too: given names, and one word more. */
function nounPersonEnd(words: readonly Word[], from: number, to: number, v: Vocabulary): number {
  const most = personEnd(words, from, to, v);
  let end = from + 1;
  while (end < most && (v.given.has((words[end] as Word).folded) || (words[end] as Word).text.length === 1)) end++;
  return Math.min(most, end + 1);
}

/** Two words side by side that may be a person's name where nouns have capitals too. */
function isPair(words: readonly Word[], at: number, to: number, v: Vocabulary): boolean {
  const [one, two] = [words[at] as Word, words[at + 1]];
  if (
    !two ||
    at + 1 >= to ||
    v.functionWords.has(two.folded) ||
    endsWithAny(one.folded, v.adjectiveEndings) ||
    /^\p{N}/u.test(words[at - 1]?.text ?? '')
  )
    return false;
  return [one, two].every(
    ({ folded, capitals }) =>
      !capitals &&
      folded.length > 2 &&
      !v.organizations.has(folded) &&
      !v.notNames.has(folded) &&
      !endsWithAny(folded, v.nounEndings),
  );
}
