// `npm run hostile` takes guards out by text: where code has moved on, this tells at once, and not only the next long run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { GUARDS } from '../e2e/hostile/guards.mjs';

test.each(GUARDS)('the guard $name stands where it is looked for', ({ changes }) => {
  for (const [file, text, instead] of changes) {
    expect(readFileSync(join(root, file), 'utf8').split(text)).toHaveLength(2);
    expect(instead).not.toBe(text);
  }
});
