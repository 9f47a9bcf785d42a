// Names in buckets: a page that opens only what its text may name finds the very mentions that it finds with all names.
import { describe, expect, it } from 'vitest';
import { type Gazetteer, namesOf, openGazetteer, type WrittenNames } from '../../recognition/gazetteer.ts';
import { createNameBuckets } from '../../recognition/name-buckets.ts';
import { openNameFilter } from '../../recognition/name-filter.ts';
import { createRecogniser, type Recogniser } from '../../recognition/recognise.ts';
import { manyStories } from '../../scripts/bench/many-stories.ts';
import { gazetteerSource, loadStoryFile } from '../../scripts/dataset/load.ts';
import { compileGazetteer, type GazetteerParts } from '../../stories/gazetteer.ts';
import { compileLibraryFilter } from '../../stories/library-filter.ts';
import { allAtOnce } from '../../stories/steps.ts';
import { smallStory } from '../stories/small-story.ts';
import { casesIn, type Golden, goldenFiles } from './golden-cases.ts';

const SECOND = 'tests/stories/harbour-strike';
const made = manyStories('.', 6);
const source = gazetteerSource('.', [loadStoryFile('.'), loadStoryFile('.', SECOND), ...made]);
const whole = compileGazetteer(source);
const split = compileGazetteer(source, 0);
const files = [...goldenFiles, ...casesIn(`${SECOND}/golden`)];

/** A gazetteer as a page has it: what was not fetched is not there. */
function openPage(parts: GazetteerParts, lang: string): Gazetteer {
  const fetched = new Set(['figures', 'languages', 'given', 'hints']);
  for (const part of Object.keys(parts)) if (part === lang || part === `${lang}_around`) fetched.add(part);
  return openGazetteer(
    (part) => (fetched.has(part) ? (parts[part] ?? '') : ''),
    async (wanted) => {
      for (const part of wanted) fetched.add(part);
    },
  );
}

/**
 * Cases that follow one another, a few on a page: to open one takes longer than to read it, and most names are new. And
 * every other page, as neighbours are of one kind.
 */
function pagesOf(cases: readonly Golden[], most = 4): Golden[][] {
  const pages = Array.from({ length: Math.ceil(cases.length / most) }, (_, at) =>
    cases.slice(at * most, (at + 1) * most),
  );
  return pages.filter((_, at) => at % 2 === 0);
}

/** Of all names, one for each language: what was read before changes nothing. */
const wholes = new Map<string, Recogniser>();

function recogniserOfAll(lang: string): Recogniser {
  const known = wholes.get(lang) ?? createRecogniser(openPage(whole, lang), lang);
  wholes.set(lang, known);
  return known;
}

async function mentionsIn(recogniser: Recogniser, golden: Golden) {
  const headlines = golden.headlines ?? [];
  const texts = (golden.blocks ?? [golden.text ?? '']).map((text) => ({ text, lang: null }));
  await recogniser.prepare([...texts, ...headlines.map((text) => ({ text, lang: null }))]);
  const blocks = texts.map((block) => ({ text: block.text, candidates: recogniser.read(block) }));
  const { mentions, needs } = recogniser.resolve(blocks, {
    date: golden.date ?? null,
    headlines,
    rejected: golden.rejected ?? [],
    muted: golden.muted ?? [],
    frontPage: golden.front ?? false,
  });
  return { mentions, needs };
}

