// Messages between the parts of the extension: one map says which there are, what each must carry and how it is answered, and
// callers and handlers take their types from it. A call ends in an outcome, never in a throw.
import { type Browser, browser } from 'wxt/browser';
import type { Site } from './domain.ts';
import { attempt, type Outcome } from './outcome.ts';
import type { Question } from './page-world.ts';
import type { Reason } from './sites.ts';

type Guard<T> = (value: unknown) => value is T;
type Fields = Record<string, Guard<unknown>>;

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= 1000;
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
const isStep = (value: unknown): value is 1 | -1 => value === 1 || value === -1;
const isScope = (value: unknown): value is 'page' | 'site' => value === 'page' || value === 'site';
const areShort = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= mostNamed && value.every(isShort);
/** Keys or names in one message. */
const mostNamed = 50;
const isShortOrNull = (value: unknown): value is string | null => value === null || isShort(value);

const areShortOrNull = (value: unknown): value is readonly string[] | null => value === null || areShort(value);

/** What a page's scripts answer: the gate as far as it can, else the reader. `status` and `mentions` are promised to tools outside; the reasons in `status` are those of page/news/reasons.ts, as text. */
const toPage = {
  status: {},
  mentions: {},
  /** Scrolls to the next (1) or previous (-1) mention of a figure, or of any, and opens its card. */
  reveal: { figure: isShortOrNull, step: isStep },
  /** Marks this page, or leaves it alone, for as long as it stays open. Nothing is stored. */
  once: { on: isFlag },
  /** Says to screen readers how many figures were found. */
  announce: {},
  /** These keys of the storage have changed; null where they are too many to name. */
  changed: { keys: areShortOrNull },
} satisfies Record<string, Fields>;

/** What the background answers. */
const toBackground = {
  /** Puts the reader into the document that asks. */
  reader: {},
  /** The site that a rule for this host would be written for. */
  site: { host: isShort },
  /** What a page's content script found, for icon and badge. Pages that are not read say nothing, but for the one time when they are switched off. */
  page: { active: isFlag, figures: isCount },
  /** Opens the story page at a place in it: the fragment of its address, `#figure/…`. */
  story: { hash: isShort },
  /** Remembers that a surface form is not this figure. `url`: the page's, of which query and fragment are dropped. */
  reject: { url: isShort, scope: isScope, figure: isShort, text: isShort },
  /** Never marks a figure again. */
  mute: { figure: isShort },
  /** Texts of the dataset that the storage has lost. */
  texts: { names: areShort },
} satisfies Record<string, Fields>;

/** How it went: the reader is there; it could not be put there now; the browser does not let us read this page. */
export type Injection = 'done' | 'failed' | 'refused';

export interface PageMention {
  figure: string;
  /** As it stands on the page. */
  text: string;
  /** Why it is this figure, as the recognition tells it. */
  evidence: readonly unknown[];
}

export interface Status {
  active: boolean;
  host: string;
  state: Reason;
  news: { kind: 'article' | 'front' | 'other'; because: readonly string[] };
  /** `YYYY-MM-DD` */
  date: string | null;
  figures: { id: string; count: number }[];
}

interface PageAnswers {
  status(): Status;
  mentions(): PageMention[];
  /** Whether there was such a mention. */
  reveal(): boolean;
  once(): void;
  announce(): void;
  changed(): void;
}

interface BackgroundAnswers {
  reader(): Injection;
  site(): Site;
  page(): void;
  story(): void;
  /** Whether it is remembered now; private windows remember nothing. */
  reject(): boolean;
  mute(): boolean;
  texts(): Readonly<Record<string, string>>;
}

type Answers<Types extends PropertyKey> = Record<Types, () => unknown>;
type Body<F extends Fields> = { [Key in keyof F]: F[Key] extends Guard<infer T> ? T : never };
type Handlers<Shapes extends Record<string, Fields>, Answered extends Answers<keyof Shapes>> = {
  [Type in keyof Shapes]: (
    body: Body<Shapes[Type]>,
    sender: Sender,
  ) => ReturnType<Answered[Type]> | Promise<ReturnType<Answered[Type]>>;
};

/** Who sent a message: `tab` is missing where the popup asks, which is in none. */
export type Sender = Pick<Browser.runtime.MessageSender, 'id' | 'tab' | 'url' | 'documentId'>;

export type PageHandlers = Handlers<typeof toPage, PageAnswers>;
export type BackgroundHandlers = Handlers<typeof toBackground, BackgroundAnswers>;

/** How long a caller waits for an answer, ms. A cold background takes 100–200, a page's first whole reading more. */
const patience = 5000;

/** Asks the content script of a tab's page: of the page itself, for in Firefox a frame could answer in its place. */
export function askPage<Type extends keyof PageHandlers>(
  tab: number,
  type: Type,
  ...[body]: Asked<(typeof toPage)[Type]>
): Promise<Outcome<ReturnType<PageAnswers[Type]>>> {
  return ask(() => browser.tabs.sendMessage(tab, { ...body, type }, { frameId: 0 }));
}

/** Asks the background; once more where it was ended over the question, for whatever it is asked may be done twice. */
export async function askBackground<Type extends keyof BackgroundHandlers>(
  type: Type,
  ...[body]: Asked<(typeof toBackground)[Type]>
): Promise<Outcome<ReturnType<BackgroundAnswers[Type]>>> {
  const send = () => ask<ReturnType<BackgroundAnswers[Type]>>(() => browser.runtime.sendMessage({ ...body, type }));
  const outcome = await send();
  return outcome.ok ? outcome : send();
}

type Asked<F extends Fields> = keyof F extends never ? [] : [body: Body<F>];

/** Tells a tab's page which keys of the storage have changed; nothing where it has no script of ours. */
export function tellPage(tab: number, keys: readonly string[]): Promise<Outcome<unknown>> {
  return askPage(tab, 'changed', { keys: keys.length > mostNamed ? null : keys });
}

/** Answers what is asked of a page, first what was asked before there was anybody to answer. */
export function answerPage(handlers: PageHandlers, questions: readonly Question[]): void {
  answer(toPage, handlers);
  for (const { message, sender, respond: send } of questions) answerOne(toPage, handlers, message, sender, send);
}

/** Answers what is asked of the background. */
export function answerBackground(handlers: BackgroundHandlers): void {
  answer(toBackground, handlers);
}

/** Calls `onNews` whenever a tab's page tells the background what it found: then what it said before is out of date. */
export function onPageNews(tab: number, onNews: () => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender): undefined => {
    const { type } = (message ?? {}) as { type?: unknown };
    if (type === ('page' satisfies keyof BackgroundHandlers) && sender.tab?.id === tab) onNews();
  });
}

/** Whether this content script belongs to an extension that was updated, disabled or removed since: nobody will answer it any more. */
export function isOrphaned(): boolean {
  return !browser.runtime?.id;
}

async function ask<T>(send: () => Promise<unknown>): Promise<Outcome<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patience);
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
  // Handlers without a result reply true; no reply means no listener.
  void answering.then((outcome) => send(outcome.ok ? (outcome.value ?? true) : null));
  return true;
}

/** Has a message handled, if it is one of `shapes`, whole, and from this extension; null for all others, which are not ours to answer. */
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
