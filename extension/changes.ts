// What the reader changes for good: settings, muted figures, the switch of a site. Apart from settings.ts and sites.ts, which only say what
// stored values mean, since the gate of every page needs those and must not carry the browser's API for extensions.
import type { Outcome } from './outcome.ts';
import { isRecord, migrate, migrations, readSettings, type Settings } from './settings.ts';
import { decide, readRule, ruleKey, ruleKeys } from './sites.ts';
import { amend, read, write } from './stored.ts';

/** Changes settings for good. Figures are muted one by one, by `mute`. */
export async function changeSettings({
  density,
  ...changes
}: Partial<Omit<Settings, 'muted'>>): Promise<Outcome<void>> {
  const done = await write(changes);
  if (!done.ok || !density) return done;
  // What a newer version has written beside ours stays, here and below.
  return amend('density', (value) => ({ ...(isRecord(value) && value), ...density }));
}

/** Never marks a figure again, or marks it again. Only in the extension's own contexts. */
export function mute(figure: string, muted = true): Promise<Outcome<void>> {
  return amend('muted', (value) => {
    const others = Array.isArray(value) ? value.filter((one) => one !== figure) : [];
    return muted ? [...others, figure] : others;
  });
}

/** Runs the migrations that this storage needs. The version is written last: whoever ends us before that has them run again. */
export async function migrateStorage(steps = migrations): Promise<Outcome<void>> {
  const stored = await read(null);
  if (!stored.ok) return stored;
  const { version, ...changes } = migrate(stored.value, steps);
  const done = await write(changes);
  return done.ok && version !== undefined ? write({ version }) : done;
}

/**
 * Turns a site's switch. On means what it was before the site was switched off; a rule `on` is written only where without it
 * nothing would be marked. Else switching a newspaper off and on again would mark every page that its domain has.
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
