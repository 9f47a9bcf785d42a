// Whether an article that was kept reads otherwise now.
import { captureTab } from './capture.ts';

/**
 * Compares what a tab shows with what was kept of it.
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
  return lettersOf([title ?? '', ...paragraphs]) !== lettersOf(kept.flat());
}

/** What is read of texts: cutting them into sentences has changed spaces, and left out what is not seen. */
const lettersOf = (texts: readonly string[]): string => texts.join('').replace(/[\s\p{C}]/gu, '');
