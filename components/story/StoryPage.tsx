// The story: cast, relations, timeline, quotations, what is open, every statement, where it all comes from.
// What most readers do not look for is folded.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Story } from '../../stories/format.ts';
import { isDraft, type ToldStory, withInnerMarks } from '../../stories/story.ts';
import { direction, forStory, type Localizer } from '../localizer.ts';
import { asOf } from '../origin.ts';
import type { Found } from '../search-results.ts';
import { hasSourceNote, SourceNote } from '../sources.tsx';
import { StoryText } from '../story-text.tsx';
import { Aside } from './Aside.tsx';
import { Cast } from './Cast.tsx';
import type { Editable, Editing, StoryCallbacks } from './editing.ts';
import { unfold, useOpenOnPaper } from './Fold.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { Provenance } from './Provenance.tsx';
import { elementId, type parts, type StoryPlace, toHash } from './place.ts';
import { Quotations } from './Quotations.tsx';
import { Relations } from './Relations.tsx';
import { Statements } from './Statements.tsx';
import { StoryCitations } from './StatementText.tsx';
import { Timeline } from './Timeline.tsx';
import { Title } from './Title.tsx';

export interface StoryPageProps {
  localizer: Localizer;
  /** All that are on, and the one that the address names. */
  stories: readonly ToldStory[];
  /** The place in the address; one in a story that is not there shows the first. */
  place: StoryPlace | null;
  /** The search query in the address. */
  query: string;
  search: (query: string) => readonly Found[];
  go: (place: StoryPlace) => void;
  libraryAddress: string;
  /** The reader's notes on figures of a story, by figure. */
  notes: (story: string) => ReadonlyMap<string, string>;
  /** How a story can be changed; null where it cannot. */
  editable: (told: ToldStory) => Editable | null;
  /** The id of the story that was changed last; null where nothing can be undone. */
  changed: string | null;
  on: StoryCallbacks;
  /** What stands below the title of the story. */
  head?: ComponentChildren;
}

/** What is told in each section of the page; a section in which nothing is told is left out. */
const sections = {
  cast: ({ figures }) => figures.length,
  relations: ({ relations }) => relations.length,
  timeline: ({ events }) => events.length,
  quotations: ({ quotations }) => quotations.length,
  open: ({ open }) => open.length,
  statements: ({ statements }) => statements.length,
  provenance: ({ sources }) => sources.length,
} satisfies Partial<Record<(typeof parts)[number], (story: Story) => number>>;
type SectionId = keyof typeof sections;
const sectionIds = Object.keys(sections) as SectionId[];

/** Each story once: its parts keep what they have worked out for as long as the story is the same. */
const quotable = new WeakMap<Story, Story>();
function readyToQuote(story: Story): Story {
  const made = quotable.get(story) ?? withInnerMarks(story);
  quotable.set(story, made);
  return made;
}

export function StoryPage(props: StoryPageProps) {
  const { stories, place } = props;
  const [asked, setAsked] = useState(0);
  useOpenOnPaper();
  const told = stories.find(({ story }) => story.id === place?.story) ?? stories[0];
  if (!told) return <NoStory {...props} />;
  const { provenance } = told;
  const story = readyToQuote(told.story);
  const localizer = forStory(props.localizer, story, provenance.origin);
  const { t, locale } = localizer;
  const arrival = { ...provenance, draft: isDraft(story, provenance) };
  const editing = editingOf(props, told);
  const here = place?.story === story.id ? elementId(place) : null;
  const go = (to: StoryPlace) => {
    // The address does not change where it names this place already: it is gone to all the same.
    if (to.story === story.id && elementId(to) === here) setAsked(asked + 1);
    else props.go(to);
  };
  return (
    <div class="surface page story" key={story.id} lang={locale} dir={direction(locale)}>
      <Scroll to={here} story={story.id} asked={asked} />
      <header id="top" tabIndex={-1}>
        <p class="note">{t('extName')}</p>
        <Title localizer={localizer} story={story} {...editing} />
        <p class="note">{asOf(localizer, story, story.asOf)}</p>
        {hasSourceNote(story, arrival) && <SourceNote localizer={localizer} story={story} arrival={arrival} />}
        {story.sources.length > 1 && (
          <p class="note">
            <a href={toHash({ story: story.id, kind: 'part', id: 'provenance' })}>
              {t('story_sources', story.sources.length)}
            </a>
          </p>
        )}
        {props.head}
      </header>
      <Aside {...props} go={go} open={story.id} sections={sectionsOf(story)} />
      <main>
        <div id="summary" tabIndex={-1} class="summary">
          {story.summary.map(({ text, cites }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no ids, and never change places
            <p key={at}>
              <StoryText localizer={localizer} text={text} />{' '}
              <StoryCitations localizer={localizer} story={story} cites={cites} />
            </p>
          ))}
        </div>
        <Sections localizer={localizer} story={story} place={place} here={here} editing={editing} />
        <div class="undo" role="status">
          {props.changed === story.id && (
            <p>
              <span>{t('story_changed')}</span>
              <button class="button" type="button" onClick={props.on.undo}>
                {t('options_undo')}
              </button>
            </p>
          )}
        </div>
      </main>
    </div>
  );
}

