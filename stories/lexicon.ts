// Compiles what recognition knows of a language around names: titles, nationalities, offices, lists of words.
import { foldText } from '../recognition/fold.ts';
import type { WrittenLexicon } from '../recognition/lexicon.ts';
import { capitalCitiesOf, nationalityOf } from './figure-index.ts';
import type { FigureNames } from './figures.ts';
import { type FullLanguage, valueIn } from './full-language.ts';
import type { LanguageFile } from './language.ts';
import { SLAVIC_SURNAME_ENDINGS } from './name-words.ts';
import { compileOffices } from './office-words.ts';
import { ownLists } from './own-lists.ts';
import { expand, folded, foldPhrase, join, mapped, spelled, starred, stemmed } from './patterns.ts';

const SHORTEST_ALIKE = 3; // letters that two cases of a name share
const LONGEST_CASE = 3; // letters in which they may differ

/**
 * @param english of English what counts in every language's press: heads ("… Tower"), given names that are places too,
 * little words, agencies, and statesmen
 * @param nameWords surnames of figures that are frequent words of the language
 */
export function compileLexicon(
  source: FullLanguage,
  figures: readonly FigureNames[],
  english: Pick<LanguageFile, 'heads' | 'given_places' | 'bodies' | 'statesmen' | 'links_everywhere' | 'wife_of'> = {},
  nameWords: readonly string[] = [],
): WrittenLexicon {
  const nationality = nationalityOf(source, figures);
  const { posts, offices, order } = compileOffices(source, figures, nationality);
  const isSpaced = source.spaced !== false;
  return {
    ...(isSpaced ? {} : { spaceless: 1 as const }),
    ...(source.titles_after ? { titlesAfter: 1 as const } : {}),
    ...(source.surname_first ? { surnameFirst: 1 as const } : {}),
    ...(source.names_have_articles ? { namesHaveArticles: 1 as const } : {}),
    ...(source.nouns_capital ? { nounsCapital: 1 as const } : {}),
    ...(source.title_case ? { titleCase: 1 as const } : {}),
    ...(source.drops_that ? { dropsThat: 1 as const } : {}),
    ...(source.owner_beside ? { ownerBeside: 1 as const } : {}),
    ...(source.verb_second ? { verbSecond: 1 as const } : {}),
    ...(source.double_surnames ? { doubleSurnames: 1 as const } : {}),
    ...order,
    ...(source.inflection ? { inflected: 1 as const } : {}),
    ...(source.inflection?.some(({ tails }) => tails.includes('s')) ? { genitive: 1 as const } : {}),
    ...(source.definite ? { articles: 1 as const } : {}),
    titles: mapped(source.titles, (list) => stemmed(list)),
    nationality: mapped(nationality, (list) => stemmed(list)),
    capitalCities: mapped(capitalCitiesOf(source, figures), (list) => stemmed(list)),
    posts,
    offices,
    relatives: mapped(source.relatives, (list) => stemmed(list)),
    prefixes: join((source.prefixes ?? []).map((one) => foldText(one)).sort((a, b) => b.length - a.length)),
    lists: {
      headsAfter: stemmed([...(source.heads?.after ?? []), ...(english.heads?.after ?? [])], spelled),
      headsPerson: stemmed([...(source.heads?.person ?? []), ...(english.heads?.person ?? [])], spelled),
      headsPlace: stemmed([...(source.heads?.place ?? []), ...(english.heads?.place ?? [])], spelled),
      headsBefore: stemmed([...(source.heads?.before ?? []), ...(english.heads?.before ?? [])], spelled),
      headsStreet: stemmed(source.heads?.street),
      headsElsewhere: stemmed(source.heads?.elsewhere),
      headsIsland: folded(source.heads?.island),
      headsRoad: folded(source.heads?.road),
      headsWord: stemmed(source.heads?.word),
      headsCard: stemmed(source.heads?.card),
      headsShort: folded(source.heads?.short),
      headsQuoted: stemmed(source.heads?.quoted),
      another: folded(source.another),
      called: folded(source.called),
      calledBehind: folded(source.called_behind),
      links: folded([...(source.links ?? []), ...((isSpaced && english.links_everywhere) || [])]),
      linksTo: folded(source.links_to),
      wifeOf: folded([...(source.wife_of ?? []), ...(english.wife_of ?? [])]),
      given: folded(source.given),
      givenPlaces: folded([...(source.given_places ?? []), ...(english.given_places ?? [])]),
      openers: stemmed(source.openers),
      openerEndings: folded(source.opener_endings),
      trades: starred(source.drafting?.roles),
      and: folded(source.drafting?.and),
      predicates: join((source.predicates ?? []).map((one) => foldText(one))),
      bodies: stemmed([...(source.bodies ?? []), ...(english.bodies ?? [])]),
      statesmen: stemmed([...(source.statesmen ?? []), ...(english.statesmen ?? [])]),
      bases: folded(basesOf(source, figures)),
      locative: join(source.locative),
      notGiven: join(source.not_given),
      accusative: join(source.accusative),
      places: folded(source.places),
      toward: folded(source.toward),
      with: folded(source.with),
      presidency: folded(source.presidency),
      governments: folded(source.governments),
      affairs: starred(source.affairs),
      sports: starred(source.sports),
      words: folded([...(source.words ?? []), ...nameWords]),
      verbs: folded([...(source.verbs ?? []), ...nameWords]),
      saying: folded([...(source.saying ?? []), ...((source.nouns_capital && source.drafting?.saying) || [])]),
      according: folded(source.drafting?.according),
      prepositions: folded(source.verb_second ? source.drafting?.prepositions : []),
      companions: folded(source.companions),
      topics: folded(source.topics),
      familiar: folded(source.familiar),
      interview: folded(source.interview),
      relations: folded(source.relations),
      plural: folded(source.plural),
      elect: stemmed(source.elect),
      former: stemmed(source.former),
      recent: stemmed(source.recent),
      acting: stemmed(source.acting),
      indefinite: stemmed(source.indefinite),
      indefiniteBehind: folded(source.indefinite_behind),
      asking: folded(source.asking),
      generic: stemmed(source.generic),
      genericBehind: stemmed(source.generic_behind),
      parts: folded(source.parts),
      withoutArticle: starred(source.without_article),
      bare: stemmed(source.bare),
      copulas: folded(source.copulas),
      instrumental: folded(source.instrumental),
      instrumentalEndings: folded(source.instrumental_endings),
      passiveEndings: folded(source.passive_endings),
      adjectiveArticles: folded(source.adjective_articles),
      officeOf: folded(source.office_of),
      definite: folded(source.definite),
      regions: folded(source.regions),
      ambiguous: folded(source.ambiguous),
      masculine: folded(source.masculine),
      feminine: folded(source.feminine),
      feminineArticles: folded(source.feminine_articles),
      womens: join(source.womens),
      perhapsWomens: join(source.perhaps_womens),
      mensVerbs: folded(source.mens_verbs),
      kin: folded(source.kin),
      surnameCases: folded(source.surname_cases),
      womensVerbs: starred(source.womens_verbs),
      particles: folded(source.particles),
      surnameEndings: join([...SLAVIC_SURNAME_ENDINGS]),
    },
    ...ownLists(source, figures),
    ...(nameWords.length > 0 ? { nameWords: folded(nameWords) } : {}),
  };
}

