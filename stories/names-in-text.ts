// Finds the names of figures in a text of a story, so that each can lead to its figure.
import type { Figure } from './format.ts';
import { inLanguage, type Languages, shortName } from './story.ts';

export type Piece = string | { figure: string; name: string };

/**
 * Cuts `text` so that the first name of each of `figures` stands apart (in full, or a person's surname). It becomes a
 * way to that figure's card.
 */
export function cutAtNames(
  text: string,
  figures: readonly Pick<Figure, 'id' | 'kind' | 'name'>[],
  languages: Languages,
): Piece[] {
  const found = figures
    .flatMap((figure) => {
      const full = inLanguage(figure.name, languages).text;
      for (const name of [full, shortName(figure, languages)]) {
        const start = name === '' ? -1 : wholeWordAt(text, name);
        if (start >= 0) return [{ figure: figure.id, name, start }];
      }
      return [];
    })
    .sort((a, b) => a.start - b.start);

  const pieces: Piece[] = [];
  let end = 0;
  for (const { figure, name, start } of found) {
    if (start < end) continue;
    if (start > end) pieces.push(text.slice(end, start));
    pieces.push({ figure, name });
    end = start + name.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

function wholeWordAt(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + name.length] ?? ' ');
    if (!/[\p{L}\p{N}-]/u.test(around)) return at;
  }
  return -1;
}
