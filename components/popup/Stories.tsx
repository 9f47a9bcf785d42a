// The stories in the popup: those of this page first, one of them open with its summary, the others a line each.
import { useState } from 'preact/hooks';
import { inLanguage, isDraft, type ToldStory } from '../../stories/story.ts';
import { forStory, type Localizer } from '../localizer.ts';
import { AsOf, StoryText } from '../parts.tsx';
import { Citations, hasSourceNote, SourceNote, sourceLabel } from '../sources.tsx';
import { placeCiting, type StoryPlace } from '../story/place.ts';

export interface StoriesCallbacks {
  openStory(place: StoryPlace): void;
  /** Opens an article of the web. */
  openArticle(address: string): void;
  openOptions(): void;
}

interface StoriesProps {
  localizer: Localizer;
  stories: readonly ToldStory[];
  /** Ids of the stories that this page is about. */
  onPage: readonly string[];
  on: StoriesCallbacks;
}

/** So many stories that are not of this page have a line; the story page lists all. */
const MOST_OTHERS = 5;

export function Stories({ localizer, stories, onPage, on }: StoriesProps) {
  const { t } = localizer;
  const [chosen, setChosen] = useState<string | null>(null);
  const here = onPage.flatMap((id) => stories.filter(({ story }) => story.id === id));
  const others = stories.filter((told) => !here.includes(told));
  const open = stories.find(({ story }) => story.id === chosen) ?? here[0] ?? others[0];
  if (!open)
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
  const shown = others.slice(0, MOST_OTHERS);
  const listed = shown.includes(open) || here.includes(open) ? shown : [...shown, open];
  return (
    <>
      <Group
        {...{ localizer, open, on }}
        label={t('popup_storiesHere', here.length)}
        stories={here}
        onChoose={setChosen}
      />
      <Group
        {...{ localizer, open, on }}
        label={here.length > 0 ? t('popup_otherStories') : t('popup_story', listed.length)}
        stories={listed}
        onChoose={setChosen}
      />
      {others.length > listed.length && (
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
    </>
  );
}

function Group({
  localizer,
  label,
  stories,
  open,
  onChoose,
  on,
}: {
  localizer: Localizer;
  label: string;
  stories: readonly ToldStory[];
  open: ToldStory;
  onChoose: (story: string) => void;
  on: StoriesCallbacks;
}) {
  if (stories.length === 0) return null;
  return (
    <section>
      <h2 class="label">{label}</h2>
      {stories.map((told) =>
        told === open ? (
          <Summary key={told.story.id} localizer={localizer} told={told} on={on} />
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
  on,
}: {
  localizer: Localizer;
  told: ToldStory;
  on: StoriesCallbacks;
}) {
  const localizer = forStory(everywhere, story);
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
            onCite={(cite) => on.openStory(placeCiting(story, cite))}
            onArticle={on.openArticle}
          />
        </p>
      ))}
      <p>
        <button class="link" type="button" onClick={() => on.openStory({ story: story.id, kind: 'part', id: 'top' })}>
          {localizer.t('popup_openStory')}
        </button>{' '}
        <span class="note">
          <AsOf localizer={localizer} story={story} day={story.asOf} />
        </span>
      </p>
    </>
  );
}
