// Recognition as the reader of a page reaches it: its own text goes to the background in messages inside the browser.
import { askBackground } from '../../extension/messages.ts';
import type { Answer, Opening, PageLanguage, PageRecogniser } from '../../recognition/page-recogniser.ts';
import { openPrefilters } from '../../recognition/prefilters.ts';

/** Waits before a question is put again that was not answered; ms. */
const RETRIES = [500, 3000];

/** Opens the names of a page's languages. @throws where neither storage nor background has them */
export async function openNames(page: PageLanguage): Promise<Opening> {
  const opened = await askBackground('openNames', { page });
  if (!opened.ok) throw new Error('no names');
  return opened.value as Opening;
}

/**
 * The recogniser of a page that was opened.
 * @param isOver asked before each question: where the extension has been removed or updated, nobody answers any more
 */
export function recogniserOf(
  { edition, language, others, isLatin, prefilters }: Opening,
  isOver: () => boolean,
): PageRecogniser {
  const reading = { edition, language, others };
  return {
    prefilter: openPrefilters(prefilters),
    isLatin,
    async ask(question) {
      for (const wait of [...RETRIES, null]) {
        if (isOver()) break;
        const answer = await askBackground('recognise', { reading, question });
        // The page is told that the stories have changed, and opened anew.
        if (answer.ok && answer.value === 'outdated') throw new Error('the stories have changed');
        if (answer.ok) return answer.value as Answer;
        if (wait !== null) await new Promise((resolve) => setTimeout(resolve, wait));
      }
      throw new Error('nobody answers');
    },
  };
}
