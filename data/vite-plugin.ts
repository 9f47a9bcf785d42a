// Serves the compiled dataset to the bundles as virtual modules; a fault in the data stops the build, in dev the page says it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { parse } from 'yaml';
import { compileGazetteer, type GazetteerParts } from './gazetteer.ts';
import { loadStory, readFolder } from './load.ts';
import { monthNames } from './months.ts';
import { compileNameFilter } from './name-filter.ts';
import { cardStory } from './story.ts';

const root = fileURLToPath(new URL('..', import.meta.url))
  .replaceAll('\\', '/')
  .replace(/\/$/, '');

/** Folders whose YAML the modules are made from. */
const SOURCES = ['data/stories', 'data/lexicon'];

/** What is served, by module id: the module's code. The types stand in virtual.d.ts. */
const MODULES: Record<string, (story?: string) => string> = {
  'virtual:story': (id) => lazyModule('story', loadStory(root, id).story),
  'virtual:story/card': (id) => lazyModule('story', cardStory(loadStory(root, id).story)),
  'virtual:dataset': (id) => lazyModule('dataset', loadDataset(root, id)),
  'virtual:dataset/edition': (id) => `export const edition = ${JSON.stringify(editionOf(loadDataset(root, id)))};\n`,
};

/** Compiles the gazetteer of a story and all lexicons. @throws Error that lists every fault */
export function loadGazetteer(from: string, id?: string): GazetteerParts {
  return compileGazetteer(loadStory(from, id).names, readFolder(from, 'data/lexicon'));
}

// By custom, other plugins leave ids alone that begin like this.
const RESOLVED = '\0';

/**
 * The Vite plugin for `virtual:story` and its like.
 * @param story folder in data/stories; may be left out while there is only one
 */
export function storyPlugin(story?: string): Plugin {
  return {
    name: 'dramatis-story',
    resolveId: (id) => (Object.hasOwn(MODULES, id) ? RESOLVED + id : undefined),
    load(id) {
      const code = id.startsWith(RESOLVED) ? MODULES[id.slice(RESOLVED.length)] : undefined;
      if (!code) return undefined;
      for (const file of SOURCES.flatMap(yamlIn)) this.addWatchFile(file);
      return code(story);
    },
    hotUpdate({ file, modules }) {
      if (!file.endsWith('.yaml') || !SOURCES.some((folder) => file.startsWith(`${root}/${folder}/`))) return undefined;
      const made = Object.keys(MODULES).map((id) => this.environment.moduleGraph.getModuleById(RESOLVED + id));
      return [...modules, ...made.filter((module) => module !== undefined)];
    },
  };
}

function yamlIn(folder: string): string[] {
  const names = readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.yaml')).map((name) => `${root}/${folder}/${name}`);
}

/**
 * The code of a module that carries `payload` as JSON text and parses it at the first call: a string costs a page's start
 * next to nothing, an object literal of this size does not.
 */
export function lazyModule(exported: string, payload: unknown): string {
  return `let parsed;\nexport function ${exported}() {\n  parsed ??= JSON.parse(${quoted(JSON.stringify(payload))});\n  return parsed;\n}\n`;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** The words by which pages are told to be news. */
function loadPress(from: string): unknown {
  return parse(readFileSync(`${from}/data/press.yaml`, 'utf8'));
}

/**
 * What the reader script needs beside its code, as texts by name: the gazetteer's parts, the words of the press, the
 * names of the months, and the story's cards. The script would grow tenfold with them, and most pages need few of them;
 * extension/dataset.ts tells how they reach a page.
 */
function loadDataset(from: string, id?: string): Record<string, string> {
  const gazetteer = loadGazetteer(from, id);
  return {
    ...gazetteer,
    filter: compileNameFilter(gazetteer),
    press: JSON.stringify(loadPress(from)),
    months: JSON.stringify(monthNames()),
    card_story: JSON.stringify(cardStory(loadStory(from, id).story)),
  };
}

/** Another version of the extension has another edition, and so has another dataset. */
function editionOf(texts: Record<string, string>): string {
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { version: string };
  return createHash('sha256')
    .update(JSON.stringify([version, texts]))
    .digest('hex')
    .slice(0, 8);
}
