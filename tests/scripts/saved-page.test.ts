// Saved pages as our server answers them, and files that are named on the command line.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSavedPage } from '../../scripts/saved-page.mjs';
import { readGiven, Trouble } from '../../scripts/setup.mjs';

let folder: string;
const before = process.env.INIT_CWD;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dramatis-'));
  process.env.INIT_CWD = folder;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  if (before === undefined) delete process.env.INIT_CWD;
  else process.env.INIT_CWD = before;
});

test('a page that is no UTF-8 keeps its bytes, and its browser finds out what it is', () => {
  const bytes = Buffer.from('<meta charset="iso-8859-1"><p>Nicolás', 'latin1');
  writeFileSync(join(folder, 'old.html'), bytes);
  const { body, headers } = readSavedPage('old.html');
  expect(body).toEqual(bytes);
  expect(headers?.['content-type']).toBe('text/html');
});

test('a page gets a style behind its own text, with a head or without', () => {
  writeFileSync(join(folder, 'page.html.gz'), gzipSync('<!doctype html><p>Nicolás'));
  const { body, headers } = readSavedPage('page.html.gz', 'p { color: red }');
  expect(String(body)).toBe('<!doctype html><p>Nicolás\n<style>p { color: red }</style>');
  expect(headers?.['content-type']).toBe('text/html; charset=utf-8');
});

test('files are looked for where the command was called, and what is none is told', () => {
  mkdirSync(join(folder, 'stories'));
  writeFileSync(join(folder, 'stories', 'a.json'), '{}');
  expect(readGiven('stories/a.json')).toBe('{}');
  expect(() => readGiven('a.json')).toThrow(new Trouble('There is no file a.json.'));
  expect(() => readGiven('stories')).toThrow(new Trouble('stories is a folder. Name a file in it.'));
});
