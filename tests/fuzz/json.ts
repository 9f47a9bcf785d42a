// JSON for the fuzz tests: a sound value with parts replaced, removed, renamed or nested.
import fc from 'fast-check';
import { ODD } from './texts.ts';

const KEYS = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', '0', 'length'],
  ...['@type', '@id', '@graph', 'sites', 'settings'],
];

const key = fc.constantFrom(...KEYS);

/** What is put in place of a part. A function is given the part. */
const replacement: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', [], {}, 0, -1, 1e21, 2 ** 53, 0.1, 1767852600, 1767852600000),
  key,
  fc.tuple(fc.constantFrom(...ODD), fc.nat(300)).map(([odd, times]) => odd.repeat(times)),
  fc.constant((part: unknown) => [part]),
  fc.constant((part: unknown) => JSON.stringify(part)),
  key.map((name) => (part: unknown) => ({ [name]: part })),
  fc.nat(40).map((times) => (part: unknown) => Array.from({ length: times }, () => part)),
);

const change = fc.record({
  kind: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'rename', 'nest'),
  place: fc.nat(),
  other: fc.nat(),
  key,
  replacement,
});
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

/** A value as JSON may hold it, with up to so many changes. */
export const mutatedJson = (value: unknown, most: number): fc.Arbitrary<unknown> =>
  fc.array(change, { maxLength: most }).map((changes) => {
    let root = JSON.parse(JSON.stringify(value)) as unknown;
    for (const one of changes) root = changed(root, one);
    return root;
  });

function changed(root: unknown, { kind, place, other, key: name, replacement: instead }: Change): unknown {
  const replaced = (part: unknown) => (typeof instead === 'function' ? instead(part) : instead);
  const places = placesIn(root);
  if (places.length === 0) return replaced(root);
  const [holder, at] = places[place % places.length]!;
  if (kind === 'remove') delete holder[at];
  else if (kind === 'rename' && !Array.isArray(holder)) define(holder, name, holder[at]);
  else if (kind === 'nest') define(holder, at, places[other % places.length]![0]);
  else define(holder, at, replaced(holder[at]));
  // What now hangs in itself is cut.
  return JSON.parse(withoutCycles(root)) as unknown;
}

/** Every part of a value: what holds it, and under which key. */
function placesIn(value: unknown, depth = 0): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null || depth > 30) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((at) => [[holder, at], ...placesIn(holder[at], depth + 1)]);
}

/** Sets a key as JSON does, `__proto__` too. */
const define = (holder: object, at: string, value: unknown) =>
  Object.defineProperty(holder, at, { value, enumerable: true, configurable: true, writable: true });

function withoutCycles(value: unknown): string {
  const above: unknown[] = [];
  return (
    JSON.stringify(value, function (this: unknown, _key, one: unknown) {
      while (above.length > 0 && above.at(-1) !== this) above.pop();
      if (typeof one !== 'object' || one === null) return one;
      if (above.includes(one) || above.length > 40) return null;
      above.push(one);
      return one;
    }) ?? 'null'
  );
}
