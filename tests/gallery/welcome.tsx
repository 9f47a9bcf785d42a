// The welcome page: with access, without, and before that is known.

import type { Localizer } from '../../components/localizer.ts';
import { Welcome, type WelcomeProps } from '../../components/welcome/Welcome.tsx';
import { silent } from './silent.ts';

const states: Record<`${WelcomeProps['access']}`, WelcomeProps['access']> = { true: true, false: false, null: null };

export const welcomeStates = Object.keys(states) as (keyof typeof states)[];

// A grey dot in place of the pictures.
const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';

export function WelcomeIn({ state, localizer }: { state: keyof typeof states; localizer: Localizer }) {
  return (
    <Welcome
      localizer={localizer}
      pictureOf={() => dot}
      shortcuts={[
        { description: localizer.t('command_nextMention'), keys: 'Alt+Shift+.' },
        { description: localizer.t('command_announce'), keys: '' },
      ]}
      access={states[state]}
      on={silent}
    />
  );
}
