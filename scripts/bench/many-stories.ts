// Stories made up by the hundred, as a reader's library grows: drafts of articles, whose people bear names of many
// countries. All of it is made by a fixed sequence, so that two runs measure the same.
import * as v from 'valibot';
import type { Story, StoryInput } from '../../stories/format.ts';
import { StorySchema } from '../../stories/format.ts';
import { loadNameLists } from '../dataset/name-lists.ts';

const PEOPLE = 9;
const INSTITUTIONS = 3;
const TOWNS = 2;
const STATEMENTS = 24;
const ISO = [
  'FR',
  'DE',
  'PL',
  'KE',
  'IN',
  'BR',
  'TR',
  'EG',
  'NG',
  'JP',
  'SE',
  'MX',
  'ZA',
  'VN',
  'IT',
  'ES',
  'GR',
  'UA',
];
const KINDS = ['Institute', 'Council', 'Ministry', 'Agency', 'Union', 'Museum', 'Bank', 'Federation'];
const OF = ['Harbours', 'Grain', 'Rivers', 'Bridges', 'Forests', 'Railways', 'Archives', 'Fisheries', 'Tolls'];
const ROLES = ['Minister of harbours', 'Head of the archive', 'Engineer of the northern bridge', 'Judge', 'Singer'];
const SAID =
  'said that the bridge would stay closed for another week, since the pillars had to be tested again before winter';

/** Numbers from 0 to 1, always the same ones. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

const capital = (name: string): string => name.replace(/(?:^|[\s'’-])\p{L}/gu, (letter) => letter.toUpperCase());

/**
 * Makes stories of fifteen figures.
 * @param root the project's folder, whose lists of names are drawn from
 * @param spare words that are no name of anybody in them, folded
 */
export function manyStories(root: string, count: number, spare: ReadonlySet<string> = new Set()): Story[] {
  const lists = loadNameLists(root);
  const listed = (list: readonly string[], shortest: number) =>
    list.filter((name) => name.length >= shortest && /^[a-z]+$/.test(name) && !spare.has(name));
  const given = listed([...lists.given.female, ...lists.given.male], 4);
  const surnames = listed(lists.surnames, 5);
  const towns = listed(lists.places.world, 5);
  const chance = createChance(5);
  const pick = (list: readonly string[]): string => capital(list[Math.floor(chance() * list.length)] ?? '');
  return Array.from({ length: count }, (_, at) => {
    const iso = ISO[at % ISO.length] as string;
    const country = new Intl.DisplayNames('en', { type: 'region' }).of(iso) as string;
    const figures: NonNullable<StoryInput['figures']> = [
      { id: 'land', kind: 'place', name: { en: country }, iso, names: { aliases: [country] } },
    ];
    for (let person = 0; person < PEOPLE; person++) {
      const [first, last] = [pick(given), pick(surnames)];
      figures.push({
        id: `p-${person}`,
        kind: 'person',
        name: { en: `${first} ${last}` },
        role: { en: ROLES[Math.floor(chance() * ROLES.length)] as string },
        names: { full: [`${first} ${last}`], given: [first], surname: [last], strength: 'weak' },
        country: 'land',
        offices: person === 0 ? [{ office: 'land-president', title: { en: 'President' }, from: '2024-01-01' }] : [],
      });
    }
    for (let one = 0; one < INSTITUTIONS; one++) {
      const name = `${pick(towns)} ${pick(KINDS)} of ${pick(OF)}`;
      figures.push({
        id: `o-${one}`,
        kind: 'organization',
        name: { en: name },
        names: { aliases: [name] },
        country: 'land',
      });
    }
    for (let one = 0; one < TOWNS; one++) {
      const name = pick(towns);
      figures.push({ id: `t-${one}`, kind: 'place', name: { en: name }, names: { aliases: [name] }, country: 'land' });
    }
    return v.parse(StorySchema, {
      format: 'dramatis-story/1',
      id: `made-${at}`,
      title: { en: `Story ${at} of ${country}` },
      made: { how: 'draft' },
      asOf: '2026-01-08',
      sources: [
        {
          id: 'a',
          title: `What happened in ${country}`,
          publisher: 'The Brackwater Courier',
          url: `https://courier.example/${at}`,
          date: '2026-01-08',
          language: 'en',
          paragraphs: [1, ...Array.from({ length: STATEMENTS / 3 }, () => 3)],
          text: [
            ['The bridge stays closed'],
            ...Array.from({ length: STATEMENTS / 3 }, (_, row) =>
              Array.from({ length: 3 }, (_, cell) => `${figures[1 + ((3 * row + cell) % PEOPLE)]?.name.en} ${SAID}.`),
            ),
          ],
        },
      ],
      figures,
      statements: Array.from({ length: STATEMENTS }, (_, one) => ({
        id: `s-${one}`,
        text: { en: `${figures[1 + (one % PEOPLE)]?.name.en} ${SAID}.` },
        cites: [`a:${1 + Math.floor(one / 3)}.${1 + (one % 3)}`],
        mode: 'reported',
        figures: [`p-${one % PEOPLE}`],
        weight: 2,
        verbatim: true,
      })),
    } satisfies StoryInput);
  });
}
