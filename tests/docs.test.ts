// What the documents point to is there: files by their links, and commands by their names.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const made = ['node_modules', '.output', '.wxt', '.git', '.browsers'];
const documents = (readdirSync('.', { withFileTypes: true }) as { name: string; isDirectory(): boolean }[]).flatMap(
  (entry) => {
    if (!entry.isDirectory()) return entry.name.endsWith('.md') ? [entry.name] : [];
    if (made.includes(entry.name)) return [];
    const files = readdirSync(entry.name, { recursive: true }) as string[];
    return files.filter((file) => file.endsWith('.md')).map((file) => join(entry.name, file));
  },
);

test.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(join(dirname(document), link)))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commands = [...text.matchAll(/\bnpm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('the README links to all of them', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(
    documents.filter((name) => !name.includes('/') && name !== 'README.md' && !readme.includes(`](${name})`)),
  ).toEqual([]);
});
