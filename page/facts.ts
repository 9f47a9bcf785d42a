// What a page says of itself besides its text: the lines that name its subject, and a sample to tell its language by.

/** Title, headline and description, as plain text; short, and at most a dozen. */
export function headlinesOf(document: Document): string[] {
  const lines = [document.title];
  const meta = document.querySelectorAll<HTMLMetaElement>(
    'head > meta[property="og:title"], head > meta[name="twitter:title"], head > meta[name=description], head > meta[property="og:description"], head > meta[name=news_keywords]',
  );
  for (let at = 0; at < meta.length && at < 6; at++) lines.push(meta[at]?.content ?? '');
  const headings = document.getElementsByTagName('h1');
  for (let at = 0; at < headings.length && at < 4; at++) lines.push(headings[at]?.textContent ?? '');
  return [...new Set(lines.map((line) => line.slice(0, 500).trim()).filter(Boolean))];
}

const SAMPLE = 3000; // characters: some hundred words

/** Some of the page's prose. */
export function sampleOf(document: Document): string {
  let sample = document.title;
  const paragraphs = document.getElementsByTagName('p');
  for (let at = 0; at < paragraphs.length && at < 60 && sample.length < SAMPLE; at++) {
    const text = paragraphs[at]?.textContent ?? '';
    if (text.length > 60) sample += ` ${text.slice(0, 600)}`;
  }
  // Pages that set no paragraphs still have menus and teasers.
  const others = sample.length < SAMPLE / 4 ? document.querySelectorAll('h2, h3, li, td, a') : [];
  for (let at = 0; at < others.length && at < 300 && sample.length < SAMPLE; at++)
    sample += ` ${(others[at]?.textContent ?? '').slice(0, 200)}`;
  return sample;
}

/** The language that the markup gives the page, or null. */
export function languageTag(document: Document): string | null {
  const tag = document.documentElement?.getAttribute('lang') || document.documentElement?.getAttribute('xml:lang');
  return (
    tag ||
    document
      .querySelector('head > meta[property="og:locale"], head > meta[http-equiv="content-language" i]')
      ?.getAttribute('content') ||
    null
  );
}
