// The dataset itself: complete as the story asks, in both languages, and served to the bundles as they need it.
import { fileURLToPath } from 'node:url';
import { story as whole } from 'virtual:story';
import { story as cards } from 'virtual:story/card';
import { describe, expect, test } from 'vitest';
import { loadStory } from '../../scripts/dataset/load.ts';
import { lazyModule } from '../../scripts/dataset/plugin.ts';
import { mergeStories } from '../../stories/library.ts';

const story = loadStory(fileURLToPath(new URL('../..', import.meta.url)));
const { names } = mergeStories([story]);

const FIGURES =
  'trump petro maduro rubio rodriguez flores villavicencio colombia venezuela united-states caracas latin-america ' +
  'presidential-palace white-house truth-social petro-office drug-cartels latin-american-leaders';

describe('the story', () => {
  test('has every figure; groups are never marked', () => {
    expect(story.figures.map(({ id }) => id).sort()).toEqual(FIGURES.split(' ').sort());
    expect(story.figures.filter(({ unmarked }) => unmarked).map(({ id, kind }) => [id, kind])).toEqual([
      ['drug-cartels', 'group'],
      ['latin-american-leaders', 'group'],
    ]);
  });

  test('tells every sentence, each statement at most two of them', () => {
    const told = new Set(story.statements.filter(({ mode }) => mode !== 'ours').flatMap(({ cites }) => cites));
    const all = story.sources.flatMap(({ id, paragraphs }) =>
      paragraphs.flatMap((count, at) => Array.from({ length: at && count }, (_, next) => `${id}:${at}.${next + 1}`)),
    );
    expect(all).toHaveLength(27);
    expect(all.filter((cite) => !told.has(cite))).toEqual([]);
    expect(story.statements.filter(({ cites }) => cites.length > 2)).toEqual([]);
  });

  test('has every text in both languages', () => {
    const texts = [...textsIn(story)];
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter(({ en, es }) => !en?.trim() || !es?.trim())).toEqual([]);
  });

  test('keeps the article’s modes apart', () => {
    const of = (id: string) => story.statements.find((statement) => statement.id === id);
    expect(of('capture')).toMatchObject({ mode: 'reported' });
    expect(of('cartel-claim')).toMatchObject({ mode: 'said', by: 'trump' });
    expect(of('rodriguez-visit')).toMatchObject({ mode: 'said', by: 'petro-office' });
    expect(of('mediator')).toMatchObject({ mode: 'analysis' });
    // Of a sentence that tells what several did, nobody is the speaker.
    expect(of('condemnation')).toMatchObject({ mode: 'reported' });
    expect(of('loud-critic')).toMatchObject({ mode: 'reported' });
    // The posting is a fact, the wish in it is Trump’s word.
    expect(of('call-announced')).toMatchObject({ mode: 'reported' });
    expect(of('wish-to-meet')).toMatchObject({ mode: 'said', by: 'trump' });
    expect(of('rodriguez-sworn-in')).toMatchObject({ mode: 'ours' });
  });

  test('has its quotations by speaker; one is nobody’s that the article names', () => {
    expect(story.quotations.map(({ id, by }) => `${id}: ${by}`)).toEqual([
      'positive-call: null',
      'great-honor: trump',
      'call-and-tone: trump',
      'sick-man: trump',
      'take-up-arms: petro',
      'peace-and-reconciliation: petro-office',
      'worse-fate: trump',
    ]);
  });

  test('has its events in order, the planned ones last', () => {
    expect(story.events.map(({ id, date, planned }) => [id, date, planned])).toEqual([
      ['capture', '2026-01-03', false],
      ['condemnation', null, false],
      ['warning', '2026-01-04', false],
      ['remarks', '2026-01-04', false],
      ['take-up-arms', '2026-01-05', false],
      ['call', '2026-01-07', false],
      ['post', '2026-01-07', false],
      ['palace-announcement', '2026-01-08', false],
      ['rubio-meeting', null, true],
      ['white-house-meeting', null, true],
      ['palace-meeting', null, true],
    ]);
    expect(story.events.every(({ date, dateIsEditorial }) => date === null || dateIsEditorial)).toBe(true);
    const { firstEvent, lastEvent } = cards();
    expect([firstEvent, lastEvent]).toEqual(['2026-01-03', '2026-01-08']);
  });

  test('knows nothing of what came after the day that it names', () => {
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(story.asOf));
    expect(story.open.find(({ id }) => id === 'afterwards')?.text.en).toBe(`Anything that happened after ${day}.`);
  });

  test.each([
    ['trump', 'petro'],
    ['trump', 'maduro'],
    ['trump', 'rodriguez'],
    ['petro', 'rodriguez'],
    ['petro', 'maduro'],
    ['rubio', 'villavicencio'],
    ['united-states', 'colombia'],
    ['united-states', 'venezuela'],
  ])('relates %s and %s, each step cited', (one, other) => {
    const relation = story.relations.find(({ between }) => between.includes(one) && between.includes(other));
    expect(relation?.course.length).toBeGreaterThan(0);
    expect(relation?.course.every(({ cites }) => cites.length > 0)).toBe(true);
  });

  test('says of those whom the article leaves unnamed that their names are added', () => {
    for (const id of ['flores', 'villavicencio'])
      expect(story.figures.find((figure) => figure.id === id)?.editorial?.en).toContain('added');
  });

  test('knows who held which office when', () => {
    const holders = (office: string, day: string) =>
      story.figures
        .filter(({ offices }) =>
          offices?.some((term) => term.office === office && term.from <= day && (term.to ?? '9') > day),
        )
        .map(({ id }) => id);
    expect(holders('us-president', '2021-01-19')).toEqual(['trump']);
    expect(holders('us-president', '2021-01-20')).toEqual([]);
    expect(holders('us-president', '2026-01-07')).toEqual(['trump']);
    expect(holders('colombia-president', '2026-08-06')).toEqual(['petro']);
    expect(holders('colombia-president', '2026-08-07')).toEqual([]);
    expect(holders('venezuela-president', '2026-01-02')).toEqual(['maduro']);
    expect(holders('venezuela-vice-president', '2026-01-04')).toEqual(['rodriguez']);
    expect(holders('venezuela-vice-president', '2026-01-05')).toEqual([]);
    expect(holders('venezuela-interim-president', '2026-01-07')).toEqual(['rodriguez']);
    expect(holders('us-secretary-of-state', '2026-01-07')).toEqual(['rubio']);
    expect(holders('colombia-foreign-minister', '2026-01-07')).toEqual(['villavicencio']);
  });

  test('marks the end of office that is only assumed, for surfaces tell it to no reader', () => {
    expect(story.figures.find(({ id }) => id === 'villavicencio')?.offices[0]).toMatchObject({
      to: '2026-08-07',
      toIsAssumed: true,
    });
    expect(names.find(({ id }) => id === 'villavicencio')?.offices?.[0]?.to).toBe('2026-08-07');
  });

  test('gives recognition a name for every figure that is marked', () => {
    expect(names.map(({ id }) => id)).toEqual(story.figures.map(({ id }) => id));
    for (const { unmarked, names: known } of names)
      expect(Boolean(known?.surname?.length || known?.aliases?.length)).toBe(!unmarked);
  });
});

