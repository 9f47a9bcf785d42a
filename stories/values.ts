// The single values of a story: ids, texts, names, days, addresses, citations. Each says what is wrong with it and,
// behind the full stop, how to mend it.
import * as v from 'valibot';
import {
  BOUNDS,
  hasLetter,
  hasMixedWord,
  hasPatternSigns,
  isDay,
  isInert,
  isLanguageTag,
  isPlainKey,
} from './bounds.ts';

/** A key of a record that no object of JavaScript has by itself. */
export const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]{1,64}$/, 'is no id. Write 1 to 64 lower-case letters, digits and hyphens, such as town-hall'),
  v.check(isPlainKey, 'is a word of JavaScript. Write another id'),
);

const inert = v.check(isInert, 'has control or direction characters. Take them out');

export const Inert = v.pipe(
  v.string(),
  inert,
  v.maxLength(BOUNDS.text, `is longer than ${BOUNDS.text} characters. Shorten it`),
);

/** A sentence of an article, as it stands there. */
export const Sentence = v.pipe(
  v.string(),
  inert,
  v.maxLength(BOUNDS.sentence, `is longer than ${BOUNDS.sentence} characters. Shorten it`),
);

/** A tag of BCP 47. */
export const Language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'is no language. Write a tag such as en or pt-BR'),
  v.check(isLanguageTag, 'is no language. Write a tag such as en or pt-BR'),
);

/** A text in one language at least. */
export const Texts = v.pipe(
  v.record(Language, Inert),
  v.check((text) => Object.keys(text).length > 0, 'has no text. Write it in one language at least'),
);

export const Name = v.pipe(
  v.string(),
  inert,
  v.maxLength(BOUNDS.name, `is longer than ${BOUNDS.name} characters. Shorten it`),
  v.check(hasLetter, 'is no name. Write one with a letter in it'),
  v.check((name) => name.trim().split(/\s+/).length <= BOUNDS.words, `has more than ${BOUNDS.words} words. Shorten it`),
  v.check(
    (name) => !hasPatternSigns(name),
    'has a “|” or brackets, which do nothing here. Write each form as an entry of its own',
  ),
  v.check(
    (name) => !hasMixedWord(name),
    'mixes Latin letters with look-alikes of another alphabet in a word. Write it in one alphabet',
  ),
);

export const Names = v.pipe(
  v.array(Name),
  v.maxLength(BOUNDS.forms, `has more than ${BOUNDS.forms} forms. Take some out`),
);

/** Phrases; a word that ends with `*` stands for any ending of it. */
export const Phrases = v.pipe(
  v.array(Name),
  v.maxLength(BOUNDS.phrases, `has more than ${BOUNDS.phrases} phrases. Take some out`),
);

const NO_DAY = 'is no day of the calendar. Write it as 2026-01-07';
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, NO_DAY), v.check(isDay, NO_DAY));

const NO_ADDRESS = 'is no address of the web. Write one with https:// or null';
export const Url = v.pipe(
  v.string(),
  inert,
  v.maxLength(BOUNDS.url, `is longer than ${BOUNDS.url} characters. Shorten it or write null`),
  v.url(NO_ADDRESS),
  v.regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\/\S+$/, NO_ADDRESS),
);

/** Paragraph and sentence of a source. */
export const Place = v.pipe(
  v.string(),
  v.regex(/^(0|[1-9]\d{0,4})\.[1-9]\d{0,4}$/, 'is no sentence. Write paragraph.sentence, such as 1.3'),
);

export const Cite = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9-]{1,64}:(0|[1-9]\d{0,4})\.[1-9]\d{0,4}$/,
    'is no citation. Write source:paragraph.sentence, such as a:1.3',
  ),
);
export const Cites = v.pipe(
  v.array(Cite),
  v.maxLength(BOUNDS.cites, `has more than ${BOUNDS.cites} citations. Take some out`),
);

/** @param most entries */
export const listOf = <S extends v.GenericSchema>(schema: S, most: number) =>
  v.optional(v.pipe(v.array(schema), v.maxLength(most, `has more than ${most} entries. Split the story`)), []);

/** @param most what it may be, from 0 */
export const countTo = (most: number) =>
  v.pipe(
    v.number(),
    v.integer('is no whole number. Write 0, 1, 2 …'),
    v.minValue(0, 'is less than 0. Write 0, 1, 2 …'),
    v.maxValue(most, `is more than ${most}. Correct it`),
  );
