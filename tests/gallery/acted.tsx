// States that a surface reaches only through interaction: typing, pressing, unfolding.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

export function Acted({ act, children }: { act: (() => void) | undefined; children: ComponentChildren }) {
  useEffect(() => act?.(), [act]);
  return children;
}

export function search(words: string): void {
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (!field) return;
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}
