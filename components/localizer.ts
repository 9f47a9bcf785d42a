// The localizer: texts, dates and lists in the reader's language. Every surface gets one as a prop.
import type { i18n } from '#i18n';
import type { Source } from '../stories/format.ts';
import { type Languages, type Provenance, sourceLanguage } from '../stories/story.ts';

/**
 * Looks up a text of the interface. Keys, placeholders and plurals are those of `locales/en.json`;
 * a wrong one does not compile.
 */
export type Translate = typeof i18n.t;

export interface Localizer extends Languages {
  t: Translate;
  /** BCP 47 tag of the interface, with its region where the browser has one. */
  locale: string;
  /**
   * Who has added to a story what no source of it says: we to the one that comes with Dramatis, its author to one that
   * was imported, nobody to a kept article.
   */
  addedBy: 'us' | 'author' | 'kept';
}

/**
 * The localizer for a browser whose interface is in `locale`.
 * Where we have no texts in that language, `t` answers in English, and dates follow it. Texts of stories are told in
 * the browser's language all the same, where they have it.
 */
export function createLocalizer(t: Translate, locale: string): Localizer {
  const translated = t('language');
  return {
    t,
    locale: locale.startsWith(translated) ? locale : translated,
    // Chromium on Linux may find our texts by the reader's language and yet be in English itself.
    language: locale.startsWith(translated) || translated === 'en' ? locale : translated,
    source: 'en',
    addedBy: 'us',
  };
}

const ADDED_BY = { bundled: 'us', imported: 'author', kept: 'kept' } as const;

/** The localizer for the texts of one story. @param origin how it came to the reader, where the story does not say */
export function forStory(
  localizer: Localizer,
  story: { sources: readonly Pick<Source, 'language'>[]; origin?: Provenance['origin'] },
  origin = story.origin ?? 'bundled',
): Localizer {
  return { ...localizer, source: sourceLanguage(story), addedBy: ADDED_BY[origin] };
}

/** 'rtl' where the interface's script runs from right to left. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|iw|ps|ur|yi)\b/i.test(locale) ? 'rtl' : 'ltr';
}

/** Where dates are told in words ("7 de enero de 2026"), a month cut short looks like a mistake. */
const WHOLE_MONTHS = /^(es|it|pl|pt|uk)\b/;

/** `2026-01-07` as "7 Jan 2026"; anything else unchanged. */
export function formatDate(locale: string, date: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat(locale, { ...dayFormat(locale), timeZone: 'UTC' }).format(time);
}

/** The same for the reader's own day at a time; that of UTC is another one for hours. @param time ISO 8601 in UTC */
export const formatDayOf = (locale: string, time: string): string =>
  new Intl.DateTimeFormat(locale, dayFormat(locale)).format(Date.parse(time));

const dayFormat = (locale: string) =>
  ({ day: 'numeric', month: WHOLE_MONTHS.test(locale) ? 'long' : 'short', year: 'numeric' }) as const;

/** "Spanish" for `es`; what is no tag stays as it is. */
export function languageName(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "a, b and c". */
export function formatList(locale: string, items: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

/** What stands between a name and a date. */
export const comma = (locale: string): string => (/^ar/.test(locale) ? '، ' : ', ');

/** Clauses in a row, which may have commas of their own. */
export const joinClauses = ({ locale }: Pick<Localizer, 'locale'>, clauses: readonly string[]): string =>
  clauses.join(/^ar/.test(locale) ? '؛ ' : /^ja/.test(locale) ? '、' : '; ');

/**
 * "The Harbour Post, 8 Jan 2026": names, dates and addresses, those that are there, with commas between them. In an
 * interface that runs right to left each is isolated, or a date's day would be drawn as a part of the name before it.
 */
export function inOneLine(locale: string, parts: readonly (string | null | undefined)[]): string {
  const here = parts.filter(Boolean);
  const isPlain = direction(locale) === 'ltr' || here.length < 2;
  return (isPlain ? here : here.map((part) => `\u2068${part}\u2069`)).join(comma(locale));
}
