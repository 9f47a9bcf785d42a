// The article's text with the names that were found in it; text that is selected there can be added to the cast.
import { Component, Fragment } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Localizer } from '../localizer.ts';
import { AddName } from './AddName.tsx';
import type { Draft, KeepCallbacks, Mark } from './state.ts';

/** So long a selection can be a name. */
const LONGEST = 100;

export function ArticleText({
  localizer,
  draft,
  open,
  onFigure,
  on,
}: {
  localizer: Localizer;
  draft: Draft;
  open: string | null;
  onFigure: (figure: string) => void;
  on: KeepCallbacks;
}) {
  const { t } = localizer;
  const text = useRef<HTMLElement>(null);
  const [selected, unselect] = useSelection(text);
  const [source] = draft.story.sources;
  return (
    <section class="article" aria-labelledby="keep-text">
      <h2 id="keep-text">{t('keep_text')}</h2>
      <p class="note how">{t('keep_textHow')}</p>
      <article ref={text} lang={source?.language} dir="auto">
        {(source?.text ?? []).map((sentences, at) => (
          <Paragraph
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no ids, and never change places
            key={at}
            heading={at === 0}
            sentences={sentences}
            marks={sentences.map((_, number) => draft.marks.get(`${at}.${number + 1}`) ?? NONE)}
            open={open}
            off={draft.off}
            onFigure={onFigure}
          />
        ))}
      </article>
      {/* Below the text, which does not move while somebody selects in it; from there Tab leads here. */}
      {selected && <AddName key={selected} {...{ localizer, draft, on }} name={selected} onDone={unselect} />}
    </section>
  );
}

const NONE: readonly Mark[] = [];

interface ParagraphProps {
  heading: boolean;
  sentences: readonly string[];
  marks: readonly (readonly Mark[])[];
  open: string | null;
  off: ReadonlySet<string>;
  onFigure: (figure: string) => void;
}

const concerns = ({ marks }: ParagraphProps, figure: string | null): boolean =>
  figure !== null && marks.some((list) => list.some((mark) => mark.figure === figure));

/** A long article has thousands: one is drawn anew only where something in it changes. */
class Paragraph extends Component<ParagraphProps> {
  override shouldComponentUpdate(now: ParagraphProps): boolean {
    const before = this.props;
    return (
      before.sentences !== now.sentences ||
      before.marks.some((list, at) => list !== now.marks[at]) ||
      before.off !== now.off ||
      (before.open !== now.open && (concerns(now, before.open) || concerns(now, now.open)))
    );
  }

  override render({ heading, sentences, marks, open, off, onFigure }: ParagraphProps) {
    if (sentences.length === 0) return null;
    const content = sentences.map((sentence, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no ids, and never change places
      <Fragment key={at}>
        {at > 0 && ' '}
        {cut(sentence, marks[at] ?? NONE).map(({ text, figure, start }) =>
          figure === null ? (
            text
          ) : (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the cast lists the same figures as buttons
            // biome-ignore lint/a11y/noStaticElementInteractions: as above
            <span
              key={start}
              class={figure === open ? 'name open' : off.has(figure) ? 'name off' : 'name'}
              onClick={() => onFigure(figure)}
            >
              {text}
            </span>
          ),
        )}
      </Fragment>
    ));
    return heading ? <p class="headline">{content}</p> : <p>{content}</p>;
  }
}

/** A sentence in pieces, with and without a figure. */
function cut(text: string, marks: readonly Mark[]): { text: string; figure: string | null; start: number }[] {
  const pieces: { text: string; figure: string | null; start: number }[] = [];
  let end = 0;
  for (const mark of marks) {
    if (mark.start > end) pieces.push({ text: text.slice(end, mark.start), figure: null, start: end });
    pieces.push({ text: text.slice(mark.start, mark.end), figure: mark.figure, start: mark.start });
    end = mark.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), figure: null, start: end });
  return pieces;
}

/**
 * The words that are selected inside an element; empty where none are, or too many for a name. And what ends the
 * selection.
 */
function useSelection(element: { current: HTMLElement | null }): [words: string, unselect: () => void] {
  const [words, setWords] = useState('');
  // Before the first paint: whoever sees the text can select in it.
  useLayoutEffect(() => {
    const onChange = () => {
      const selection = document.getSelection();
      const isInside = Boolean(selection?.rangeCount && element.current?.contains(selection.anchorNode));
      // Whoever presses a button or writes into a field still means what he has selected before.
      if (!isInside) return;
      const text = selection?.toString().replace(/\s+/g, ' ').trim() ?? '';
      setWords(text.length <= LONGEST ? text : '');
    };
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, [element]);
  const unselect = () => {
    document.getSelection()?.removeAllRanges();
    setWords('');
  };
  return [words, unselect];
}