describe('the virtual modules', () => {
  test('serve the whole story, parsed once', () => {
    expect(whole()).toEqual(story);
    expect(whole()).toBe(whole());
  });

  test('serve cards with what they show and nothing else', () => {
    const keys = (records: readonly object[]) => [...new Set(records.flatMap(Object.keys))].sort();
    const { figures, statements, quotations, relations, events, sources, ...head } = cards();
    expect(head).toEqual({
      id: story.id,
      title: story.title,
      asOf: story.asOf,
      origin: 'bundled',
      kept: null,
      draft: false,
      news: null,
      firstEvent: '2026-01-03',
      lastEvent: '2026-01-08',
    });
    expect(keys(sources)).toEqual(['date', 'description', 'fragments', 'id', 'language', 'publisher', 'title', 'url']);
    expect(keys(figures)).toEqual(['asOf', 'editorial', 'id', 'kind', 'name', 'role', 'unknown', 'unmarked']);
    expect(keys(statements)).toEqual(['by', 'cites', 'figures', 'id', 'mode', 'text', 'verbatim', 'weight']);
    expect(keys(quotations)).toEqual([
      'about',
      'by',
      'cite',
      'editorial',
      'excerpt',
      'first',
      'id',
      'language',
      'saidIn',
      'to',
      'words',
    ]);
    expect(keys(relations)).toEqual(['between', 'course', 'id', 'label']);
    expect(keys(relations.flatMap(({ course }) => course))).toEqual(['cites', 'text']);
    expect(events.map(({ id }) => id)).toEqual(story.events.map(({ id }) => id));
    expect(statements.map(({ id }) => id)).toEqual(story.statements.map(({ id }) => id));
  });

  test('carry any text unharmed', async () => {
    const payload = { text: 'a \'quoted\' "text" with \\ and \n, `\u0024{x}` and \u2028 </script>' };
    const module = await import(`data:text/javascript,${encodeURIComponent(lazyModule('anything', payload))}`);
    expect(module.anything()).toEqual(payload);
  });
});

/** Every text of a value but what other languages write, which is for recognition. */
function* textsIn(value: unknown): Generator<{ en?: string; es?: string }> {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value || 'es' in value) yield value as { en?: string; es?: string };
  else for (const [key, item] of Object.entries(value)) if (key !== 'languages') yield* textsIn(item);
}
