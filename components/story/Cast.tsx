// The figures of the story: people by what they did, the others by what they are.
import { useRef, useState } from 'preact/hooks';
import type { Figure, Story } from '../../stories/format.ts';
import { inLanguage } from '../../stories/story.ts';
import { deedsOf, tellingFirst } from '../../stories/telling-order.ts';
import type { Localizer } from '../localizer.ts';
import { Note } from '../Note.tsx';
import { asOf } from '../origin.ts';
import { EditorialNote, StoryText } from '../story-text.tsx';
import type { Editing } from './editing.ts';
import { FigureEdit } from './FigureEdit.tsx';
import { FirstFew, Fold } from './Fold.tsx';
import { toHash } from './place.ts';
import { StatementText } from './StatementText.tsx';

const kinds = ['person', 'place', 'organization', 'group'] as const satisfies readonly Figure['kind'][];

/** People who are told at first view, and figures of other kinds. */
const FIRST = { person: 8, other: 6 };
/** Deeds of the people who stand first, and of each other person. */
const DEEDS = { leading: 2, other: 1 };
const LEADING = 4;

export interface CastProps extends Editing {
  localizer: Localizer;
  story: Story;
  /** Id of the element that the address points to. */
  here: string | null;
  /** Asks for every statement about a figure. */
  onAbout: (figure: string) => void;
}

export function Cast(props: CastProps) {
  const { localizer, story } = props;
  const { t } = localizer;
  const present = kinds.filter((kind) => story.figures.some((figure) => figure.kind === kind));
  const told = present.map((kind) => (
    <div key={kind}>
      <h3 class="label">{t(`story_${kind}`)}</h3>
      <FirstFew
        items={story.figures.filter((figure) => figure.kind === kind)}
        first={kind === 'person' ? FIRST.person : FIRST.other}
        label={(rest) => t('library_more', rest)}
        show={(some) => (
          <ul class={kind === 'person' ? 'cast people' : 'cast'}>
            {some.map((figure) => (
              <Entry key={figure.id} {...props} figure={figure} />
            ))}
          </ul>
        )}
      />
    </div>
  ));
  return (
    <>
      {told}
      <NotesOnGone {...props} />
    </>
  );
}

/** Notes on figures that the story had when they were written, each called by its id: its name is gone with it. */
function NotesOnGone({ localizer, story, notes, onNote }: CastProps) {
  const gone = [...notes.keys()].filter((id) => !story.figures.some((figure) => figure.id === id));
  if (gone.length === 0) return null;
  return (
    <div>
      <h3 class="label">{localizer.t('note_gone')}</h3>
      <ul class="cast">
        {gone.map((id) => (
          <li key={id}>
            <h4>
              <bdi>{id}</bdi>
            </h4>
            <Note localizer={localizer} name={id} text={notes.get(id) ?? ''} onSave={(text) => onNote(id, text)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entry(props: CastProps & { figure: Figure }) {
  const { localizer, story, here, figure, editable, notes } = props;
  const { id, kind } = figure;
  const [editing, setEditing] = useState(false);
  const entry = useRef<HTMLLIElement>(null);
  const close = () => {
    setEditing(false);
    // What had the focus is gone.
    requestAnimationFrame(() => entry.current?.focus({ preventScroll: true }));
  };
  const ownNote = notes.get(id) ?? '';
  return (
    <li ref={entry} id={`figure/${id}`} tabIndex={-1} class={here === `figure/${id}` ? 'here' : undefined}>
      {editing && editable && (
        <FigureEdit {...{ localizer, story, figure, editable }} onEdit={props.onEdit} onClose={close} />
      )}
      {/* Hidden, not gone: a note may be being written in it. */}
      <div class="told" hidden={editing && editable !== null}>
        {kind === 'person' ? (
          <Person {...props} onChange={() => setEditing(true)} />
        ) : (
          <details class="fold">
            <summary>
              <Naming localizer={localizer} figure={figure} />
            </summary>
            <Rest {...props} onChange={() => setEditing(true)} />
          </details>
        )}
      </div>
      {ownNote && <OwnNote {...props} />}
    </li>
  );
}

function Person(props: CastProps & { figure: Figure; onChange: () => void }) {
  const { localizer, figure } = props;
  return (
    <>
      <Naming localizer={localizer} figure={figure} />
      <Deeds {...props} />
      <Fold label={localizer.t('card_more')} about={inLanguage(figure.name, localizer).text}>
        <Rest {...props} />
      </Fold>
    </>
  );
}

function OwnNote({ localizer, figure, notes, onNote }: CastProps & { figure: Figure }) {
  return (
    <Note
      localizer={localizer}
      name={inLanguage(figure.name, localizer).text}
      text={notes.get(figure.id) ?? ''}
      onSave={(text) => onNote(figure.id, text)}
    />
  );
}

function Naming({ localizer, figure }: { localizer: Localizer; figure: Figure }) {
  return (
    <>
      <StoryText as="h4" localizer={localizer} text={figure.name} />
      {figure.role && <StoryText class="role" localizer={localizer} text={figure.role} />}
    </>
  );
}

function Deeds({ localizer, story, figure }: CastProps & { figure: Figure }) {
  const people = story.figures.filter(({ kind }) => kind === 'person');
  const most = people.indexOf(figure) < LEADING ? DEEDS.leading : DEEDS.other;
  const deeds = tellingFirst(deedsOf(story.statements, figure.id), most);
  if (deeds.length === 0) return null;
  return (
    <ul class="deeds">
      {deeds.map((statement) => (
        <li key={statement.id} class={`mode mode-${statement.mode}`}>
          <StatementText localizer={localizer} story={story} statement={statement} />
        </li>
      ))}
    </ul>
  );
}

/** What is told of a figure besides: since when, from where, what is not known, and where all of it stands. */
function Rest(props: CastProps & { figure: Figure; onChange: () => void }) {
  const { localizer, story, figure, onAbout, editable, notes, onChange } = props;
  const { t } = localizer;
  const count = story.statements.filter(({ figures, by }) => figures.includes(figure.id) || by === figure.id).length;
  return (
    <>
      {figure.description && <StoryText as="p" localizer={localizer} text={figure.description} />}
      <p class="note">
        {asOf(localizer, story, figure.asOf ?? story.asOf)}
        {figure.unmarked && <> · {t('story_unmarked')}</>}
      </p>
      {figure.editorial && <EditorialNote localizer={localizer} text={figure.editorial} />}
      {figure.unknown.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: texts have no ids, and never change places
        <p key={at} class="note">
          {t('card_unknown')}: <StoryText localizer={localizer} text={text} />
        </p>
      ))}
      {count > 0 && (
        <p class="note about-all">
          <a href={toHash({ story: story.id, kind: 'part', id: 'statements' })} onClick={() => onAbout(figure.id)}>
            {t('story_allStatements', count)}
          </a>
        </p>
      )}
      {!notes.get(figure.id) && <OwnNote {...props} />}
      {editable && (
        <p>
          <button class="link edit" type="button" onClick={onChange}>
            {t('story_edit')}
            <span class="unseen">: {inLanguage(figure.name, localizer).text}</span>
          </button>
        </p>
      )}
    </>
  );
}
