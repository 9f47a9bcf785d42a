// What is folded at first view: opened by the reader, by an address that points into it, and on paper.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

export function Fold({
  label,
  about,
  children,
}: {
  label: string;
  /** Of what it tells more, for screen readers. */
  about?: string;
  children: ComponentChildren;
}) {
  return (
    <details class="fold">
      <summary>
        {label}
        {about && <span class="unseen">: {about}</span>}
      </summary>
      {children}
    </details>
  );
}

/** Opens what an element is folded in; of a section, what is folded right in it. */
export function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  const own = element.querySelector<HTMLDetailsElement>(':scope > details:only-of-type');
  if (own && element.tagName === 'SECTION') own.open = true;
}

/** Opens all that is folded while the page is printed. */
export function useOpenOnPaper(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('.story details:not([open])')];
      for (const fold of opened) fold.open = true;
    };
    const close = () => {
      for (const fold of opened) fold.open = false;
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, []);
}

/** The first items, and the rest folded: `show` draws some of them. */
export function FirstFew<Item>({
  items,
  first,
  label,
  show,
}: {
  items: readonly Item[];
  first: number;
  label: (rest: number) => string;
  show: (some: readonly Item[]) => ComponentChildren;
}) {
  const rest = items.slice(first);
  return (
    <>
      {show(items.slice(0, first))}
      {rest.length > 0 && <Fold label={label(rest.length)}>{show(rest)}</Fold>}
    </>
  );
}
