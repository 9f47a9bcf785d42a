// One figure of the cast: whether it is kept, who it is, how often it is named; unfolded, all that can be changed of
// it.
import { inLanguage } from '../../stories/story.ts';
import { FigureDetails } from './FigureDetails.tsx';
import type { FigureRowProps } from './state.ts';

/** What is dragged is told by the row itself: nothing from outside can be dropped here. */
const DRAGGED = 'application/x-dramatis-figure';

export function FigureRow(props: FigureRowProps) {
  const { localizer, draft, figure, open, onOpen, merging, onMerging, on } = props;
  const { t } = localizer;
  const { id, drawn } = figure;
  const name = inLanguage(figure.name, localizer);
  const isOff = draft.off.has(id);
  const isTarget = merging !== null && merging !== id;
  const merge = () => {
    if (merging === null) return;
    on.merge(id, merging);
    onMerging(null);
  };
  return (
    <li
      id={`figure-${id}`}
      class={['figure', isOff && 'off', merging === id && 'chosen', isTarget && 'target'].filter(Boolean).join(' ')}
      draggable
      onDragStart={(event) => {
        event.dataTransfer?.setData(DRAGGED, id);
        onMerging(id);
      }}
      onDragEnd={() => onMerging(null)}
      onDragOver={(event) => isTarget && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (isTarget) merge();
      }}
    >
      <div class="line">
        <input
          type="checkbox"
          checked={!isOff}
          aria-label={t('keep_take', [name.text])}
          onChange={() => on.toggle(id)}
        />
        <button
          type="button"
          class="who"
          aria-expanded={open}
          onClick={() => onOpen(open ? null : id)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onMerging(null);
          }}
        >
          <span class="name" lang={name.language}>
            {name.text}
          </span>
          {figure.role && (
            <span class="note" lang={name.language}>
              {inLanguage(figure.role, localizer).text}
            </span>
          )}
        </button>
        {isTarget ? (
          <button class="button" type="button" onClick={merge}>
            {t('keep_mergeHere')}
            <span class="unseen"> {name.text}</span>
          </button>
        ) : (
          <span class="note count">{t('popup_mentions', drawn?.count ?? 0)}</span>
        )}
      </div>
      {draft.inPart.has(id) && !isOff && <p class="note">{t('keep_inPart')}</p>}
      {(draft.matches.get(id) ?? []).map((match) => (
        <p key={`${match.story}/${match.figure}`} class="match note">
          {t(match.decided ? `keep_match_${match.decided}` : 'keep_match', [match.title])}{' '}
          {match.decided === null && (
            <>
              <button class="link" type="button" onClick={() => on.decide(id, match, 'same')}>
                {t('card_onePerson')}
              </button>
              {' · '}
              <button class="link" type="button" onClick={() => on.decide(id, match, 'apart')}>
                {t('card_twoPeople')}
              </button>
            </>
          )}
        </p>
      ))}
      {open && <FigureDetails {...props} />}
    </li>
  );
}
