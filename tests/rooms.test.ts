// Who may import whom, and what no room may do: the linter's rules, proven on lines that it must refuse.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);

const REFUSED: [file: string, line: string][] = [
  ['recognition/a.ts', `import { a } from '../page/b.ts';`],
  ['recognition/a.ts', `import type { A } from '../data/b.ts';`],
  ['recognition/a.ts', `import fuse from 'fuse.js';`],
  ['data/a.ts', `import { a } from '../page/b.ts';`],
  ['data/a.ts', `import { browser } from 'wxt/browser';`],
  ['page/a.ts', `import { h } from 'preact';`],
  ['page/a.ts', `import { a } from '../components/b.tsx';`],
  ['page/a.ts', `import { a } from '../extension/settings.ts';`],
  ['page/a.ts', `import { browser } from 'wxt/browser';`],
  ['page/a.ts', `export { a } from '../data/b.ts';`],
  ['page/a.ts', `export const a = browser.storage;`],
  ['page/a.ts', `export const a = chrome.storage;`],
  ['extension/a.ts', `import { a } from '../page/b.ts';`],
  ['extension/a.ts', `import type { A } from '../recognition/b.ts';`],
  ['extension/a.ts', `import polyfill from 'webextension-polyfill';`],
  ['components/a.tsx', `import { a } from '../page/b.ts';`],
  ['components/a.tsx', `import '../data/b.ts';`],
  ['components/a.tsx', `export * from '../recognition/b.ts';`],
  ['components/card/a.tsx', `import { a } from '../../extension/b.ts';`],
  ['components/a.tsx', `import { browser } from 'wxt/browser';`],
  ['components/a.tsx', `import { story } from 'virtual:story';`],
  ['components/a.tsx', `import { i18n } from '#i18n';`],
  ['components/a.tsx', `import en from '../locales/en.json';`],
  ['components/a.tsx', `import { a } from '../entrypoints/background.ts';`],
  ['entrypoints/background.ts', `import { a } from './content-script.ts';`],
  ['entrypoints/popup/main.tsx', `import { a } from '../background.ts';`],
  ['entrypoints/popup/main.tsx', `import { a } from '../story/main.tsx';`],
  ['page/a.ts', `document.body.innerHTML = '<b>';`],
  ['components/a.tsx', `document.body.insertAdjacentHTML('beforeend', '<b>');`],
  ['entrypoints/popup/a.tsx', `export const a = <b dangerouslySetInnerHTML={{ __html: '' }} />;`],
  ['page/a.ts', `export const a = eval('1');`],
];

const ALLOWED: [file: string, line: string][] = [
  ['recognition/a.ts', `import { a } from './b.ts';`],
  ['data/a.ts', `import { a } from '../recognition/b.ts';`],
  ['data/a.ts', `import { parse } from 'yaml';`],
  ['page/a.ts', `import { a } from '../recognition/b.ts';`],
  ['extension/a.ts', `import { browser } from 'wxt/browser';`],
  ['components/a.tsx', `import type { A } from '../page/b.ts';`],
  ['components/a.tsx', `import type { i18n } from '#i18n';`],
  ['components/card/a.tsx', `import { a } from '../b.tsx';`],
  ['components/a.tsx', `import { useState } from 'preact/hooks';`],
  ['entrypoints/popup/main.tsx', `import { a } from '../../components/b.tsx';`],
  ['entrypoints/popup/main.tsx', `import { a } from './b.tsx';`],
  ['entrypoints/background.ts', `import { a } from '../extension/b.ts';`],
];

let project: string;
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'rooms-'));
  await cp('biome.json', join(project, 'biome.json'));
  await cp('lint', join(project, 'lint'), { recursive: true });
});
afterAll(() => rm(project, { recursive: true }));

/** Lints one line as if it stood in `file`; the names of the rules that refuse it. */
async function refusals(file: string, line: string): Promise<string[]> {
  const path = join(project, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, line);
  const args = [
    'node_modules/@biomejs/biome/bin/biome',
    'lint',
    '--vcs-enabled=false',
    '--reporter=json',
    '--config-path',
    project,
    path,
  ];
  const { stdout } = await run(process.execPath, args).catch((failure: { stdout: string }) => failure);
  await rm(path);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: string; category: string }[] };
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ category }) => category);
}

test.each(REFUSED)('%s may not hold: %s', async (file, line) => {
  expect(await refusals(file, line)).not.toEqual([]);
});

test.each(ALLOWED)('%s may hold: %s', async (file, line) => {
  expect(await refusals(file, line)).toEqual([]);
});
