// @ts-check
// Writes the JSON Schema of story files into docs/, anew after each change of stories/format.ts.
//   npm run schema
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runMain } from './setup.mjs';
import { load } from './typescript.mjs';

runMain(async () => {
  const { JSON_SCHEMA_FILE, storyJsonSchema } = /** @type {typeof import('./dataset/json-schema.ts')} */ (
    await load('scripts/dataset/json-schema.ts')
  );
  writeFileSync(join(root, JSON_SCHEMA_FILE), storyJsonSchema());
  console.log(JSON_SCHEMA_FILE);
});
