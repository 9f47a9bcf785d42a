// Which browser `npm run dev` opens. Without a display it only builds and watches.
import { defineWebExtConfig } from 'wxt';
import { findBrowsers } from './scripts/browsers.mjs';

const browsers = await findBrowsers();
const chromium = browsers.find(({ engine }) => engine === 'chromium')?.path;
const firefox = browsers.find(({ engine }) => engine === 'firefox')?.path;
const asRoot = process.getuid?.() === 0;

export default defineWebExtConfig({
  disabled: process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY,
  binaries: { ...(chromium && { chrome: chromium }), ...(firefox && { firefox }) },
  chromiumArgs: asRoot ? ['--no-sandbox', '--disable-gpu'] : [],
});
