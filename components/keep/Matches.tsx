// A figure of another story that has the same name: what is taken for granted, and what the reader may say instead.
import { clipped } from '../../stories/words.ts';
import type { Localizer } from '../localizer.ts';
import type { KeepCallbacks, Match } from './state.ts';

/** Titles of stories are seldom longer. */
const TITLE_WORDS = 8;

export function MatchLine({
  localizer: { t },
  match,
  id,
  name,
  on,
}: {
  localizer: Localizer;
  match: Match;
  id: string;
  name: string;
  on: Pick<KeepCallbacks, 'decide'>;
}) {
  const isOpen = !match.isOne && match.decided === null;
  const choice = (as: 'same' | 'apart') => (
    <button class="link" type="button" onClick={() => on.decide(id, match, as)}>
      {t(as === 'same' ? 'card_onePerson' : 'card_twoPeople')}
      <span class="unseen"> {name}</span>
    </button>
  );
  return (
    <p class="match note">
      {t(isOpen ? 'keep_match' : match.isOne ? 'keep_match_same' : 'keep_match_apart', [
        clipped(match.title, TITLE_WORDS),
      ])}{' '}
      <span class="choice">
        {isOpen ? (
          <>
            {choice('same')}
            {' · '}
            {choice('apart')}
          </>
        ) : (
          choice(match.isOne ? 'apart' : 'same')
        )}
      </span>
    </p>
  );
}
