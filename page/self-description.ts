// What a page says of itself besides its text: the lines that name its subject, and a sample to tell its language by.

import { attributeText, elementsMatching, elementsNamed } from './elements.ts';
import { documentElementOf } from './native.ts';
import { SUMMARY } from './unread.ts';

/** Title, headline and description, as plain text; short, and at most a dozen. */
export function headlinesOf(document: Document): string[] {
  const meta = elementsMatching(document, SUMMARY, 6);
  const lines = [
    ...textsOf(document, 'title', 1),
    ...meta.map((element) => attributeText(element, 'content')),
    ...textsOf(document, 'h1', 4),
  ];
  return [...new Set(lines.map((line) => line.slice(0, 500).trim()).filter(Boolean))];
}

const SAMPLE = 3000; // characters: some hundred words

/** Some of the page's prose. */
export function sampleOf(document: Document): string {
  let sample = textsOf(document, 'title', 1).join('');
  const add = (text: string, most: number) => {
    if (sample.length < SAMPLE) sample += ` ${text.slice(0, most)}`;
  };
  for (const text of textsOf(document, 'p', 60)) if (text.length > 60) add(text, 600);
  // Pages that set no paragraphs still have menus and teasers.
  if (sample.length < SAMPLE / 4)
    for (const tag of ['h2', 'h3', 'li', 'td', 'a']) for (const text of textsOf(document, tag, 100)) add(text, 200);
  return sample;
}

/** The language that the markup gives the page, or null. */
export function languageTag(document: Document): string | null {
  const root = documentElementOf(document);
  const [meta] = elementsMatching(
    document,
    'head > meta:is([property="og:locale"],[http-equiv="content-language" i])',
    1,
  );
  return (
    (root && (attributeText(root, 'lang') || attributeText(root, 'xml:lang'))) ||
    (meta && attributeText(meta, 'content')) ||
    null
  );
}

const MOST_WITH_LANG = 100;
const MOST_LANGUAGES = 4;

/** The `lang` of parts of the page; the first few, since more of them are a list of languages. */
export function languagesIn(document: Document): string[] {
  const tags = new Set<string>();
  for (const element of elementsMatching(document, '[lang]', MOST_WITH_LANG)) tags.add(attributeText(element, 'lang'));
  return [...tags].slice(0, MOST_LANGUAGES);
}

const textsOf = (document: Document, tag: string, most: number): string[] =>
  elementsNamed(document, tag, most).map((element) => element.textContent ?? '');
