// The languages of what stands on a page or comes to it: a translation, put below each paragraph. Its markup says what
// it is, or its script tells.
import type { BlockText } from '../../recognition/recognise.ts';
import {
  attributeOf,
  bodyOf,
  closest,
  documentElementOf,
  documentOf,
  findAll,
  isElement,
  isShadowRoot,
  isText,
  parentOf,
  textOf,
} from '../native.ts';

/** Nodes, and parts of each, that are asked for their language. */
const MOST_ASKED = 50;
/** How much of a text is looked through; UTF-16 code units. */
const LOOKED_THROUGH = 100_000;
const SAMPLE = 2000;
/** Runs of other scripts than Latin. */
const OTHERS = /[\u0370-\u1fff\u3041-\ud7ff][\s\d,.:;!?\u0370-\u1fff\u2010-\u2027\u3000-\ud7ff\uff00-\uff1f]{11,}/g;
/** Runs of Latin letters, which tell something where the page's own script is another. */
const LATIN = /[A-Za-z\u00c0-\u024f][\s,.!?'A-Za-z\u00c0-\u024f]{29,}/g;
/** What a sentence has, and a list of languages to choose from has not. */
const SENTENCE_END = /[.!?。！？؟।]/;

/** Collects what may be in a language that the page was not read in: tags, each once, and samples of other scripts. */
export interface LanguageSamples {
  /** Looks at the text of these nodes. */
  add(nodes: readonly Node[]): void;
  /** Whether there is anything to take. */
  isEmpty(): boolean;
  take(): BlockText[];
  /** What was taken in vain. */
  giveBack(taken: readonly BlockText[]): void;
}

/** @param isLatin whether the page's own language is written in Latin letters */
export function createLanguageSamples(isLatin: boolean): LanguageSamples {
  const knownTags = new Set<string>();
  let collected: BlockText[] = [];

  function addTag(lang: string | null): void {
    if (!lang || knownTags.has(lang)) return;
    knownTags.add(lang);
    collected.push({ text: '', lang });
  }

  return {
    add(nodes) {
      const runs = isLatin ? [OTHERS] : [OTHERS, LATIN];
      const samples = runs.map(() => '');
      for (const node of nodes.slice(0, MOST_ASKED)) {
        const lang = languageAround(node);
        if (lang) addTag(lang);
        else {
          const text = (textOf(node as Element) ?? '').slice(0, LOOKED_THROUGH);
          runs.forEach((run, at) => {
            const sample = samples[at] ?? '';
            if (sample.length >= SAMPLE) return;
            const prose = (text.match(run) ?? []).filter((one) => SENTENCE_END.test(one));
            samples[at] = `${sample} ${prose.join(' ')}`.slice(0, SAMPLE);
          });
        }
        // The first few languages that a page's markup says are known from the start; more are a list of languages.
        if (isText(node) || node === bodyOf(document)) continue;
        for (const part of [...findAll(node as Element, '[lang]')].slice(0, MOST_ASKED))
          addTag(attributeOf(part, 'lang'));
      }
      for (const sample of samples) if (sample.trim()) collected.push({ text: sample, lang: null });
    },
    isEmpty: () => collected.length === 0,
    take() {
      const taken = collected;
      collected = [];
      return taken;
    },
    giveBack(taken) {
      collected.unshift(...taken);
    },
  };
}

/** What the markup says of a node, but for what it says of the whole document. */
function languageAround(node: Node): string | null {
  const element = isText(node) ? parentOf(node) : node;
  if (!element || isShadowRoot(element) || !isElement(element)) return null;
  const tagged = closest(element, '[lang]');
  return tagged && tagged !== documentElementOf(documentOf(tagged)) ? attributeOf(tagged, 'lang') : null;
}
