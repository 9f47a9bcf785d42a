// What the reader corrects on this page. The background saves it; in a private window nothing is saved,
// and a correction holds until the page is closed.
import { pageOf, type Rejected, readRejected } from '../../extension/corrections.ts';
import type { Pair } from '../../extension/merging.ts';
import { askBackground } from '../../extension/messages.ts';
import type { Outcome } from '../../extension/outcome.ts';
import type { Stored } from '../../extension/stored.ts';
import { leftOutAt } from '../../extension/story-places.ts';

export interface Corrections {
  /** Surface forms that are not these figures, here. */
  rejected(stored: Stored): readonly Rejected[];
  /** Figures that were muted here and are not in the settings. */
  readonly muted: readonly string[];
  /** Ids of the stories that are left out here. */
  leftOut(stored: Stored): readonly string[];
  /** These answer whether it holds from now on; each can be undone as long as it is the latest. */
  reject(figure: string, text: string, scope: 'page' | 'site', undo?: boolean): Promise<boolean>;
  mute(figure: string, undo?: boolean): Promise<boolean>;
  leaveOut(story: string, scope: 'page' | 'site', undo?: boolean): Promise<boolean>;
  /** Whether figures of stories are one; in a private window nothing is said of that. */
  decide(pairs: readonly Pair[], as: 'same' | 'apart'): Promise<boolean>;
  /** The address has changed: rejections held only the page before. */
  forgetPage(): void;
}

/**
 * @param onHeld called for a correction that is not saved, as no change of the storage will tell of it
 * @param onSaved called for one that is: the background tells pages of it, but may be ended before it does
 */
export function createCorrections(
  location: { readonly href: string },
  isPrivate: boolean,
  onHeld: () => void,
  onSaved: () => void,
): Corrections {
  let rejected: Rejected[] = [];
  const muted: string[] = [];
  let leftOut: string[] = [];

  async function correct(save: () => Promise<Outcome<boolean>>, hold: () => void): Promise<boolean> {
    if (isPrivate) {
      hold();
      onHeld();
      return true;
    }
    const outcome = await save();
    const isSaved = outcome.ok && outcome.value;
    if (isSaved) onSaved();
    return isSaved;
  }

  return {
    rejected: (stored) => [...readRejected(stored, location.href), ...rejected],
    muted,
    leftOut: (stored) => [...leftOutAt(stored, location.href), ...leftOut],
    reject: (figure, text, scope, undo) =>
      correct(
        () => askBackground('reject', { url: pageOf(location.href), scope, figure, text, undo }),
        () => (undo ? rejected.pop() : rejected.push({ figure, text })),
      ),
    mute: (figure, undo) =>
      correct(
        () => askBackground('mute', { figure, undo }),
        () => (undo ? muted.pop() : muted.push(figure)),
      ),
    leaveOut: (story, scope, undo) =>
      correct(
        () => askBackground('leaveOut', { url: pageOf(location.href), scope, story, undo }),
        () => (undo ? leftOut.pop() : leftOut.push(story)),
      ),
    async decide(pairs, as) {
      const outcome = await askBackground('decide', { pairs, as });
      return outcome.ok && outcome.value;
    },
    forgetPage() {
      rejected = [];
      leftOut = [];
    },
  };
}
