// What can be changed of a figure: name, role, kind, its names in the article; and the sentences that name it.
import { useState } from 'preact/hooks';
import { inLanguage } from '../../stories/story.ts';
import type { FigureRowProps, Kind } from './state.ts';

const KINDS: readonly Kind[] = ['person', 'organization', 'place', 'group'];
/** Sentences that are shown at first. */
const FIRST = 3;

export function FigureDetails({ localizer, draft, figure, onMerging, on }: FigureRowProps) {
  const { t } = localizer;
  const { id, kind, drawn } = figure;
  const name = inLanguage(figure.name, localizer);
  const forms = drawn?.forms ?? [];
  return (
    <div class="details">
      <label class="field">
        {t('keep_name')}
        <input
          type="text"
          lang={name.language}
          value={name.text}
          onChange={(event) => on.rename(id, event.currentTarget.value)}
        />
      </label>
      <label class="field">
        {t('keep_role')}
        <input
          type="text"
          lang={name.language}
          value={figure.role ? inLanguage(figure.role, localizer).text : ''}
          onChange={(event) => on.setRole(id, event.currentTarget.value)}
        />
      </label>
      <label class="field">
        {t('keep_kind')}
        <select value={kind} onChange={(event) => on.setKind(id, event.currentTarget.value as Kind)}>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`keep_kind_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <div>
        <h4 class="label">{t('keep_forms')}</h4>
        <ul class="forms">
          {forms.map((form) => (
            <li key={form}>
              <span lang={name.language}>{form}</span>
              {forms.length > 1 && (
                <button class="link" type="button" onClick={() => on.split(id, form)}>
                  {t('keep_split')}
                  <span class="unseen"> {form}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
      {draft.story.figures.length > 1 && (
        <p>
          <button class="button" type="button" onClick={() => onMerging(id)}>
            {t('keep_merge')}
          </button>
        </p>
      )}
      <Sentences {...{ localizer, draft, figure }} />
    </div>
  );
}

function Sentences({ localizer, draft, figure }: Pick<FigureRowProps, 'localizer' | 'draft' | 'figure'>) {
  const { t } = localizer;
  const [all, setAll] = useState(false);
  const own = draft.story.statements.filter(({ figures }) => figures.includes(figure.id));
  if (own.length === 0) return null;
  return (
    <div>
      <h4 class="label">{t('keep_sentences', own.length)}</h4>
      <ul class="sentences">
        {own.slice(0, all ? own.length : FIRST).map((statement) => {
          const told = inLanguage(statement.text, localizer);
          return (
            <li key={statement.id} lang={told.language}>
              {told.text}
            </li>
          );
        })}
      </ul>
      {own.length > FIRST && !all && (
        <button class="link" type="button" onClick={() => setAll(true)}>
          {t('keep_allSentences')}
        </button>
      )}
    </div>
  );
}
