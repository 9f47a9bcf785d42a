// Writes what the reader changes: settings, muted figures, a site's switch. Apart from settings.ts and sites.ts,
// which only interpret stored values: every page's gate needs those, and must not carry the browser's API.
import type { Outcome } from './outcome.ts';
import { isRecord, migrate, migrations, readSettings, type Settings, versionIn } from './settings.ts';
import { decide, readRule, ruleKey, ruleKeys } from './sites.ts';
import { amend, amendAll, read, write } from './stored.ts';

/** Writes settings. Figures are muted one by one, by `mute`. */
export async function changeSettings({
  density,
  ...changes
}: Partial<Omit<Settings, 'muted'>>): Promise<Outcome<void>> {
  const done = await write(changes);
  if (!done.ok || !density) return done;
  // Keeps what a newer version has added to the value, here and below.
  return amend('density', (value) => ({ ...(isRecord(value) && value), ...density }));
}

/** Mutes a figure, or marks it again. Only in the extension's own contexts. */
export function mute(figure: string, muted = true): Promise<Outcome<void>> {
  return amend('muted', (value) => {
    const others = Array.isArray(value) ? value.filter((one) => one !== figure) : [];
    return muted ? [...others, figure] : others;
  });
}

/** Whether a migration is due: this version is the first of its form here, or an earlier background was ended. */
export async function isMigrationDue(steps = migrations): Promise<boolean> {
  const stored = await read(['version']);
  return stored.ok && versionIn(stored.value) <= steps.length;
}

/** Runs the migrations that this storage needs. Writes the version last, so that interrupted ones run again. */
export async function migrateStorage(steps = migrations): Promise<Outcome<void>> {
  let reached: unknown;
  const done = await amendAll(null, (stored) => {
    const { version, ...changes } = migrate(stored, steps);
    reached = version;
    return changes;
  });
  if (!done.ok) return done;
  return reached === undefined ? { ok: true, value: undefined } : write({ version: reached });
}

/**
 * Turns a site's switch. Switching on restores what was before the site was switched off: a rule `on` is written
 * only where this page would not be marked without it. Otherwise a newspaper that is switched off and on again
 * would have all its pages marked, news or not.
 * @param news whether the page in front of the reader is news
 */
export async function switchSite(domain: string, on: boolean, news: boolean): Promise<Outcome<void>> {
  const stored = await read(['activation', ...ruleKeys(domain)]);
  if (!stored.ok) return stored;
  const { activation } = readSettings(stored.value);
  const rule = readRule({ ...stored.value, [ruleKey(domain)]: undefined }, domain);
  const marked = decide({ activation, rule }, news).active;
  return write({ [ruleKey(domain)]: on ? (marked ? undefined : 'on') : 'off' });
}
