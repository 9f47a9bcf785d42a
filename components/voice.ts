// What a surface speaks with: the injected translator, the languages in play, and dates and lists as the reader's language writes them.
import type { i18n } from '#i18n';
import type { Language } from '../stories/story.ts';

/** Looks a text up in the browser's language; keys, placeholders and plurals are those of `locales/en.json`, so that a wrong one does not compile. */
export type Translate = typeof i18n.t;

export interface Voice {
  t: Translate;
  /** BCP 47 tag of the interface, with its region where the browser has one. */
  locale: string;
  /** The language of the dataset's texts, which may differ from the interface's. */
  language: Language;
}

/**
 * The voice that speaks with `t` in a browser whose interface is in `locale`. A browser in a language that we have no texts in is spoken to in English,
 * dates and all; the story is told in Spanish to readers of Spanish, in English to all others.
 */
export function voiceOf(t: Translate, locale: string): Voice {
  const spoken = t('language');
  return { t, locale: locale.startsWith(spoken) ? locale : spoken, language: spoken === 'es' ? 'es' : 'en' };
}

/** 'rtl' where the interface's script runs from right to left. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|iw|ps|ur|yi)\b/i.test(locale) ? 'rtl' : 'ltr';
}

/** `2026-01-07` as "7 Jan 2026"; anything else as it stands. */
export function dateIn(locale: string, date: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    time,
  );
}

/** "a, b and c". */
export function listIn(locale: string, items: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}