describe('names in buckets', () => {
  it.each(files)('give the mentions of all names: $file', async ({ cases }) => {
    for (const lang of new Set(cases.map((golden) => golden.lang)))
      for (const some of pagesOf(cases.filter((golden) => golden.lang === lang))) {
        const page = openPage(split, lang);
        const recogniser = createRecogniser(page, lang);
        for (const golden of some) {
          const fromBuckets = await mentionsIn(recogniser, golden);
          expect([golden.name, fromBuckets]).toEqual([golden.name, await mentionsIn(recogniserOfAll(lang), golden)]);
        }
        expect(page.figures.size).toBeLessThan(source.figures.length / 4);
      }
  });

  it('know no more of the bearers of a given name than the page opens', async () => {
    // Whoever bears it is on the page by nothing else.
    const [given] = made.flatMap(({ figures }) => figures.flatMap(({ names }) => names.given));
    const golden = { name: '', lang: 'de', blocks: [`Rubios und ${given} Tusks Rede war lang.`], mentions: [] };
    const found = await mentionsIn(createRecogniser(openPage(split, 'de'), 'de'), golden);
    expect(found).toEqual(await mentionsIn(recogniserOfAll('de'), golden));
  });

  it('are opened once, however often a page has them', async () => {
    const page = openPage(split, 'zh');
    const names = namesOf(page, 'zh');
    const sentences = Array.from({ length: 50 }, (_, at) => `${String.fromCodePoint(0x5000 + at)}天川普又说了话。`);
    await createNameBuckets(page, 'zh', names, null)?.open(sentences);
    const entries = names.unspaced.map((one) => JSON.stringify(one));
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries).size).toBe(entries.length);
  });

  it('give the mentions of made stories, block after block', async () => {
    const texts = made.slice(0, 20).flatMap(({ sources: [one] }) => (one?.text ?? []).map((row) => row.join(' ')));
    const gazetteer = openPage(split, 'en');
    const recogniser = createRecogniser(gazetteer, 'en');
    const all = recogniserOfAll('en');
    let found = 0;
    for (const text of texts) {
      await recogniser.prepare([{ text, lang: null }]);
      const candidates = recogniser.read({ text, lang: null });
      expect([text, candidates]).toEqual([text, all.read({ text, lang: null })]);
      found += candidates.length;
    }
    expect(found).toBeGreaterThan(100);
  });

  // Novákovi is a form of both, and Nová a name of its own that begins as the first one's forms do.
  const alike = ['Novak', 'Novako', 'Novakov', 'Virta', 'Virtanen', 'Kova', 'Ko'].map((surname, at) => ({
    id: `p-${at}`,
    name: `Ilona ${surname}`,
    names: { given: ['Ilona'], surname: [surname], full: [`Ilona ${surname}`], sex: 'female' as const },
  }));
  const towns = ['Novak', 'Novako', 'Brackwaterova', 'Sankt Olm', 'Olm-Varga'].map((name, at) => ({
    id: `t-${at}`,
    kind: 'place' as const,
    name,
    names: { aliases: [name] },
  }));
  const inflected = gazetteerSource('.', [
    smallStory('alike', { figures: [...alike, ...towns] }),
    smallStory('alike-too', { figures: alike }),
    ...made.slice(0, 2),
  ]);

  it.each(['cs', 'fi', 'hr', 'hu', 'sk', 'sq'])(
    'know the forms of a name in %s that a whole list has',
    async (language) => {
      const languages = inflected.languages.filter((file) => file.language === language);
      const [all, buckets] = [Infinity, 0].map((most) => compileGazetteer({ ...inflected, languages }, most));
      const gazetteer = openPage(buckets as GazetteerParts, language);
      const recogniser = createRecogniser(gazetteer, language);
      const whole = createRecogniser(openPage(all as GazetteerParts, language), language);
      const { surnames, names } = JSON.parse(all?.[language] as string) as WrittenNames;
      const capital = (phrase: string) => phrase.replace(/(?:^|[ -])\p{L}/gu, (letter) => letter.toUpperCase());
      const forms = [...Object.keys(names), ...Object.keys(surnames).flatMap((form) => [`Ilona ${form}`, form])];
      const texts = forms.map((form) => `${capital(form)}, ${capital(form)}.`);
      expect(texts.length).toBeGreaterThan(200);
      for (const text of texts) {
        const block = { text, lang: null };
        await recogniser.prepare([block]);
        expect([text, recogniser.read(block)]).toEqual([text, whole.read(block)]);
      }
    },
  );

  it('are waited for by everybody who asks while they come', async () => {
    const gazetteer = openGazetteer(
      (part) => split[part] ?? '',
      () => new Promise((resolve) => setTimeout(resolve, 5)),
    );
    const recogniser = createRecogniser(gazetteer, 'en');
    const block = { text: 'Gustavo Petro wrote to the President of Colombia.', lang: null };
    const read = async () => {
      await recogniser.prepare([block]);
      return recogniser.read(block);
    };
    // Two tabs with the same article ask at once.
    const [one, other] = await Promise.all([read(), read()]);
    expect(one.length).toBeGreaterThan(0);
    expect(other).toEqual(one);
  });

  it('are asked for once', async () => {
    const asked: string[] = [];
    const gazetteer = openGazetteer(
      (part) => split[part] ?? '',
      async (parts) => void asked.push(...parts),
    );
    const recogniser = createRecogniser(gazetteer, 'en');
    const block = { text: 'Gustavo Petro wrote to the President of Colombia.', lang: null };
    await recogniser.prepare([block]);
    const before = asked.length;
    expect(before).toBeGreaterThan(0);
    expect(recogniser.prepare([block])).toBeNull();
    expect(recogniser.prepare([{ text: 'nobody at all', lang: null }])).toBeNull();
    expect(asked).toHaveLength(before);
  });
});

it('words of JavaScript are names like any other', async () => {
  const words = ['constructor', 'hasOwnProperty', 'toString', 'prototype', 'valueOf'];
  const figures = words.map((word) => ({
    id: `p-${word.toLowerCase()}`,
    name: `Ada ${word}`,
    names: { given: ['Ada'], surname: [word], full: [`Ada ${word}`], strength: 'strong' as const },
  }));
  const hostile = gazetteerSource('.', [smallStory('hostile', { figures })]);
  const gazetteer = openPage(compileGazetteer({ ...hostile, languages: hostile.languages.slice(0, 12) }, 0), 'de');
  const recogniser = createRecogniser(gazetteer, 'de');
  const block = {
    text: `Am Abend kamen ${words.map((word) => `Ada ${word}`).join(', ')} und niemand sonst.`,
    lang: null,
  };
  await recogniser.prepare([block]);
  const found = new Set(recogniser.read(block).flatMap((one) => (one.form === 'office' ? [] : [one.figure])));
  expect([...found].map((at) => gazetteer.figures.get(at)?.id).sort()).toEqual(figures.map(({ id }) => id).sort());
});

it('the filter of a large library passes over no page that names somebody', () => {
  const filter = openNameFilter(allAtOnce(compileLibraryFilter(source)));
  for (const { cases } of files)
    for (const { name, text, blocks, headlines = [], mentions, fails } of cases)
      if (mentions.length > 0 && !fails)
        expect([name, filter.matcher(true)([...headlines, ...(blocks ?? [text ?? ''])].join('\n'))]).toEqual([
          name,
          'name',
        ]);
  expect(filter.matcher(true)('Nothing of that was asked of us, and we went on.')).toBe('none');
});
