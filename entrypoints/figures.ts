// What the content script knows of figures: how their names are read, and what a card shows of them. It is a script of its own, which browsers
// run just before the other: a page waits while a script is read, and two short waits with the page's turn between them are felt less than a long one.
// biome-ignore-all assist/source/organizeImports: in this order they pack smaller

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { foldText } from '../recognition/fold.ts';
import { languageOfScript, openGazetteer } from '../recognition/gazetteer.ts';
import { commonParts, createRecogniser, languageKey, languageOf, partsOf } from '../recognition/recognise.ts';
import { createCardHost } from '../components/card/host.tsx';
import { toHash } from '../components/story/place.ts';
import { voiceOf } from '../components/voice.ts';

export default defineUnlistedScript(() => {
  // Where the other finds it: wxt.config.ts puts what stands here in the place of its imports.
  Object.assign(globalThis, {
    'dramatis figures': {
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
    },
  });
});
