// Reads stories from disk for the compiler: a story is a folder of data/stories, whatever its name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledStory, compileStory } from './compile.ts';

/** Texts of the YAML files in a folder, by path from the project's root, such as `data/lexicon/en.yaml`. */
export function readFolder(root: string, folder: string): Record<string, string> {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(names.map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')]));
}

/**
 * Compiles the story that the extension carries.
 * @param root the project's folder
 * @param id folder in data/stories; may be left out while there is only one
 * @throws StoryFaults with all that is wrong in it, or Error where the folder is not plain
 */
export function loadStory(root: string, id?: string): CompiledStory {
  const folders = readdirSync(join(root, 'data/stories'));
  const folder = id ?? (folders.length === 1 ? folders[0] : undefined);
  if (folder === undefined || !folders.includes(folder))
    throw new Error(
      `data/stories has no story ${id ?? 'to choose without being told'}. Name one of ${folders.join(', ')} in wxt.config.ts: storyPlugin('…').`,
    );
  return compileStory(readFolder(root, `data/stories/${folder}`));
}
