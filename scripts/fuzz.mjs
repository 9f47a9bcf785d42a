// @ts-check
// The fuzz tests, which `npm test` runs quickly and always alike, for longer and with another seed. What fast-check
// finds it shrinks; the same seed and times find it again.
//   npm run fuzz -- [--times 20] [--seed 1] [room, such as recognition, or e2e]
import { parseArgs } from 'node:util';
import { browsersFor } from './browsers.mjs';
import { installPackages, root, run, runMain, runPackage, Trouble } from './setup.mjs';

const PROJECTS = ['pure', 'dom', 'page', 'e2e-chromium', 'e2e-firefox'];

runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { times: { type: 'string', default: '20' }, seed: { type: 'string', default: `${Date.now() % 1e9}` } },
  });
  const { times, seed } = values;
  if (!(Number(times) > 0) || !Number.isInteger(Number(seed))) throw new Trouble('--times and --seed take numbers.');
  const [room = ''] = positionals;
  await installPackages();
  if (!room || room === 'e2e') {
    await browsersFor(['chromium', 'firefox']);
    const build = [`${root}scripts/build.mjs`, 'chrome', 'firefox'];
    if (!(await run(process.execPath, build))) throw new Trouble('The extension could not be built.');
  }
  console.log(`${times} times, seed ${seed}`);
  const passed = await runPackage(
    'vitest/vitest.mjs',
    ['run', ...PROJECTS.map((project) => `--project=${project}`), '--retry=0', `${room}/fuzz.test.ts`],
    { env: { FUZZ_TIMES: times, FUZZ_SEED: seed } },
  );
  if (!passed) throw new Trouble('What was found becomes a test and a fix.');
});
