// A page of words with figures, to try the card by hand. Hover or click (as a touch) a word;
// tests drive it by `window.dramatis`.
import { createCardHost } from '../../components/card/host.ts';
import type { CardRequest } from '../../components/card/open-card.tsx';
import { createCardLibrary } from '../../stories/card-library.ts';
import { localizerIn } from '../components/localizer.ts';
import { card } from '../components/story.ts';

const calls: unknown[][] = [];
const note =
  (name: string) =>
  (...args: unknown[]) =>
    calls.push([name, ...args]);

const keep =
  (name: string) =>
  async (...args: unknown[]) =>
    note(name)(...args) > 0;

const library = createCardLibrary([card], {});
const host = createCardHost(document, {
  localizer: localizerIn('en'),
  signal: new AbortController().signal,
  actions: {
    openStory: note('openStory'),
    openArticle: note('openArticle'),
    same: keep('same'),
    apart: keep('apart'),
    step: note('step'),
    reject: keep('reject'),
    mute: keep('mute'),
    leaveOut: keep('leaveOut'),
    closed: note('closed'),
  },
});

const words = [...document.querySelectorAll<HTMLElement>('[data-figure]')];

function show(word: HTMLElement, by: CardRequest['by']): void {
  const { figure = '' } = word.dataset;
  host.show({
    library,
    mention: { figure, text: word.innerText, evidence: [{ kind: 'full-name' }], index: 1, count: 2 },
    page: { date: '2026-01-05', present: words.map((one) => one.dataset.figure ?? '') },
    rects: () => [...word.getClientRects()],
    by,
  });
}

for (const word of words) {
  word.addEventListener('pointerenter', () => show(word, 'hover'));
  word.addEventListener('click', () => show(word, 'touch'));
}

Object.assign(window, {
  dramatis: { host, calls, show: (index: number, by: CardRequest['by']) => words[index] && show(words[index], by) },
});
