// The schema of a story's files: what each record may hold, and what a wrong value should be instead.
import * as v from 'valibot';
import { words } from './words.ts';

/** The most words of a statement, in either language. */
const STATEMENT_WORDS = 30;

/** The most sentences of the article that one statement may cover. */
const STATEMENT_CITES = 2;

/** Written for the speaker of a quotation whom the article does not name. */
export const UNNAMED = 'unnamed';

/** Languages in which every text of a story in data/stories is written. */
type Language = 'en' | 'es';

const Line = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== '', 'is empty. Write the text'),
  v.regex(/^[^'"]*$/, 'has a straight quotation mark. Write ’ or “ ”'),
  v.regex(/^(?:\S+(?: \S+)*)?$/, 'has a doubled or outer space. Take it out'),
);
const Text = v.strictObject({ en: Line, es: Line } satisfies Record<Language, unknown>);

const Sentence = v.pipe(
  Line,
  v.regex(/[.!?…]$/, 'does not end like a sentence. Put a full stop'),
  v.check((text) => words(text) <= STATEMENT_WORDS, `has more than ${STATEMENT_WORDS} words. Shorten or split it`),
);

const isTranslated = ({ en, es }: Record<Language, string>): boolean => en !== es;
const UNTRANSLATED = 'is the English text again. Write it in Spanish';

/** A phrase in both languages, which differ; names and titles need not. */
const Phrase = v.pipe(Text, v.forward(v.check(isTranslated, UNTRANSLATED), ['es']));

const Sentences = v.pipe(
  v.strictObject({ en: Sentence, es: Sentence } satisfies Record<Language, unknown>),
  v.forward(v.check(isTranslated, UNTRANSLATED), ['es']),
);

const Id = v.pipe(
  v.string(),
  v.regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'is no id. Write lower-case letters, digits and single hyphens, such as town-hall',
  ),
);

/** A country as the files of the languages name it. */
export const Country = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/, 'is no country code. Write two capitals of ISO 3166, such as CO'),
);

const Day = v.pipe(v.string(), v.check(isDay, 'is no day of the calendar. Write it as 2026-01-07'));

const Cite = v.pipe(v.string(), v.regex(/^\d+\.\d+$/, 'is no citation. Write paragraph.sentence, such as 1.3'));
const Cites = v.array(Cite);

/** Of a list of texts: none stands in it twice. */
export const eachOnce = v.checkItems<string[], string>(
  (text, at, list) => list.indexOf(text) === at,
  'stands twice in its list. Take one out',
);

const Words = v.pipe(v.array(Line), v.nonEmpty('is empty. Write at least one name, or leave the field out'), eachOnce);

/** A switch: on, or left out. */
export const yes = v.pipe(
  v.literal('true', 'can only be true. Write true or leave the field out'),
  v.transform(() => true),
);

export const wholeNumber = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d*$/, 'is no whole number from 1. Write 1, 2, 3 …'),
  v.transform(Number),
);

const oneOf = <const T extends readonly string[]>(options: T) =>
  v.picklist(options, `is none of the values allowed. Write one of ${options.join(', ')}`);

const Names = v.strictObject({
  full: v.exactOptional(Words),
  given: v.exactOptional(Words),
  middle: v.exactOptional(Words),
  surname: v.exactOptional(Words),
  strength: v.exactOptional(oneOf(['unique', 'strong', 'weak', 'town', 'common'])),
  others: v.exactOptional(Words),
  alone: v.exactOptional(Words),
  sex: v.exactOptional(oneOf(['female', 'male'])),
  aliases: v.exactOptional(Words),
  handles: v.exactOptional(Words),
  needs: v.exactOptional(Id),
  country: v.exactOptional(Id),
});

