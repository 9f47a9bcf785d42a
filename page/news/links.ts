// What the links of a page say of it: the sections of its menu, headlines, footnotes, a shopping cart.
import { attributeText, elementsNamed } from '../elements.ts';
import { lengthToReader } from './prose.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Links {
  /** Sections of newspapers, with the words of the menu. */
  sections: Map<string, string>;
  /** Entries of menus that newspapers have not. */
  others: Set<string>;
  /** Links whose text is as long as a headline. */
  headlines: Element[];
  /** Links to footnotes. */
  notes: number;
  /** Links to a shopping cart. */
  carts: number;
}

export const noLinks = (): Links => ({ sections: new Map(), others: new Set(), headlines: [], notes: 0, carts: 0 });

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
      if (isNote(link, name)) links.notes++;
      else if (vocabulary.match('carts', name.toLowerCase())) links.carts++;
    }
    if (lengthToReader(name) >= 30 && link.parentElement?.localName !== 'p') links.headlines.push(link);
  }
  return links;
}

/** Whether a link leads to a footnote: by its brackets, or as a sign by which one goes back from it. */
function isNote(link: Element, name: string): boolean {
  return /^\[\w{1,3}\]$/.test(name) || (/^[↑^↩*†\d]\S{0,2}$/.test(name) && attributeText(link, 'href').startsWith('#'));
}
