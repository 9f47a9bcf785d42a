// What can be changed of a figure: name, role, kind, its names in the article; and the sentences that name it.
import { useState } from 'preact/hooks';
import { asName } from '../../stories/bounds.ts';
import type { Figure } from '../../stories/format.ts';
import { inLanguage } from '../../stories/story.ts';
import { NoName } from '../NoName.tsx';
import { MatchLine } from './Matches.tsx';
import type { FigureRowProps, Kind } from './state.ts';

const KINDS: readonly Kind[] = ['person', 'organization', 'place', 'group'];
/** Sentences that are shown at first. */
const FIRST = 3;

type DetailsProps = Omit<FigureRowProps, 'open' | 'dragged' | 'onDrag' | 'onOpen'>;

export function FigureDetails(props: DetailsProps) {
  const { localizer, draft, figure, on } = props;
  const { t } = localizer;
  const { id } = figure;
  const name = inLanguage(figure.name, localizer);
  return (
    <div class="details">
      <NameField {...props} />
      <label class="field">
        {t('keep_role')}
        <input
          type="text"
          lang={name.language}
          value={figure.role ? inLanguage(figure.role, localizer).text : ''}
          onChange={(event) => on.setRole(id, event.currentTarget.value)}
        />
      </label>
      <KindChoice {...props} />
      {(draft.matches.get(id) ?? []).map((match) => (
        <MatchLine key={`${match.story}/${match.figure}`} {...{ localizer, match, id, name: name.text, on }} />
      ))}
      <Forms {...props} />
      <MergeWith {...props} />
      <Sentences {...props} />
    </div>
  );
}

function NameField({ localizer, draft, figure, on }: DetailsProps) {
  const { t } = localizer;
  const name = inLanguage(figure.name, localizer);
  /** What was written and can be no name: it stays to be mended. */
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <label class="field">
      {t('keep_name')}
      <input
        type="text"
        lang={name.language}
        value={refused ?? name.text}
        aria-invalid={refused !== null}
        onChange={({ currentTarget: { value } }) => {
          const isName = value === name.text || asName(value) !== null;
          setRefused(isName ? null : value);
          if (isName) on.rename(figure.id, value);
        }}
      />
      {refused !== null && <NoName t={t} />}
      {draft.inPart.has(figure.id) && <span class="note">{t('keep_inPart')}</span>}
    </label>
  );
}

/** Buttons, not a list that changes with every key: the row goes elsewhere with its kind. */
function KindChoice({ localizer: { t }, figure, on }: DetailsProps) {
  return (
    <fieldset class="kinds">
      <legend>{t('keep_kind')}</legend>
      {KINDS.map((kind) => (
        <button
          key={kind}
          class="button"
          type="button"
          aria-pressed={kind === figure.kind}
          onClick={() => kind !== figure.kind && on.setKind(figure.id, kind)}
        >
          {t(`keep_kind_${kind}`)}
        </button>
      ))}
    </fieldset>
  );
}

function Forms({ localizer, figure: { id, name, drawn }, on }: DetailsProps) {
  const { t } = localizer;
  const forms = drawn?.forms ?? [];
  return (
    <div>
      <h4 class="label">{t('keep_forms')}</h4>
      <ul class="forms">
        {forms.map((form) => (
          <li key={form}>
            <span lang={inLanguage(name, localizer).language}>{form}</span>
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
  );
}

/** By keyboard what dragging does. */
function MergeWith({ localizer, draft, figure, on }: DetailsProps) {
  const { t } = localizer;
  const others = draft.story.figures.filter(({ id }) => id !== figure.id);
  const likely = others.filter((one) => shareWord(one, figure));
  const [chosen, choose] = useState(likely[0]?.id ?? '');
  const other = others.find(({ id }) => id === chosen);
  if (others.length === 0) return null;
  return (
    <div class="field">
      <label for={`merge-${figure.id}`}>{t('keep_merge')}</label>
      <span class="row">
        <select
          id={`merge-${figure.id}`}
          value={other?.id ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t('keep_choose')}</option>
          {[...new Set([...likely, ...others])].map(({ id, name }) => (
            <option key={id} value={id}>
              {inLanguage(name, localizer).text}
            </option>
          ))}
        </select>
        <button class="button" type="button" disabled={!other} onClick={() => other && on.merge(figure.id, other.id)}>
          {t('keep_mergeDo')}
        </button>
      </span>
    </div>
  );
}

const wordsOf = ({ name, drawn }: Figure): string[] =>
  [...Object.values(name), ...(drawn?.forms ?? [])].flatMap((text) => text.toLowerCase().split(/\s+/));

/** Whether two figures are called alike: those are merged most. */
function shareWord(one: Figure, other: Figure): boolean {
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
}

function Sentences({ localizer, draft, figure }: DetailsProps) {
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
