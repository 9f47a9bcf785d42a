// Reads the dataset from disk and compiles it: what the build serves (plugin.ts), and tests and tools ask for.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftingData } from '../../drafting/vocabulary.ts';
import type { MonthNames } from '../../page/date/months.ts';
import { commonWords } from '../../stories/common-words.ts';
import type { LanguageData } from '../../stories/compiled-texts.ts';
import type { Source } from '../../stories/faults.ts';
import type { Story } from '../../stories/format.ts';
import { namesOf, readStory, type StoryFiles, storyFromYaml } from '../../stories/from-yaml.ts';
import { compileCommon, compileGazetteer, type GazetteerParts, type GazetteerSource } from '../../stories/gazetteer.ts';
import { checkGivenNames, checkLanguages, checkStoryLanguages, type LanguageFile } from '../../stories/language.ts';
import { mergeStories } from '../../stories/library.ts';
import type { Decisions } from '../../stories/merge.ts';
import type { CommonWords } from '../../stories/name-checks.ts';
import { allAtOnce } from '../../stories/steps.ts';
import { type CardStory, cardStory } from '../../stories/story.ts';
import { readWording, type Shade } from '../../stories/wording.ts';
import { monthNames } from './months.ts';
import { listsIn, loadNameLists } from './name-lists.ts';
import { checkPress } from './press.ts';
import { readYaml } from './yaml.ts';

const STORIES = 'data/stories';
const LANGUAGES = 'data/languages';
const GIVEN_NAMES = 'data/given-names.yaml';
const PRESS = 'data/press.yaml';
const DATES = 'data/dates.yaml';
const WORDING = 'data/wording.yaml';

/** Files as they were parsed, by path: a build asks for each language nine times. */
const parsed = new Map<string, { text: string; source: Source }>();

/** Reads a YAML file; parses it only where it has changed. */
function readFile(root: string, path: string): Source {
  const place = join(root, path);
  const text = readFileSync(place, 'utf8');
  const known = parsed.get(place);
  if (known?.text === text) return known.source;
  const source = readYaml(path, text);
  parsed.set(place, { text, source });
  return source;
}

/** The YAML files right in a folder, all from the project's root; none where it is missing. */
function filesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => `${folder}/${name}`);
}

const readFolder = (root: string, folder: string): Source[] =>
  filesIn(root, folder).map((path) => readFile(root, path));

/**
 * The folder of a story, from the project's root.
 * @param id may be left out while there is only one story
 * @throws Error where it is not plain which story is meant
 */
