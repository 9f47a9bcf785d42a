// Serves the compiled dataset to the bundles as virtual modules. A fault in the data stops the build; in dev the page
// says it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

type Compiler = typeof import('./load.ts');

const root = fileURLToPath(new URL('../..', import.meta.url))
  .replaceAll('\\', '/')
  .replace(/\/$/, '');

const COMPILER = `${root}/scripts/dataset/load.ts`;

/** What is served, by module id: the module's code. The types stand in virtual.d.ts. */
const MODULES: Record<string, (compiler: Compiler, story?: string) => string> = {
  'virtual:story': ({ loadStory }, id) => lazyModule('story', loadStory(root, id)),
  'virtual:story/card': ({ loadCardStory }, id) => lazyModule('story', loadCardStory(root, id)),
  'virtual:languages': ({ loadLanguageData }) => lazyModule('languageData', loadLanguageData(root)),
  'virtual:stories': ({ loadBundledStories }, id) => lazyModule('bundledStories', loadBundledStories(root, id)),
  'virtual:drafting': ({ loadDraftingData }) => lazyModule('draftingData', loadDraftingData(root)),
  'virtual:article': ({ loadArticleTexts }) => lazyModule('articleTexts', loadArticleTexts(root)),
  'virtual:edition': ({ editionOf }, id) => `export const edition = ${JSON.stringify(editionOf(root, id))};\n`,
};

// By custom, other plugins leave ids alone that begin like this.
const RESOLVED = '\0';
const SOURCE = '?dataset-source';

/** For builds that nothing changes under: WXT makes each bundle by itself, and most of them want the same. */
const served = new Map<string, Promise<string>>();
let sharedCompiler: ReturnType<typeof loadCompiler> | undefined;

/**
 * The Vite plugin for `virtual:story` and its like.
 *
 * Each of these modules imports what it is made from (YAML, the version, the compiler's code) as empty modules.
 * WXT and Vite watch the modules of a bundle, so they build it anew when one of these changes.
 * @param story folder in data/stories; may be left out while there is only one
 */
export function storyPlugin(story?: string): Plugin {
  let compiler: ReturnType<typeof loadCompiler> | undefined;
  let isDev = false;
  let isFinal = false;
  async function moduleOf(code: (typeof MODULES)[string]): Promise<string> {
    // Its own code may have changed as well.
    if (isDev || !compiler) compiler = isFinal && sharedCompiler ? sharedCompiler : loadCompiler();
    if (isFinal) sharedCompiler = compiler;
    const { module, dependencies } = await compiler;
    const sources = [...module.sourcesOf(root, story).map((file) => join(root, file)), COMPILER, ...dependencies];
    const imports = sources.map((file) => `import ${JSON.stringify(file.replaceAll('\\', '/') + SOURCE)};\n`);
    return imports.join('') + code(module, story);
  }
  return {
    name: 'dramatis-story',
    configResolved({ mode, command }) {
      isDev = mode === 'development';
      isFinal = command === 'build' && mode === 'production';
    },
    resolveId(id) {
      if (id.endsWith(SOURCE)) return id;
      return Object.hasOwn(MODULES, id) ? RESOLVED + id : undefined;
    },
    load(id): Promise<string> | { code: string; moduleSideEffects: 'no-treeshake' } | undefined {
      if (id.endsWith(SOURCE)) return { code: 'export {};', moduleSideEffects: 'no-treeshake' };
      const code = id.startsWith(RESOLVED) ? MODULES[id.slice(RESOLVED.length)] : undefined;
      if (!code) return undefined;
      if (!isFinal) return moduleOf(code);
      const key = `${story} ${id}`;
      const made = served.get(key) ?? moduleOf(code);
      served.set(key, made);
      return made;
    },
  };
}

const loadCompiler = () => runnerImport<Compiler>(COMPILER, { root, configFile: false, logLevel: 'error' });

/**
 * The code of a module that carries `payload` as JSON text and parses it at the first call. A string costs a page's
 * start next to nothing; an object literal of this size does not.
 */
export function lazyModule(exported: string, payload: unknown): string {
  const parse = `parsed ??= JSON.parse(${quoted(JSON.stringify(payload))});`;
  return `let parsed;\nexport function ${exported}() {\n  ${parse}\n  return parsed;\n}\n`;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
