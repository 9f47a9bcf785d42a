// The JSON Schema of stories is that of the format as it is now.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { JSON_SCHEMA_FILE, storyJsonSchema } from '../../scripts/dataset/json-schema.ts';

test('is up to date: else run `npm run schema`', () => {
  expect(readFileSync(JSON_SCHEMA_FILE, 'utf8')).toBe(storyJsonSchema());
});
