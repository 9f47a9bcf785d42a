// Recognition for pages, in the background: here its code is compiled once, and a language that one page has needed is
// open for the next. In a page's own script both would be done anew on every page, while the page waits.
import { type CompileTexts, createTextCache, type TextCache } from '../../extension/compiled.ts';
import type { Compiler } from '../../extension/compiler.ts';
import { inSlices } from '../../extension/slices.ts';
import { type Answerer, createAnswerer } from '../../recognition/answerer.ts';
import { commonParts, type Gazetteer, openGazetteer, partsOf } from '../../recognition/gazetteer.ts';
import { languageOf } from '../../recognition/language.ts';
import type { Answer, Opening, PageLanguage, PageNames, Question } from '../../recognition/page-recogniser.ts';
import { createRecogniser, type Recogniser } from '../../recognition/recognise.ts';

export interface Recognition {
  /** Opens the names of a page's languages; null where they cannot be had now. */
  open(page: PageLanguage, isPrivate: boolean): Promise<Opening | null>;
  /** Who is meant; `outdated` where the stories have changed since the page was opened. */
  recognise(names: PageNames, question: Question, isPrivate: boolean): Promise<Answer | 'outdated'>;
}

/** Sets of languages that are kept open. */
const MOST_OPEN = 6;
/** What one of them keeps, at most, before it is opened anew; UTF-16 code units. */
const MOST_KEPT = 4_000_000;

/** The names of one edition. */
interface Edition {
  id: string;
  gazetteer: Gazetteer;
  /** By their languages, the one that was used last behind all others; null where it could not be had. */
  recognisers: Map<string, Promise<Shared | null>>;
}

interface Shared {
  recogniser: Recogniser;
  answerer: Answerer;
}

/** @param compile has texts compiled that the storage has not got */
export function createRecognition(compile: Compiler['texts']): Recognition {
  // What a private window has needed is stored nowhere, and therefore compiled by itself.
  const ordinary = createSharedNames((names) => compile(names, false));
  const privately = createSharedNames((names) => compile(names, true));
  return {
    open: (page, isPrivate) => (isPrivate ? privately : ordinary).open(page),
    recognise: (names, question, isPrivate) => (isPrivate ? privately : ordinary).recognise(names, question),
  };
}

function createSharedNames(compile: CompileTexts) {
  const texts = createTextCache(compile);
  let latest: Edition | null = null;

  /** The edition that holds now. */
  async function openLatest(): Promise<Edition | null> {
    await texts.forgetOutdated();
    await texts.fetch(commonParts);
    const id = texts.edition;
    if (id === null || !texts.get('figures')) return null;
    if (latest?.id !== id)
      latest = {
        id,
        gazetteer: openGazetteer(texts.get, (parts) => fetchOf(id, texts, parts)),
        recognisers: new Map(),
      };
    return latest;
  }

  return {
    async open({ sample, tag, others }: PageLanguage): Promise<Opening | null> {
      const edition = await openLatest();
      if (!edition) return null;
      const language = languageOf(edition.gazetteer, sample, tag);
      const shared = await recogniserFor(edition, texts, language, others);
      if (!shared) return null;
      const { prefilters, isLatin } = shared.recogniser;
      return { edition: edition.id, language, others, isLatin: isLatin(), prefilters };
    },
    async recognise({ edition: id, language, others }: PageNames, question: Question): Promise<Answer | 'outdated'> {
      const edition = latest?.id === id ? latest : await openLatest();
      if (edition?.id !== id) return 'outdated';
      const shared = await recogniserFor(edition, texts, language, others);
      if (!shared) throw new Error('no names');
      const started = performance.now();
      await shared.answerer.prepare(question);
      const answer = await inSlices(shared.answerer.answer(question));
      if (shared.answerer.unitsKept > MOST_KEPT) edition.recognisers.delete(keyOf(language, others));
      return { ...answer, took: performance.now() - started };
    },
  };
}

function recogniserFor(
  { gazetteer, recognisers }: Edition,
  texts: TextCache,
  language: string | null,
  others: readonly string[],
): Promise<Shared | null> {
  const key = keyOf(language, others);
  const opening = recognisers.get(key) ?? openRecogniser(gazetteer, texts, language, others);
  recognisers.delete(key);
  recognisers.set(key, opening);
  for (const [oldest] of recognisers) if (recognisers.size > MOST_OPEN) recognisers.delete(oldest);
  // What could not be had now may be there for the next page.
  const forget = () => recognisers.get(key) === opening && recognisers.delete(key);
  opening.then((shared) => shared || forget(), forget);
  return opening;
}

const keyOf = (language: string | null, others: readonly string[]): string => JSON.stringify([language, others]);

async function openRecogniser(
  gazetteer: Gazetteer,
  texts: TextCache,
  language: string | null,
  others: readonly string[],
): Promise<Shared | null> {
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
