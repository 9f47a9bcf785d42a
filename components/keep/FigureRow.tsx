// One figure of the cast: whether it is kept, who it is, how often it is named; unfolded, all that can be changed of
// it.
import { inLanguage } from '../../stories/story.ts';
import { FigureDetails } from './FigureDetails.tsx';
import { MatchLine } from './Matches.tsx';
import type { FigureRowProps } from './state.ts';

/** What is dragged is told by the row itself: nothing from outside can be dropped here. */
const DRAGGED = 'application/x-dramatis-figure';

export function FigureRow(props: FigureRowProps) {
  const { localizer, draft, figure, open, onOpen, dragged, onDrag, on } = props;
  const { t } = localizer;
  const { id, drawn } = figure;
  const name = inLanguage(figure.name, localizer);
  const isOff = draft.off.has(id);
  const isTarget = dragged !== null && dragged !== id;
  // One question at a time: the others follow once it is answered, and all are in the details.
  const question = isOff || open ? null : (draft.matches.get(id) ?? []).find((one) => !one.isOne && !one.decided);
  return (
    <li
      id={`figure-${id}`}
      class={['figure', isOff && 'off', dragged === id && 'chosen', isTarget && 'target'].filter(Boolean).join(' ')}
      draggable
      onDragStart={(event) => {
        event.dataTransfer?.setData(DRAGGED, id);
        onDrag(id);
      }}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => isTarget && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (isTarget) on.merge(id, dragged);
        onDrag(null);
      }}
    >
      <div class="line">
        <input
          type="checkbox"
          checked={!isOff}
          aria-label={t('keep_take', [name.text])}
          onChange={() => on.toggle(id)}
        />
        <button type="button" class="who" aria-expanded={open} onClick={() => onOpen(open ? null : id)}>
          <span class="name" lang={name.language}>
            {name.text}
          </span>
          {figure.role && (
            <span class="note" lang={name.language}>
              {inLanguage(figure.role, localizer).text}
            </span>
          )}
          {draft.inPart.has(id) && !isOff && <span class="note">{t('keep_part')}</span>}
        </button>
        <span class="note count">{t('popup_mentions', drawn?.count ?? 0)}</span>
      </div>
      {question && <MatchLine {...{ localizer, match: question, id, name: name.text, on }} />}
      {open && <FigureDetails {...props} />}
    </li>
  );
}
