// What has come into a story since its reader last opened it.
import type { Source, Statement, Story } from './format.ts';

/** What came into a story at one time: another source, or a newer revision. */
export interface Addition {
  /** ISO 8601, in UTC. */
  at: string;
  /** Ids of what the story had not before. */
  sources: readonly string[];
  statements: readonly string[];
}

/** What is kept of how a story was read. */
export interface Reading {
  /** When the story was last opened, ISO 8601 in UTC; null for never. */
  read: string | null;
  /** What came since, the oldest first. */
  unread: readonly Addition[];
}

/** What is new to a reader; ids, of what came last first. */
export interface News {
  /** When the story was last opened, ISO 8601 in UTC; null for never. */
  since: string | null;
  sources: readonly string[];
  statements: readonly string[];
}

/** What of a story is new to its reader; null where nothing is. What the story has lost since is left out. */
export function newsSince(story: Pick<Story, 'sources' | 'statements'>, { read, unread }: Reading): News | null {
  const present = (all: readonly { id: string }[], ids: readonly string[]) => {
    const here = new Set(all.map(({ id }) => id));
    return [...new Set(ids)].filter((id) => here.has(id));
  };
  const latest = [...unread].reverse();
  const sources = present(
    story.sources,
    latest.flatMap((one) => [...one.sources].reverse()),
  );
  const statements = present(
    story.statements,
    latest.flatMap((one) => one.statements),
  );
  if (sources.length + statements.length === 0) return null;
  return { since: read, sources, statements };
}

type ToldStatement = Pick<Statement, 'id' | 'cites' | 'figures' | 'by' | 'weight'>;

/** What the newest source has added of a figure: its weightiest statement. */
export interface Newest<S extends ToldStatement, O> {
  statement: S;
  /** Null where no source has come: a newer revision has more to say of those there are. */
  source: O | null;
}

/** Null where the newest source tells nothing new of the figure. */
export function newestOf<S extends ToldStatement, O extends Pick<Source, 'id'>>(
  { statements, sources, news }: { statements: readonly S[]; sources: readonly O[]; news: News | null },
  figure: string,
): Newest<S, O> | null {
  if (!news) return null;
  const isNew = new Set(news.statements);
  const source = sources.find(({ id }) => id === news.sources[0]) ?? null;
  const [statement] = statements
    .filter(({ id, by, figures, cites }) => {
      const isOfSource = source === null || cites.some((cite) => cite.startsWith(`${source.id}:`));
      return isNew.has(id) && isOfSource && (by === figure || figures.includes(figure));
    })
    .sort((a, b) => b.weight - a.weight);
  return statement ? { statement, source } : null;
}
