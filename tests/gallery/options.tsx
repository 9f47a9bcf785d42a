// The options: empty and full, with each change that can be undone, each result of an import, each interaction.

import type { Localizer } from '../../components/localizer.ts';
import type { ImportState } from '../../components/options/Backup.tsx';
import { Options, type OptionsProps, type Undoable } from '../../components/options/Options.tsx';
import { type StorageFault, StorageNotice } from '../../components/StorageNotice.tsx';
import { longestDwell, type Settings } from '../../extension/settings.ts';
import type { Story } from '../../stories/format.ts';
import { BUNDLED, inLanguage } from '../../stories/story.ts';
import { severalStories } from '../components/stories.ts';
import { Acted, press } from './acted.tsx';
import { silent } from './silent.ts';

type Refusal = Extract<ImportState, { kind: 'refused' }>['fault'];
type Filling = Partial<
  Pick<OptionsProps, 'stories' | 'sites' | 'corrections' | 'imported' | 'undo' | 'shortcuts' | 'on'>
> & {
  settings?: Partial<Settings>;
  act?: () => void;
  trouble?: StorageFault;
};

const undone = (undo: Undoable): Filling => ({ undo });
const refused = (fault: Refusal): Filling => ({
  imported: { kind: 'refused', name: 'dramatis-2026-01-08.json', fault },
});

const states: Record<
  | Settings['trigger']
  | Undoable['kind']
  | Refusal['kind']
  | Exclude<ImportState['kind'], 'none' | 'refused'>
  | 'bare'
  | 'stories'
  | 'full'
  | 'no-shortcut-page'
  | 'faulty'
  | 'not-a-site'
  | 'sure'
  | StorageFault['kind'],
  Filling
> = {
  bare: {},
  stories: {
    stories: severalStories(4).map((told, at) => ({
      ...told,
      on: at !== 2,
      leftOut: at === 1 ? ['example.com', 'paper.example'] : [],
    })),
  },
  'not-a-site': { act: () => press('button[type=submit]') },
  sure: { act: () => press('section:last-of-type button') },
  unsaved: { trouble: { kind: 'unsaved', fault: 'QUOTA_BYTES quota exceeded' } },
  unread: { trouble: { kind: 'unread', fault: 'IO error' } },
  full: {
    settings: { activation: 'chosen', muted: ['rubio'] },
    sites: ['bbc.co.uk', 'elpais.com', 'example.com', 'lemonde.fr', 'spiegel.de', 'eltiempo.com'].map(
      (domain, index) => ({
        domain,
        rule: index % 2 ? 'off' : 'on',
      }),
    ),
    corrections: [
      { place: 'https://example.com/football/rodriguez', figure: 'rodriguez', text: 'Rodríguez' },
      { place: 'elpais.com', figure: 'flores', text: 'Flores' },
    ],
  },
  takenIn: { undo: { kind: 'takenIn', title: 'From threats to an invitation', place: 'example.com' } },
  'no-shortcut-page': { on: { ...silent, openShortcuts: 'firefox' } },
  hover: {},
  key: { settings: { trigger: 'key', dwell: 500 } },
  click: { settings: { trigger: 'click' } },
  site: undone({ kind: 'site', domain: 'example.com' }),
  correction: undone({ kind: 'correction', text: 'Rodríguez' }),
  unmuted: undone({ kind: 'unmuted', figure: 'rubio' }),
  imported: undone({ kind: 'imported' }),
  reset: undone({ kind: 'reset' }),
  'too-large': refused({ kind: 'too-large' }),
  unreadable: refused({ kind: 'unreadable', detail: 'The requested file could not be read.' }),
  'not-json': refused({ kind: 'not-json', detail: 'Unexpected end of JSON input' }),
  'not-ours': refused({ kind: 'not-ours' }),
  'too-many': refused({ kind: 'too-many' }),
  read: {
    imported: {
      kind: 'read',
      name: 'dramatis-2026-01-08.json',
      faults: [],
      plans: {
        merge: [{ key: 'site:bbc.co.uk', before: undefined, after: 'off' }],
        replace: [
          { key: 'site:bbc.co.uk', before: undefined, after: 'off' },
          { key: 'activation', before: 'chosen', after: undefined },
        ],
      },
    },
  },
  faulty: {
    imported: {
      kind: 'read',
      name: 'dramatis-2026-01-08.json',
      faults: [
        { kind: 'entry', at: 'sites.not a host', expected: 'example.com' },
        { kind: 'entry', at: 'settings.dwell', expected: '0–2000 ms' },
      ],
      plans: { merge: [], replace: [] },
    },
  },
};

export const optionsStates = Object.keys(states) as (keyof typeof states)[];

export function OptionsIn({
  state,
  localizer,
  story,
}: {
  state: keyof typeof states;
  localizer: Localizer;
  story: Story;
}) {
  const { settings, act, trouble, ...filling } = states[state];
  return (
    <Acted act={act}>
      {trouble && <StorageNotice localizer={localizer} {...trouble} />}
      <Options
        localizer={localizer}
        settings={{
          activation: 'news',
          density: { person: 'every', place: 'first', organization: 'first' },
          trigger: 'hover',
          dwell: 250,
          muted: [],
          ...settings,
        }}
        longestDwell={longestDwell}
        stories={[{ story, provenance: BUNDLED, on: true, leftOut: [] }]}
        libraryAddress="#library"
        sites={[]}
        corrections={[]}
        nameOf={(id) => {
          const figure = story.figures.find((one) => one.id === id);
          return figure ? inLanguage(figure.name, localizer).text : id;
        }}
        shortcuts={[
          { description: localizer.t('command_toggleSite'), keys: 'Alt+Shift+S' },
          { description: localizer.t('command_nextMention'), keys: 'Alt+Shift+N' },
          { description: localizer.t('command_announce'), keys: '' },
        ]}
        imported={{ kind: 'none' }}
        undo={null}
        on={silent}
        {...filling}
      />
    </Acted>
  );
}
