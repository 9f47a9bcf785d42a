// The zips of a release: the same bytes from the same files, whenever, wherever and in whatever order they were
// written.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { zipOf } from '../../scripts/archive.mjs';

const FILES: [string, string][] = [
  ['manifest.json', '{}'],
  ['icon/16.png', '\u0000'],
  ['_locales/es/messages.json', '{"a": "ñ"}'],
];
const folders: string[] = [];

function write(files: readonly [string, string][], year: number): string {
  const folder = mkdtempSync(join(tmpdir(), `archive-${year}-`));
  folders.push(folder);
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), year, year);
  }
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
});

test('the same bytes in another folder, at another time, in another order and another time zone', () => {
  const here = zipOf(write(FILES, 1_000_000_000));
  vi.stubEnv('TZ', 'Pacific/Kiritimati');
  expect(Buffer.from(zipOf(write([...FILES].reverse(), 1_700_000_000))).equals(Buffer.from(here))).toBe(true);
});

test('holds every file with its contents, or those that are named', () => {
  const folder = write(FILES, 1_000_000_000);
  const texts = Object.entries(unzipSync(zipOf(folder))).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  expect(texts).toEqual([...FILES].sort());
  expect(Object.keys(unzipSync(zipOf(folder, ['manifest.json'])))).toEqual(['manifest.json']);
});
