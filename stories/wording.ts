// Whether a text is as sure of a thing in Spanish as in English: what seems, may be or is planned in one language does
// so in both. Found by the words that say so, hence only as good as these lists.
import type { Path, Report } from './faults.ts';

const anyOf = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u');

/** Words that say one thing in both languages, by what is lost where one of them lacks it. */
const SHADES: readonly { sense: string; en: RegExp; es: RegExp }[] = [
  {
    sense: 'only seems so',
    en: anyOf('seem(?:s|ed|ingly)?|apparent(?:ly)?|appear(?:s|ed)? to'),
    es: anyOf('parec\\p{L}+|aparente(?:mente)?'),
  },
  {
    sense: 'is only possible',
    en: anyOf('may|might|could|possibl[ey]|perhaps'),
    es: anyOf('pued\\p{L}+|pud\\p{L}+|pod(?:r?í)\\p{L}+|posible(?:s|mente)?|quizás?|tal vez'),
  },
  { sense: 'is probable', en: anyOf('probabl[ey]|likely'), es: anyOf('probable(?:s|mente)?') },
  {
    sense: 'is clear',
    en: anyOf('clear(?:ly)?|evident(?:ly)?'),
    es: anyOf('clar[oa]s?|claramente|evidente(?:mente)?'),
  },
  { sense: 'is only suggested', en: anyOf('suggest\\p{L}*|hint\\p{L}*'), es: anyOf('sug[ei]\\p{L}+|insinu\\p{L}+') },
  { sense: 'is the article’s word', en: anyOf('the article(?:’s)?'), es: anyOf('(?:el|al|del) artículo') },
  {
    sense: 'is still to come',
    en: anyOf('(?:is|are) (?:\\p{L}+ )?to|will|about to'),
    es: anyOf('\\p{L}{2,}rán?|van? a|a punto de'),
  },
];

/** Both languages of a text are equally sure of what it says. */
export function checkWording(text: { en: string; es: string }, path: Path, report: Report): void {
  const [en, es] = [decapitalized(text.en), decapitalized(text.es)];
  for (const { sense, ...words } of SHADES) {
    const [inEnglish, inSpanish] = [words.en.test(en), words.es.test(es)];
    if (inEnglish === inSpanish) continue;
    const [one, other, lacking] = inEnglish ? ['English', 'Spanish', 'es'] : ['Spanish', 'English', 'en'];
    report(
      [...path, lacking ?? ''],
      `says in ${one} that it ${sense}, and not in ${other}`,
      'Be equally sure of it in both languages',
    );
  }
}

/** The first word as it stands within a sentence; others keep their capital, so that May stays a month. */
function decapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
