// THIRD-PARTY.txt of each build: the licences of all code in it that others wrote. Vite notes them for each part of the
// extension that it bundles (`build.license`); when all parts are built, the notes become one file.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'wxt';

/** A package of which code is bundled, as Vite notes it. */
interface Note {
  name: string;
  version: string;
  /** SPDX identifier. */
  identifier?: string;
  /** Absent where the package is published without it. */
  text?: string | undefined;
}

/** Folder of the notes within a build, while it is made. */
const NOTES = 'licences';

const HEAD = `Dramatis carries code of the packages below, unchanged but for being minified. The list of public suffixes inside
tldts is Mozilla's (https://publicsuffix.org, MPL-2.0).`;

/** Whose helpers are bundled as well. Vite does not note them: they are modules without a file. */
const BUNDLERS = ['rolldown', 'vite'];

/** Packages that are published without their licence's text, and the one of the same repository that has it. */
const SAME_REPOSITORY: Record<string, string> = {
  wxt: '@wxt-dev/webextension-polyfill',
  '@wxt-dev/browser': '@wxt-dev/webextension-polyfill',
  '@wxt-dev/i18n': '@wxt-dev/webextension-polyfill',
};

export const licenceHooks: NonNullable<UserConfig['hooks']> = {
  'vite:build:extendConfig': ([part], { mode, build }) => {
    if (mode === 'production' && part && build) build.license = { fileName: `${NOTES}/${part.name}.json` };
  },
  'build:done': ({ config }, { steps }) => {
    const folder = join(config.outDir, NOTES);
    if (!existsSync(folder)) return; // development
    const notes = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Note[]);
    rmSync(folder, { recursive: true });
    for (const step of steps) step.chunks = step.chunks.filter(({ fileName }) => !fileName.startsWith(`${NOTES}/`));
    writeFileSync(join(config.outDir, 'THIRD-PARTY.txt'), thirdParty(notes));
  },
};

/** The file's text: every package once, by name. @throws Error for a licence whose text is not known */
function thirdParty(notes: Note[]): string {
  const byName = new Map([...notes, ...BUNDLERS.map(noteOf)].map((note) => [note.name, note]));
  const parts = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(describe);
  // Drafting's lists of names are other people's work too.
  const lists = readFileSync(new URL('../data/names/NOTICES.txt', import.meta.url), 'utf8').trim();
  return [HEAD, ...parts, lists].join(`\n\n${'─'.repeat(72)}\n\n`).concat('\n');
}

function describe({ name, version, identifier, text = textOf(SAME_REPOSITORY[name]) }: Note): string {
  if (!text || !identifier)
    throw new Error(`${name} is bundled without its licence: scripts/licences.ts must know where the text is.`);
  const source = `https://www.npmjs.com/package/${name}/v/${version}`;
  return `${name} ${version} (${identifier})\nSource: ${source}\n\n${text.replaceAll('\r', '').trim()}`;
}

function noteOf(name: string): Note {
  const { version, license } = JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'));
  return { name, version, identifier: license, text: textOf(name) };
}

function textOf(name: string | undefined): string | undefined {
  const file = name && readdirSync(folderOf(name)).find((one) => /^licen[cs]e/i.test(one));
  if (!name || !file) return;
  // What Vite bundles into itself is not in what it bundles for us.
  return readFileSync(join(folderOf(name), file), 'utf8').split('\n# Licenses of bundled dependencies')[0];
}

const folderOf = (name: string) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
