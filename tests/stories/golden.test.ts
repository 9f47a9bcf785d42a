// Golden cases with several stories at once: who is meant where two of them have a figure of that name, and how names
// of all kinds are found that a story gives in one language only.
import { describe, expect, it } from 'vitest';
import { openNameFilter } from '../../recognition/name-filter.ts';
import { loadGivenNames, loadLanguages } from '../../scripts/dataset/load.ts';
import { compileGazetteer, type GazetteerParts, gazetteerOf } from '../../stories/gazetteer.ts';
import { mergeStories } from '../../stories/library.ts';
import { compileNameFilter } from '../../stories/name-filter.ts';
import { casesIn, expectMentions, type Golden } from '../recognition/golden-cases.ts';
import { type SmallStory, smallStory } from './small-story.ts';

/** What belongs together: stories, and cases that are read with some of them, the more trusted first. */
interface Chapter {
  chapter: string;
  stories: Record<string, SmallStory>;
  decisions?: { same?: [string, string][]; apart?: [string, string][] };
  cases: (Golden & { stories?: string[] })[];
}

const languages = loadLanguages('.');
const givenNames = loadGivenNames('.');
const compiled = new Map<string, GazetteerParts>();

function partsFor({ chapter, stories, decisions }: Chapter, names: readonly string[], lang: string): GazetteerParts {
  const key = `${chapter} ${names.join(' ')} ${lang}`;
  let parts = compiled.get(key);
  if (!parts) {
    const library = mergeStories(
      names.map((name) => smallStory(name, stories[name] as SmallStory)),
      { same: decisions?.same ?? [], apart: decisions?.apart ?? [] },
      givenNames,
    );
    parts = compileGazetteer({
      figures: library.names,
      storyLanguages: library.storyLanguages,
      languages: languages.filter(({ language }) => language === lang || language === 'en'),
      givenNames,
    });
    compiled.set(key, parts);
  }
  return parts;
}

const chapters = casesIn<Chapter>('tests/stories/golden').flatMap(({ cases }) => cases);

for (const chapter of chapters)
  describe(chapter.chapter, () => {
    for (const golden of chapter.cases) {
      const run = golden.fails ? it.fails : it;
      run(`${golden.name} (${golden.lang})`, () => {
        const parts = partsFor(chapter, golden.stories ?? Object.keys(chapter.stories), golden.lang);
        expectMentions(gazetteerOf(parts), golden).toEqual(
          golden.mentions.map((mention) => ({ evidence: expect.any(String), ...mention })),
        );
        if (golden.mentions.length === 0) return;
        const read = openNameFilter(compileNameFilter(parts)).matcher(true);
        const answers = [...(golden.headlines ?? []), ...(golden.blocks ?? [golden.text ?? ''])].map(read);
        expect(answers).toContain('name');
      });
    }
  });

it('are at least eighty', () => {
  expect(chapters.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(80);
});
