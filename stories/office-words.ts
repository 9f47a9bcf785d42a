// How a language calls offices, with their country and apart from it.
import { foldText } from '../recognition/fold.ts';
import type { Traits, WrittenLexicon } from '../recognition/lexicon.ts';
import { indexOf, nationalityOf } from './figure-index.ts';
import { type FigureNames, splitOffice } from './figures.ts';
import { type FullLanguage, valueIn } from './full-language.ts';
import { littleWords } from './little-words.ts';
import { ownLists } from './own-lists.ts';
import { expand, folded, foldPhrase, join, mapped, stemmed, tokens } from './patterns.ts';

/** What the name filter asks of a language: titles, and how offices are called. */
export type OfficeWords = Pick<WrittenLexicon, 'titles' | 'nationality' | 'posts' | 'offices' | 'own'> & {
  lists: Pick<WrittenLexicon['lists'], 'presidency'>;
};

export function compileOfficeWords(source: FullLanguage, figures: readonly FigureNames[]): OfficeWords {
  const nationality = nationalityOf(source, figures);
  const { posts, offices } = compileOffices(source, figures, nationality);
  return {
    titles: mapped(source.titles, (list) => stemmed(list)),
    nationality: mapped(nationality, (list) => stemmed(list)),
    posts,
    offices,
    lists: { presidency: folded(source.presidency) },
    ...ownLists(source, figures),
  };
}

type Order = Pick<Traits, 'adjectiveBehind' | 'adjectiveFirst' | 'countryFirst'>;

/**
 * What offices are called: apart from the country by post ("president", beside whatever country), and whole by office
 * id ("POTUS"). `order`: on which side of the post the language sets the country's adjective or name.
 */
export function compileOffices(
  source: FullLanguage,
  figures: readonly FigureNames[],
  nationality: Readonly<Record<string, string[]>>,
): { posts: Record<string, string>; offices: Record<string, string>; order: Order } {
  // Countries only: "head of the White House" is an office as it stands.
  const { byId, posts: postOf, isPartOfName } = indexOf(figures);
  const names = (id: string) => byId.get(id)?.figure.names;
  const countries = Object.keys(nationality)
    .flatMap((id) => [...(valueIn(source.names, id) ?? []), ...(names(id)?.aliases ?? []), ...(names(id)?.full ?? [])])
    .flatMap(expand)
    .map(foldPhrase);
  const country = new Set([...Object.values(nationality).flat().flatMap(expand).map(foldPhrase), ...countries]);
  const links = new Set((source.links ?? []).flatMap(expand).map(foldPhrase));
  const posts = new Map<string, string[]>();
  const offices = new Map<string, string[]>();
  const order: Order = {};
  // An office of a later story has a word that is neither grammar nor the name of a place.
  const little = littleWords(source);
  const saysSomething = (phrase: string) =>
    phrase.split(' ').some((word) => word.length > 1 && !little.has(word) && !isPartOfName(word));
  const take = (office: string, post: string, patterns: readonly string[], isLater: boolean) => {
    const whole: string[] = [];
    for (const phrase of patterns.flatMap(expand)) {
      const cut = source.spaced === false ? null : withoutCountry(tokens(phrase).map(foldText), country, links);
      if (!cut) whole.push(foldPhrase(phrase));
      else if (!isLater || saysSomething(cut.post)) {
        posts.set(post, [...(posts.get(post) ?? []), cut.post]);
        if (isLater) continue;
        const isName = countries.includes(cut.country);
        if (cut.last && !isName) order.adjectiveBehind = 1;
        if (cut.first) order[isName ? 'countryFirst' : 'adjectiveFirst'] = 1;
      }
    }
    const known = new Set(isLater ? [...offices.values()].flat() : []);
    const own = whole.filter((phrase) => !known.has(phrase) && (!isLater || saysSomething(phrase)));
    if (own.length) offices.set(office, [...(offices.get(office) ?? []), ...own]);
  };
  for (const [office, patterns] of Object.entries(source.offices))
    take(office, postOf.get(office) ?? splitOffice(office, figures).post, patterns, false);
  for (const { office, post, phrases } of source.ownOffices ?? []) take(office, post, phrases, true);
  return {
    posts: mapped(Object.fromEntries(posts), (list) => join(list)),
    offices: mapped(Object.fromEntries(offices), (list) => join(list)),
    order,
  };
}

/**
 * What is left of an office's phrase without the country and the little words beside it; null where no country stands
 * apart. `first`, `last`: it stood before all the rest, or behind it.
 */
function withoutCountry(
  words: readonly string[],
  country: ReadonlySet<string>,
  links: ReadonlySet<string>,
): { post: string; country: string; first: boolean; last: boolean } | null {
  for (let length = words.length - 1; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const found = words.slice(from, from + length).join(' ');
      if (!country.has(found)) continue;
      const before = words.slice(0, from);
      const after = words.slice(from + length);
      while (before.length > 0 && links.has(before.at(-1) as string)) before.pop();
      if (after[0] === 's') after.shift();
      const [first, last] = [before.length === 0, after.length === 0];
      return { post: [...before, ...after].join(' '), country: found, first, last };
    }
  }
  return null;
}
