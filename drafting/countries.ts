// The names of countries and continents in a language: of the browser's own, and of data/names.
import { foldText } from '../recognition/fold.ts';

/** Continents, and countries that not every browser knows, folded, with their codes: UN M49, ISO 3166. */
export const regionsIn = (listed = ''): [name: string, code: string][] =>
  listed
    .split('|')
    .filter(Boolean)
    .map((pair) => [placeKey(pair.slice(pair.indexOf('=') + 1)), pair.slice(0, pair.indexOf('='))]);

/** Countries in a language, long and short ("United States", "US"), folded, with their codes (ISO 3166). */
export function countriesOf(code: string): [name: string, code: string][] {
  const found: [string, string][] = [];
  try {
    for (const style of ['long', 'short'] as const) {
      const display = new Intl.DisplayNames(code, { type: 'region', style, fallback: 'none' });
      for (const region of regionCodes()) {
        const name = display.of(region);
        if (name) for (const one of [name, name.replace(/\s*\(.*\)$/, '')]) found.push([placeKey(one), region]);
      }
    }
  } catch {
    // A language that the browser does not know has no names for countries.
  }
  return found;
}

/** As places are looked up: folded, without full stops. */
const placeKey = (name: string): string => foldText(name).replaceAll('.', '');

/** All pairs of capitals: those that are no country have no name. */
function regionCodes(): string[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return [...letters]
    .flatMap((a) => [...letters].map((b) => a + b))
    .filter((code) => !/^[X-Z][A-Z]$/.test(code) || /^(?:YE|YT|ZA|ZM|ZW|XK)$/.test(code))
    .filter((code) => !/^(?:EU|EZ|UN|QO)$/.test(code));
}
