// Messages between popup, background and pages. One map for each receiver lists its messages and their fields;
// the types of callers and handlers come from it. A call returns an outcome and never throws.
import { type Browser, browser } from 'wxt/browser';
import type { Site } from './domain.ts';
import { isPair, type Pair } from './merging.ts';
import { isNote } from './notes.ts';
import { attempt, type Outcome } from './outcome.ts';
import type { WaitingMessage } from './page-world.ts';
import type { MarkingState } from './sites.ts';

type Guard<T> = (value: unknown) => value is T;
type Fields = Record<string, Guard<unknown>>;

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isFlagOrNone = (value: unknown): value is boolean | undefined => value === undefined || isFlag(value);
const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= 1000;
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
/** A story, which is checked by whoever stores it. */
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isStep = (value: unknown): value is 1 | -1 => value === 1 || value === -1;
const isScope = (value: unknown): value is 'page' | 'site' => value === 'page' || value === 'site';
const areShort = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= mostNames && value.every(isShort);
/** Keys or names in one message, at most. */
const mostNames = 50;
const isDecision = (value: unknown): value is 'same' | 'apart' => value === 'same' || value === 'apart';
const arePairs = (value: unknown): value is readonly Pair[] =>
  Array.isArray(value) && value.length <= mostNames && value.every(isPair);
const isShortOrNull = (value: unknown): value is string | null => value === null || isShort(value);

const areShortOrNull = (value: unknown): value is readonly string[] | null => value === null || areShort(value);

/**
 * Messages to a page. The gate answers what it can, the reader everything.
 * `status` and `mentions` are a contract with tools outside.
 * The reasons in `status` are those of page/news/reasons.ts, as text.
 */
const toPage = {
  status: {},
  mentions: {},
  /** Scrolls to the next (1) or previous (-1) mention of a figure, or of any, and opens its card. */
  reveal: { figure: isShortOrNull, step: isStep },
  /** Scrolls to the next mention of a figure and outlines it, without a card. */
  scrollTo: { figure: isShort },
  /** Marks this page, or stops marking it, for as long as it stays open. Nothing is stored. */
  markOnce: { on: isFlag },
  /** Tells screen readers how many figures were found. */
  announce: {},
  /** These storage keys have changed; null if they are too many to list. */
  changed: { keys: areShortOrNull },
} satisfies Record<string, Fields>;

/** Messages to the background. Each may arrive twice: `askBackground` repeats what was not answered. */
const toBackground = {
  /** Injects the reader into the document that asks. */
  bringReader: {},
  /** The same, but only if the page is news. */
  bringReaderToNews: {},
  /** Has the document that asks judged: its world has the verdict then (page-world.ts). */
  judge: {},
  /** The site of a host, for which a rule would be written. */
  site: { host: isShort },
  /** What a page's reader found, for icon and badge. Sent only while the page is marked, and once when that ends. */
  reportFound: { active: isFlag, figures: isCount },
  /** Opens the story page at a fragment of its address, `#story/…`. */
  story: { hash: isShort },
  /** Saves that a surface form is not this figure, or undoes it. `url`: the page's, without query and fragment. */
  reject: { url: isShort, scope: isScope, figure: isShort, text: isShort, undo: isFlagOrNone },
  /** Leaves a story out on the page that asks, or on its site; or undoes it. */
  leaveOut: { url: isShort, scope: isScope, story: isShort, undo: isFlagOrNone },
  /** Adds a figure to those that are never marked, or undoes it. */
  mute: { figure: isShort, undo: isFlagOrNone },
  /** Saves that these figures of stories (`story/figure`) are one, or are not. */
  decide: { pairs: arePairs, as: isDecision },
  /** Saves a story that its reader has changed; `revision`: of what was changed. */
  editStory: { story: isObject, revision: isCount },
  /** Saves the reader's own note on a figure; an empty one is removed. */
  note: { story: isShort, figure: isShort, text: isNote },
  /** Texts that the storage has not got: they are compiled now. */
  texts: { names: areShort },
  /** Opens the names of a page's languages. Fields and answers of both are as recognition/page-recogniser.ts tells. */
  openNames: { page: isObject },
  /** Who is meant in blocks of a page that was opened. */
  recognise: { names: isObject, question: isObject },
} satisfies Record<string, Fields>;

