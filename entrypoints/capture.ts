// Capture: injected when the reader asks to keep an article. It reads the page once, changes nothing, and is gone.
import { articleTexts } from 'virtual:article';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CAPTURE_STOP } from '../extension/page-world.ts';
import { capturePage, openReading } from '../page/article/article.ts';

/** Its result is that of `scripting.executeScript`: the article, and what is selected on the page, if anything is. */
export default defineUnlistedScript(async () => {
  const url = new URL(location.href);
  const reading = openReading(articleTexts());
  const stop = new AbortController();
  Object.assign(globalThis, { [Symbol.for(CAPTURE_STOP)]: stop });
  return capturePage(document, url, reading, stop.signal);
});
