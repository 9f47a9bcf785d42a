// Quotation marks as a language's press sets them.

const ENGLISH = ['“', '”'] as const;
const GUILLEMETS = ['«', '»'] as const;
const LOW_HIGH = ['„', '“'] as const;
const LOW_CLOSING = ['„', '”'] as const;

const MARKS: Readonly<Record<string, readonly [open: string, close: string]>> = {
  ar: GUILLEMETS,
  be: GUILLEMETS,
  bg: LOW_HIGH,
  ca: GUILLEMETS,
  cs: LOW_HIGH,
  da: ['»', '«'],
  de: LOW_HIGH,
  el: GUILLEMETS,
  es: GUILLEMETS,
  et: LOW_HIGH,
  eu: GUILLEMETS,
  fa: GUILLEMETS,
  fi: ['”', '”'],
  fr: ['«\u00A0', '\u00A0»'],
  hr: LOW_CLOSING,
  hu: LOW_CLOSING,
  is: LOW_HIGH,
  it: GUILLEMETS,
  ja: ['「', '」'],
  lt: LOW_HIGH,
  lv: GUILLEMETS,
  no: GUILLEMETS,
  pl: LOW_CLOSING,
  ro: LOW_CLOSING,
  ru: GUILLEMETS,
  sk: LOW_HIGH,
  sl: LOW_HIGH,
  sr: LOW_CLOSING,
  sv: ['”', '”'],
  uk: GUILLEMETS,
};

/** Words between the quotation marks of their language, a BCP 47 tag. */
export function inMarks(words: string, language: string): string {
  const code = language.toLowerCase().split('-')[0] ?? '';
  const [open, close] = (Object.hasOwn(MARKS, code) ? MARKS[code] : undefined) ?? ENGLISH;
  return open + words + close;
}
