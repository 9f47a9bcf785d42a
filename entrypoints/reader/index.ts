// The reader: injected into a page once the gate has found a name there. Connects the session to page and browser.
import { edition } from 'virtual:edition';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createTextCache } from '../../extension/compiled.ts';
import { onPanel } from '../../extension/following.ts';
import { answerPage, askBackground, isOrphaned } from '../../extension/messages.ts';
import { api } from '../../extension/native-api.ts';
import { enterAsReader, takeVerdict } from '../../extension/page-world.ts';
import { createStoredReader } from '../../extension/stored.ts';
import type { News } from '../../page/news/judge.ts';
import { onNavigation, onRestored, whenBuilt } from '../../page/page-events.ts';
import { createCorrections } from './corrections.ts';
import { openMarks } from './marks.ts';
import { createFactSource } from './page-facts.ts';
import { createPageHandlers } from './page-messages.ts';
import { createSession } from './session.ts';
import { createToolbarReport } from './toolbar-report.ts';

export default defineUnlistedScript(() => {
  const waitingMessages = enterAsReader(edition);
  if (!waitingMessages) return;
  const texts = createTextCache();
  const session = createSession({
    location,
    always: location.protocol.endsWith('-extension:'),
    createFacts: createFactSource(document, location, texts, takeVerdict(location.href) as News | undefined),
    readStored: createStoredReader,
    openMarks: (options) => openMarks(document, texts, options),
    forgetOutdated: texts.forgetOutdated,
    createCorrections: (onHeld) => createCorrections(location, api.extension.inIncognitoContext, onHeld),
    report: createToolbarReport((found) => askBackground('reportFound', found)),
    isOrphaned,
    whenBuilt,
  });
  answerPage(createPageHandlers(location, session), waitingMessages);
  onPanel((send, signal) => session.marks?.follow(send, signal));
  onNavigation(session.onNavigation);
  onRestored(session.onRestored);
});
