// @ts-check
// What finding and marking names is compared with: other ways to do it, from doing nothing to mark.js, with one list of
// names.

/** Forty names, as somebody would list them who does it with a list. */
export const NAMES =
  'Donald Trump,Donald J. Trump,President Trump,Trump,Gustavo Petro,President Petro,Petro,Nicolás Maduro,Nicolas Maduro,Maduro,Marco Rubio,Secretary Rubio,Rubio,Delcy Rodríguez,Delcy Rodriguez,Rodríguez,Cilia Flores,Rosa Villavicencio,Colombia,Kolumbien,Colombie,Venezuela,Vénézuela,Caracas,White House,Casa Blanca,Maison Blanche,Weißes Haus,Truth Social,Latin America,América Latina,United States,Estados Unidos,Casa de Nariño,Трамп,Мадуро,Петро,特朗普,トランプ,트럼프'.split(
    ',',
  );

/** Each as a script that defines `go`. */
export const PEERS = /** @type {const} */ ({
  nothing: 'globalThis.go = () => {}',
  'bare walk': `globalThis.go = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let sum = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) sum += node.data.length;
    globalThis.sum = sum;
  }`,
  'regex per text node': `globalThis.go = () => {
    const skip = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA']);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const ranges = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (skip.has(node.parentNode.nodeName)) continue;
      pattern.lastIndex = 0;
      for (let match = pattern.exec(node.data); match; match = pattern.exec(node.data))
        ranges.push(new StaticRange({ startContainer: node, startOffset: match.index, endContainer: node, endOffset: pattern.lastIndex }));
    }
    CSS.highlights.set('names', new Highlight(...ranges));
  }`,
  findAndReplaceDOMText: `globalThis.go = () => { findAndReplaceDOMText(document.body, { find: pattern, wrap: 'mark' }) }`,
  'mark.js markRegExp': 'globalThis.go = () => { new Mark(document.body).markRegExp(pattern) }',
  'mark.js list':
    "globalThis.go = () => { new Mark(document.body).mark(names, { separateWordSearch: false, accuracy: 'exactly', diacritics: true }) }",
});
/** Runs before them: the list, and the list as one regular expression. */
export const PATTERN = `globalThis.names = ${JSON.stringify(NAMES)};
globalThis.pattern = new RegExp('(?<![\\\\p{L}\\\\p{N}])(?:' + [...names].sort((a, b) => b.length - a.length).join('|') + ')(?![\\\\p{L}\\\\p{N}])', 'gu');`;
