// The session of a page: brings it from one state to the next as the verdict on it changes.
//
//   off ──→ not-news ──→ opening ──→ marked        not-news: scripts may still build the page, it is judged once more
//    ↑__________│____________│__________│          opening: the names that it needs are being fetched
//
// It knows neither the DOM nor the browser's API: index.ts hands in both.

import { withoutFragment } from '../../extension/page-world.ts';
import type { PointerEvents } from '../../page/pointer/pointer-events.ts';
import { figuresOf } from '../../page/text/mentions.ts';
import type { PageFacts } from '../../recognition/resolve.ts';
import type { Corrections } from './corrections.ts';
import type { Marks, MarksOptions } from './marks.ts';
import { ABORT_REASON } from './page-settings.ts';
import type { ToolbarReport } from './toolbar-report.ts';
import { createVerdict, type Verdict, type VerdictOptions } from './verdict.ts';

type State =
  | { kind: 'off' }
  | { kind: 'not-news' }
  | { kind: 'opening'; ends: AbortController; opened: Promise<void> }
  | { kind: 'marked'; ends: AbortController; marks: Marks };

export interface SessionOptions extends VerdictOptions {
  openMarks(options: MarksOptions): Promise<Marks | null>;
  /** They go on where the same page is marked anew. */
  pointerEvents: Pick<PointerEvents, 'end'>;
  createCorrections(onHeld: () => void, onSaved: () => void): Corrections;
  /** Forgets what was read of the stories where that does not hold any more; returns whether it does not. */
  forgetOutdated(): Promise<boolean>;
  report: ToolbarReport;
  /** Whether the extension has been updated, disabled or removed: then nothing of this script stays. */
  isOrphaned(): boolean;
}

/** Languages that a page gets later, at most: each makes it be marked anew. */
const MOST_LANGUAGES = 8;

export interface Session {
  readonly state: State['kind'];
  readonly verdict: Verdict;
  /** Null unless the page is marked. */
  readonly marks: Marks | null;
  /** Resolves when it is known whether the page is marked, and the marks are there. */
  opened(): Promise<void>;
  /** Resolves when the whole page has been read, and everything that its mentions wait for is known. */
  settled(): Promise<void>;
  /** To be called when the page's address may have changed. */
  onNavigation(): void;
  /** To be called when the stories may have changed: the page is marked anew, once no card is open. */
  onStories(): Promise<void>;
  /** To be called when the page has come back from the back/forward cache. */
  onRestored(): void;
}

export function createSession(options: SessionOptions): Session {
  const { location, report } = options;
  let state: State = { kind: 'off' };
  let address = location.href;
  /** In which parts of the page have come, beside what its markup says. */
  const languages = new Set<string>();
  /** While facts are being found that mentions wait for. */
  let finding: Promise<void> | null = null;
  const verdict = createVerdict(options, update);
  const { pageSettings } = verdict;
  const corrections = options.createCorrections(() => marks()?.resolveAgain(), pageSettings.readAgain);

  const marks = (): Marks | null => (state.kind === 'marked' ? state.marks : null);

  function update(): void {
    if (leaveIfOrphaned()) return;
    const { active, state: reason } = verdict.decision();
    if (!active) {
      stop();
      if (reason !== 'not-news') return;
      state = { kind: 'not-news' };
      verdict.judgeAgain();
    } else if (state.kind === 'marked') state.marks.apply(pageSettings.settings);
    else if (state.kind !== 'opening') open();
  }

  function open(): void {
    const ends = new AbortController();
    const { signal } = ends;
    const opening = options.openMarks({
      signal,
      settings: () => pageSettings.settings,
      facts: () => factsFor(verdict, corrections),
      // What is missing even then is asked for again.
      onNeeds(needs) {
        finding ??= verdict.facts.find(needs).then(() => {
          finding = null;
          marks()?.resolveAgain();
        });
      },
      date: () => verdict.facts.findDate(),
      corrections,
      leftOut: () => corrections.leftOut(pageSettings.stored ?? {}),
      leaveIfOrphaned,
      onMentions: (mentions) => report.marked(new Set(mentions.flatMap(figuresOf)).size),
      languages: [...languages],
      onLanguage(found) {
        const before = languages.size;
        for (const language of found) if (languages.size < MOST_LANGUAGES) languages.add(language);
        // What is in still another language is not worth beginning anew for.
        if (found.length === 0 || languages.size > before) beginAnew();
      },
    });
    const opened = opening.then(
      (marks) => {
        if (marks && !signal.aborted) state = { kind: 'marked', ends, marks };
      },
      () => {
        // Without its names nothing can be marked. The next change of the settings tries again.
        if (!signal.aborted) stop();
      },
    );
    state = { kind: 'opening', ends, opened };
  }

  function endMarks(): void {
    if ('ends' in state) state.ends.abort(ABORT_REASON);
    state = { kind: 'off' };
  }

  function stop(): void {
    endMarks();
    options.pointerEvents.end();
    report.unmarked();
  }

  /** The same page with other names: where the pointer is, one of them may be. */
  function beginAnew(): void {
    endMarks();
    update();
  }

  /** Ends everything where the extension has been removed or updated; returns whether that is so. */
  function leaveIfOrphaned(): boolean {
    if (!options.isOrphaned()) return false;
    pageSettings.end();
    endMarks();
    options.pointerEvents.end();
    return true;
  }

  async function opened(): Promise<void> {
    await pageSettings.known;
    while (state.kind === 'opening') await state.opened;
  }

  async function onStories(): Promise<void> {
    if (!(await options.forgetOutdated()) || leaveIfOrphaned()) return;
    const before = state;
    // Nobody's card goes while he reads it.
    await marks()?.cardClosed();
    if (state === before) beginAnew();
  }

  pageSettings.watch();

  return {
    get state() {
      return state.kind;
    },
    verdict,
    get marks() {
      return marks();
    },
    opened,
    async settled() {
      let read: Marks | null;
      do {
        await finding;
        await opened();
        read = marks();
        await read?.whole();
        // Meanwhile the page may have begun anew: the stories have changed.
      } while (finding || state.kind === 'opening' || marks() !== read);
    },
    onNavigation() {
      if (leaveIfOrphaned()) return;
      const before = address;
      address = location.href;
      if (withoutFragment(before) === withoutFragment(address)) return;
      corrections.forgetPage();
      languages.clear();
      stop();
      verdict.startOver();
    },
    onStories,
    onRestored() {
      void onStories();
      // The page was told of no changes meanwhile, and the browser has forgotten what the toolbar button showed.
      pageSettings.watch();
      if (state.kind === 'marked') report.repeat();
    },
  };
}

/** What recognition may use, as far as it is known. */
function factsFor({ facts, pageSettings }: Verdict, corrections: Corrections): PageFacts {
  return {
    date: facts.date,
    frontPage: facts.news && facts.news.kind === 'front',
    headlines: facts.headlines(),
    rejected: corrections.rejected(pageSettings.stored ?? {}),
    muted: [...pageSettings.settings.muted, ...corrections.muted],
    leftOut: corrections.leftOut(pageSettings.stored ?? {}),
  };
}
