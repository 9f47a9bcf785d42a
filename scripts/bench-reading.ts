// What the bench runs in a page: our whole reading of it, from text to mentions.
import { gazetteerOf } from '../data/gazetteer.ts';
import { blocksIn } from '../page/blocks.ts';
import { createRecogniser } from '../recognition/recognise.ts';

/** Opens the gazetteer; the function it gives reads everything below a node and says how many mentions there are. */
export function prepare(parts: Record<string, string>): (root: Element) => number {
  const recogniser = createRecogniser(gazetteerOf(parts), 'en');
  return (root) => {
    const blocks = [];
    for (const block of blocksIn(root, recogniser.gate, () => false))
      if (block) blocks.push({ ...block, candidates: recogniser.read(block) });
    return recogniser.resolve(blocks, { language: 'en', date: null, headlines: [], rejected: [], muted: [] }).length;
  };
}
