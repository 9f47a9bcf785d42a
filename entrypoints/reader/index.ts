// The reader: injected into a page once the gate has found a name there. Connects the session to page and browser.
import { edition } from 'virtual:edition';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { compiledByBackground, createTextCache, type TextCache } from '../../extension/compiled.ts';
import { onPanel } from '../../extension/following.ts';
import { answerPage, askBackground, isOrphaned } from '../../extension/messages.ts';
import { enterAsReader, verdictOn } from '../../extension/page-world.ts';
import { createStoredReader } from '../../extension/stored.ts';
import type { News } from '../../page/news/judge.ts';
import { onNavigation, onRestored, whenBuilt } from '../../page/page-events.ts';
import { createPointerEvents } from '../../page/pointer/pointer-events.ts';
import { createCorrections } from './corrections.ts';
import { openMarks } from './marks.ts';
import { createFactSource, type NewsSource } from './page-facts.ts';
import { createPageHandlers } from './page-messages.ts';
import { createSession } from './session.ts';
import { createToolbarReport } from './toolbar-report.ts';

export default defineUnlistedScript(() => {
  const waitingMessages = enterAsReader(edition);
  if (!waitingMessages) return;
  const texts = createTextCache(compiledByBackground);
  const pointerEvents = createPointerEvents();
  const session = createSession({
    location,
    always: location.protocol.endsWith('-extension:'),
    createFacts: createFactSource(document, location, texts, createNewsSource(texts)),
    readStored: createStoredReader,
    pointerEvents,
    openMarks: (options) => openMarks(document, texts, pointerEvents, options),
    forgetOutdated: texts.forgetOutdated,
    createCorrections: (onHeld, onSaved) =>
      createCorrections(location, browser.extension.inIncognitoContext, onHeld, onSaved),
    report: createToolbarReport((found) => askBackground('reportFound', found)),
    isOrphaned,
    whenBuilt,
  });
  answerPage(createPageHandlers(location, session), waitingMessages);
  onPanel((send, signal) => session.marks?.follow(send, signal));
  onNavigation(session.onNavigation);
  onRestored(session.onRestored);
});

/** The judge is a script of its own, which the background brings into this very document. */
function createNewsSource(texts: TextCache): NewsSource {
  const known = () => verdictOn(location.href) as News | undefined;
  return {
    known,
    async judge() {
      const judged = await askBackground('judge');
      if (judged.ok && !judged.value) {
        // Its words are lost, perhaps: they are compiled anew.
        await texts.fetch(['press']);
        await askBackground('judge');
      }
      return known() ?? { kind: 'other', because: [{ kind: 'unreadable' }] };
    },
  };
}
