// What an import would bring, file by file, before anything is stored.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Fault } from '../../stories/faults.ts';
import { inLanguage } from '../../stories/story.ts';
import type { FaultyFile, Incoming, IncomingStory, Meeting, Standing } from '../../stories/story-import.ts';
import { forStory, type Localizer } from '../localizer.ts';
import { namedHost, sourceLabel } from '../sources.tsx';
import type { ImportCallbacks } from './callbacks.ts';

/** What is imported unless the reader says otherwise; the rest asks for his word, or has nothing to import. */
const WANTED: Record<Standing, boolean> = {
  new: true,
  newer: true,
  bundled: true,
  older: false,
  different: false,
  same: false,
  twice: false,
};

/** Which of the stories are imported unless the reader says otherwise. */
const wantedOf = (incoming: readonly Incoming[]): ReadonlySet<number> =>
  new Set(incoming.flatMap((one, at) => (one.kind === 'story' && WANTED[one.standing] ? [at] : [])));

const hasChoice = ({ standing }: IncomingStory): boolean => standing !== 'same' && standing !== 'twice';

export function Preview({
  localizer,
  incoming,
  on,
}: {
  localizer: Localizer;
  incoming: readonly Incoming[];
  on: Pick<ImportCallbacks, 'import' | 'cancelImport'>;
}) {
  const { t } = localizer;
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState(() => wantedOf(incoming));
  // At once: nothing is imported by a press that was meant for what stood here before.
  useLayoutEffect(() => {
    setChosen(wantedOf(incoming));
    heading.current?.focus();
  }, [incoming]);
  const choose = (at: number, wanted: boolean) => {
    const now = new Set(chosen);
    if (wanted) now.add(at);
    else now.delete(at);
    setChosen(now);
  };
  return (
    <div class="preview">
      <h3 ref={heading} tabIndex={-1}>
        {t('incoming_title')}
      </h3>
      <ul class="incoming">
        {incoming.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: files may have one name, and never change places
          <li key={at}>
            {one.kind === 'faulty' ? (
              <Faulty localizer={localizer} file={one} />
            ) : (
              <OneStory
                localizer={forStory(localizer, one.story)}
                incoming={one}
                isChosen={chosen.has(at)}
                onChoose={(wanted) => choose(at, wanted)}
              />
            )}
          </li>
        ))}
      </ul>
      <p class="actions">
        <button
          class="button"
          type="button"
          disabled={chosen.size === 0}
          onClick={() => on.import([...chosen].sort((a, b) => a - b))}
        >
          {t('incoming_do', chosen.size)}
        </button>
        <button class="button" type="button" onClick={on.cancelImport}>
          {t('options_cancel')}
        </button>
      </p>
    </div>
  );
}

function OneStory({
  localizer,
  incoming,
  isChosen,
  onChoose,
}: {
  localizer: Localizer;
  incoming: IncomingStory;
  isChosen: boolean;
  onChoose: (wanted: boolean) => void;
}) {
  const { t } = localizer;
  const { story, file, newer, notes, merged, offered } = incoming;
  const title = inLanguage(story.title, localizer);
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={isChosen}
          disabled={!hasChoice(incoming)}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <span lang={title.language}>{title.text}</span>
      </label>
      <p class="note">
        <bdi>{file}</bdi>
        {` · ${aboutOf(localizer, incoming).join(' · ')}`}
      </p>
      <p>{standingText(localizer, incoming)}</p>
      {newer && <p>{t('incoming_newerVersion')}</p>}
      <FaultList faults={notes} />
      {merged.length > 0 && (
        <details>
          <summary>{t('incoming_merged', merged.length)}</summary>
          <Meetings localizer={localizer} meetings={merged} />
        </details>
      )}
      {offered.length > 0 && (
        <details open>
          <summary>{t('incoming_offered', offered.length)}</summary>
          <Meetings localizer={localizer} meetings={offered} />
        </details>
      )}
    </>
  );
}

/** Who made it, its source, and how much it holds. */
function aboutOf(localizer: Localizer, { story }: IncomingStory): string[] {
  const { t } = localizer;
  const { by = null, licence = null, how } = story.made;
  const host = namedHost(story);
  return [
    by ? t('incoming_by', [by]) : t(how === 'draft' ? 'incoming_draft' : 'incoming_byNobody'),
    licence && t('incoming_licence', [licence]),
    // Isolated, as it may stand in a line of the other direction.
    sourceLabel(localizer, story) + (host ? ` (\u2068${host}\u2069)` : ''),
    t('options_figures', story.figures.length),
    t('incoming_statements', story.statements.length),
  ].flatMap((note) => (note ? [note] : []));
}

function standingText({ t }: Localizer, { standing, story, replaces }: IncomingStory): string {
  switch (standing) {
    case 'newer':
      return t('incoming_newer', [replaces ?? 1, story.revision]);
    case 'older':
      return t('incoming_older', [replaces ?? 1, story.revision]);
    case 'bundled':
      return t('incoming_bundled', [story.id]);
    case 'new':
      return t('incoming_new');
    case 'same':
      return t('incoming_same');
    case 'different':
      return t('incoming_different');
    case 'twice':
      return t('incoming_twice');
  }
}

/** So many are listed; of countries and capitals two long stories share more. */
const MOST_LISTED = 40;

function Meetings({ localizer, meetings }: { localizer: Localizer; meetings: readonly Meeting[] }) {
  const shown = meetings.slice(0, MOST_LISTED);
  const more = meetings.length - shown.length;
  return (
    <ul class="note">
      {shown.map(({ figure, other }) => {
        const name = inLanguage(figure.figure.name, forStory(localizer, figure.story)).text;
        const title = inLanguage(other.story.title, forStory(localizer, other.story)).text;
        return (
          <li key={`${figure.figure.id} ${other.story.id}/${other.figure.id}`}>
            {localizer.t('library_figureIn', [name, title])}
          </li>
        );
      })}
      {more > 0 && <li>{localizer.t('library_more', more)}</li>}
    </ul>
  );
}

function Faulty({ localizer: { t }, file: { file, faults, rest } }: { localizer: Localizer; file: FaultyFile }) {
  return (
    <>
      <p>
        <bdi>{file}</bdi>
      </p>
      <p>{t('incoming_faulty', faults.length + rest)}</p>
      <p>{t('incoming_faultsMean')}</p>
      <FaultList faults={faults} />
      {rest > 0 && <p class="note">{t('library_more', rest)}</p>}
    </>
  );
}

/** Faults tell in English which field of the file they mean. */
function FaultList({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <ul class="note faults" lang="en">
      {faults.map(({ record, line, wrong, mend }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two faults may read the same, and none changes places
        <li key={at}>
          <bdi>{`${line === null ? '' : `${line}: `}${record} ${wrong}. ${mend}.`}</bdi>
        </li>
      ))}
    </ul>
  );
}
