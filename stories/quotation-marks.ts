// Quotation marks as a language's press sets them.

/** What opens and closes a quotation, and one inside it: with the primary codes of the languages that set it so. */
const MARKS: readonly (readonly [marks: string, languages: string])[] = [
  ['«»“”', 'ar ca el es eu fr it'],
  ['«»„“', 'be ru uk'],
  ['«»„”', 'lv'],
  ['«»‹›', 'fa'],
  ['«»‘’', 'no nb nn'],
  ['„“‚‘', 'bg cs de et is lt sk sl'],
  ['„”‘’', 'hr sr'],
  ['„”«»', 'pl ro'],
  ['„”»«', 'hu'],
  ['»«›‹', 'da'],
  ['””’’', 'fi sv'],
  ['「」『』', 'ja'],
];
const ENGLISH = '“”‘’';

/**
 * Words between the quotation marks of their language, a BCP 47 tag. What is a quotation in them already gets the marks
 * of the second level, as in a newspaper; nothing else of the words changes.
 */
export function inMarks(words: string, language: string): string {
  const code = language.toLowerCase().split('-')[0] ?? '';
  const [marks] = MARKS.find(([, languages]) => languages.split(' ').includes(code)) ?? [ENGLISH];
  const [open = '', close = '', innerOpen = '', innerClose = ''] = marks;
  // French has spaces inside its marks, which go with them.
  const space = code === 'fr' ? '\u00A0' : '';
  const told = space ? words.replace(/(?<=«)[ \u00A0\u202F]|[ \u00A0\u202F](?=»)/g, '') : words;
  let isOpen = false;
  const marked = told.replace(/["“”„«»「」]/g, (mark, at: number) => {
    const before = told[at - 1] ?? ' ';
    const isAfterSpace = /\s/.test(before);
    // Behind a figure it is a measure: 6".
    if (mark === '"' && !isOpen && /\p{Nd}/u.test(before)) return mark;
    // It opens as the language has it, else by what stands beside it.
    if (open !== close && (mark === open || mark === close)) isOpen = mark === open;
    else isOpen = isAfterSpace === /\s/.test(told[at + 1] ?? ' ') ? !isOpen : isAfterSpace;
    return isOpen ? innerOpen : innerClose;
  });
  return open + space + marked + space + close;
}
