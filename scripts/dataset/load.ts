// Reads the dataset from disk and compiles it: what the build serves (plugin.ts), and tests and tools ask for.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledStory, compileStory, type StoryFiles } from '../../stories/compile.ts';
import type { Source } from '../../stories/faults.ts';
import { compileGazetteer, type GazetteerParts, type GazetteerSource } from '../../stories/gazetteer.ts';
import { checkGivenNames, checkLanguages, checkStoryLanguages, type LanguageFile } from '../../stories/language.ts';
import { compileNameFilter } from '../../stories/name-filter.ts';
import { cardStory } from '../../stories/story.ts';
import { monthNames } from './months.ts';
import { checkPress } from './press.ts';
import { readYaml } from './yaml.ts';

const STORIES = 'data/stories';
const LANGUAGES = 'data/languages';
const GIVEN_NAMES = 'data/given-names.yaml';
const PRESS = 'data/press.yaml';

const readFile = (root: string, path: string): Source => readYaml(path, readFileSync(join(root, path), 'utf8'));

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

/** Compiles the story in a folder. @throws Faults with all that is wrong in it */
export function loadStoryFrom(root: string, folder: string): CompiledStory {
  const files = readFolder(root, folder).map((source) => [nameOf(source), source]);
  return compileStory(Object.fromEntries(files) as StoryFiles);
}

/** "data/stories/fair/events.yaml" → "events" */
const nameOf = ({ file }: Source): string => file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);

/**
 * Compiles the story that the extension carries.
 * @param root the project's folder
 * @param id folder in data/stories; may be left out while there is only one
 * @throws Faults with all that is wrong in it, or Error where it is not plain which story is meant
 */
export const loadStory = (root: string, id?: string): CompiledStory => loadStoryFrom(root, folderOf(root, id));

/**
 * What a gazetteer is made from: a story and all languages.
 * @param folder of the story, from the project's root; may be left out while there is only one
 * @throws Faults with all that is wrong
 */
export function loadGazetteerSource(root: string, folder = folderOf(root)): GazetteerSource {
  const figures = loadStoryFrom(root, folder).names;
  const languages = loadLanguages(root);
  return {
    figures,
    languages,
    storyLanguages: checkStoryLanguages(readFolder(root, `${folder}/languages`), figures, languages),
    givenNames: checkGivenNames(readFile(root, GIVEN_NAMES)),
  };
}

/** Compiles the gazetteer of a story and all languages. @throws Faults with all that is wrong */
export const loadGazetteer = (root: string, id?: string): GazetteerParts =>
  compileGazetteer(loadGazetteerSource(root, folderOf(root, id)));

/** The files of the languages. @throws Faults with all that is wrong in them */
export const loadLanguages = (root: string): LanguageFile[] => checkLanguages(readFolder(root, LANGUAGES));

/** The names of the months, also those that only the files of the languages have. */
export const loadMonths = (root: string): ReturnType<typeof monthNames> => monthNames(loadLanguages(root));

/**
 * What the reader script needs beside its code, as texts by name: the gazetteer's parts, the words of the press, the
 * names of the months, and the story's cards. The script would grow tenfold with them, and most pages need few.
 * extension/dataset.ts tells how they reach a page.
 * @throws Faults with all that is wrong
 */
export function loadDataset(root: string, id?: string): Record<string, string> {
  const folder = folderOf(root, id);
  const source = loadGazetteerSource(root, folder);
  const gazetteer = compileGazetteer(source);
  return {
    ...gazetteer,
    filter: compileNameFilter(gazetteer),
    press: JSON.stringify(checkPress(readFile(root, PRESS))),
    months: JSON.stringify(monthNames(source.languages)),
    card_story: JSON.stringify(cardStory(loadStoryFrom(root, folder).story)),
  };
}

/** Changes whenever a text of the dataset or the extension's version does. */
export function editionOf(root: string, texts: Readonly<Record<string, string>>): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return createHash('sha256')
    .update(JSON.stringify([version, texts]))
    .digest('hex')
    .slice(0, 8);
}

/** Every file that the dataset is made from but the code that makes it, from the project's root. */
export function sourcesOf(root: string, id?: string): string[] {
  const story = folderOf(root, id);
  const files = [LANGUAGES, story, `${story}/languages`].flatMap((folder) => filesIn(root, folder));
  return [...files, GIVEN_NAMES, PRESS, 'package.json'];
}
