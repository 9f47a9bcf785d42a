// The lexicon of one language: words and phrases that say something of a name beside them. It ships as text (lists
// joined by "|").
import type { TitleClass } from './figures.ts';
import { type List, split } from './lists.ts';
import { openPhrases, openWords, type Phrases, type WordSet } from './word-sets.ts';

/** Lists of words that say something of a name beside them; data/languages/README.md explains each. */
export type WordList =
  | 'headsAfter'
  | 'headsPerson'
  | 'headsPlace'
  | 'headsBefore'
  /** Of a house: streets and quarters that are called after it; words near its name that make it another one. */
  | 'headsStreet'
  | 'headsElsewhere'
  /** Roads and stops before a country's name that are called after it (estación). */
  | 'headsRoad'
  /** Before an island's name (isla); beside a surname that is a word there (cigar). */
  | 'headsIsland'
  | 'headsWord'
  /** The same, but behind the surname only (hi कार्ड, the card that trumps). */
  | 'headsCard'
  /** Abbreviations of streets, rivers and the like, without their full stop. */
  | 'headsShort'
  /** Right before quotation marks that begin with the name: shops, ships, bands (café “Trump”). */
  | 'headsQuoted'
  /** Makes a surname somebody else's, this once ("the *other* Petro"). */
  | 'another'
  /** Right before a name, and right behind it, that something is called so (he בשם). */
  | 'called'
  | 'calledBehind'
  | 'links'
  /** Of these, the ones of a way to a place ("de la plaza *a* la Casa Blanca"). */
  | 'linksTo'
  /** Between somebody's name and her husband's ("Cilia Flores *de* Maduro"). */
  | 'wifeOf'
  | 'given'
  /** Given names that are places too, or words that make one of a given name ("Santa *Marta*"). */
  | 'givenPlaces'
  | 'openers'
  /** Capitals that are no given names: agencies, parliaments ("Reuters"), foreign titles, epithets ("Western"). */
  | 'bodies'
  /** Surnames of statesmen, in whose company a weak surname says more ("Macron"). */
  | 'statesmen'
  /** Endings of words that open a sentence right before a name (-ing, -ly), folded. */
  | 'openerEndings'
  /** Verbs by which a subject is known, and their endings ("-ed"), where subjects stand before verbs. */
  | 'predicates'
  /** Nouns for people besides titles; a "*" stands for any letters (*er, minister*). */
  | 'trades'
  | 'and'
  | 'bases'
  /** Endings of a place's name that a given name in the nominative has not. */
  | 'locative'
  /** Words and phrases, as written, that look like a given name and are none (ar على, beside علي). */
  | 'notGiven'
  /** Endings of the accusative, which an adjective shares with its noun; as written. */
  | 'accusative'
  /** Prepositions that stand before a place and not a person; before both; others before a whole name (with). */
  | 'places'
  | 'toward'
  | 'with'
  /** The office of a president in one noun; what a president leads (administration, regime). */
  | 'presidency'
  | 'governments'
  /** Words of public affairs: in the sentence of a weak surname (sanctions, embassy); "*" as in trades. */
  | 'affairs'
  /** Words of a match, in the sentence of a weak surname (goalkeeper); "*" as in trades. */
  | 'sports'
  /** Ordinary words that look like a name at a sentence's start; verbs do so only inside a headline's capitals. */
  | 'words'
  | 'verbs'
  /** Verbs of saying and the like: what stands beside one is somebody; words for "according to". */
  | 'saying'
  | 'according'
  /** All prepositions, where a subject stands behind its verb. */
  | 'prepositions'
  /** Little words that go with an adjective before them ("maduro *y* dulce"). */
  | 'companions'
  | 'topics'
  /** Honorifics of people whom the reader is near to (ja さん). */
  | 'familiar'
  /** Words by which somebody is a relative or none (related, no *relation*), besides nouns for relatives. */
  | 'relations'
  /** Letters with a full stop before the questions and answers of an interview (es P., R.), which are no initials. */
  | 'interview'
  | 'plural'
  | 'elect'
  | 'former'
  /** Before an office: whoever holds it has not done so for long (new). */
  | 'recent'
  | 'acting'
  | 'indefinite'
  | 'indefiniteBehind'
  /** Words that ask for somebody at a sentence's beginning (Which president …?). */
  | 'asking'
  | 'generic'
  /** Nouns behind an office that make it a post, also with the office's own form (lt prezidento *rinkimai*). */
  | 'genericBehind'
  /** Verbs by which an actor has an office as a part (plays). */
  | 'parts'
  /** First words of an office that has no article, where that is written onto them (sv amerikan*sk* president). */
  | 'withoutArticle'
  | 'bare'
  | 'copulas'
  /** Prepositions with which the instrumental is somebody; without one it is a post. */
  | 'instrumental'
  /** Endings of an office in the instrumental; of participles behind which it is who did it. */
  | 'instrumentalEndings'
  | 'passiveEndings'
  /** What is written onto the adjective behind an office that is somebody's (الرئيس الأمريكي). */
  | 'adjectiveArticles'
  /** Behind an office and its country they make it another body's ("the American president *of* the club"). */
  | 'officeOf'
  | 'definite'
  | 'regions'
  /** Names of the story that other things have too (America, a continent). */
  | 'ambiguous'
  | 'masculine'
  | 'feminine'
  | 'feminineArticles'
  /** Endings of a woman's surname; those that a man's has too, as a possessive. */
  | 'womens'
  | 'perhapsWomens'
  /** Verbs that say that their subject is a woman; a "*" stands for any letters (*ла). */
  | 'womensVerbs'
  /** Verbs of saying whose form says that a man does; nouns for relatives. */
  | 'mensVerbs'
  | 'kin'
  | 'particles'
  /** Endings by which a surname is told from other words with a capital; of one that is an adjective, in a case. */
  | 'surnameEndings'
  | 'surnameCases';

