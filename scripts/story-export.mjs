// @ts-check
// Writes a story of data/stories as a file, as readers share them; under another id it can be imported beside it.
//   npm run story:export -- [id] [--as other-id] [--out file.json]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { givenPath, root, runMain, Trouble } from './setup.mjs';
import { load } from './typescript.mjs';

runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string' }, out: { type: 'string' } },
  });
  const [folder] = positionals;
  if (folder !== undefined && !existsSync(join(root, 'data/stories', folder)))
    throw new Trouble(`data/stories has no folder ${folder}.`);
  const { loadStoryFile } = /** @type {typeof import('./dataset/load.ts')} */ (await load('scripts/dataset/load.ts'));
  const { checkStory } = /** @type {typeof import('../stories/check-story.ts')} */ (
    await load('stories/check-story.ts')
  );
  const { writeStoryFile } = /** @type {typeof import('../stories/story-file.ts')} */ (
    await load('stories/story-file.ts')
  );

  const story = loadStoryFile(root, folder === undefined ? undefined : `data/stories/${folder}`);
  const exported = checkStory({ ...story, id: values.as ?? story.id }, 'the story');
  const out = values.out ? givenPath(values.out) : join(root, '.output', `${exported.id}.dramatis.json`);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, writeStoryFile(exported, { share: false }));
  console.log(relative(givenPath('.'), out));
});
