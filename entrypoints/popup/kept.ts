// Whether the page in front is kept already, found by its address.
import type { KeepPopupState } from '../../components/popup/KeepArticle.tsx';
import type { StoryEntry } from '../../extension/library.ts';
import { cleanAddress } from '../../page/article/address.ts';

/** @param url of the page; unknown where the browser does not tell it */
export function keptOf(url: string | undefined, library: readonly StoryEntry[]): KeepPopupState['known'] {
  const address = url && URL.canParse(url) ? cleanAddress(new URL(url)) : null;
  if (address === null) return null;
  for (const { story, kept } of library)
    if (kept && kept.from === 'article' && story.sources.some((source) => source.url === address))
      return { story: story.id, added: kept.added };
  return null;
}
