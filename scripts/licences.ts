// The licences of what others wrote and the extension carries, gathered from the code that is really bundled.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Packages that are published without their licence's text, and the one of the same repository that has it. */
const SAME_REPOSITORY: Record<string, string> = {
  wxt: '@wxt-dev/webextension-polyfill',
  '@wxt-dev/browser': '@wxt-dev/webextension-polyfill',
  '@wxt-dev/i18n': '@wxt-dev/webextension-polyfill',
};

const HEAD = `Dramatis carries code of the packages below, unchanged but for being minified. The list of public suffixes inside
tldts is Mozilla's (https://publicsuffix.org, MPL-2.0).`;

/** A Vite plugin that notes every package of which code comes into a bundle, and the text that names them all. */
export function createLicences(): { plugin: Plugin; text(): string } {
  const names = new Set<string>();
  return {
    plugin: {
      name: 'licences',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle))
          for (const id of chunk.type === 'chunk' ? chunk.moduleIds : []) {
            const name = packageOf(id);
            if (name) names.add(name);
          }
      },
    },
    text: () => [HEAD, ...[...names].sort().map(describe)].join(`\n\n${'─'.repeat(72)}\n\n`).concat('\n'),
  };
}

/** The package that a module belongs to. The bundler's own helpers are modules without a file, named after it. */
function packageOf(id: string): string | undefined {
  const path = id.replaceAll('\\', '/');
  return (/^\0(vite|rolldown)\//.exec(path) ?? /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path))?.[1];
}

function describe(name: string): string {
  const { version, license, repository } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
  const place = join(modules, SAME_REPOSITORY[name] ?? name);
  const file = readdirSync(place).find((one) => /^(licen[cs]e|copying)/i.test(one));
  if (!file)
    throw new Error(`${name} is bundled without its licence: scripts/licences.ts must know where the text is.`);
  const source = String(repository?.url ?? repository).replace(/^.*github\.com[/:]|\.git$/g, '');
  // What Vite bundles into itself is not in what it bundles for us.
  const [text = ''] = readFileSync(join(place, file), 'utf8')
    .replaceAll('\r', '')
    .split('\n# Licenses of bundled dependencies');
  return `${name} ${version} (${license})\nSource: https://github.com/${source}\n\n${text.trim()}`;
}
