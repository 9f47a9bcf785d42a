// Answers to messages from popup and background. All of them work in any state of the session.
import { CURRENT } from '../../extension/compiled-keys.ts';
import type { PageHandlers } from '../../extension/messages.ts';
import { reasonText } from '../../page/news/reasons.ts';
import { figuresOf } from '../../page/text/mentions.ts';
import type { Session } from './session.ts';

export function createPageHandlers(location: { readonly hostname: string }, session: Session): PageHandlers {
  const { verdict } = session;
  return {
    async status() {
      await verdict.pageSettings.known;
      // Kept, so that the answer is about one address, should it change meanwhile.
      const { facts } = verdict;
      const { kind, because } = await facts.findNews();
      const date = await facts.findDate();
      const counts = new Map<string, number>();
      for (const figure of (session.marks?.seen() ?? []).flatMap(figuresOf))
        counts.set(figure, (counts.get(figure) ?? 0) + 1);
      return {
        host: location.hostname,
        news: { kind, because: because.map(reasonText) },
        date,
        ...verdict.decision(facts),
        figures: [...counts].map(([id, count]) => ({ id, count, stories: session.marks?.storiesOf(id) ?? [] })),
      };
    },
    async mentions() {
      await session.settled();
      const { marks } = session;
      return (marks?.mentions ?? []).map(({ figure, text, evidence }) => ({
        figure,
        stories: marks?.storiesOf(figure) ?? [],
        text,
        evidence,
      }));
    },
    async reveal({ figure, step }) {
      await session.opened();
      return session.marks?.reveal(figure, step) ?? false;
    },
    async scrollTo({ figure }) {
      await session.opened();
      return session.marks?.scrollTo(figure) ?? false;
    },
    markOnce: ({ on }) => verdict.setOnce(on ? 'on' : 'off'),
    announce: () => session.marks?.announce(),
    async changed({ keys }) {
      verdict.pageSettings.onStoredChanged(keys);
      if (!keys || keys.includes(CURRENT)) await session.onStories();
    },
  };
}
