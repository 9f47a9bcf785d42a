// A list of thousands of names: all of them are found, and the prefilter stays a pattern that engines optimise.
import { expect, it } from 'vitest';
import { openPrefilters } from '../../recognition/prefilters.ts';
import { createRecogniser } from '../../recognition/recognise.ts';
import { compileGazetteer, type GazetteerParts, gazetteerOf } from '../../stories/gazetteer.ts';
import type { LanguageFile } from '../../stories/language.ts';

const OPTIMISED = 20 * 1024; // characters: V8's kRegExpTooLargeToOptimize
const LANGUAGES: LanguageFile[] = [
  { language: 'en', source: ['made up'], nationality: { PL: ['Placean(|s)'] } },
  { language: 'pl', source: ['made up'], inflection: [{ ending: 'a', tails: ['y', 'ę'] }] },
];

/**
 * Names of three letters by the number's digits each: "Bacada", "Bacade", … Every third has a second word, some have
 * accents.
 */
function namesOf(count: number): string[] {
  const consonants = 'bcdfghjklmnprstvwz';
  const vowels = 'aeiouáö';
  return Array.from({ length: count }, (_, at) => {
    let [rest, name] = [at * 7919 + 12345, ''];
    for (let times = 0; times < 4; times++) {
      name += (consonants[rest % consonants.length] ?? '') + (vowels[Math.floor(rest / 18) % vowels.length] ?? '');
      rest = Math.floor(rest / 126) + at;
    }
    return name.charAt(0).toUpperCase() + name.slice(1) + (at % 3 === 0 ? ' Bay' : '');
  });
}

const compile = (aliases: readonly string[]): GazetteerParts =>
  compileGazetteer({
    figures: [{ id: 'place', kind: 'place', iso: 'PL', names: { aliases: [...aliases] } }],
    languages: LANGUAGES,
  });
const names = [...new Set(namesOf(10_000))];
const long = compile(names);
const recogniser = createRecogniser(gazetteerOf(long), 'en');
const prefilterOf = (parts: GazetteerParts) =>
  (JSON.parse(parts.en ?? '') as { prefilter: [string, string] }).prefilter[0];

it('finds every one of ten thousand names, whole and alone', () => {
  expect(names.length).toBeGreaterThan(8000);
  const missed = names.filter((name) => {
    const text = `Today in ${name} and Others they met.`;
    const found = recogniser.read({ text, lang: null });
    return found.length !== 1 || text.slice(found[0]?.start, found[0]?.end) !== name;
  });
  expect(missed).toEqual([]);
});

it('finds names in capitals, without their accents, decomposed and with a soft hyphen inside', () => {
  const found = (text: string) => recogniser.read({ text, lang: null }).length;
  for (const name of names.filter((_, at) => at % 50 === 0)) {
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
    for (const form of [name.toUpperCase(), plain, name.normalize('NFD'), `${name.slice(0, 2)}\u00AD${name.slice(2)}`])
      expect([form, found(`They saw ${form} there.`)]).toEqual([form, 1]);
  }
});

it('passes over words that begin like one of the names', () => {
  expect(recogniser.read({ text: 'Bacadabra Becalmed Officials and Placebos', lang: null })).toEqual([]);
});

it('looks for fewer letters the longer the list is, so that the prefilter stays small', () => {
  expect(prefilterOf(compile(['Trumpington', 'White Hart']))).toContain('rumpi)');
  for (const parts of [compile(namesOf(1000)), long]) {
    const prefilter = prefilterOf(parts);
    expect(prefilter.length).toBeLessThan(OPTIMISED);
    expect(() => new RegExp(prefilter)).not.toThrow();
  }
});

it('finds an abbreviation of one letter after another where pages join their texts', () => {
  const parts = compile([...names, 'U.S.']);
  const prefilter = openPrefilters(createRecogniser(gazetteerOf(parts), 'en').prefilters);
  // Of so long a list the prefilter looks for few letters only, and finds other places too.
  expect(prefilter.next('WorldU.S.Politics', 1)).toBe('World'.length);
});
