// Quotations inside quotations: marks of the second level, as a language's press sets them. Surfaces put the article's
// own sentences between quotation marks, and sentences that quote somebody have marks already.
import { marksOf } from './quotation-marks.ts';

/** What opens and closes, with the primary codes of the languages that set it so. */
const INNER: readonly (readonly [marks: string, languages: string])[] = [
  ['“”', 'ar ca el es eu fr it'],
  ['„“', 'be ru uk'],
  ['„”', 'lv'],
  ['‹›', 'fa'],
  ['‚‘', 'cs de et is lt sk sl'],
  ['«»', 'pl ro'],
  ['»«', 'hu'],
  ['›‹', 'da'],
  ['’’', 'bg fi sr sv'],
  ['『』', 'ja'],
];
const ENGLISH = '‘’';

/**
 * Words with the marks of the second level where they quote somebody; nothing else of them changes.
 * @param language BCP 47 tag
 */
export function quotedInside(words: string, language: string): string {
  const code = language.toLowerCase().split('-')[0] ?? '';
  const [marks] = INNER.find(([, languages]) => languages.split(' ').includes(code)) ?? [ENGLISH];
  const [innerOpen = '', innerClose = ''] = marks;
  const [open, close] = marksOf(language).map((mark) => mark.trim());
  // French has spaces inside its marks, which go with them.
  const told = code === 'fr' ? words.replace(/(?<=«)[ \u00A0\u202F]|[ \u00A0\u202F](?=»)/g, '') : words;
  let isOpen = false;
  return told.replace(/["“”„«»「」]/g, (mark, at: number) => {
    const before = told[at - 1] ?? ' ';
    const isAfterSpace = /\s/.test(before);
    // Behind a figure it is a measure: 6".
    if (mark === '"' && !isOpen && /\p{Nd}/u.test(before)) return mark;
    // It opens as the language has it, else by what stands beside it.
    if (open !== close && (mark === open || mark === close)) isOpen = mark === open;
    else isOpen = isAfterSpace === /\s/.test(told[at + 1] ?? ' ') ? !isOpen : isAfterSpace;
    return isOpen ? innerOpen : innerClose;
  });
}
