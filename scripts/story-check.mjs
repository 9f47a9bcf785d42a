// @ts-check
// Checks story files as the extension does when it imports them, and says what is wrong or what is in them.
//   npm run story:check -- <file.json> …
import { basename } from 'node:path';
import { readGiven, root, runMain, Trouble } from './setup.mjs';
import { load } from './typescript.mjs';

runMain(async () => {
  const paths = process.argv.slice(2);
  if (paths.length === 0) throw new Trouble('Name a story: npm run story:check -- <file.json>');
  const { loadCommonWords } = /** @type {typeof import('./dataset/load.ts')} */ (await load('scripts/dataset/load.ts'));
  const { readStoryFile } = /** @type {typeof import('../stories/story-file.ts')} */ (
    await load('stories/story-file.ts')
  );
  const { faultText } = /** @type {typeof import('../stories/faults.ts')} */ (await load('stories/faults.ts'));

  const common = loadCommonWords(root);
  let faulty = 0;
  for (const path of paths) {
    const text = readGiven(path);
    try {
      const { story, notes } = readStoryFile(text, basename(path), common);
      for (const note of notes) console.log(`  ${faultText(note)}`);
      const { id, figures, statements, sources, languages } = story;
      const counts = [
        `${figures.length} figures`,
        `${statements.length} statements`,
        `${sources.length} sources`,
        `names in ${['its own spelling', ...Object.keys(languages)].join(', ')}`,
      ];
      console.log(`✓ ${id}: ${counts.join(', ')}`);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'Faults') throw error;
      console.log(`✗ ${error.message}`);
      faulty++;
    }
  }
  if (faulty > 0) throw new Trouble('docs/story-format.md explains each field.');
});
