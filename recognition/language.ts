// The language that a page or a text is written in.
import { type Gazetteer, languageKey, lexiconFor } from './gazetteer.ts';
import { split } from './lists.ts';

// All but spaces, digits and punctuation: a class of Unicode would be compiled for longer than a page's sample is read.
const WORDS = /[^\s!-@[-`{-~\u00a0-\u00bf\u060c\u061b\u061f\u06d4\u0964\u2000-\u206f\u3000-\u303f]+/g;

// Different frequent words of a language that its texts have at least; a neighbour shares two or three. Of a short list
// a part of it.
const MOST_SHARED = 5;
const PART_OF_LIST = 1 / 3;
const OWN_WORDS = 5; // that no other language has, before a declared one is disbelieved that has no lexicon

/**
 * The language a text is written in: what the markup declares, unless the script or very frequent words plainly say
 * otherwise. Null where nothing tells.
 * @param sample some hundred words are enough
 * @param tag the BCP 47 tag that the markup declares
 */
export function languageOf(gazetteer: Gazetteer, sample: string, tag: string | null = null): string | null {
  const declared = languageKey(gazetteer, tag) ?? tag;
  const text = sample.slice(0, 6000).toLowerCase();
  const counts = new Map<string, number>();
  let letters = 0;
  for (const word of text.match(WORDS) ?? []) {
    letters += word.length;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  if (letters < 20) return declared;
  const script = languageOfScript(text);
  const hints = JSON.parse(gazetteer.load('hints') || '{}') as Record<string, string>;
  if (script && !hints[script]) return script;
  const hits = Object.entries(hints).map(([language, list]): [string, number] => {
    let sum = 0;
    for (const word of new Set(list.split(' '))) sum += counts.get(word) ?? 0;
    return [language, sum];
  });
  const [best, second] = hits.sort((a, b) => b[1] - a[1]);
  const own = hits.find(([language]) => language === declared)?.[1] ?? 0;
  const isPlain = best && best[1] >= 5 && best[1] > Math.max((second?.[1] ?? 0) * 1.2, own * 1.5);
  const isForeign = isWithoutLexicon(gazetteer, declared);
  if (isPlain && speaks(hints, best[0], counts, isForeign)) return best[0];
  // A language without a lexicon is written in the script of whatever its names are read with.
  const readWith = isForeign ? lexiconFor(gazetteer, declared) : (declared ?? '');
  const shared = own > 0 || scriptsOf(hints[readWith] ?? '').has(script);
  return script && !shared ? script : declared;
}

/** True of a language that there is ("sw", not "dk") and that has no lexicon. */
export function isWithoutLexicon(gazetteer: Gazetteer, tag: string | null): boolean {
  if (!tag || languageKey(gazetteer, tag)) return false;
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  } catch {
    // No tag at all: "english", "utf-8".
    return false;
  }
}

/**
 * True where a text has so many of a language's different frequent words that it is no mere neighbour's.
 * @param isDoubtful the page declares a language of which nothing is known: then it must have words of its own
 */
function speaks(
  hints: Readonly<Record<string, string>>,
  language: string,
  counts: ReadonlyMap<string, number>,
  isDoubtful: boolean,
): boolean {
  const list = [...new Set(hints[language]?.split(' '))];
  const found = list.filter((word) => counts.has(word));
  if (found.length < Math.min(MOST_SHARED, list.length * PART_OF_LIST)) return false;
  if (!isDoubtful) return true;
  const others = new Set(
    Object.entries(hints).flatMap(([other, words]) => (other === language ? [] : words.split(' '))),
  );
  return found.filter((word) => !others.has(word)).length >= OWN_WORDS;
}

/** The scripts of frequent words, as languageOfScript has them: Serbian is written in two. */
export const scriptsOf = (words: string): Set<string | null> =>
  new Set(words.split(' ').filter(Boolean).map(languageOfScript));

/** Letters of scripts that are not Latin, and the most frequent language of each; kana makes Han Japanese. */
const SCRIPTS =
  'Ͱ-Ͽ el|Ѐ-ԯ ru|Ա-և hy|א-ת he|ء-ۓ ar|ऄ-ॿ hi|অ-ৱ bn|அ-௹ ta|అ-౿ te|ก-๎ th|ა-ჿ ka|가-힣 ko|㐀-鿿 zh|ぁ-ヿ ja';
const OTHERS = /[\u0370-\u1DFF\u3041-\uD7A3]/g;

/** The language whose script a text is mostly written in; null for Latin. */
export function languageOfScript(text: string): string | null {
  const others = text.match(OTHERS)?.join('');
  if (!others) return null;
  let most = text.match(/[a-z]/gi)?.length ?? 0;
  let found: string | null = null;
  for (const one of split(SCRIPTS)) {
    const [letters, language = ''] = one.split(' ');
    let count = others.match(new RegExp(`[${letters}]`, 'g'))?.length ?? 0;
    // Japanese sets kana among the Han characters, Chinese hardly ever.
    if (language === 'ja') count *= 5;
    if (count > most) [most, found] = [count, language];
  }
  return found;
}
