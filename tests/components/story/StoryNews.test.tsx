// What story page, card and panel say of what is new in a story.
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { NewsLine, newsLine } from '../../../components/card/NewsLine.tsx';
import { StoryNews } from '../../../components/story/StoryNews.tsx';
import { newsCounts, newsHeading } from '../../../components/story-news.ts';
import type { Story } from '../../../stories/format.ts';
import { cardStory } from '../../../stories/story.ts';
import { localizers } from '../localizer.ts';
import { keptStory } from '../stories.ts';

const base = keptStory(0);
const [statement] = base.statements;
const story: Story = {
  ...base,
  sources: [
    ...base.sources,
    {
      ...base.sources[0]!,
      id: 'b',
      publisher: 'Morning Ledger',
      date: '2026-02-04',
      url: 'https://ledger.example/talks',
    },
  ],
  statements: [
    ...base.statements,
    ...Array.from({ length: 6 }, (_, at) => ({
      ...{ ...statement!, id: `b-${at}`, cites: ['b:1.1'], figures: ['petro'], verbatim: false },
      ...{
        text: {
          en: `He named day number ${at} of the long-awaited talks, and asked whether anybody had another in mind.`,
        },
      },
    })),
  ],
};
const news = {
  since: '2026-01-12T12:00:00.000Z',
  sources: ['b'],
  statements: story.statements.slice(-6).map(({ id }) => id),
};
const localizer = localizers.en;
afterEach(() => {
  cleanup();
  vi.unstubAllEnvs();
});
const on = { goTo: vi.fn(), openStory: vi.fn(), openArticle: vi.fn() };

test('the story page names the new sources with their link, and the first new statements', () => {
  render(<StoryNews localizer={localizer} story={story} news={news} kept={null} />);
  expect(screen.getByRole('heading').textContent).toBe('New since Jan 12, 2026: 1 source and 6 statements');
  expect(screen.getByRole('link', { name: 'Morning Ledger' })).toHaveProperty('href', 'https://ledger.example/talks');
  expect(screen.getAllByRole('link', { name: /He named day/ })).toHaveLength(4);
  expect(screen.getByRole('link', { name: '2 more' })).toHaveProperty('hash', '#story/kept-0/statements');
});

test.each([
  ['America/New_York', 'Jan 8, 2026'],
  ['UTC', 'Jan 9, 2026'],
  ['Asia/Tokyo', 'Jan 9, 2026'],
])('what was read is told by the reader’s own day (%s)', (zone, day) => {
  vi.stubEnv('TZ', zone);
  expect(newsHeading(localizer, { since: '2026-01-09T01:00:00.000Z' }, null)).toBe(`New since ${day}`);
});

test('of a story that was never opened, it is new since it was kept', () => {
  expect(newsHeading(localizer, { since: null }, '2026-01-11')).toBe('New since Jan 11, 2026');
  expect(newsHeading(localizer, { since: null }, null)).toBe('New');
  expect(newsCounts(localizer, { since: null, sources: [], statements: ['b-1'] })).toBe('1 statement');
});

test('the names of new sources keep their direction, and the comma is the language’s', () => {
  const { container } = render(<StoryNews localizer={localizers.ar} story={story} news={news} kept={null} />);
  expect(container.querySelector('ul.note a bdi')?.textContent).toBe('Morning Ledger');
  expect(container.querySelector('ul.note li')?.textContent).toMatch(/^Morning Ledger، \S/);
});

test('a card says in one line what the newest source added of its figure', () => {
  const card = cardStory(story, undefined, news);
  const figure = card.figures.find(({ id }) => id === 'petro')!;
  const part = { story: card, figure };
  expect(newsLine(localizer, part)).toMatch(/^New in Morning Ledger, Feb 4, 2026 · He named day number 0 .*…$/);
  render(<NewsLine {...{ localizer, part, on }} content={{ statements: [] }} />);
  expect(screen.getByText(/He named day number 0/)).toBeTruthy();
  expect(newsLine(localizer, { story: card, figure: card.figures.find(({ id }) => id === 'trump')! })).toBe('');
});

test('what the card tells anyway is not told twice: the line says where it is from', () => {
  const card = cardStory(story, undefined, news);
  const part = { story: card, figure: card.figures.find(({ id }) => id === 'petro')! };
  render(<NewsLine {...{ localizer, part, on }} content={{ statements: card.statements }} />);
  expect(screen.queryByText(/He named day/)).toBe(null);
  expect(screen.getByText('New in Morning Ledger, Feb 4, 2026')).toBeTruthy();
});
