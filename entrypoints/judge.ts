// The judge: tells whether a page is news. Injected before the reader where only news is marked, so that pages which
// name somebody and are no news do not pay for the reader, and again when the reader asks. The browser hands its answer
// to the background, and it leaves its verdict for the reader.
import { edition } from 'virtual:edition';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CURRENT, editionIn, textIn, textKey } from '../extension/compiled-keys.ts';
import { api } from '../extension/native-api.ts';
import { leaveVerdict } from '../extension/page-world.ts';
import { createNewsJudge, type NewsKind } from '../page/news/judge.ts';
import { createVocabulary, type PressWords } from '../page/news/vocabulary.ts';

export default defineUnlistedScript(async (): Promise<NewsKind | null> => {
  const words = await readPressWords().catch(() => null);
  // Without them (the storage was emptied) it knows nothing: the reader has them brought, and asks again.
  if (words === null) return null;
  const address = location.href;
  const judge = createNewsJudge(createVocabulary(JSON.parse(words) as Partial<PressWords>));
  const news = await judge.judge(document, new URL(address));
  leaveVerdict(edition, { address, news });
  return news.kind;
});

async function readPressWords(): Promise<string | null> {
  const current = editionIn((await api.storage.local.get(CURRENT))[CURRENT]);
  if (current === null) return null;
  const key = textKey(current, 'press');
  return textIn((await api.storage.local.get(key))[key]);
}
