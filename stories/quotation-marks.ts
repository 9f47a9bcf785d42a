// Quotation marks as a language's press sets them.

/** What opens and closes a quotation, with the primary codes of the languages that set it so. */
const MARKS: readonly (readonly [marks: string, languages: string])[] = [
  ['«»', 'ar be ca el es eu fa fr it lv no ru uk'],
  ['„“', 'bg cs de et is lt sk sl'],
  ['„”', 'hr hu pl ro sr'],
  ['””', 'fi sv'],
  ['»«', 'da'],
  ['「」', 'ja'],
];
const ENGLISH = '“”';

/** The marks of a language, a BCP 47 tag; French has spaces inside them. */
export function marksOf(language: string): [open: string, close: string] {
  const code = language.toLowerCase().split('-')[0] ?? '';
  const [marks] = MARKS.find(([, languages]) => languages.split(' ').includes(code)) ?? [ENGLISH];
  const space = code === 'fr' ? '\u00A0' : '';
  return [marks.charAt(0) + space, space + marks.charAt(1)];
}

/** Words between the quotation marks of their language. What they quote themselves: inner-marks.ts. */
export function inMarks(words: string, language: string): string {
  const [open, close] = marksOf(language);
  return open + words + close;
}
