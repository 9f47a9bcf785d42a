// The words of people's names: looked up folded, so they must be written so.
import { expect, test } from 'vitest';
import { foldText } from '../../recognition/fold.ts';
import {
  ARABIC_ARTICLES,
  ARABIC_ARTICLES_THAT_ARE_WORDS,
  FIRM_PARTICLES,
  FIRST_SURNAMES,
  INNER_PARTICLES,
  MAYBE_FIRST_SURNAMES,
} from '../../stories/name-words.ts';
import people from '../../stories/people-words.json' with { type: 'json' };

test.each(Object.entries(people))('%s are folded, one space apart', (_, lines) => {
  for (const line of lines) expect(line).toBe(foldText(line).trim().replace(/\s+/g, ' '));
});

test('a list of exceptions is a part of its list', () => {
  const parts = [
    [ARABIC_ARTICLES_THAT_ARE_WORDS, ARABIC_ARTICLES],
    [MAYBE_FIRST_SURNAMES, FIRST_SURNAMES],
    [FIRM_PARTICLES, INNER_PARTICLES],
  ] as const;
  for (const [part, whole] of parts) expect([...part].filter((word) => !whole.has(word))).toEqual([]);
});
