// @ts-check
// Lines of prose that are too long: in documents and in comments, which the formatter leaves as they are.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const LONGEST = 120;

/** What may be long: a row of a table cannot be wrapped, nor a note to the linter. */
const UNBREAKABLE = /^\s*(?:\||\/\/ biome-ignore|\{?\/\* biome-ignore)/;
/** @type {[files: RegExp, prose: RegExp][]} */
const PROSE = [
  [/\.md$/, /./],
  [/\.(?:tsx?|mjs|css|grit)$/, /^\s*(?:\{?\/\*|\/\/|\*)/],
];

/** Each as `file:line`. Only files that git knows or would add; none where there is no git. */
export function tooLongLines() {
  const asked = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = existsSync(join(root, '.git')) ? execFileSync('git', asked, { cwd: root }).toString().split('\0') : [];
  return files.flatMap((file) => {
    const prose = PROSE.find(([files]) => files.test(file))?.[1];
    if (!prose || !existsSync(join(root, file))) return [];
    return readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, at) =>
        line.length > LONGEST && prose.test(line) && !UNBREAKABLE.test(line) ? `${file}:${at + 1}` : [],
      );
  });
}
