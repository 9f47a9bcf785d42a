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

// Two of those that scripts/dataset/plugin.ts serves: all get their sources in one place.
const ENTRIES = ['virtual:stories', 'virtual:drafting'];

test('what is built from the dataset is built anew when any of its sources changes', async () => {
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    plugins: [storyPlugin()],
    build: { write: false, rolldownOptions: { input: ENTRIES, preserveEntrySignatures: 'strict' } },
  })) as Rolldown.RolldownOutput;
  const chunks = output.filter((one) => one.type === 'chunk');
  const sources = [...yamlIn('data'), 'package.json', ...CODE];
  expect(sources.length).toBeGreaterThan(90);
  const entries = chunks.filter(({ isEntry }) => isEntry);
  expect(entries).toHaveLength(ENTRIES.length);
  for (const { moduleIds, imports } of entries) {
    const shared = chunks.filter(({ fileName }) => imports.includes(fileName)).flatMap((one) => one.moduleIds);
    // As WXT compares them.
    const modules = [...moduleIds, ...shared].map((one) => one.split('?')[0]);
    expect(sources.filter((file) => !modules.includes(`${root}/${file}`))).toEqual([]);
  }
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