/** What holds for a whole language. */
export interface Traits {
  /** Words stand without spaces between them (zh, ja, th). */
  spaceless?: 1;
  /** Titles stand behind the name too (eu, hu, ja, ko, zh). */
  titlesAfter?: 1;
  /** People of the country have the surname first (hu). */
  surnameFirst?: 1;
  /** People's names have an article, so that it says nothing (el). */
  namesHaveArticles?: 1;
  /** The country's adjective stands behind an office ("presidente colombiano"); elsewhere it is of what follows. */
  adjectiveBehind?: 1;
  /** It stands before one ("Colombian president"); the country's name does ("Colombia's president"). */
  adjectiveFirst?: 1;
  countryFirst?: 1;
  /** Common nouns are capitalised, so that a capital is no sign of a name (de). */
  nounsCapital?: 1;
  /** Headlines set every word with a capital. */
  titleCase?: 1;
  /** A relative clause needs no word of its own ("the judge Trump appointed"); the verb stands second. */
  dropsThat?: 1;
  verbSecond?: 1;
  /** A country stands beside its noun without a word or an ending ("Pemerintah Kolombia"). */
  ownerBeside?: 1;
  /** People have two surnames, so that a capital behind a whole name goes on with it. */
  doubleSurnames?: 1;
  /** An office that somebody holds has an article ("the president of …"). */
  articles?: 1;
  /** Names take endings. */
  inflected?: 1;
  /** One of them is -s. */
  genitive?: 1;
}

/** One language as it ships. All of it is folded. A word that ends in "*" stands for all its forms. */
export interface WrittenLexicon extends Traits {
  titles: Partial<Record<TitleClass, List>>;
  /** Nationality words and country names, by the country's figure id. */
  nationality: Record<string, List>;
  /** How the capitals of countries are written, by the country's figure id. */
  capitalCities: Record<string, List>;
  /** What an office is called, by post: "secretary of state", "interim president". */
  posts: Record<string, List>;
  /** Offices named by one word that holds the country ("POTUS"), by office id. */
  offices: Record<string, List>;
  /** Given names of other bearers, by figure id. */
  relatives: Record<string, List>;
  /** Clitics written onto a word, longest first. */
  prefixes: List;
  lists: Record<WordList, List>;
  /** Surnames of figures that are frequent words of the language ("May"). */
  nameWords?: List;
  /** With several stories: what each adds to titles and lists, for the figures of these indexes alone. */
  own?: { figures: number[]; titles: Partial<Record<TitleClass, List>>; lists: Partial<Record<WordList, List>> }[];
}

/** One language as it is read with. */
export interface Lexicon extends Traits, Record<WordList, WordSet> {
  titles: Phrases<TitleClass>;
  nationality: Phrases<string>;
  capitalCities: Phrases<string>;
  /** First words of nationalities of two words ("norte-americano"). */
  nationalityFirst: ReadonlySet<string>;
  posts: ReadonlyMap<string, readonly string[]>;
  offices: ReadonlyMap<string, string>;
  /** First words of the phrases in `offices`. */
  officeFirst: ReadonlySet<string>;
  prefixes: readonly string[];
  nameWords: WordSet;
}

/**
 * Opens a lexicon.
 * @param given frequent given names of many countries, besides its own
 */
export function openLexicon(written: Partial<WrittenLexicon>, given: List): Lexicon {
  const { titles, nationality, capitalCities, posts, offices, relatives, prefixes, lists, nameWords, own, ...traits } =
    written;
  const postsOf = new Map<string, string[]>();
  for (const [phrase, post] of pairs(posts)) postsOf.set(phrase, [...(postsOf.get(phrase) ?? []), post]);
  const wordSets = Object.entries(lists ?? {}).map(([name, list]) => [name, openWords(list)]);
  const nations = pairs(nationality);
  return {
    ...traits,
    ...(Object.fromEntries(wordSets) as Record<WordList, WordSet>),
    given: openWords([given, lists?.given].filter(Boolean).join('|')),
    titles: openPhrases(pairs(titles)),
    nationality: openPhrases(nations),
    capitalCities: openPhrases(pairs(capitalCities)),
    nationalityFirst: firstWords(nations.filter(([phrase]) => phrase.includes(' '))),
    posts: postsOf,
    offices: new Map(pairs(offices)),
    officeFirst: firstWords(pairs(offices)),
    prefixes: split(prefixes),
    nameWords: openWords(nameWords ?? ''),
  };
}

/** What a story adds to a lexicon for its own figures: the lists that are longer then. */
export function withOwnLists(
  lexicon: Lexicon,
  written: Partial<WrittenLexicon>,
  { titles, lists }: NonNullable<WrittenLexicon['own']>[number],
): Partial<Lexicon> {
  const longer = Object.entries(lists)
    .filter(([, list]) => list)
    .map(([name, list]) => [name, openWords([written.lists?.[name as WordList], list].filter(Boolean).join('|'))]);
  const own = pairs(titles);
  return {
    ...(Object.fromEntries(longer) as Partial<Record<WordList, WordSet>>),
    ...(own.length > 0 ? { titles: openPhrases([...lexicon.titles.all, ...own]) } : {}),
  };
}

/** The first word of each phrase. */
export const firstWords = (list: readonly (readonly [phrase: string, meaning: string])[]): Set<string> =>
  new Set(list.map(([phrase]) => phrase.split(' ')[0] as string));

const pairs = <V extends string>(lists: Partial<Record<V, List>> = {}): (readonly [string, V])[] =>
  (Object.keys(lists) as V[]).flatMap((value) => split(lists[value]).map((phrase) => [phrase, value] as const));
