// The reader's settings: their defaults, and how they are read from a storage that may hold anything.
import type { Stored } from './stored.ts';

const activations = ['news', 'everywhere', 'chosen'] as const;
const densities = ['every', 'first', 'none'] as const;
const triggers = ['hover', 'key', 'click'] as const;
/** In ms; longer would seem broken. */
export const longestDwell = 1000;
const ordinaryDwell = 250; // ms
/** Far above what anybody mutes by hand: only a spoilt storage has more. */
const mostMuted = 1000;

export interface Settings {
  /** Which pages are marked unless a site rule decides: those recognised as news, all, or none. */
  activation: (typeof activations)[number];
  /** Which mentions of a figure are painted, by its kind. */
  density: Record<'person' | 'place' | 'organization', (typeof densities)[number]>;
  /** What opens a card: the pointer resting on a mention, the same with a modifier key held, or a click on it. */
  trigger: (typeof triggers)[number];
  /** How long the pointer must rest on a mention, ms. */
  dwell: number;
  /** Ids of figures never marked. */
  muted: string[];
}

const parsers: { [Key in keyof Settings]: (value: unknown) => Settings[Key] } = {
  activation: (activation) => readActivation({ activation }),
  density: (value) => ({
    person: oneOf(densities, part(value, 'person')) ?? 'every',
    place: oneOf(densities, part(value, 'place')) ?? 'first',
    organization: oneOf(densities, part(value, 'organization')) ?? 'first',
  }),
  trigger: (value) => oneOf(triggers, value) ?? 'hover',
  dwell: (value) =>
    typeof value === 'number' && Number.isFinite(value)
      ? Math.round(Math.min(Math.max(value, 0), longestDwell))
      : ordinaryDwell,
  muted: (value) => (Array.isArray(value) ? [...new Set(value.filter(isFigure))].slice(0, mostMuted) : []),
};

/** Apart from the other settings, for the gate: it needs no more, and is on every page. */
export const readActivation = (stored: Stored): Settings['activation'] =>
  oneOf(activations, stored.activation) ?? 'news';

/** The storage keys of all settings, each its own. */
export const settingKeys = /* @__PURE__ */ Object.keys(parsers) as readonly (keyof Settings)[];

/** The allowed values of each setting, as text. */
export const allowed = (): Readonly<Record<keyof Settings, string>> => ({
  activation: activations.join(', '),
  density: `person, place, organization: ${densities.join(', ')}`,
  trigger: triggers.join(', '),
  dwell: `0–${longestDwell} ms`,
  muted: 'figures',
});

/** The settings in these stored values; a value of the wrong type or out of range counts as its default. */
export function readSettings(stored: Stored): Settings {
  return Object.fromEntries(settingKeys.map((key) => [key, parsers[key](stored[key])])) as unknown as Settings;
}

/** The settings before the reader changes anything. */
export const defaults: Readonly<Settings> = /* @__PURE__ */ readSettings({});

const FIGURE = /^[a-z0-9-]{1,64}(?:\/[a-z0-9-]{1,64}(?: [a-z0-9-]{1,64}\/[a-z0-9-]{1,64}){0,5})?$/;

/**
 * Whether this can tell a figure: `story/figure` in each of a few stories, with spaces between (corrections.ts); or an
 * id alone, as 0.1.0 wrote it.
 */
export function isFigure(value: unknown): value is string {
  return typeof value === 'string' && FIGURE.test(value);
}

/**
 * Turns what one version stored into the form of the next; the first migration goes from version 1 to 2.
 * Returns the changes (undefined removes a key). Values already in the new form stay: the storage may be mixed.
 */
export type Migration = (stored: Stored) => Stored;

/** The oldest first. Append only: a storage counts how many it has been through. */
export const migrations: readonly Migration[] = [];

/** How many migrations a storage has been through, and one. */
export const versionIn = ({ version }: Stored): number =>
  typeof version === 'number' && version >= 1 ? Math.floor(version) : 1;

/** The changes that bring `stored` to the form of this version. Storage of a newer version is left unchanged. */
export function migrate(stored: Stored, steps = migrations): Stored {
  const current = steps.length + 1;
  const version = versionIn(stored);
  if (version > current || stored.version === current) return {};
  const changes: Record<string, unknown> = {};
  for (const step of steps.slice(version - 1)) Object.assign(changes, step({ ...stored, ...changes }));
  return { ...changes, version: current };
}

function oneOf<Choice>(choices: readonly Choice[], value: unknown): Choice | undefined {
  return choices.find((choice) => choice === value);
}

function part(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
