// What a page claims to be: the types, publisher and author that its structured data and markup give.
import { attributeText, elementsMatching } from '../elements.ts';
import { firstMeta, type Structured, typeName } from '../structured.ts';
import type { PatternKind, Vocabulary } from './vocabulary.ts';

export interface Claims {
  /** Types of schema.org of whatever the page describes. */
  types: string[];
  publisher: { types: string[]; name: string };
  author: string;
  /** Whether the author is said to be no person. */
  isAuthorOffice: boolean;
  /** Whether the page is about a film of its own. */
  isVideo: boolean;
  /** The type by which the page calls itself one piece of news. */
  newsType: string | undefined;
  /** Whether it calls itself a list. */
  isList: boolean;
}

/** Whether a type of schema.org matches patterns of a kind. */
export const isOfKind =
  (vocabulary: Vocabulary, kind: PatternKind) =>
  (type: string): boolean =>
    vocabulary.match(kind, type.toLowerCase()) !== '';

export function readClaims(document: Document, { things, meta }: Structured, vocabulary: Vocabulary): Claims {
  const isNews = isOfKind(vocabulary, 'newsTypes');
  const stated = things.flatMap((thing) => thing.types);
  const types = stated.some(isNews) ? stated : [...stated, ...markedUp(document)];
  const publishers = things.flatMap((thing) => thing.objects('publisher'));
  const authors = things.map((thing) => thing.objects('author')[0]?.text('name') || thing.text('author'));
  const authorTypes = things.flatMap((thing) => thing.objects('author')).flatMap((author) => author.types);
  const news = types.filter(isNews);
  // Several pieces of news at once are teasers.
  const isOne = news.length < 4;
  return {
    types,
    publisher: { types: publishers.flatMap((thing) => thing.types), name: publishers[0]?.text('name') ?? '' },
    author: authors.find(Boolean) ?? firstMeta(meta, 'author'),
    isAuthorOffice: authorTypes.some((type) => /Organization$|^Newspaper$/.test(type)),
    isVideo: types.includes('VideoObject') || /^video/.test(firstMeta(meta, 'og:type')),
    newsType: isOne ? news[0] : undefined,
    isList: !isOne || types.some(isOfKind(vocabulary, 'listTypes')),
  };
}

const MOST_ITEMS = 40;

/** Types of microdata and RDFa items that stand for the page, not for a part of another item. */
function markedUp(document: Document): string[] {
  return elementsMatching(
    document,
    '[itemscope][itemtype]:not([itemprop]),[itemprop="mainEntity"][itemtype],[typeof]:not([property])',
    MOST_ITEMS,
  ).flatMap((element) =>
    (attributeText(element, 'itemtype') || attributeText(element, 'typeof'))
      .slice(0, 200)
      .split(/\s+/, 3)
      .map(typeName),
  );
}