/** `to` is the first day out of office; an end that is only assumed is told to no reader. */
const OfficeTerm = v.pipe(
  v.strictObject({
    office: Id,
    title: Text,
    from: Day,
    to: v.exactOptional(Day),
    toIsAssumed: v.exactOptional(yes),
    elected: v.exactOptional(Day),
  }),
  v.check(
    ({ to, toIsAssumed }) => !toIsAssumed || to !== undefined,
    'assumes an end that is not there. Write `to`, or take `toIsAssumed` out',
  ),
);

export const FigureRecord = v.strictObject({
  id: Id,
  kind: oneOf(['person', 'place', 'organization', 'group']),
  iso: v.exactOptional(Country),
  name: Text,
  role: Text,
  asOf: v.exactOptional(Day),
  editorial: v.exactOptional(Phrase),
  description: v.exactOptional(Phrase),
  unmarked: v.exactOptional(yes),
  names: v.exactOptional(Names),
  offices: v.exactOptional(v.array(OfficeTerm)),
  unknown: v.exactOptional(v.array(Phrase)),
});

export const StatementRecord = v.strictObject({
  id: Id,
  text: Sentences,
  cites: v.pipe(
    Cites,
    v.nonEmpty('cites nothing. Write the sentence it rests on; an editorial statement cites the one it adds to'),
    v.maxLength(STATEMENT_CITES, `covers more than ${STATEMENT_CITES} sentences of the article. Split the statement`),
  ),
  mode: oneOf(['reported', 'said', 'analysis', 'editorial']),
  by: v.exactOptional(Id),
  figures: v.pipe(v.array(Id), v.nonEmpty('concerns nobody. Name the figures it is about')),
  weight: v.pipe(
    oneOf(['1', '2', '3']),
    v.transform((weight) => Number(weight) as 1 | 2 | 3),
  ),
  event: v.exactOptional(Id),
});

export const QuotationRecord = v.strictObject({
  id: Id,
  words: Line,
  translation: v.strictObject({ es: Line }),
  excerpt: v.exactOptional(Text),
  saidIn: v.exactOptional(oneOf(['es'])),
  first: v.exactOptional(yes),
  editorial: v.exactOptional(Phrase),
  by: v.pipe(
    v.string(`has no speaker. Write the figure who said it, or ${UNNAMED} where the article does not say`),
    v.check(
      (by) => by !== '',
      `has no speaker. Write the figure who said it, or ${UNNAMED} where the article does not say`,
    ),
  ),
  to: Phrase,
  about: v.array(Id),
  cite: Cite,
  medium: v.exactOptional(Text),
});

export const EventRecord = v.strictObject({
  id: Id,
  order: wholeNumber,
  title: Text,
  date: v.exactOptional(Day),
  dateIsEditorial: v.exactOptional(yes),
  when: Phrase,
  planned: v.exactOptional(yes),
  figures: v.array(Id),
  cites: v.pipe(Cites, v.nonEmpty('cites nothing. Write the sentence that tells of it')),
});

export const RelationRecord = v.strictObject({
  id: Id,
  between: v.pipe(v.array(Id), v.length(2, 'does not join two figures. Write exactly two ids')),
  label: Phrase,
  course: v.pipe(
    v.array(
      v.strictObject({
        text: Phrase,
        cites: v.pipe(Cites, v.nonEmpty('cites nothing. Write the sentence that tells of it')),
        event: v.exactOptional(Id),
      }),
    ),
    v.nonEmpty('has no course. Write at least one step'),
  ),
});

export const OpenRecord = v.strictObject({
  id: Id,
  text: Phrase,
  cites: Cites,
  unknownToDataset: v.exactOptional(yes),
});

export const StoryRecord = v.strictObject({
  id: Id,
  title: Text,
  source: Phrase,
  asOf: Day,
  sentences: v.pipe(v.array(wholeNumber), v.nonEmpty('is empty. Write how many sentences each paragraph has')),
  summary: v.pipe(
    v.array(
      v.strictObject({
        text: Phrase,
        cites: v.pipe(Cites, v.nonEmpty('cites nothing. Write the sentence it rests on')),
      }),
    ),
    v.nonEmpty('is empty. Write the story in a few sentences'),
  ),
});

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
