// Recognition as the reader of a page reaches it: its own text goes to the background in messages inside the browser.
import { askBackground } from '../../extension/messages.ts';
import type { Answer, Opening, PageLanguage, PageRecogniser } from '../../recognition/page-recogniser.ts';
import { openPrefilters } from '../../recognition/prefilters.ts';

/** Opens the names of a page's languages. @throws where the background has none */
export async function openNames(page: PageLanguage): Promise<Opening> {
  const opened = await askBackground('openNames', { page });
  if (!opened.ok) throw new Error('no names');
  return opened.value as Opening;
}

/**
 * The recogniser of a page that was opened.
 * @param leaveIfOrphaned called before each question: where the extension has been removed or updated, nobody answers
 * any more, and nothing of the reader stays
 */
export function recogniserOf(
  { edition, language, others, isLatin, prefilters }: Opening,
  leaveIfOrphaned: () => boolean,
): PageRecogniser {
  const names = { edition, language, others };
  return {
    prefilter: openPrefilters(prefilters),
    isLatin,
    async ask(question) {
      if (leaveIfOrphaned()) throw new Error('the extension is gone');
      const answer = await askBackground('recognise', { names, question });
      if (!answer.ok) throw new Error(answer.fault);
      // The page is told so as well, and opened anew.
      if (answer.value === 'outdated') throw new Error('the stories have changed');
      return answer.value as Answer;
    },
  };
}
