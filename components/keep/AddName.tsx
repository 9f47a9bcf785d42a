// What a name that is selected in the text, or written, can become: a new figure, or another name of one that is there.
import { useState } from 'preact/hooks';
import { inLanguage } from '../../stories/story.ts';
import type { Localizer } from '../localizer.ts';
import type { Draft, KeepCallbacks } from './state.ts';

const KINDS = ['person', 'place', 'organization'] as const;

export function AddName({
  localizer,
  draft,
  name,
  on,
}: {
  localizer: Localizer;
  draft: Draft;
  name: string;
  on: Pick<KeepCallbacks, 'add' | 'addForm'>;
}) {
  const { t } = localizer;
  return (
    <fieldset class="add">
      <legend>
        <bdi>“{name}”</bdi>
      </legend>
      {KINDS.map((kind) => (
        <button key={kind} class="button" type="button" onClick={() => on.add(name, kind)}>
          {t(`keep_add_${kind}`)}
        </button>
      ))}
      {draft.story.figures.length > 0 && (
        <select
          aria-label={t('keep_addForm')}
          value=""
          onChange={(event) => event.currentTarget.value && on.addForm(event.currentTarget.value, name)}
        >
          <option value="">{t('keep_addForm')}</option>
          {draft.story.figures.map((figure) => (
            <option key={figure.id} value={figure.id}>
              {inLanguage(figure.name, localizer).text}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

/** For whoever cannot select text: the same by writing the name. */
export function WriteName(props: Omit<Parameters<typeof AddName>[0], 'name'>) {
  const { t } = props.localizer;
  const [name, setName] = useState('');
  const done = () => setName('');
  return (
    <details class="write">
      <summary>{t('keep_missing')}</summary>
      <label class="field">
        {t('keep_missingName')}
        <input type="text" value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      {name.trim() && (
        <AddName
          {...props}
          name={name.trim()}
          on={{
            add(text, kind) {
              props.on.add(text, kind);
              done();
            },
            addForm(figure, form) {
              props.on.addForm(figure, form);
              done();
            },
          }}
        />
      )}
    </details>
  );
}
