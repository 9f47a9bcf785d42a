// Serves the gallery: `npm run gallery`.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { storyPlugin } from '../../scripts/dataset/plugin.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  plugins: [storyPlugin()],
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite/gallery', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { host: '127.0.0.1', port: 5199, fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
});
