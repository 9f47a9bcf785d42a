// Changes a figure in its place: name, role, kind; who it is one with, and which of its names are somebody else's.

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { asName } from '../../stories/bounds.ts';
import type { Figure, Story } from '../../stories/format.ts';
import { inLanguage } from '../../stories/story.ts';
import type { StoryEdit } from '../../stories/story-edit.ts';
import { FormActions } from '../FormActions.tsx';
import { isConverting } from '../keys.ts';
import type { Localizer } from '../localizer.ts';
import { NoName } from '../NoName.tsx';
import { useSaving } from '../saving.ts';
import type { Editable, Editing } from './editing.ts';

const KINDS = ['person', 'organization', 'place', 'group'] as const satisfies readonly Figure['kind'][];

export interface FigureEditProps {
  localizer: Localizer;
  story: Story;
  figure: Figure;
  editable: Editable;
  onEdit: Editing['onEdit'];
  onClose: () => void;
}

export function FigureEdit(props: FigureEditProps) {
  const { localizer, figure, onEdit, onClose } = props;
  const { t } = localizer;
  const { id } = figure;
  const told = { name: inLanguage(figure.name, localizer), role: figure.role && inLanguage(figure.role, localizer) };
  const form = useRef<HTMLFormElement>(null);
  const saving = useSaving(onClose);
  /** What was written can be no name. */
  const [isRefused, setRefused] = useState(false);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const typed = (): StoryEdit & { kind: 'figure' } => {
    const fields = new FormData(form.current ?? undefined);
    const [name = '', role = '', as] = ['name', 'role', 'kind'].map((field) => String(fields.get(field) ?? ''));
    return { kind: 'figure', figure: id, name, role, as: KINDS.find((one) => one === as) ?? figure.kind };
  };
  const save = (...more: StoryEdit[]) => {
    const change = typed();
    const isName = change.name === told.name.text || asName(change.name) !== null;
    setRefused(!isName);
    if (isName) void saving(() => onEdit(change, ...more));
    else form.current?.querySelector('input')?.focus();
  };
  return (
    <form
      ref={form}
      class="figure-edit"
      aria-label={t('story_editFigure', [told.name.text])}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isConverting(event)) onClose();
      }}
    >
      <label class="field">
        {t('keep_name')}
        <input
          type="text"
          name="name"
          required
          lang={told.name.language}
          defaultValue={told.name.text}
          aria-invalid={isRefused}
        />
        {isRefused && <NoName t={t} />}
      </label>
      <label class="field">
        {t('keep_role')}
        <input
          type="text"
          name="role"
          lang={told.role?.language ?? told.name.language}
          defaultValue={told.role?.text ?? ''}
        />
      </label>
      <label class="field">
        {t('keep_kind')}
        <select name="kind" defaultValue={figure.kind}>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`keep_kind_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <FormActions t={t} onCancel={onClose} />
      <WhoElse {...props} onEdit={(edit) => save(edit)} />
    </form>
  );
}

/** Merges the figure with another of the story, and takes it apart. */
function WhoElse({
  localizer,
  story,
  figure,
  editable,
  onEdit,
}: Pick<FigureEditProps, 'localizer' | 'story' | 'figure' | 'editable'> & { onEdit: (edit: StoryEdit) => void }) {
  const { t } = localizer;
  const [other, setOther] = useState('');
  const field = useId();
  const parts = editable.partsOf(figure);
  const { language } = inLanguage(figure.name, localizer);
  const others = story.figures.filter(({ id }) => id !== figure.id);
  return (
    <>
      {others.length > 0 && (
        <div class="field">
          <label for={field}>{t('keep_merge')}</label>
          <span class="actions">
            <select id={field} value={other} onChange={(event) => setOther(event.currentTarget.value)}>
              <option value="" />
              {others.map(({ id, name }) => {
                const told = inLanguage(name, localizer);
                return (
                  <option key={id} value={id} lang={told.language}>
                    {told.text}
                  </option>
                );
              })}
            </select>
            <button
              class="button"
              type="button"
              disabled={other === ''}
              onClick={() => onEdit({ kind: 'merge', figure: figure.id, other })}
            >
              {t('story_merge')}
            </button>
          </span>
        </div>
      )}
      {parts.length > 0 && (
        <div class="field">
          <p>{t('story_forms')}</p>
          <ul class="forms">
            {parts.map((form) => (
              <li key={form}>
                <span lang={language}>{form}</span>
                <button class="link" type="button" onClick={() => onEdit({ kind: 'apart', figure: figure.id, form })}>
                  {t('keep_split')}
                  <span class="unseen">: {form}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