/** Whether the reader was injected; `refused`: the browser does not let us read this page. */
export type Injection = 'done' | 'failed' | 'refused';

/** A figure of a story. */
export interface StoryFigure {
  story: string;
  figure: string;
}

export interface PageMention {
  /** The id of the merged figure. */
  figure: string;
  /** Which figures of stories it is. */
  stories: readonly StoryFigure[];
  /** As it stands on the page. */
  text: string;
  /** Why it is this figure, as the recognition tells it. */
  evidence: readonly unknown[];
}

export interface Status {
  active: boolean;
  host: string;
  state: MarkingState;
  news: { kind: 'article' | 'front' | 'other'; because: readonly string[] };
  /** `YYYY-MM-DD` */
  date: string | null;
  figures: { id: string; count: number; stories: readonly StoryFigure[] }[];
}

interface PageAnswers {
  status(): Status;
  mentions(): PageMention[];
  /** Whether there was such a mention; of both. */
  reveal(): boolean;
  scrollTo(): boolean;
  markOnce(): void;
  announce(): void;
  changed(): void;
}

interface BackgroundAnswers {
  bringReader(): Injection;
  bringReaderToNews(): Injection | 'no-news';
  /** Whether there is a verdict. */
  judge(): boolean;
  site(): Site;
  reportFound(): void;
  story(): void;
  /** Whether it was saved; in private windows nothing is. */
  reject(): boolean;
  leaveOut(): boolean;
  mute(): boolean;
  decide(): boolean;
  /** What was wrong; null where it was saved. */
  editStory(): { fault: string | null };
  note(): boolean;
  texts(): { edition: string; texts: Readonly<Record<string, string>> };
  /** Types of recognition are not known in this room; the reader that asks knows them. */
  openNames(): unknown;
  recognise(): unknown;
}

type Answers<Types extends PropertyKey> = Record<Types, () => unknown>;
type Body<F extends Fields> = { [Key in keyof F]: F[Key] extends Guard<infer T> ? T : never };
type Handlers<Shapes extends Record<string, Fields>, Answered extends Answers<keyof Shapes>> = {
  [Type in keyof Shapes]: (
    body: Body<Shapes[Type]>,
    sender: Sender,
  ) => ReturnType<Answered[Type]> | Promise<ReturnType<Answered[Type]>>;
};

/** The sender of a message; the popup has no `tab`. */
export type Sender = Pick<Browser.runtime.MessageSender, 'id' | 'tab' | 'url' | 'documentId'>;

export type PageHandlers = Handlers<typeof toPage, PageAnswers>;
export type BackgroundHandlers = Handlers<typeof toBackground, BackgroundAnswers>;

/** How long a caller waits for an answer, ms. A cold background takes 100–200, a page's first complete reading more. */
const answerTimeout = 5000;
/** Of these, the first may have a language compiled, and the second may be about a whole book. */
const slow: ReadonlySet<string> = new Set<keyof BackgroundHandlers>(['openNames', 'recognise']);
const slowTimeout = 30_000;

/** Asks the content script in a tab's top frame; without `frameId`, in Firefox another frame could answer. */
export function askPage<Type extends keyof PageHandlers>(
  tab: number,
  type: Type,
  ...[body]: Asked<(typeof toPage)[Type]>
): Promise<Outcome<ReturnType<PageAnswers[Type]>>> {
  return ask(() => browser.tabs.sendMessage(tab, { ...body, type }, { frameId: 0 }));
}

