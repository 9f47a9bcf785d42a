// The title of the story, which its reader can change in place.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Story } from '../../stories/format.ts';
import { inLanguage } from '../../stories/story.ts';
import { FormActions } from '../FormActions.tsx';
import { isConverting } from '../keys.ts';
import type { Localizer } from '../localizer.ts';
import { useSaving } from '../saving.ts';
import { StoryText } from '../story-text.tsx';
import type { Editing } from './editing.ts';

export function Title({
  localizer,
  story,
  editable,
  onEdit,
}: Pick<Editing, 'editable' | 'onEdit'> & { localizer: Localizer; story: Story }) {
  const { t } = localizer;
  const [writing, setWriting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setWriting(false);
    requestAnimationFrame(() => button.current?.focus({ preventScroll: true }));
  };
  const saving = useSaving(close);
  return (
    <>
      <StoryText as="h1" localizer={localizer} text={story.title} />
      {editable && !writing && (
        <button ref={button} class="link edit" type="button" onClick={() => setWriting(true)}>
          {t('story_editTitle')}
        </button>
      )}
      {writing && (
        <TitleForm
          localizer={localizer}
          story={story}
          onSave={(text) => void saving(() => onEdit({ kind: 'title', text }))}
          onCancel={close}
        />
      )}
    </>
  );
}

function TitleForm({
  localizer,
  story,
  onSave,
  onCancel,
}: {
  localizer: Localizer;
  story: Story;
  onSave: (text: string) => void;
  onCancel: () => void;
}) {
  const { t } = localizer;
  const told = inLanguage(story.title, localizer);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="figure-edit"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(field.current?.value ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isConverting(event)) onCancel();
      }}
    >
      <label class="field">
        {t('story_title')}
        <input ref={field} type="text" required lang={told.language} defaultValue={told.text} maxLength={1000} />
      </label>
      <FormActions t={t} onCancel={onCancel} />
    </form>
  );
}
