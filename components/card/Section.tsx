// A part of a card: a heading with its content.
import type { ComponentChildren } from 'preact';

export function Section({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section>
      <h3 class="label">{label}</h3>
      {children}
    </section>
  );
}
