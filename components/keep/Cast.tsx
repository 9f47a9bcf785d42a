// The cast of a draft: its figures by kind, those that are named most first.
import { useState } from 'preact/hooks';
import type { Localizer } from '../localizer.ts';
import { WriteName } from './AddName.tsx';
import { FigureRow } from './FigureRow.tsx';
import type { Draft, KeepCallbacks, Kind } from './state.ts';

const KINDS: readonly Kind[] = ['person', 'organization', 'place', 'group'];

export function Cast({
  localizer,
  draft,
  open,
  onOpen,
  on,
}: {
  localizer: Localizer;
  draft: Draft;
  open: string | null;
  onOpen: (figure: string | null) => void;
  on: KeepCallbacks;
}) {
  const { t } = localizer;
  /** The figure that is dragged. */
  const [dragged, setDragged] = useState<string | null>(null);
  const { figures } = draft.story;
  return (
    <section class="cast" aria-labelledby="keep-cast">
      <h2 id="keep-cast" tabIndex={-1}>
        {t('keep_cast', figures.length)}
      </h2>
      {figures.length === 0 ? <p>{t('keep_nobody')}</p> : <p class="note">{t('keep_how')}</p>}
      {KINDS.map((kind) => {
        const own = figures
          .filter((figure) => figure.kind === kind)
          .sort((a, b) => (b.drawn?.count ?? 0) - (a.drawn?.count ?? 0));
        return (
          own.length > 0 && (
            <section key={kind}>
              <h3 class="label">{t(`story_${kind}`)}</h3>
              <ul>
                {own.map((figure) => (
                  <FigureRow
                    key={figure.id}
                    {...{ localizer, draft, figure, dragged, onDrag: setDragged, on }}
                    open={open === figure.id}
                    onOpen={onOpen}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
      <WriteName {...{ localizer, draft, on }} />
    </section>
  );
}
