// The stories in the popup: those of this page first, one of them open with its summary, the others a line each.
import { useState } from 'preact/hooks';
import { inLanguage, isDraft, type ToldStory } from '../../stories/story.ts';
import { fragmentAt } from '../../stories/text-fragment.ts';
import { forStory, type Localizer } from '../localizer.ts';
import { asOf } from '../origin.ts';
import { Citations, hasSourceNote, SourceNote, sourceLabel } from '../sources.tsx';
import { placeCiting, type StoryPlace } from '../story/place.ts';
import { StoryText } from '../story-text.tsx';

export interface StoriesCallbacks {
  openStory(place: StoryPlace): void;
  /** Opens an article of the web. */
  openArticle(address: string): void;
  openOptions(): void;
  /** Leaves a story out on the site, or takes it in again wherever it was left out here. */
  leaveOut(story: string, isOut: boolean): void;
}

interface StoriesProps {
  localizer: Localizer;
  stories: readonly ToldStory[];
  /** Ids of the stories that this page is about. */
  onPage: readonly string[];
  /** Ids of those that the reader has left out here; null where that cannot be chosen. */
  leftOut: readonly string[] | null;
  on: StoriesCallbacks;
}

/** So many stories that are not of this page have a line; the story page lists all. */
const MOST_OTHERS = 5;

export function Stories({ localizer, stories: all, onPage, leftOut, on }: StoriesProps) {
  const { t } = localizer;
  const [chosen, setChosen] = useState<string | null>(null);
  const gone = all.filter(({ story }) => leftOut?.includes(story.id));
  const stories = all.filter((told) => !gone.includes(told));
  const here = onPage.flatMap((id) => stories.filter(({ story }) => story.id === id));
  const others = stories.filter((told) => !here.includes(told));
  const open = stories.find(({ story }) => story.id === chosen) ?? here[0] ?? others[0];
  const shown = others.slice(0, MOST_OTHERS);
  const listed = !open || shown.includes(open) || here.includes(open) ? shown : [...shown, open];
  const group = { localizer, open, onChoose: setChosen, on };
  return (
    <>
      {all.length === 0 && <NoStory localizer={localizer} on={on} />}
      <Group {...group} label={t('popup_storiesHere', here.length)} stories={here} isLeavable={leftOut !== null} />
      <Group
        {...group}
        label={here.length > 0 ? t('popup_otherStories') : t('popup_story', listed.length)}
        stories={listed}
      />
      {open && others.length > listed.length && (
        <p>
          <button
            class="link"
            type="button"
            onClick={() => on.openStory({ story: open.story.id, kind: 'part', id: 'top' })}
          >
            {t('card_otherStories', others.length - listed.length)}
          </button>
        </p>
      )}
      <LeftOutHere localizer={localizer} stories={gone} on={on} />
    </>
  );
}

function NoStory({ localizer: { t }, on }: Pick<StoriesProps, 'localizer' | 'on'>) {
  return (
    <section>
      <p>{t('story_none')}</p>
      <p>
        <button class="link" type="button" onClick={on.openOptions}>
          {t('popup_options')}
        </button>
      </p>
    </section>
  );
}

/** Those that the reader has left out on this page or site, each with a way back. */
function LeftOutHere({ localizer, stories, on }: Pick<StoriesProps, 'localizer' | 'stories' | 'on'>) {
  if (stories.length === 0) return null;
  return (
    <section>
      <h2 class="label">{localizer.t('popup_leftOut')}</h2>
      {stories.map(({ story }) => (
        <p key={story.id} class="story-line">
          <StoryText localizer={forStory(localizer, story)} text={story.title} />{' '}
          <button class="link" type="button" onClick={() => on.leaveOut(story.id, false)}>
            {localizer.t('popup_takeIn')}
          </button>
        </p>
      ))}
    </section>
  );
}

function Group({
  localizer,
  label,
  stories,
  open,
  isLeavable = false,
  onChoose,
  on,
}: {
  localizer: Localizer;
  label: string;
  stories: readonly ToldStory[];
  open: ToldStory | undefined;
  /** Whether they can be left out on the site in front. */
  isLeavable?: boolean;
  onChoose: (story: string) => void;
  on: StoriesCallbacks;
}) {
  if (stories.length === 0) return null;
  return (
    <section>
      <h2 class="label">{label}</h2>
      {stories.map((told) =>
        told === open ? (
          <Summary key={told.story.id} localizer={localizer} told={told} isLeavable={isLeavable} on={on} />
        ) : (
          <StoryLine key={told.story.id} localizer={localizer} told={told} onChoose={onChoose} />
        ),
      )}
    </section>
  );
}

function StoryLine({
  localizer: everywhere,
  told: { story },
  onChoose,
}: {
  localizer: Localizer;
  told: ToldStory;
  onChoose: (story: string) => void;
}) {
  const localizer = forStory(everywhere, story);
  const title = inLanguage(story.title, localizer).text;
  const label = sourceLabel(localizer, story);
  return (
    <p class="story-line">
      <button class="link" type="button" onClick={() => onChoose(story.id)}>
        <StoryText localizer={localizer} text={story.title} />
      </button>{' '}
      {label !== title && <span class="note">{label}</span>}
    </p>
  );
}

function Summary({
  localizer: everywhere,
  told: { story, provenance },
  isLeavable,
  on,
}: {
  localizer: Localizer;
  told: ToldStory;
  isLeavable: boolean;
  on: StoriesCallbacks;
}) {
  const localizer = forStory(everywhere, story, provenance.origin);
  const arrival = { ...provenance, draft: isDraft(story, provenance) };
  return (
    <>
      <StoryText as="p" class="title" localizer={localizer} text={story.title} />
      {hasSourceNote(story, arrival) && (
        <SourceNote localizer={localizer} story={story} arrival={arrival} onArticle={on.openArticle} />
      )}
      {story.summary.map(({ text, cites }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no ids, and never change places
        <p key={at}>
          <StoryText localizer={localizer} text={text} />{' '}
          <Citations
            localizer={localizer}
            story={story}
            cites={cites}
            find={fragmentAt}
            onCite={(cite) => on.openStory(placeCiting(story, cite))}
            onArticle={on.openArticle}
          />
        </p>
      ))}
      <p class="open-story">
        <button class="link" type="button" onClick={() => on.openStory({ story: story.id, kind: 'part', id: 'top' })}>
          {localizer.t('popup_openStory')}
        </button>
        <span class="note">{asOf(localizer, story, story.asOf)}</span>
      </p>
      {isLeavable && (
        <p>
          <button class="link" type="button" onClick={() => on.leaveOut(story.id, true)}>
            {localizer.t('popup_leaveOut')}
          </button>
        </p>
      )}
    </>
  );
}
