// Parses the YAML of the dataset, and knows the lines of what it holds.
import { LineCounter, parseDocument } from 'yaml';
import type { Path, Source } from '../../stories/faults.ts';

/** @param file as faults name it */
export function readYaml(file: string, text: string): Source {
  const lines = new LineCounter();
  // failsafe: every scalar is text, and a schema says what it has to be.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const unreadable = document.errors.map(({ pos, message }) => ({
    line: lines.linePos(pos[0]).line,
    wrong: message.replace(/\.$/, ''),
  }));
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
        return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { file, content: unreadable.length > 0 ? null : document.toJS(), lineOf, unreadable };
}
