// Serves the compiled dataset to the bundles as virtual modules; a fault in the data stops the build, in dev the page says it.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { CompiledStory } from './compile.ts';
import { loadStory } from './load.ts';
import { cardStory } from './story.ts';

const root = fileURLToPath(new URL('..', import.meta.url))
  .replaceAll('\\', '/')
  .replace(/\/$/, '');

/** Folders whose YAML the modules are made from. */
const SOURCES = ['data/stories', 'data/lexicon'];

/** A virtual module: the function it exports, and what that function returns. */
interface Served {
  exported: string;
  payload: (compiled: CompiledStory) => unknown;
}

/** What is served, by module id; the types stand in virtual.d.ts. */
const MODULES: Record<string, Served> = {
  'virtual:story': { exported: 'story', payload: ({ story }) => story },
  'virtual:story/card': { exported: 'story', payload: ({ story }) => cardStory(story) },
};

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
      const served = id.startsWith(RESOLVED) ? MODULES[id.slice(RESOLVED.length)] : undefined;
      if (!served) return undefined;
      for (const file of SOURCES.flatMap(yamlIn)) this.addWatchFile(file);
      return lazyModule(served.exported, served.payload(loadStory(root, story)));
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
  const text = JSON.stringify(payload).replace(/[\\']/g, '\\$&');
  return `let parsed;\nexport function ${exported}() {\n  parsed ??= JSON.parse('${text}');\n  return parsed;\n}\n`;
}
