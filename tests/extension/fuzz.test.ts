// What holds for every backup and every storage, however spoilt: what is read is sound, and what is imported can be
// undone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as backups from '../../extension/backup.ts';
import { backUp } from '../../extension/backup.ts';
import { correctionKeys, readRejected } from '../../extension/corrections.ts';
import { type Change, inverse, planImport, planReset } from '../../extension/restoring.ts';
import { migrate, readSettings } from '../../extension/settings.ts';
import { decide, readRule } from '../../extension/sites.ts';
import type { Stored } from '../../extension/stored.ts';
import { storyOrNull } from '../../stories/check-story.ts';
import { mutatedJson } from '../fuzz/json.ts';
import { patient, runs } from '../fuzz/runs.ts';
import { mutated } from '../fuzz/texts.ts';

const readBackup = (text: string) => backups.readBackup(text, storyOrNull);

const STORED: Stored = {
  activation: 'everywhere',
  density: { person: 'every', place: 'none', organization: 'first' },
  trigger: 'key',
  dwell: 400,
  muted: ['rubio', 'petro'],
  'site:example.com': 'off',
  'site:xn--bcher-kva.example': 'on',
  'correction:example.com': [{ figure: 'flores', text: 'Flores' }],
  'correction:https://example.org/a': [{ figure: 'trump', text: 'Trump' }],
  'story:fair': {
    format: 'dramatis-story/1',
    id: 'fair',
    title: { en: 'A fair' },
    asOf: '2030-01-02',
    sources: [{ id: 'a', language: 'en', paragraphs: [1] }],
    figures: [{ id: 'ann', kind: 'person', name: { en: 'Ann Orr' } }],
  },
  'kept:fair': { added: '2030-01-03', from: 'file', looked: false },
  stories: { fair: 'off' },
  merging: { same: [['fair/ann', 'town/ann']], apart: [] },
  version: 1,
  'from the future': { kept: true },
};

/** What the storage may hold. */
const stored = mutatedJson(STORED, 6).map(
  (value) => (typeof value === 'object' && value !== null ? value : { activation: value }) as Stored,
);

const carriedOut = (before: Stored, changes: readonly Change[]): Stored => {
  const after = new Map(Object.entries(before));
  for (const { key, after: value } of changes) value === undefined ? after.delete(key) : after.set(key, value);
  return Object.fromEntries(after);
};
const inOrder = (values: Stored) => JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

test('a backup is refused with one reason, or imported, read back and undone', patient, () => {
  const json = mutatedJson(backUp(STORED), 6).map((value) => JSON.stringify(value));
  const before = stored.map((value) => (Array.isArray(value) ? {} : value));
  fc.assert(
    fc.property(mutated(json), before, fc.constantFrom('merge', 'replace'), (text, now, how) => {
      const { backup, faults } = readBackup(text);
      expect(Object.keys(Object.prototype)).toEqual([]);
      if (!backup) {
        expect(faults).toHaveLength(1);
        expect(faults[0]?.kind).not.toBe('entry');
        return;
      }
      const changes = planImport(now, backup, how);
      for (const { key, after } of changes) {
        expect(key).toMatch(
          /^(?:activation|density|trigger|dwell|muted|stories|merging|(?:site|correction|story|kept):.+)$/,
        );
        // How a story came is replaced with the story.
        if (how === 'merge' && !key.startsWith('kept:')) expect(after).toBeDefined();
      }
      const done = carriedOut(now, changes);
      expect(planImport(done, backup, how)).toEqual([]);
      expect(inOrder(carriedOut(done, inverse(changes)))).toBe(inOrder(now));
      const written = readBackup(JSON.stringify(backUp(done)));
      expect(written.backup).not.toBeNull();
      if (how === 'replace') expect(written.faults).toEqual([]);
    }),
    runs(300),
  );
});

test('whatever is stored, settings, rule and corrections are sound, and a backup of it can be read', patient, () => {
  const url = fc.constantFrom(
    'https://www.example.com/a?b',
    'http://127.0.0.1:80/',
    'https://[::1]/',
    'http://localhost/#',
  );
  fc.assert(
    fc.property(stored, url, (values, page) => {
      const settings = readSettings(values);
      expect(readSettings({ ...settings })).toEqual(settings);
      expect(['news', 'everywhere', 'chosen']).toContain(settings.activation);
      expect(settings.dwell).toSatisfy(Number.isInteger);
      for (const { figure, text } of readRejected(values, page)) {
        expect(figure).toBeTypeOf('string');
        expect(text).toBeTypeOf('string');
      }
      expect(correctionKeys(page)).not.toHaveLength(0);
      const rule = readRule(values, new URL(page).hostname);
      expect(decide({ activation: settings.activation, rule }, true).state).toBeTypeOf('string');
      expect(readBackup(JSON.stringify(backUp(values))).backup).not.toBeNull();
      migrate(values);
      planReset(values);
    }),
    runs(500),
  );
});

test('reading a backup comes to an end with any number of corrections', patient, () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (piece) => {
      const corrections = Array.from({ length: 20_000 }, (_, at) => ({
        place: 'example.com',
        figure: 'trump',
        text: `${piece}${at}`.slice(0, 200),
      }));
      const { backup } = readBackup(JSON.stringify({ dramatis: 1, corrections }));
      if (backup) planImport(STORED, backup, 'merge');
    }),
    runs(5),
  );
});