function folderOf(root: string, id?: string): string {
  const entries = readdirSync(join(root, STORIES), { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const found = id ?? (ids.length === 1 ? ids[0] : undefined);
  if (found === undefined || !ids.includes(found))
    throw new Error(
      `${STORIES} has no story ${id ?? 'to choose without being told'}. ` +
        `Name one of ${ids.join(', ')} in wxt.config.ts: storyPlugin('…').`,
    );
  return `${STORIES}/${found}`;
}

const storyFiles = (root: string, folder: string): StoryFiles =>
  Object.fromEntries(readFolder(root, folder).map((source) => [nameOf(source), source])) as StoryFiles;

/**
 * Reads a story with all its languages, in the format in which stories are kept.
 * @param folder of the story, from the project's root; may be left out while there is only one
 * @throws Faults with all that is wrong in it
 */
export function loadStoryFile(root: string, folder = folderOf(root)): Story {
  const records = readStory(storyFiles(root, folder), loadWording(root));
  const languages = checkStoryLanguages(
    readFolder(root, `${folder}/languages`),
    records.figures.map(namesOf),
    loadLanguages(root),
  );
  return storyFromYaml(records, languages);
}

/** Words by which a story's two languages are told to be equally sure. @throws ValiError with what is wrong */
export const loadWording = (root: string): Shade[] => readWording(readFile(root, WORDING));

/** The files of the languages. @throws Faults with all that is wrong */
export const loadLanguages = (root: string): LanguageFile[] => checkLanguages(readFolder(root, LANGUAGES));

/** The words by which story files are told which names are none. @throws Faults with all that is wrong */
export const loadCommonWords = (root: string): CommonWords =>
  commonWords(loadLanguages(root), checkGivenNames(readFile(root, GIVEN_NAMES)));

/** "data/stories/fair/events.yaml" → "events" */
const nameOf = ({ file }: Source): string => file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);

/**
 * The story that the extension carries.
 * @param root the project's folder
 * @param id folder in data/stories; may be left out while there is only one
 * @throws Faults with all that is wrong in it, or Error where it is not plain which story is meant
 */
export const loadStory = (root: string, id?: string): Story => loadStoryFile(root, folderOf(root, id));

/**
 * What a gazetteer is made from: a story and all languages.
 * @param folder of the story, from the project's root; may be left out while there is only one
 * @throws Faults with all that is wrong
 */
export function loadGazetteerSource(root: string, folder = folderOf(root)): GazetteerSource {
  return gazetteerSource(root, [loadStoryFile(root, folder)]);
}

/** What a gazetteer is made from: these stories and all languages. @throws Faults with all that is wrong */
export function gazetteerSource(root: string, stories: readonly Story[], decisions?: Decisions): GazetteerSource {
  const givenNames = loadGivenNames(root);
  const { names, storyLanguages } = mergeStories(stories, decisions, givenNames);
  return { figures: names, storyLanguages, languages: loadLanguages(root), givenNames };
}

/** The list of frequent given names. @throws Faults where it is no list */
export const loadGivenNames = (root: string): string[] => checkGivenNames(readFile(root, GIVEN_NAMES));

/** Compiles the gazetteer of a story and all languages. @throws Faults with all that is wrong */
export const loadGazetteer = (root: string, id?: string): GazetteerParts =>
  compileGazetteer(loadGazetteerSource(root, folderOf(root, id)));

/** The names of the months, also those that only the files of the languages have. @throws what is wrong in the data */
export const loadMonths = (root: string, languages = loadLanguages(root)): MonthNames =>
  monthNames(languages, readFile(root, DATES).content);

/** What the background compiles pages' texts from, besides stories. @throws Faults with all that is wrong */
export function loadLanguageData(root: string): LanguageData {
  const languages = loadLanguages(root);
  return {
    // What drafting alone reads would be carried for nothing.
    languages: languages.map(({ drafting, ...language }) =>
      drafting ? { ...language, drafting: { roles: drafting.roles, and: drafting.and } } : language,
    ),
    givenNames: loadGivenNames(root),
    fixed: {
      press: JSON.stringify(checkPress(readFile(root, PRESS))),
      months: JSON.stringify(loadMonths(root, languages)),
    },
  };
}

/**
 * All that drafting takes besides an article.
 * @param root the project's folder
 * @throws Faults or ValiError with what is wrong in the data
 */
export const loadDraftingData = (root: string): DraftingData => ({
  languages: loadLanguages(root),
  names: loadNameLists(root),
});

/** What a captured article's date and language are found by. @throws Faults with all that is wrong */
export function loadArticleTexts(root: string): Record<'press' | 'months' | 'languages' | 'hints', string> {
  const { languages, hints } = allAtOnce(compileCommon({ figures: [], languages: loadLanguages(root) }));
  const { press, months } = loadLanguageData(root).fixed;
  return { press, months, languages, hints } as Record<'press' | 'months' | 'languages' | 'hints', string>;
}

/** What cards need of the story that the extension carries. @throws Faults with all that is wrong in it */
export const loadCardStory = (root: string, id?: string): CardStory => cardStory(loadStory(root, id));

/** The stories that come with the extension. @throws Faults with all that is wrong in them */
export const loadBundledStories = (root: string, id?: string): Story[] => [loadStoryFile(root, folderOf(root, id))];

/** Changes whenever the languages, the bundled stories, what is compiled from both, or the extension's version do. */
export function editionOf(root: string, id?: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return createHash('sha256')
    .update(JSON.stringify([version, loadLanguageData(root), loadBundledStories(root, id), loadGazetteer(root, id)]))
    .digest('hex')
    .slice(0, 8);
}

/** Every file that the dataset is made from but the code that makes it, from the project's root. */
export function sourcesOf(root: string, id?: string): string[] {
  const story = folderOf(root, id);
  const files = [LANGUAGES, story, `${story}/languages`].flatMap((folder) => filesIn(root, folder));
  return [...files, ...listsIn(), GIVEN_NAMES, PRESS, DATES, WORDING, 'package.json'];
}
