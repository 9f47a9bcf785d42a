// Where and why a text is no JSON, in words that are the same in every browser: some of them name no place.

/** `line` and `column` count from 1, columns in UTF-16 code units. */
export interface JsonFault {
  line: number;
  column: number;
  wrong: string;
}

/** What may come next, in the words of a fault. */
const EXPECTED = {
  value: 'a value',
  valueOrEnd: 'a value or ]',
  name: 'a name in quotation marks',
  nameOrEnd: 'a name in quotation marks or }',
  colon: 'a colon',
  commaOrEnd: 'a comma or the closing bracket',
  nothing: 'nothing more',
};
type Next = keyof typeof EXPECTED;

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** What a fault shows of the text. */
const TOKEN = /[\w.+-]{1,20}|./suy;

/** Where a text stops being JSON; null where it is JSON. Linear, and no depth is too deep for it. */
export function jsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  let next: Next = 'value';
  let at = 0;
  const afterValue = (): Next => (open.length > 0 ? 'commaOrEnd' : 'nothing');
  for (;;) {
    at = endOf(SPACE, text, at) ?? at;
    const sign = text.charAt(at);
    if (sign === '' && next === 'nothing') return null;
    if (sign === '')
      return faultAt(text, at, open.length > 0 ? `ends before its last ${open.at(-1)} is closed` : 'is empty');
    if (sign === '"' && (next.startsWith('value') || next.startsWith('name'))) {
      const end = endOfString(text, at);
      if (typeof end !== 'number') return faultAt(text, end.at, end.wrong);
      next = next.startsWith('name') ? 'colon' : afterValue();
      at = end;
    } else if ((sign === '{' || sign === '[') && next.startsWith('value')) {
      open.push(sign);
      next = sign === '{' ? 'nameOrEnd' : 'valueOrEnd';
      at++;
    } else if (next.endsWith('OrEnd') && sign === (open.at(-1) === '{' ? '}' : ']')) {
      open.pop();
      next = afterValue();
      at++;
    } else if (sign === ',' && next === 'commaOrEnd') {
      next = open.at(-1) === '{' ? 'name' : 'value';
      at++;
    } else if (sign === ':' && next === 'colon') {
      next = 'value';
      at++;
    } else {
      const end = next.startsWith('value') ? endOf(SCALAR, text, at) : null;
      if (end === null)
        return faultAt(
          text,
          at,
          `has “${text.slice(at, endOf(TOKEN, text, at) ?? at)}” where ${EXPECTED[next]} belongs`,
        );
      next = afterValue();
      at = end;
    }
  }
}

/** Where a match that begins at `at` ends; null where there is none. */
function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Where a string that begins at `from` ends, or what is wrong with it. */
function endOfString(text: string, from: number): number | { at: number; wrong: string } {
  for (let at = from + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') return at + 1;
    if (sign < ' ') return { at, wrong: 'has a line break or a control character inside quotation marks' };
    if (sign !== '\\') continue;
    const end = endOf(ESCAPE, text, at);
    if (end === null) return { at, wrong: 'has a \\ that means nothing' };
    at = end - 1;
  }
  return { at: from, wrong: 'opens quotation marks and never closes them' };
}

function faultAt(text: string, at: number, wrong: string): JsonFault {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n'), wrong };
}
