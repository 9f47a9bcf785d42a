// Recognition for pages, in the background: here its code is compiled once, and a language that one page has needed is
// open for the next. In a page's own script both would be done anew on every page, while the page waits.
import { createTextCache, type TextCache } from '../../extension/compiled.ts';
import type { Compiler } from '../../extension/compiler.ts';
import { inSlices } from '../../extension/slices.ts';
import { commonParts, type Gazetteer, openGazetteer, partsOf } from '../../recognition/gazetteer.ts';
import { languageOf } from '../../recognition/language.ts';
import {
  type Answer,
  type Answerer,
  createAnswerer,
  type Opening,
  type PageLanguage,
  type Question,
  type Reading,
} from '../../recognition/page-recogniser.ts';
import { createRecogniser, type Recogniser } from '../../recognition/recognise.ts';

export interface Recognition {
  /** Opens the names of a page's languages; null where there are none. */
  open(page: PageLanguage, isPrivate: boolean): Promise<Opening | null>;
  /** Who is meant; `outdated` where the stories have changed since the page was opened. */
  recognise(reading: Reading, question: Question, isPrivate: boolean): Promise<Answer | 'outdated'>;
}

/** Sets of languages that are kept open. */
const MOST_OPEN = 6;
/** What one of them has read, at most, before it is opened anew: all of that is kept. UTF-16 code units. */
const MOST_KEPT = 4_000_000;

interface Open {
  recogniser: Recogniser;
  answerer: Answerer;
}

/** @param compile has texts compiled that the storage has not got */
export function createRecognition(compile: Compiler['texts']): Recognition {
  // What a private window has needed is stored nowhere, and therefore compiled by itself.
  const ordinary = createLibrary((names) => compile(names, false));
  const privately = createLibrary((names) => compile(names, true));
  return {
    open: (page, isPrivate) => (isPrivate ? privately : ordinary).open(page),
    recognise: (reading, question, isPrivate) => (isPrivate ? privately : ordinary).recognise(reading, question),
  };
}

function createLibrary(compile: Parameters<typeof createTextCache>[0]) {
  const texts = createTextCache(compile);
  let gazetteer: { edition: string; opened: Gazetteer } | null = null;
  /** By their languages, the one that was used last behind all others. */
  const open = new Map<string, Promise<Open | null>>();

  /** The gazetteer of the edition that holds now. */
  async function openLatest(): Promise<Gazetteer | null> {
    if (await texts.forgetOutdated()) close();
    await texts.fetch(commonParts);
    const { edition } = texts;
    if (edition === null || !texts.get('figures')) return null;
    if (gazetteer?.edition !== edition) {
      close();
      gazetteer = { edition, opened: openGazetteer(texts.get, (parts) => fetchOf(edition, texts, parts)) };
    }
    return gazetteer.opened;
  }

  function close(): void {
    gazetteer = null;
    open.clear();
  }

  function openLanguages(known: Gazetteer, language: string | null, others: readonly string[]): Promise<Open | null> {
    const key = keyOf(language, others);
    const opening = open.get(key) ?? openRecogniser(known, texts, language, others);
    open.delete(key);
    open.set(key, opening);
    for (const [oldest] of open) if (open.size > MOST_OPEN) open.delete(oldest);
    // What could not be had now may be there for the next page.
    const forget = () => open.get(key) === opening && open.delete(key);
    opening.then((opened) => opened || forget(), forget);
    return opening;
  }

  return {
    async open({ sample, tag, others }: PageLanguage): Promise<Opening | null> {
      const known = await openLatest();
      if (!known) return null;
      const language = languageOf(known, sample, tag);
      const opened = await openLanguages(known, language, others);
      const { edition } = texts;
      if (!opened || edition === null || gazetteer?.opened !== known) return null;
      const { prefilters, isLatin } = opened.recogniser;
      return { edition, language, others, isLatin: isLatin(), prefilters };
    },
    async recognise({ edition, language, others }: Reading, question: Question): Promise<Answer | 'outdated'> {
      const known = gazetteer?.edition === edition ? gazetteer.opened : await openLatest();
      if (!known || gazetteer?.edition !== edition) return 'outdated';
      const opened = await openLanguages(known, language, others);
      if (!opened) throw new Error('no names');
      const started = performance.now();
      await opened.answerer.prepare(question);
      const answer = await inSlices(opened.answerer.answer(question));
      if (opened.answerer.kept > MOST_KEPT) open.delete(keyOf(language, others));
      return { ...answer, took: performance.now() - started };
    },
  };
}

const keyOf = (language: string | null, others: readonly string[]): string => JSON.stringify([language, others]);

async function openRecogniser(
  gazetteer: Gazetteer,
  texts: TextCache,
  language: string | null,
  others: readonly string[],
): Promise<Open | null> {
  await gazetteer.fetch(partsOf(gazetteer, [language, ...others]));
  if (partsOf(gazetteer, [language]).some((part) => !texts.get(part))) return null;
  const recogniser = createRecogniser(gazetteer, language, others);
  return { recogniser, answerer: createAnswerer(recogniser) };
}

/** Names of another edition do not go with those that are open. */
async function fetchOf(edition: string, texts: TextCache, parts: readonly string[]): Promise<void> {
  await texts.fetch(parts);
  if (texts.edition !== edition) throw new Error('the stories have changed');
}
