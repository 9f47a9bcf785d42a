// Where things come from: citations, which lead into the article or the story; a story's sources, and how it came here.
import { Fragment } from 'preact';
import { articleAddress, type Findable, type Fragment as Words, webAddress } from '../stories/article-address.ts';
import type { Citation, Source, Story } from '../stories/format.ts';
import { type CardStory, inLanguage, splitCitation } from '../stories/story.ts';
import { clipped } from '../stories/words.ts';
import { comma, formatDate, inOneLine, joinClauses, type Localizer } from './localizer.ts';
import { isOfSource } from './origin.ts';

type NamedSource = Pick<Source, 'publisher' | 'description' | 'url' | 'date'>;
/** What the line of a story's source says of it. */
export type SourcedStory = Pick<Story, 'title' | 'asOf'> & { sources: readonly NamedSource[] };

/** Names of publishers and titles of stories are seldom longer; so that a long one leaves a card its room. */
const NAME_WORDS = 5;
const TITLE_WORDS = 8;

/** Where links lead: an address of the web by a callback, or, on our own pages, by a link to a tab of its own. */
type OnArticle = ((address: string) => void) | undefined;

/**
 * Places in the sources, as `¶2.3`; of several sources, the second's as `2:¶2.3`. One in an article of the web opens
 * it there, any other leads to its place in the story: with `href` by a link, with `onCite` by a button.
 */
export function Citations({
  localizer: { t },
  story: { sources },
  cites,
  find,
  ...target
}: {
  localizer: Localizer;
  story: { sources: readonly (Findable & Pick<Source, 'id' | 'publisher'>)[] };
  cites: readonly Citation[];
  /** What finds the words of a place, where the article's text is at hand. */
  find?: (source: Findable, place: string) => Words | null;
} & (
  | { onCite: (cite: Citation) => void; onArticle: (address: string) => void }
  | { href: (cite: Citation) => string }
)) {
  return cites.map((cite, at) => {
    const { source: id, place } = splitCitation(cite);
    const number = sources.findIndex((source) => source.id === id);
    const source = sources[number];
    const address = source ? articleAddress(source, place, find) : null;
    const [paragraph = '', sentence = ''] = place.split('.');
    const label = [
      paragraph === '0' ? t('citeHeadline') : t('citePlace', [paragraph, sentence]),
      sources.length > 1 ? source?.publisher : null,
      address && t('cite_opens'),
    ];
    const attributes = {
      class: address ? 'link cite out' : 'link cite',
      'aria-label': label.filter(Boolean).join(', '),
    };
    const text = `${sources.length > 1 ? `${number + 1}:` : ''}¶${paragraph === '0' ? '0' : place}`;
    return (
      <Fragment key={cite}>
        {at > 0 && ' '}
        {'onCite' in target ? (
          <button
            {...attributes}
            type="button"
            onClick={() => (address ? target.onArticle(address) : target.onCite(cite))}
          >
            {text}
          </button>
        ) : address ? (
          <a {...attributes} href={address} target="_blank" rel="noopener noreferrer">
            {text}
          </a>
        ) : (
          <a {...attributes} href={target.href(cite)}>
            {text}
          </a>
        )}
      </Fragment>
    );
  });
}

/** The host to which a source's address leads, as it is written there (`xn--…` for other scripts); null without one. */
export const hostOf = ({ url }: Pick<Source, 'url'>): string | null =>
  url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || null : null;

/** Where a story's newest source leads, of a file: whoever wrote it may call any address by any publisher's name. */
export function namedHost(story: SourcedStory): string | null {
  const source = newestSource(story);
  return source?.publisher ? hostOf(source) : null;
}

/** A source by its publisher, else by its site, else by what the story says of it. */
export function sourceName(localizer: Localizer, story: SourcedStory, source: NamedSource | undefined): string {
  const name = source?.publisher || (source && hostOf(source));
  return name ? clipped(name, NAME_WORDS) : clipped(inLanguage(story.title, localizer).text, TITLE_WORDS);
}

