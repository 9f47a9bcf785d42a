// Who may import whom, and what no room may do: the linter's rules, proven on lines that it must refuse.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);

const REFUSED: [file: string, line: string][] = [
  ['recognition/a.ts', `import { a } from '../page/b.ts';`],
  ['recognition/a.ts', `import type { A } from '../stories/b.ts';`],
  ['recognition/a.ts', `import fuse from 'fuse.js';`],
  ['stories/a.ts', `import { a } from '../page/b.ts';`],
  ['stories/a.ts', `import type { A } from '../components/b.tsx';`],
  ['stories/a.ts', `import { browser } from 'wxt/browser';`],
  ['stories/a.ts', `import { parse } from 'yaml';`],
  ['stories/a.ts', `import { readFileSync } from 'node:fs';`],
  ['stories/a.ts', `import { a } from '../scripts/dataset/load.ts';`],
  ['stories/a.ts', `import a from '../data/names/other.json' with { type: 'json' };`],
  ['drafting/a.ts', `import { a } from '../page/b.ts';`],
  ['drafting/a.ts', `import * as v from 'valibot';`],
  ['drafting/a.ts', `import { a } from '../scripts/dataset/load.ts';`],
  ['drafting/a.ts', `export const a = Date.now();`],
  ['stories/a.ts', `import { a } from '../drafting/b.ts';`],
  ['page/a.ts', `import { a } from '../drafting/b.ts';`],
  ['page/a.ts', `import { h } from 'preact';`],
  ['page/a.ts', `import { a } from '../components/b.tsx';`],
  ['page/a.ts', `import { a } from '../extension/settings.ts';`],
  ['page/a.ts', `import { browser } from 'wxt/browser';`],
  ['page/a.ts', `export { a } from '../stories/b.ts';`],
  ['page/text/a.ts', `import { a } from '../../extension/b.ts';`],
  ['page/text/a.ts', `import { a } from '../../stories/b.ts';`],
  ['page/text/a.ts', `import { h } from 'preact';`],
  ['page/a.ts', `export const a = browser.storage;`],
  ['page/a.ts', `export const a = chrome.storage;`],
  ['extension/a.ts', `import { a } from '../page/b.ts';`],
  ['extension/a.ts', `import type { A } from '../recognition/b.ts';`],
  ['extension/a.ts', `import { a } from '../stories/b.ts';`],
  ['extension/a.ts', `import polyfill from 'webextension-polyfill';`],
  ['components/a.tsx', `import { a } from '../page/b.ts';`],
  ['components/a.tsx', `import { compileGazetteer } from '../stories/gazetteer.ts';`],
  ['components/a.tsx', `import { StorySchema } from '../stories/format.ts';`],
  ['components/a.tsx', `export * from '../recognition/b.ts';`],
  ['components/card/a.tsx', `import { a } from '../../extension/b.ts';`],
  ['components/a.tsx', `import { browser } from 'wxt/browser';`],
  ['components/a.tsx', `import { story } from 'virtual:story';`],
  ['components/a.tsx', `import { i18n } from '#i18n';`],
  ['components/a.tsx', `import en from '../locales/en.json';`],
  ['components/a.tsx', `import { a } from '../entrypoints/background.ts';`],
  ['entrypoints/a.ts', `import { a } from './background.ts';`],
  ['entrypoints/popup/a.tsx', `import { a } from '../background.ts';`],
  ['entrypoints/popup/a.tsx', `import { a } from '../story/main.tsx';`],
  ['page/a.ts', `document.body.innerHTML = '<b>';`],
  ['components/a.tsx', `document.body.insertAdjacentHTML('beforeend', '<b>');`],
  ['entrypoints/popup/a.tsx', `export const a = <b dangerouslySetInnerHTML={{ __html: '' }} />;`],
  ['page/a.ts', `document.body['innerHTML'] = '<b>';`],
  ['page/a.ts', `document.write('<b>');`],
  ['extension/a.ts', `export const a = new DOMParser().parseFromString('<b>', 'text/html');`],
  ['components/a.tsx', `export const a = <b innerHTML="<i>" />;`],
  ['components/a.tsx', `export const a = <iframe title="a" srcdoc="<i>" />;`],
  ['page/a.ts', `export const a = eval('1');`],
  ['recognition/a.ts', `export const a = new Function('return 1');`],
  ['extension/a.ts', `setTimeout('a()', 1);`],
  ['entrypoints/a.ts', `export const a = await import('https://example.com/a.js');`],
  ['entrypoints/a.ts', `importScripts('https://example.com/a.js');`],
  ['page/a.ts', `export const a = Date.now();`],
  ['extension/a.ts', `export const a = new Date().getTime();`],
];

