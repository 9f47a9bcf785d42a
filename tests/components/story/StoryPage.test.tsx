// The story page: filters, places, search.
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSearch } from '../../../components/search.ts';
import { StoryPage, type StoryPageProps } from '../../../components/story/StoryPage.tsx';
import { story } from '../story.ts';
import { voiceIn, voices } from '../voice.ts';

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(cleanup);

function show(props: Partial<StoryPageProps> = {}) {
  const go = vi.fn();
  const voice = props.voice ?? voiceIn('en');
  const search = createSearch(story, voice.language);
  const { container } = render(
    <StoryPage voice={voice} story={story} place={null} query="" search={search} go={go} {...props} />,
  );
  const shown = () => [...container.querySelectorAll('[id^="statement/"]')].map(({ id }) => id);
  return { container, go, shown };
}

test('statements stand by paragraph, and can be narrowed to a figure and to modes', () => {
  const { shown } = show();
  expect(shown()).toHaveLength(story.statements.length);
  fireEvent.change(screen.getByLabelText('About'), { target: { value: 'rodriguez' } });
  expect(shown()).toEqual(['statement/s4']);
  expect(screen.getByText('1 of 6 statements')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('Said by somebody'));
  expect(shown()).toEqual([]);
});

test('what the address points to is marked, has the focus, and is shown whatever the filter says', () => {
  const { container, shown } = show({ place: { kind: 'statement', id: 's4' } });
  const here = container.querySelector('.here');
  expect(here?.id).toBe('statement/s4');
  expect(document.activeElement).toBe(here);
  fireEvent.change(screen.getByLabelText('About'), { target: { value: 'flores' } });
  expect(shown()).toContain('statement/s4');
});

test.each(['figure/trump', 'event/arms', 'quotation/q1', 'relation/trump-petro'])('%s can be pointed to', (id) => {
  const { container } = show();
  expect(container.querySelector(`[id="${id}"]`)).not.toBeNull();
});

test('the address can ask for a search, and a finding leads to its place', () => {
  const { go } = show({ query: 'mediator' });
  fireEvent.click(screen.getByRole('button', { name: /mediator/ }));
  expect(go).toHaveBeenCalledWith({ kind: 'statement', id: 's3' });
});

test('the table tells every relation with its course, as the graph does', () => {
  const { container } = show();
  const rows = [...container.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(rows).toHaveLength(story.relations.length);
  expect(rows[0]).toContain('threats ¶2.2call ¶1.2invitation ¶1.5');
});

test('a name that is followed brings its relations forward', () => {
  const { container } = show();
  const node = [...container.querySelectorAll('.node')].find((one) => one.textContent === 'Delcy Rodríguez')!;
  fireEvent.focus(node);
  expect(container.querySelectorAll('.edge.followed')).toHaveLength(2);
  expect(container.querySelectorAll('.edge.aside')).toHaveLength(1);
  fireEvent.blur(node);
  expect(container.querySelectorAll('.aside.edge')).toHaveLength(0);
});

test('planned events are told apart in words, editorial dates too', () => {
  const { container } = show();
  expect(container.querySelector('[id="event/visit"]')?.textContent).toContain('planned');
  expect(container.querySelector('[id="event/post"]')?.textContent).toContain('added by us');
});

test('quotations are given verbatim in every language', () => {
  const { container } = show({ voice: voices.es });
  const text = container.querySelector('[id="quotation/q2"]')?.textContent;
  expect(text).toContain('“take up arms”');
  expect(text).toContain('«tomar las armas»');
});

test('what was said in Spanish is given there as a translation back, and notes of ours stand beside', () => {
  const noted = structuredClone(story);
  noted.quotations[1]!.saidIn = 'es';
  noted.quotations[1]!.editorial = { en: 'Not his words.', es: 'No son sus palabras.' };
  const { container } = show({ voice: voices.es, story: noted });
  const quotation = container.querySelector('[id="quotation/q2"]');
  expect(quotation?.textContent).not.toContain('«');
  expect(quotation?.textContent).toContain('tomar las armas retraducido del inglés; original en español');
  expect(quotation?.querySelector('.mode-editorial')?.textContent).toBe('No son sus palabras. añadido nuestro');
  expect(container.querySelector('#provenance')?.textContent).toContain('take up arms: No son sus palabras.');
});

test('the day up to which the story reaches is marked as ours', () => {
  const { container } = show();
  expect(container.querySelector('header .bracketed')?.parentElement?.textContent).toBe(
    'As of Jan 8, 2026 added by us',
  );
  expect(container.querySelector('#provenance')?.textContent).toContain('as of Jan 8, 2026 (date added by us)');
});

test('no id is given twice', () => {
  const { container } = show();
  const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
