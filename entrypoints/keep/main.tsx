// Starts the page on which an article is looked through and kept.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/keep/keep.css';
import { KeepPage } from '../../components/keep/KeepPage.tsx';
import type { KeepState } from '../../components/keep/state.ts';
import { createLocalizer } from '../../components/localizer.ts';
import { createKeeper } from './keeper.ts';

// 1. The reader's language
const localizer = createLocalizer(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = localizer.locale;

// 2. What the page shows
const root = document.body.appendChild(document.createElement('div'));
const keeper = createKeeper(localizer, (state) => {
  document.title = `${titleOf(state)} · ${i18n.t('extName')}`;
  render(<KeepPage localizer={localizer} state={state} on={keeper.on} />, root);
});

function titleOf(state: KeepState): string {
  const story = state.kind === 'draft' ? state.draft.story : state.kind === 'kept' ? state.story : null;
  return (story && Object.values(story.title)[0]) || i18n.t('keep_title');
}

// 3. The article that the address names
addEventListener('hashchange', () => void keeper.open(location.hash));
await keeper.open(location.hash);
