// What the links of a page say of it: the sections of its menu, headlines, footnotes, a shopping cart.
import { elementsNamed } from '../elements.ts';
import { lengthToReader } from './prose.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Links {
  /** Sections of newspapers, with the words of the menu. */
  sections: Map<string, string>;
  /** Entries of menus that newspapers have not. */
  others: Set<string>;
  /** Links whose text is as long as a headline. */
  headlines: number;
  /** Links to footnotes. */
  notes: number;
  /** Links to a shopping cart. */
  carts: number;
}

export const noLinks = (): Links => ({ sections: new Map(), others: new Set(), headlines: 0, notes: 0, carts: 0 });

/** Reads the first `limit` links. */
export function readLinks(document: Document, vocabulary: Vocabulary, limit: number): Links {
  const links = noLinks();
  for (const link of elementsNamed(document, 'a', limit)) {
    const text = link.textContent ?? '';
    if (text.length > 600) continue;
    const name = text.trim();
    if (name.length <= 30) {
      for (const section of vocabulary.sectionsIn(name))
        if (vocabulary.weightOf(section) > 0) links.sections.set(section, name);
        else links.others.add(name.toLowerCase());
      if (/^\[\w{1,3}\]$/.test(name)) links.notes++;
      else if (vocabulary.match('carts', name.toLowerCase())) links.carts++;
    }
    if (lengthToReader(name) >= 30 && link.parentElement?.localName !== 'p') links.headlines++;
  }
  return links;
}