/** Asks the background, and once more on failure: it may have been ended meanwhile. */
export async function askBackground<Type extends keyof BackgroundHandlers>(
  type: Type,
  ...[body]: Asked<(typeof toBackground)[Type]>
): Promise<Outcome<ReturnType<BackgroundAnswers[Type]>>> {
  const timeout = slow.has(type) ? slowTimeout : answerTimeout;
  const send = () =>
    ask<ReturnType<BackgroundAnswers[Type]>>(() => browser.runtime.sendMessage({ ...body, type }), timeout);
  const outcome = await send();
  return outcome.ok ? outcome : send();
}

type Asked<F extends Fields> = keyof F extends never ? [] : [body: Body<F>];

/** Tells a tab's page which storage keys have changed; no effect without a script of ours there. */
export function tellPage(tab: number, keys: readonly string[]): Promise<Outcome<unknown>> {
  return askPage(tab, 'changed', { keys: keys.length > mostNames ? null : keys });
}

/** Answers messages to a page, beginning with those that arrived before the reader. */
export function answerPage(handlers: PageHandlers, questions: readonly WaitingMessage[]): void {
  answer(toPage, handlers);
  for (const { message, sender, respond: send } of questions) answerOne(toPage, handlers, message, sender, send);
}

/** Answers messages to the background. To be called while its script starts: a message may be what has woken it. */
export function answerBackground(handlers: BackgroundHandlers): void {
  answer(toBackground, handlers);
}

/** Calls `onReport` whenever a tab's page tells the background what it found: its last `status` is outdated. */
export function onPageReport(onReport: (tab: number) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender): undefined => {
    const { type } = (message ?? {}) as { type?: unknown };
    const isReport = type === ('reportFound' satisfies keyof BackgroundHandlers);
    if (isReport && sender.tab?.id !== undefined) onReport(sender.tab.id);
  });
}

/** Whether this content script's extension has been updated, disabled or removed: then nobody answers its messages. */
export function isOrphaned(): boolean {
  return !browser.runtime?.id;
}

async function ask<T>(send: () => Promise<unknown>, timeout = answerTimeout): Promise<Outcome<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), timeout);
  });
  const outcome = await attempt(() => Promise.race([send(), late]));
  clearTimeout(timer);
  if (outcome.ok && (outcome.value ?? null) === null) return { ok: false, fault: 'nobody answers' };
  return outcome as Outcome<T>;
}

function answer<Shapes extends Record<string, Fields>>(
  shapes: Shapes,
  handlers: Handlers<Shapes, Answers<keyof Shapes>>,
): void {
  // `sendResponse` and `true` rather than a promise: all browsers and the polyfill understand these.
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, sendResponse): true | undefined =>
    answerOne(shapes, handlers, message, sender, sendResponse),
  );
}

function answerOne<Shapes extends Record<string, Fields>>(
  shapes: Shapes,
  handlers: Handlers<Shapes, Answers<keyof Shapes>>,
  message: unknown,
  sender: Sender,
  send: (answer: unknown) => void,
): true | undefined {
  const answering = respond(shapes, handlers, message, sender);
  if (!answering) return undefined;
  // A handler that returns nothing replies true; null says that there is no answer.
  void answering.then((outcome) => {
    const { value } = outcome.ok ? outcome : { value: null };
    send(value === undefined ? true : value);
  });
  return true;
}

/** Handles a message if it comes from this extension and has the fields that `shapes` lists; otherwise returns null. */
export function respond<Shapes extends Record<string, Fields>>(
  shapes: Shapes,
  handlers: Handlers<Shapes, Answers<keyof Shapes>>,
  message: unknown,
  sender: Sender,
): Promise<Outcome<unknown>> | null {
  if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return null;
  const { type, ...body } = message as Record<string, unknown>;
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return null;
  const fits = Object.entries(shapes[type] ?? {}).every(([field, guard]) => guard(body[field]));
  return fits ? attempt(() => handlers[type as keyof Shapes](body as never, sender)) : null;
}
