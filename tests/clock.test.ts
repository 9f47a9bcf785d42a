// Clocks are set, jump with time zones and stand still in sleep: what waits or measures asks the browser's own steady
// clock.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the clock is read only to reject future dates of pages, and to name an export', () => {
  const asking = ['recognition', 'page', 'components', 'extension', 'entrypoints'].flatMap((room) =>
    (readdirSync(room, { recursive: true }) as string[])
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(room, file))
      .filter((file) => /\bDate\.now\b|\bDate\(\)/.test(readFileSync(file, 'utf8'))),
  );
  expect(asking.sort()).toEqual([join('entrypoints', 'options', 'main.tsx'), join('page', 'date.ts')]);
});
