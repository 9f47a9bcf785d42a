// What the content script knows of figures: how their names are read, and what a card shows of them. It is a script of its own, which
// browsers run beside the other: a page waits while a script is read, and two short waits with the page's turn between them are felt less than a long one.
// biome-ignore-all assist/source/organizeImports: in this order they pack smaller

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Browser } from 'wxt/browser';
import { foldText } from '../recognition/fold.ts';
import { languageOfScript, openGazetteer } from '../recognition/gazetteer.ts';
import { commonParts, createRecogniser, languageKey, languageOf, partsOf } from '../recognition/recognise.ts';
import { createCardHost } from '../components/card/host.tsx';
import { toHash } from '../components/story/place.ts';
import { voiceOf } from '../components/voice.ts';

/** Where the other finds it, who puts what it takes from here in the place of its imports (wxt.config.ts). No page can name an element so. */
const HERE = Symbol.for('dramatis');

export default defineUnlistedScript(() => {
  const world = globalThis as unknown as Record<symbol, unknown> & { chrome: typeof Browser };
  const other = world[HERE];
  world[HERE] = {
    commonParts,
    createCardHost,
    createRecogniser,
    foldText,
    languageKey,
    languageOf,
    languageOfScript,
    openGazetteer,
    partsOf,
    toHash,
    voiceOf,
  };
  // It has come first, and waits.
  if (typeof other === 'function') other();
  // Chromium takes half a millisecond to get these ready, which the other script, with more to be read, need not wait for.
  if (!import.meta.env.FIREFOX) world.chrome.runtime.onMessage.hasListener(Boolean);
});