/** "The Harbour Post, Jan 8, 2026": a story's source, the newest where it has several. */
export function sourceLabel(localizer: Localizer, story: SourcedStory): string {
  const source = newestSource(story);
  const date = source?.date ? formatDate(localizer.locale, source.date) : null;
  return inOneLine(localizer.locale, [sourceName(localizer, story, source), date]);
}

function newestSource<S extends NamedSource>({ sources }: { sources: readonly S[] }): S | undefined {
  return [...sources].sort((a, b) => ((a.date ?? '') > (b.date ?? '') ? -1 : 1))[0];
}

/** How a story came to the reader. */
type Arrival = Pick<CardStory, 'origin' | 'kept' | 'draft'>;

/** How a story came to the reader, and whether it was looked through; empty for one that says nothing of it. */
export function storyNotes({ t, locale }: Localizer, { origin, kept: day, draft }: Arrival): string[] {
  const kept = day === null ? null : formatDate(locale, day);
  return [
    origin === 'kept' && (kept ? t('story_keptOn', [kept]) : t('story_kept')),
    origin === 'imported' && (kept ? t('story_importedOn', [kept]) : t('story_imported')),
    draft && t('story_draft'),
  ].filter((note) => note !== false);
}

/** Whether there is more to say of a story's source than that it is told in it. */
export const hasSourceNote = ({ sources }: SourcedStory, { draft, origin }: Arrival): boolean =>
  draft || origin !== 'bundled' || sources.some(({ publisher, url }) => publisher || url);

/** A story's source with its date and link, and how the story came here. */
export function SourceNote({
  localizer,
  story,
  arrival,
  onArticle,
}: {
  localizer: Localizer;
  story: SourcedStory;
  arrival: Arrival;
  onArticle?: OnArticle;
}) {
  const source = newestSource(story);
  const date = source?.date ? formatDate(localizer.locale, source.date) : null;
  const host = arrival.origin === 'imported' ? namedHost(story) : null;
  return (
    <p class="note source">
      <ArticleLink address={source ? webAddress(source) : null} host={host} onArticle={onArticle}>
        {sourceName(localizer, story, source)}
      </ArticleLink>
      {host && !onArticle && <Host of={host} />}
      {date && comma(localizer.locale) + date}
      {storyNotes(localizer, arrival).map((note) => ` · ${note}`)}
    </p>
  );
}

/** Beside the name that a file gives an address. */
export const Host = ({ of }: { of: string }) => (
  <>
    {' '}
    (<bdi dir="ltr">{of}</bdi>)
  </>
);

function ArticleLink({
  address,
  host,
  onArticle,
  children,
}: {
  address: string | null;
  /** Told by the pointer and by screen readers where there is no room for it. */
  host: string | null;
  onArticle?: OnArticle;
  children: string;
}) {
  if (address === null) return <bdi>{children}</bdi>;
  if (!onArticle)
    return (
      <a class="out" href={address} target="_blank" rel="noopener noreferrer">
        <bdi>{children}</bdi>
      </a>
    );
  return (
    <button class="link out" type="button" title={host ?? undefined} onClick={() => onArticle(address)}>
      {children}
    </button>
  );
}

/** All sources of a story as one line, and the day up to which it reaches where no source bears that. */
export function sourceLine(localizer: Localizer, story: SourcedStory): string {
  const { t, locale } = localizer;
  const all = story.sources.map((source) => {
    const { description, publisher, url, date } = source;
    const name =
      !publisher && !url && description
        ? inLanguage(description, localizer).text
        : sourceName(localizer, story, source);
    return inOneLine(locale, [name, date && formatDate(locale, date), url]);
  });
  const sources = joinClauses(localizer, all);
  return isOfSource(story, story.asOf)
    ? t('card_sourceOnly', [sources])
    : t('card_source', [sources, formatDate(locale, story.asOf)]);
}
