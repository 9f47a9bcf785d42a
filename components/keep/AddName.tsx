// What a name that is selected in the text, or written, can become: a new figure, or another name of one that is there.
import { useState } from 'preact/hooks';
import { asName } from '../../stories/bounds.ts';
import { inMarks } from '../../stories/quotation-marks.ts';
import { inLanguage } from '../../stories/story.ts';
import type { Localizer } from '../localizer.ts';
import { NoName } from '../NoName.tsx';
import type { Draft, KeepCallbacks } from './state.ts';

const KINDS = ['person', 'place', 'organization'] as const;

interface AddNameProps {
  localizer: Localizer;
  draft: Draft;
  name: string;
  on: Pick<KeepCallbacks, 'add' | 'addForm'>;
  /** The name has become something. */
  onDone: () => void;
}

export function AddName({ localizer, draft, name, on, onDone }: AddNameProps) {
  const { t } = localizer;
  return (
    <fieldset class="add">
      <legend>
        <bdi>{inMarks(name, localizer.locale)}</bdi>
      </legend>
      {asName(name) === null ? <NoName t={t} /> : <Choices {...{ localizer, draft, name, on, onDone }} />}
    </fieldset>
  );
}

/** The buttons of a name that can be one. */
function Choices(props: AddNameProps) {
  const { localizer, draft, name, on, onDone } = props;
  return (
    <>
      {KINDS.map((kind) => (
        <button
          key={kind}
          class="button"
          type="button"
          onClick={() => {
            on.add(name, kind);
            onDone();
          }}
        >
          {localizer.t(`keep_add_${kind}`)}
        </button>
      ))}
      {draft.story.figures.length > 0 && <OtherNameOf {...props} />}
    </>
  );
}

function OtherNameOf({ localizer, draft, name, on, onDone }: AddNameProps) {
  const { t } = localizer;
  const [figure, choose] = useState('');
  return (
    <span class="row">
      <select aria-label={t('keep_addForm')} value={figure} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t('keep_addForm')}</option>
        {draft.story.figures.map((one) => (
          <option key={one.id} value={one.id}>
            {inLanguage(one.name, localizer).text}
          </option>
        ))}
      </select>
      {figure !== '' && (
        <button
          class="button"
          type="button"
          onClick={() => {
            on.addForm(figure, name);
            onDone();
          }}
        >
          {t('options_add')}
        </button>
      )}
    </span>
  );
}

/** For whoever cannot select text: the same by writing the name. */
export function WriteName(props: Omit<AddNameProps, 'name' | 'onDone'>) {
  const { t } = props.localizer;
  const [name, setName] = useState('');
  return (
    <details class="write">
      <summary>{t('keep_missing')}</summary>
      <label class="field">
        {t('keep_missingName')}
        <input type="text" value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      {name.trim() && <AddName {...props} name={name.trim()} onDone={() => setName('')} />}
    </details>
  );
}
