// What the toolbar button is told, and when.
import { expect, test, vi } from 'vitest';
import { createToolbarReport } from '../../entrypoints/reader/toolbar-report.ts';

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

test('a number of figures is sent only when it has changed', async () => {
  const send = vi.fn(async () => {});
  const report = createToolbarReport(send);
  report.marked(0);
  await settle();
  report.marked(0);
  report.marked(2);
  await settle();
  report.marked(2);
  await settle();
  expect(send.mock.calls).toEqual([[{ active: true, figures: 0 }], [{ active: true, figures: 2 }]]);
});

test('reports are sent one after the other, without those that are outdated by then', async () => {
  const sent: unknown[] = [];
  let deliver = () => {};
  const report = createToolbarReport((found) => {
    sent.push(found);
    return new Promise<void>((resolve) => (deliver = resolve));
  });
  report.marked(1);
  await settle();
  report.marked(2);
  report.marked(3);
  report.unmarked();
  await settle();
  expect(sent).toEqual([{ active: true, figures: 1 }]);
  deliver();
  await settle();
  expect(sent).toEqual([
    { active: true, figures: 1 },
    { active: false, figures: 0 },
  ]);
});

test('after the page was unmarked, the same number is sent again', async () => {
  const send = vi.fn(async () => {});
  const report = createToolbarReport(send);
  report.marked(1);
  await settle();
  report.unmarked();
  await settle();
  report.marked(1);
  await settle();
  expect(send).toHaveBeenCalledTimes(3);
});

test('the last report is repeated only while the page is marked', async () => {
  const send = vi.fn(async () => {});
  const report = createToolbarReport(send);
  report.repeat();
  await settle();
  expect(send).not.toHaveBeenCalled();
  report.marked(1);
  await settle();
  report.repeat();
  await settle();
  expect(send.mock.calls).toEqual([[{ active: true, figures: 1 }], [{ active: true, figures: 1 }]]);
});