/**
 * How the language spells places in the nominative. Files have that form first, unless it is the name as the story has
 * it; where names have cases, what begins like a form before it is another case.
 */
const basesOf = (source: FullLanguage, figures: readonly FigureNames[]): string[] => {
  const hasCases = [source.inflection, source.instrumental_endings].some((endings) => endings?.length);
  return figures.flatMap(({ id, kind, names: own }) => {
    if (kind !== 'place') return [];
    const forms = valueIn(source.names, id)?.flatMap(expand) ?? [];
    if (!hasCases) return forms;
    const aliases = own?.aliases ?? [];
    const all = [...aliases, ...forms].map((name) => ({ name, words: foldPhrase(name).split(' ') }));
    return forms.filter((_, at) => {
      const place = aliases.length + at;
      return !all.some((base, before) => before < place && isCaseOf(all[place] as NameInWords, base));
    });
  });
};

interface NameInWords {
  name: string;
  /** Folded. */
  words: readonly string[];
}

/** True where each word of a name begins like that of another form ("Wenezueli", "Stanów Zjednoczonych"). */
function isCaseOf(form: NameInWords, base: NameInWords): boolean {
  const isAlike = (word: string, other = '') =>
    word.startsWith(other.slice(0, Math.max(SHORTEST_ALIKE, other.length - LONGEST_CASE)));
  return (
    form.name !== base.name &&
    form.words.length === base.words.length &&
    form.words.every((word, at) => isAlike(word, base.words[at]))
  );
}
