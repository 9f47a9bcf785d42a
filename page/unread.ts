// Elements whose text is not read: code, forms and drawings. And those of the head whose text is read.

/**
 * Those that the gate skips: of all, the ones that often hold names which nobody sees there. Pages keep their state as
 * JSON in scripts, and lists of countries in forms. Every skipped element cuts the text that the gate gets from the
 * browser in one piece, so that the list is short. It names none that the reader reads: names in it would be missed.
 */
export const UNREAD_BY_GATE = 'script,style,noscript,textarea,select,datalist';

/** Those that the reader skips. */
export const UNREAD =
  'script,style,noscript,template,textarea,select,option,datalist,iframe,object,' +
  'canvas,video,audio,svg,math,code,kbd,samp';

/** What a page says of its subject in its head, besides its title. */
export const SUMMARY =
  'head > meta:is([property="og:title"],[name="twitter:title"],[name=description],' +
  '[property="og:description"],[name=news_keywords])';
