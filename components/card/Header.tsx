// The head of a card: who it is and since when that holds, and what can be done with the card.
import type { DatedRole } from '../../stories/card-library.ts';
import { IconButton } from '../icons.tsx';
import { forStory, type Localizer } from '../localizer.ts';
import { asOf } from '../origin.ts';
import { EditorialNote, StoryText } from '../story-text.tsx';

/** A role or a note is seldom longer; so that a long one leaves what the stories tell its room. */
export const ROLE_WORDS = 24;

interface HeaderProps {
  localizer: Localizer;
  who: DatedRole;
  /** The name of the figure shown before; empty where there was no single one, null where there was none. */
  previous: string | null;
  pinned: boolean;
  onCopy: () => void;
  on: { back(): void; pin(): void; close(): void };
}

export function Header({ localizer: everywhere, who, previous, pinned, onCopy, on }: HeaderProps) {
  const { t } = everywhere;
  const { story, figure, role, day } = who;
  const localizer = forStory(everywhere, story);
  return (
    <header>
      {previous !== null && (
        <IconButton
          icon="back"
          label={previous ? t('card_back', [previous]) : t('card_backToBoth')}
          onClick={on.back}
        />
      )}
      <div class="who">
        <StoryText as="h2" id="who" localizer={localizer} text={figure.name} />
        {role && <StoryText as="p" localizer={localizer} text={role} most={ROLE_WORDS} />}
        <p class="note">{asOf(localizer, story, day)}</p>
        {figure.editorial && <EditorialNote localizer={localizer} text={figure.editorial} />}
      </div>
      <div class="tools">
        <IconButton icon="copy" label={t('card_copy')} onClick={onCopy} />
        <IconButton icon="pin" label={t('card_pin')} aria-pressed={pinned} onClick={on.pin} />
        <IconButton icon="close" label={t('card_close')} onClick={on.close} />
      </div>
    </header>
  );
}
