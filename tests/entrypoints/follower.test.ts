// Which tab's answer counts, in whatever order pages answer.
import { expect, test, vi } from 'vitest';
import { createFollower } from '../../entrypoints/sidepanel/follower.ts';

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A follower of pages that answer only when they are told to. */
function follower() {
  const asked: { tab: number; answer: (text: string) => void }[] = [];
  const answers: [string, number][] = [];
  const signals: AbortSignal[] = [];
  const onOther = vi.fn();
  const made = createFollower<string>({
    ask: (tab) => new Promise((answer) => asked.push({ tab, answer })),
    onOther,
    onAnswer(answer, tab, signal) {
      answers.push([answer, tab]);
      signals.push(signal);
    },
  });
  return { made, asked, answers, signals, onOther };
}

test('the answer of a tab that is no longer in front is dropped, also when it comes last', async () => {
  const { made, asked, answers } = follower();
  made.show(1);
  made.show(2);
  asked[1]?.answer('two');
  await settle();
  asked[0]?.answer('one');
  await settle();
  expect(answers).toEqual([['two', 2]]);
});

test('a tab that comes back to the front is asked anew: its first answer is outdated', async () => {
  const { made, asked, answers } = follower();
  made.show(1);
  made.show(2);
  made.show(1);
  asked[0]?.answer('before');
  await settle();
  expect(answers).toEqual([]);
  asked[2]?.answer('after');
  await settle();
  expect(answers).toEqual([['after', 1]]);
});

test('what follows a page ends when another is in front, or when it is asked again', async () => {
  const { made, asked, signals } = follower();
  made.show(1);
  asked[0]?.answer('one');
  await settle();
  expect(signals[0]?.aborted).toBe(false);
  made.refresh();
  expect(signals[0]?.aborted).toBe(true);
  asked[1]?.answer('one again');
  await settle();
  made.show(2);
  expect(signals[1]?.aborted).toBe(true);
});

test('asked again, a page is not another one; without a tab nobody is asked', async () => {
  const { made, asked, onOther } = follower();
  made.show(1);
  made.refresh();
  expect(onOther.mock.calls).toEqual([[1]]);
  made.show(null);
  made.refresh();
  expect(asked).toHaveLength(2);
  expect(made.tab).toBe(null);
});
