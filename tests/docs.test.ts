// What the documents point to is there: files by their links and by their names, and commands by theirs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const made = ['node_modules', '.output', '.wxt', '.git', '.browsers'];
/** Every file and folder of the project, by its path from the root. */
const files = (readdirSync('.', { withFileTypes: true }) as { name: string; isDirectory(): boolean }[]).flatMap(
  (entry) => {
    if (made.includes(entry.name)) return [];
    if (!entry.isDirectory()) return [entry.name];
    const inside = readdirSync(entry.name, { recursive: true }) as string[];
    return [entry.name, ...inside.map((file) => join(entry.name, file))];
  },
);
const documents = files.filter((file) => file.endsWith('.md'));

/** Named in documents, and made by a build or by the reader of the document. */
const notHere = /^(?:\.output|THIRD-PARTY\.txt$|manifest\.json$|article\.txt$)/;
const path = /^(?!\/)[\w.<>/-]+$/;
const extension = /\.(?:tsx?|mjs|jsonc?|ya?ml|md|css|html|grit|txt)$/;

/** Paths in backticks: with a slash or a known extension; `<code>` stands for any name. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, words = '']) => words)
    .filter((words) => path.test(words) && (words.includes('/') || extension.test(words)) && !notHere.test(words));

/** Whether a file or a folder has this path, from the root or inside the document's folder; tests without extension. */
function isThere(name: string, document: string): boolean {
  const pattern = name
    .replace(/\/$/, '')
    .replace(/[.-]/g, '\\$&')
    .replace(/<[^>]*>/g, '[^/]+');
  const room = dirname(document) === '.' ? '' : `${dirname(document)}/`;
  const end = String.raw`(?:\.test\.tsx?)?$`;
  const fromRoot = new RegExp(`^${pattern}${end}`);
  const inside = new RegExp(`^${room}(?:.*/)?${pattern}${end}`);
  return files.some((file) => fromRoot.test(file) || inside.test(file));
}

test.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(join(dirname(document), link)))).toEqual([]);
  expect(pathsIn(text).filter((name) => !isThere(name, document))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commands = [...text.matchAll(/\bnpm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('a name that leads nowhere is noticed', () => {
  const text = '`page/news/judge.ts`, `no-such-file.ts`, `page/no-folder/`, `data/languages/<code>.yaml`, `some words`';
  expect(pathsIn(text).filter((name) => !isThere(name, 'README.md'))).toEqual(['no-such-file.ts', 'page/no-folder/']);
});

test('the README links to all of them', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(
    documents.filter((name) => !name.includes('/') && name !== 'README.md' && !readme.includes(`](${name})`)),
  ).toEqual([]);
});
