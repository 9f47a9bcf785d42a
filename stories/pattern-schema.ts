// What a list of words with alternatives (patterns.ts) may hold in a file of a language.
import * as v from 'valibot';
import { eachOnce } from './yaml-schema.ts';

export const Patterns = v.pipe(
  v.array(
    v.pipe(
      v.string('is no text. Write a word or a phrase'),
      v.check((pattern) => pattern.trim() !== '', 'is empty. Take it out'),
      v.regex(
        /^[^()]*(?:\([^()]*\)[^()]*)*$/,
        'has brackets without a partner or inside others. Write alternatives as (one|other)',
      ),
    ),
    'is no list. Write it in brackets: [one, other]',
  ),
  eachOnce,
);
/** The same, where it may be left out. */
export const patterns = v.optional(Patterns);
