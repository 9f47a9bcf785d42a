// What gate, judge and reader of one document leave for each other.
import { expect, test } from 'vitest';
import {
  enterAsGate,
  enterAsReader,
  leaveVerdict,
  verdictOn,
  type WaitingMessage,
} from '../../extension/page-world.ts';

const question = (type: string): WaitingMessage => ({ message: { type }, sender: {}, respond: () => {} });

test('a gate starts once; its reader takes the waiting messages, and none wait from then on', () => {
  const world = {};
  const gate = enterAsGate('1', world);
  expect(gate?.waiting).toEqual([]);
  expect(enterAsGate('1', world)).toBeNull();
  const asked = question('status');
  gate?.waiting?.push(asked);
  expect(enterAsReader('1', world)).toEqual([asked]);
  expect(gate?.waiting).toBeNull();
  expect(enterAsReader('1', world)).toBeNull();
  expect(enterAsGate('1', world)).toBeNull();
});

test('a reader needs no gate', () => {
  const world = {};
  expect(enterAsReader('1', world)).toEqual([]);
  expect(enterAsReader('1', world)).toBeNull();
});

test('another version starts over and leaves the older one’s messages alone', () => {
  const world = {};
  const old = enterAsGate('1', world);
  old?.waiting?.push(question('status'));
  expect(enterAsGate('2', world)?.waiting).toEqual([]);
  expect(enterAsReader('2', world)).toEqual([]);
  expect(old?.waiting).toHaveLength(1);
});

test('the reader knows the last verdict, if it is of its version and of the page’s present address', () => {
  const world = {};
  enterAsGate('1', world);
  const judged = { address: 'https://news.example/a', news: { kind: 'front' } };
  leaveVerdict('1', judged, world);
  expect(verdictOn('https://news.example/a', world)).toEqual({ kind: 'front' });
  expect(verdictOn('https://news.example/a#comments', world)).toEqual({ kind: 'front' });
  expect(verdictOn('https://news.example/b', world)).toBeUndefined();
  leaveVerdict('2', { ...judged, news: { kind: 'article' } }, world);
  expect(verdictOn('https://news.example/a', world)).toEqual({ kind: 'front' });
  expect(verdictOn('https://news.example/a', {})).toBeUndefined();
});