/**
 * Scrolls to a place and focuses it, so that the keyboard continues from there.
 * @param asked how often it was asked for while the address named it already
 */
function Scroll({ to, story, asked }: { to: string | null; story: string; asked: number }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another story's place of this name is gone to as well
  useEffect(() => {
    if (to !== null) scrollToPlace(to);
  }, [to, story, asked]);
  useEffect(() => {
    // A link to where the address points already changes no address: it is followed all the same.
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      if (to !== null && link?.hash === location.hash) scrollToPlace(to);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [to]);
  return null;
}

function scrollToPlace(id: string): void {
  const element = document.getElementById(id);
  if (element) unfold(element);
  const isPart = element?.tagName === 'SECTION' || element?.tagName === 'HEADER';
  element?.scrollIntoView({ block: isPart ? 'start' : 'center' });
  element?.focus({ preventScroll: true });
}

interface SectionsProps {
  localizer: Localizer;
  story: Story;
  place: StoryPlace | null;
  /** Id of the element that the address points to. */
  here: string | null;
  editing: Editing;
}

/** What the reader has written on one story, and can change of it. */
function editingOf({ notes, editable, on }: StoryPageProps, told: ToldStory): Editing {
  const { id } = told.story;
  return {
    editable: editable(told),
    notes: notes(id),
    onEdit: (...edits) => on.edit(id, ...edits),
    onNote: (figure, text) => on.note(id, figure, text),
  };
}

function Sections(props: SectionsProps) {
  const { localizer, story } = props;
  const [about, setAbout] = useState('');
  return sectionsOf(story).map((id) => (
    <StorySection key={id} id={id} label={localizer.t(`story_${id}`)}>
      <SectionContent id={id} {...props} about={about} onAbout={setAbout} />
    </StorySection>
  ));
}

function SectionContent({
  id,
  place,
  about,
  editing,
  ...props
}: SectionsProps & { id: SectionId; about: string; onAbout: (figure: string) => void }) {
  switch (id) {
    case 'cast':
      return <Cast {...props} {...editing} />;
    case 'relations':
      return <Relations {...props} />;
    case 'timeline':
      return <Timeline {...props} />;
    case 'statements':
      return <Statements {...props} about={about} place={place?.story === props.story.id ? place : null} />;
    case 'quotations':
      return <Quotations {...props} />;
    case 'open':
      return <OpenQuestions {...props} />;
    case 'provenance':
      return <Provenance {...props} />;
  }
}

const sectionsOf = (story: Story) => sectionIds.filter((id) => sections[id](story) > 0);

function NoStory({ localizer: { t, locale }, libraryAddress }: StoryPageProps) {
  return (
    <div class="surface page story" lang={locale} dir={direction(locale)}>
      <header>
        <h1>{t('extName')}</h1>
      </header>
      <main>
        <p>{t('story_none')}</p>
        <p>
          <a href={libraryAddress}>{t('options_openLibrary')}</a>
        </p>
      </main>
    </div>
  );
}

function StorySection({ id, label, children }: { id: string; label: string; children: ComponentChildren }) {
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-label`}>
      <h2 id={`${id}-label`}>{label}</h2>
      {children}
    </section>
  );
}
