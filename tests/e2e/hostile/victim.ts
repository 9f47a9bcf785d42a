// The base page that the hostile pages of this folder extend, and the checks that must pass on each of them.
import { expect } from 'vitest';
import type { Card } from '../driver/card.mjs';
import type { Tab } from '../driver/tab.mjs';
import { until } from '../driver/wait.mjs';
import { article } from '../stage.ts';

export const CALL = '<p>On Wednesday Donald Trump spoke with Gustavo Petro about Venezuela.</p>';
export const MARKED = ['Donald Trump', 'Gustavo Petro', 'Venezuela'];

/** An article in which names stand, on a page that runs `script` before anything of ours does. */
export const attacked = (script: string, body = CALL): string => article(body, `<script>${script}</script>`);

/** Opens the card of a figure without the pointer. */
export async function open(tab: Tab, figure = 'petro'): Promise<Card> {
  await until('the mention', () => tab.send({ type: 'reveal', figure, step: 1 } as { type: string }));
  return tab.card();
}

/** Marks and card are there as on any page. */
export async function goesOn(tab: Tab): Promise<Card> {
  await expect.poll(tab.painted).toEqual(MARKED);
  const card = await open(tab);
  expect(await card.text()).toContain('Gustavo Petro');
  return card;
}
