// What the bench runs in a page: our marking of it as the reader has it, from text to painted ranges, without settings
// and cards. Recognition runs here as well; for readers it does so in the background, and takes none of their page's
// time.
import { defaults } from '../../extension/settings.ts';
import { createMarking } from '../../page/marking.ts';
import { hoverTiming } from '../../page/pointer/hover.ts';
import { createPointerEvents } from '../../page/pointer/pointer-events.ts';
import { headlinesOf, languageTag, sampleOf } from '../../page/self-description.ts';
import { createAnswerer } from '../../recognition/answerer.ts';
import { openGazetteer } from '../../recognition/gazetteer.ts';
import { languageOf } from '../../recognition/language.ts';
import type { PageRecogniser } from '../../recognition/page-recogniser.ts';
import { openPrefilters } from '../../recognition/prefilters.ts';
import { createRecogniser } from '../../recognition/recognise.ts';

/**
 * Opens the gazetteer in the page's language; the function it gives marks the page and says how many mentions there
 * are.
 */
export function prepare(parts: Record<string, string>): () => Promise<number> {
  const gazetteer = openGazetteer((part) => parts[part] ?? '');
  const language = languageOf(gazetteer, sampleOf(document), languageTag(document));
  const recogniser = answeredHere(createRecogniser(gazetteer, language));
  const idle = () => {};
  return async () => {
    const marking = createMarking(document, {
      recogniser,
      pointerEvents: createPointerEvents(),
      facts: () => ({
        date: null,
        headlines: headlinesOf(document),
        rejected: [],
        muted: [],
        frontPage: false,
      }),
      onNeeds: idle,
      density: { person: 'every', place: 'first', organization: 'first' },
      timing: { ...hoverTiming, dwell: defaults.dwell },
      trigger: 'hover',
      signal: new AbortController().signal,
      onMentions: idle,
      onLanguage: idle,
      onDwell: idle,
      onShow: idle,
      onReplaced: idle,
      isPinned: () => false,
      outlivesMention: () => false,
      onHide: idle,
      cardBox: () => null,
      onCard: () => false,
      onMove() {},
    });
    return (await marking.whole()).length;
  };
}

function answeredHere(recogniser: ReturnType<typeof createRecogniser>): PageRecogniser {
  const { prepare, answer } = createAnswerer(recogniser);
  return {
    prefilter: openPrefilters(recogniser.prefilters),
    isLatin: recogniser.isLatin(),
    async ask(question) {
      await prepare(question);
      const steps = answer(question);
      for (;;) {
        const { done, value } = steps.next();
        if (done) return value;
      }
    },
  };
}
