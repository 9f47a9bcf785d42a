// Whether an article that was kept reads otherwise now.
import { captureTab } from './capture.ts';

/** So long may be what stands between or behind kept paragraphs: a byline or a label, which are not kept; letters. */
const LONGEST_LEFT_OUT = 60;

/**
 * Compares what a tab shows with what was kept of it: whether some of that is gone, or something was put in. Where less
 * than half of the text was kept (a selection, the beginning of a very long article), what stands behind says nothing.
 * @param kept sentences by paragraph, the headline first, as a source of a story has them
 * @returns null where that cannot be told: the page may not be read, or nothing was kept of its text
 */
export async function hasChanged(
  tab: number,
  kept: readonly (readonly string[])[] | null | undefined,
): Promise<boolean | null> {
  if (!kept || kept.length === 0) return null;
  const captured = await captureTab(tab);
  if (!captured.ok || captured.article.problem) return null;
  const { title, paragraphs } = captured.article;
  const shown = lettersOf([title ?? '', ...paragraphs]);
  let end = 0;
  for (const [at, sentences] of kept.entries()) {
    const paragraph = lettersOf(sentences);
    const start = shown.indexOf(paragraph, end);
    const isFirst = at <= 1; // of the headline, and of what follows it
    if (start < 0 || (!isFirst && start - end > LONGEST_LEFT_OUT)) return true;
    end = start + paragraph.length;
  }
  const isMost = 2 * lettersOf(kept.flat()).length > shown.length;
  return isMost && shown.length - end > LONGEST_LEFT_OUT;
}

/** What is read of texts: cutting them into sentences has changed spaces, and left out what is not seen. */
const lettersOf = (texts: readonly string[]): string => texts.join('').replace(/[\s\p{C}]/gu, '');