const ALLOWED: [file: string, line: string][] = [
  ['recognition/a.ts', `import { a } from './b.ts';`],
  ['stories/a.ts', `import { a } from '../recognition/b.ts';`],
  ['stories/a.ts', `import * as v from 'valibot';`],
  ['drafting/a.ts', `import { a } from '../stories/b.ts';`],
  ['drafting/a.ts', `import { a } from '../recognition/b.ts';`],
  ['page/a.ts', `import { a } from '../recognition/b.ts';`],
  ['page/a.ts', `import { a } from './text/b.ts';`],
  ['page/text/a.ts', `import { a } from '../../recognition/b.ts';`],
  ['page/text/a.ts', `import { a } from '../paint/b.ts';`],
  ['page/article/a.ts', `import { Readability } from '@mozilla/readability';`],
  ['extension/a.ts', `import { browser } from 'wxt/browser';`],
  ['extension/a.ts', `import type { Story } from '../stories/format.ts';`],
  ['components/a.tsx', `import type { A } from '../page/b.ts';`],
  ['components/a.tsx', `import { shortName } from '../stories/story.ts';`],
  ['components/a.tsx', `import type { Story } from '../stories/format.ts';`],
  ['components/card/a.tsx', `import { cardContent } from '../../stories/card-content.ts';`],
  ['components/a.tsx', `import type { i18n } from '#i18n';`],
  ['components/card/a.tsx', `import { a } from '../b.tsx';`],
  ['components/a.tsx', `import { useState } from 'preact/hooks';`],
  ['entrypoints/popup/a.tsx', `import { a } from '../../components/b.tsx';`],
  ['entrypoints/popup/a.tsx', `import { a } from './b.tsx';`],
  ['entrypoints/a.ts', `import { a } from '../extension/b.ts';`],
  ['page/date/date-finder.ts', `export const a = Date.now();`],
  ['extension/a.ts', `export const a = new Date(0).getTime();`],
];

/** The rules that refuse each line, by the path of the file that holds it. */
let refusals: Map<string, string[]>;

/** Where the line of a case stands: a file of its own, in the folder that the case names. */
const placeOf = (file: string, line: string) => {
  const number = [...REFUSED, ...ALLOWED].findIndex((one) => one[0] === file && one[1] === line);
  return file.replace('a.ts', `a${number}.ts`);
};

beforeAll(async () => {
  const project = await mkdtemp(join(tmpdir(), 'rooms-'));
  await cp('biome.jsonc', join(project, 'biome.jsonc'));
  await cp('lint', join(project, 'lint'), { recursive: true });
  for (const [file, line] of [...REFUSED, ...ALLOWED]) {
    const path = join(project, placeOf(file, line));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, line);
  }
  const biome = resolve('node_modules/@biomejs/biome/bin/biome');
  const { stdout } = await run(
    process.execPath,
    [biome, 'lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'],
    { cwd: project },
  ).catch((failure: { stdout: string }) => failure);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { severity: string; category: string; location: { path: string } }[];
  };
  refusals = new Map();
  for (const { severity, category, location } of diagnostics) {
    if (severity !== 'error') continue;
    const path = location.path.replaceAll('\\', '/');
    refusals.set(path, [...(refusals.get(path) ?? []), category]);
  }
  await rm(project, { recursive: true });
});

test.each(REFUSED)('%s may not hold: %s', (file, line) => {
  expect(refusals.get(placeOf(file, line)) ?? []).not.toEqual([]);
});

test.each(ALLOWED)('%s may hold: %s', (file, line) => {
  expect(refusals.get(placeOf(file, line)) ?? []).toEqual([]);
});
