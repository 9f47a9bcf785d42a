// The reader's own note on a figure: shown as plain text, written in place. Never part of a card on a page.

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { FormActions } from './FormActions.tsx';
import { isConverting } from './keys.ts';
import type { Localizer } from './localizer.ts';
import { useSaving } from './saving.ts';

/** UTF-16 code units, as extension/notes.ts has it. */
const LONGEST = 2000;

export function Note({
  localizer: { t },
  name,
  text,
  onSave,
}: {
  localizer: Localizer;
  /** Of the figure. */
  name: string;
  /** Empty where there is no note. */
  text: string;
  /** Whether it was saved. */
  onSave: (text: string) => Promise<boolean>;
}) {
  const [writing, setWriting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setWriting(false);
    // Back to where the keyboard was.
    requestAnimationFrame(() => button.current?.focus({ preventScroll: true }));
  };
  const saving = useSaving(close);
  if (writing)
    return (
      <Writing
        t={t}
        label={t('note_on', [name])}
        text={text}
        onSave={(now) => void saving(async () => now === text || (await onSave(now)))}
        onCancel={close}
      />
    );
  return (
    <div class="own-note">
      {text && (
        <>
          <p class="label">{t('note_yours')}</p>
          <p class="own-words" dir="auto">
            {text}
          </p>
        </>
      )}
      <button ref={button} class="link" type="button" onClick={() => setWriting(true)}>
        {t(text ? 'note_edit' : 'note_add')}
        <span class="unseen">: {name}</span>
      </button>
    </div>
  );
}

function Writing({
  t,
  label,
  text,
  onSave,
  onCancel,
}: {
  t: Localizer['t'];
  label: string;
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const privacy = useId();
  useEffect(() => field.current?.focus(), []);
  const save = () => onSave((field.current?.value ?? '').trim());
  return (
    <form
      class="own-note"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (isConverting(event)) return;
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <textarea
        ref={field}
        aria-label={label}
        aria-describedby={privacy}
        defaultValue={text}
        maxLength={LONGEST}
        rows={4}
        dir="auto"
      />
      <p id={privacy} class="note">
        {t('note_private')}
      </p>
      <FormActions t={t} onCancel={onCancel} />
    </form>
  );
}
