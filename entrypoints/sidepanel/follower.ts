// Which page the panel tells of: that of the tab in front. Tabs change faster than pages answer, so that only what was
// asked last counts.

export interface Follower {
  readonly tab: number | null;
  /** Another tab is in front, or the same with another page. */
  show(tab: number | null): void;
  /** The page has changed: asks again, and goes on showing what is known until it answers. */
  refresh(): void;
}

export interface FollowerOptions<Answer> {
  ask(tab: number): Promise<Answer>;
  /** The page shown has not been asked yet; of none, nothing more comes. */
  onOther(tab: number | null): void;
  /** The page shown has answered; `signal` aborts when that does not hold any more. */
  onAnswer(answer: Answer, tab: number, signal: AbortSignal): void;
}

export function createFollower<Answer>({ ask, onOther, onAnswer }: FollowerOptions<Answer>): Follower {
  let tab: number | null = null;
  let ends = new AbortController();

  async function look(): Promise<void> {
    ends.abort();
    ends = new AbortController();
    const { signal } = ends;
    if (tab === null) return;
    const asked = tab;
    const answer = await ask(asked);
    if (!signal.aborted) onAnswer(answer, asked, signal);
  }

  return {
    get tab() {
      return tab;
    },
    show(next) {
      tab = next;
      onOther(tab);
      void look();
    },
    refresh: () => void look(),
  };
}
