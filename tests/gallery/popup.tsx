// The popup in every state of its union, and with findings.
import { Popup } from '../../components/popup/Popup.tsx';
import type { PopupState } from '../../components/popup/state.ts';
import { createSearch } from '../../components/search.ts';
import type { Voice } from '../../components/voice.ts';
import type { Story } from '../../data/story.ts';
import { silent } from './silent.ts';

const site = { domain: 'bbc.co.uk', subdomains: true };
const news = { by: 'news', kind: 'article', because: ['json-ld NewsArticle', 'og:type article'] } as const;

const states: Record<PopupState['kind'] | 'withheld' | 'not-chosen' | 'host', PopupState> = {
  loading: { kind: 'loading' },
  'no-access': { kind: 'no-access', withheld: false },
  withheld: { kind: 'no-access', withheld: true },
  off: { kind: 'off', site, because: 'switched-off' },
  'not-chosen': { kind: 'off', site, because: 'not-chosen' },
  'not-news': { kind: 'not-news', site, because: ['a forum by its structured data'] },
  nothing: { kind: 'nothing', site, why: { by: 'everywhere' } },
  marked: {
    kind: 'marked',
    site,
    why: news,
    figures: [
      { id: 'petro', count: 12 },
      { id: 'trump', count: 9 },
      { id: 'colombia', count: 4 },
      { id: 'rodriguez', count: 1 },
    ],
  },
  host: {
    kind: 'marked',
    site: { domain: '127.0.0.1', subdomains: false },
    why: { by: 'once' },
    figures: [{ id: 'petro', count: 1 }],
  },
};

export const popupStates = Object.keys(states) as (keyof typeof states)[];

export function PopupIn({ state, voice, story }: { state: keyof typeof states; voice: Voice; story: Story }) {
  return (
    <Popup
      voice={voice}
      state={states[state]}
      story={story}
      settings={{ activation: 'news', density: { person: 'every', place: 'first', organization: 'first' } }}
      search={createSearch(story, voice.language)}
      on={silent}
    />
  );
}
