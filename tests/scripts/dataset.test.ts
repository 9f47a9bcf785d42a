// In dev WXT looks for a changed file among a bundle's modules, and builds that bundle anew.
// So every file that the dataset is made from has to be one of its modules.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, createServer, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { storyPlugin } from '../../scripts/dataset/plugin.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const CODE = ['scripts/dataset/load.ts', 'scripts/dataset/months.ts', 'stories/names.ts', 'recognition/fold.ts'];

/** YAML files in a folder and in those below. */
const yamlIn = (folder: string): string[] =>
  (readdirSync(`${root}/${folder}`, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${folder}/${file}`);

const ENTRY = 'virtual:entry';

// Two of those that scripts/dataset/plugin.ts serves: all get their sources in one place.
test.each(['virtual:stories', 'virtual:drafting'])('%s is built anew when any of its sources changes', async (id) => {
  const entry = {
    name: 'entry',
    resolveId: (name: string) => (name === ENTRY ? name : undefined),
    load: (name: string) => (name === ENTRY ? `export * from '${id}';` : undefined),
  };
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    plugins: [storyPlugin(), entry],
    build: { write: false, rolldownOptions: { input: ENTRY, preserveEntrySignatures: 'strict' } },
  })) as Rolldown.RolldownOutput;
  // As WXT compares them.
  const modules = output.flatMap((chunk) =>
    'moduleIds' in chunk ? chunk.moduleIds.map((one) => one.split('?')[0]) : [],
  );
  const sources = [...yamlIn('data'), 'package.json', ...CODE];
  expect(sources.length).toBeGreaterThan(90);
  expect(sources.filter((file) => !modules.includes(`${root}/${file}`))).toEqual([]);
});

test('a page is served the story anew when one of its files changes', async () => {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    plugins: [storyPlugin()],
    server: { middlewareMode: true, ws: false, watch: null },
  });
  const { moduleGraph } = server.environments.client;
  await server.environments.client.transformRequest('virtual:story');
  const [source] = moduleGraph.getModulesByFile(`${root}/data/stories/trump-petro-2026/events.yaml`) ?? [];
  expect(source).toBeDefined();
  expect([...(source?.importers ?? [])].map(({ id }) => id)).toEqual(['\0virtual:story']);
  await server.close();
});
