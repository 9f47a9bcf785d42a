// @ts-check
// What keeps the hostile pages out, and which cases prove it: `npm run hostile` takes each guard out of a copy of the project, builds that,
// and shows that the cases named here fail then. Where the guard is the browser's own, the copy opens the door that the browser keeps shut.

/**
 * @typedef {object} Guard
 * @property {string} name
 * @property {[file: string, text: string, instead: string][]} changes text that stands once in the file
 * @property {string[]} proven parts of the names of cases that must fail without it
 * @property {'chromium' | 'firefox'} [only] the browser in which it matters
 */

const SHELL = 'components/card/shell.ts';
const HOST = 'components/card/host.tsx';
const STYLE = 'components/card/card.css';
const READER = 'entrypoints/reader/index.ts';
const MARKS = 'entrypoints/reader/marks.ts';
const NATIVE = 'page/native.ts';
const PAINT = 'page/paint.ts';
const POINTER = 'page/pointer.ts';
const STRUCTURED = 'page/structured.ts';

/** @type {Guard[]} */
export const GUARDS = [
  // The script.
  {
    name: 'no-context', // what WXT's own context does: it listens to the page
    changes: [
      [
        READER,
        '  // 2. Texts of the dataset',
        `  document.addEventListener('wxt:content-script-started', () => { following?.abort(OVER); running?.abort(OVER); });\n  // 2. Texts of the dataset`,
      ],
    ],
    proven: ['replays every message and event'],
  },
  {
    name: 'isolated-world', // the browser's: the same script, run in the page's world
    changes: [['wxt.config.ts', `run_at: 'document_idle'`, `run_at: 'document_idle', world: 'MAIN' as never`]],
    proven: [
      'has replaced what the DOM is made of',
      'has replaced what the language is made of',
      'a policy that allows nothing',
      'enforced trusted types',
      'isolation from other origins',
      'a sandbox that gives it an opaque origin',
      'a policy of permissions that takes all away',
    ],
  },
  {
    name: 'no-announcement', // a script that speaks to the page
    changes: [
      [
        READER,
        '  // 2. Texts of the dataset',
        `  postMessage({ type: 'status', id: browser.runtime.id }, '*'); localStorage.setItem('dramatis', '1'); document.documentElement.setAttribute('data-dramatis', '1');\n  addEventListener('message', ({ data }) => { if (data?.type === 'once') { once = data.on ? 'on' : 'off'; update(); postMessage('done', '*'); } });\n  // 2. Texts of the dataset`,
      ],
    ],
    proven: ['forged messages change nothing', 'in the storages of the page', 'by changes of the document'],
  },
  {
    name: 'neutral-names',
    changes: [['page/paint.ts', `const MARK = 'mention';`, `const MARK = 'dramatis-petro';`]],
    proven: ['in names and values that it finds'],
  },
  {
    name: 'no-web-accessible-files',
    changes: [
      [
        'wxt.config.ts',
        '    action: {',
        `    web_accessible_resources: [{ resources: ['*'], matches: ['<all_urls>'] }],\n    action: {`,
      ],
    ],
    proven: ['the extension’s files cannot be reached'],
  },
  {
    name: 'top-frame-only',
    changes: [
      [
        'wxt.config.ts',
        `run_at: 'document_idle'`,
        `run_at: 'document_idle', all_frames: true, match_about_blank: true as never`,
      ],
    ],
    proven: ['an article in a frame of another site is not read'],
  },
  {
    name: 'sites-only',
    changes: [['wxt.config.ts', `PAGES = ['http://*/*', 'https://*/*']`, `PAGES = ['<all_urls>', 'file:///*']`]],
    proven: ['files of the reader’s disk'],
    only: 'chromium', // Firefox keeps this one off files all the same
  },
  {
    name: 'pageshow-trusted',
    changes: [[READER, 'if (!isTrusted || !persisted) return;', 'if (!persisted) return;']],
    proven: ['the extension’s parts talk'],
  },

  // The card’s root.
  {
    name: 'closed-root',
    changes: [[SHELL, `mode: 'closed' }`, `mode: 'open', serializable: true, clonable: true } as ShadowRootInit`]],
    proven: [
      'through the closed shadow root',
      'by serialising it',
      'is handed no root of it',
      'a copy of the host holds nothing',
    ],
  },
  {
    name: 'shadow-tree', // the browser's: what the card says, in the page's own tree as well
    changes: [
      [
        SHELL,
        '      const before = box.style.inset;',
        `      host.textContent = body.textContent;\n      root.querySelector('slot') ?? root.append(document.createElement('slot'));\n      const before = box.style.inset;`,
      ],
    ],
    proven: [
      'by serialising it',
      'by selecting it',
      'by asking what stands at its points',
      'by selectors that look into it',
      'by its parts, styles and animations',
    ],
  },
  {
    name: 'host-of-no-registry',
    changes: [
      [
        SHELL,
        `new Document().createElementNS('http://www.w3.org/1999/xhtml', 'dramatis-card') as HTMLElement`,
        `document.createElement('dramatis-card')`,
      ],
    ],
    proven: ['is handed no root of it', 'defines our element and spoils it'],
  },
  {
    name: 'no-fonts-by-name',
    changes: [[STYLE, '  --serif: serif;', '']],
    proven: ['fonts of the page are not asked for'],
  },

  // The host.
  {
    name: 'host-reset',
    changes: [[STYLE, '  all: initial !important;', '']],
    proven: ['restyles it', 'by making it a container'],
  },
  { name: 'host-pseudo-elements', changes: [[STYLE, '  content: none !important;', '']], proven: ['restyles it'] },
  {
    name: 'host-attributes',
    changes: [[SHELL, `if (name !== 'popover') host.removeAttribute(name)`, '{}']],
    proven: ['gives it attributes'],
  },
  {
    name: 'host-popover',
    changes: [
      [
        SHELL,
        `if (host.popover !== 'manual') host.popover = 'manual';`,
        `if (!('named' in host)) { Object.assign(host, { named: true }); host.popover = 'manual'; }`,
      ],
    ],
    proven: ['makes it no popover', 'makes it a popover that anything closes'],
  },
  {
    name: 'host-place',
    changes: [[SHELL, 'if (host.parentNode !== ground)', 'if (!host.isConnected)']],
    proven: ['hides it in a box', 'hides it in a shadow tree', 'moves it into another document'],
  },
  {
    name: 'host-styles',
    changes: [
      [
        SHELL,
        'if (root.adoptedStyleSheets.length === 0) root.adoptedStyleSheets = sheets;',
        `if (!('once' in sheets)) { Object.assign(sheets, { once: true }); root.adoptedStyleSheets = sheets; }`,
      ],
    ],
    proven: ['moves it into another document', 'at its next opening the card is whole again where a page adopts it'],
  },
  {
    name: 'no-quarrel-over-pins',
    changes: [[HOST, ` && shell?.host.matches(':popover-open')`, '']],
    proven: ['a pinned card that the page takes away'],
  },
  {
    name: 'one-host-of-ours',
    changes: [
      [
        HOST,
        'shell ??= createShell(document, signal);\n    opened?.',
        `const other = document.querySelector('dramatis-card');\n    if (other && other !== shell?.host) return false;\n    shell ??= createShell(document, signal);\n    opened?.`,
      ],
    ],
    proven: ['has an element of the same name'],
  },

  // Events.
  {
    name: 'pointer-trusted',
    changes: [[POINTER, '    if (!event.isTrusted) return;\n', '']],
    proven: ['a page’s own pointer opens'],
  },
  {
    name: 'cancel-trusted',
    changes: [[POINTER, '    if (!isTrusted) return;\n', '']],
    proven: ['a hover opens a card while'],
  },
  {
    name: 'escape-trusted',
    changes: [[HOST, `event.key !== 'Escape' || !event.isTrusted`, `event.key !== 'Escape'`]],
    proven: ['a page’s own pointer opens', 'sends every event'],
  },
  {
    name: 'press-trusted', // no event of a page gets into a closed root: so the copy's is open
    changes: [
      [SHELL, 'return event.isTrusted && !(byPointer && hidden);', 'return !(byPointer && hidden);'],
      [SHELL, `mode: 'closed' }`, `mode: 'open' }`],
    ],
    proven: ['nothing is pressed by a page'],
  },
  {
    name: 'press-in-sight',
    changes: [[SHELL, 'return event.isTrusted && !(byPointer && hidden);', 'return event.isTrusted;']],
    proven: [
      'nothing is pressed through a popover',
      'a popover that was there before',
      'a dialog’s backdrop',
      'pushed under the pointer',
    ],
  },
  {
    name: 'no-press-before-sight',
    changes: [
      [SHELL, 'const sightBeforePress = 300;', 'const sightBeforePress = 1e6;'],
      [SHELL, `event.type === 'click' && (event as MouseEvent).detail > 0`, `event.type === 'click'`],
    ],
    proven: ['the keyboard presses at once'],
  },
  {
    name: 'view-transitions',
    changes: [[SHELL, `document.documentElement.matches(':active-view-transition')`, 'false']],
    proven: ['a transition between views'],
    only: 'firefox',
  },
  {
    name: 'really-seen',
    changes: [[SHELL, 'isVisible === false ? Number.POSITIVE_INFINITY : performance.now()', 'performance.now()']],
    proven: ['a popover in a closed shadow tree'],
    only: 'chromium',
  },
  {
    name: 'copy-stopped',
    changes: [['components/card/clipboard.ts', '    event.stopImmediatePropagation();\n', '']],
    proven: ['what is copied does not pass'],
    only: 'chromium', // Firefox shows what was put there to nobody
  },
  {
    name: 'no-fight-for-focus',
    changes: [
      [
        SHELL,
        `body.className = 'body';`,
        `body.className = 'body';\n  body.addEventListener('focusout', () => setTimeout(() => (body.firstElementChild as HTMLElement | null)?.focus()));`,
      ],
    ],
    proven: ['a page that takes the focus back'],
  },
  {
    name: 'shown-again',
    changes: [
      [
        SHELL,
        '      host.showPopover();\n      covered = false;',
        `      if ('once' in host) return;\n      Object.assign(host, { once: true });\n      host.showPopover();\n      covered = false;`,
      ],
    ],
    proven: ['a page that forbids the card for a while'],
  },
  {
    name: 'host-put-back',
    changes: [
      [SHELL, 'if (host.parentNode !== ground)', `if (!('once' in host) && Object.assign(host, { once: true }))`],
    ],
    proven: ['at its next opening the card is whole again where a page takes it out'],
  },
  {
    name: 'host-says-nothing',
    changes: [
      [
        SHELL,
        '      const before = box.style.inset;',
        '      host.ariaLabel = body.textContent;\n      const before = box.style.inset;',
      ],
    ],
    proven: ['by accessibility’s reflections', 'by serialising it', 'by its parts, styles and animations'],
  },
  {
    name: 'no-word-of-settings',
    changes: [
      [
        MARKS,
        '  const gazetteer = openGazetteer(',
        '  if (page.settings().muted.length > 0) document.documentElement.dataset.less = String(page.settings().muted);\n  const gazetteer = openGazetteer(',
      ],
    ],
    proven: ['whom the reader does not want to see'],
  },

  // Marks.
  {
    name: 'names-taken',
    changes: [[PAINT, 'if (!known || !highlights.has(name))', 'if (!highlights.has(name))']],
    proven: ['fills the registry of highlights'],
  },
  {
    name: 'highlights-restored',
    changes: [[PAINT, 'if (!known || !highlights.has(name))', 'if (!known)']],
    proven: ['highlights that a page clears come back'],
  },
  {
    name: 'hits-by-our-own-list',
    changes: [
      [PAINT, '      if (around?.element === element) return around.mentions;', '      return all;'],
      [
        PAINT,
        'x >= left && x <= right && y >= top - 1 && y <= bottom + 2',
        '[left, right, top, bottom, x, y].length > 0',
      ],
      [
        POINTER,
        'return mention.block.nodes.some((node) => contains(target as Element, node)) ? mention : null;',
        'return mention;',
      ],
    ],
    proven: ['ranges that a page puts among ours'],
  },
  {
    name: 'nothing-over-the-name',
    changes: [
      [
        POINTER,
        'return mention.block.nodes.some((node) => contains(target as Element, node)) ? mention : null;',
        'return mention;',
      ],
    ],
    proven: ['what a page lays over a name'],
  },
  {
    name: 'sheets-of-the-page',
    changes: [[PAINT, '[...[...styles].filter((one) => one !== sheet), sheet]', '(styles, [sheet])']],
    proven: ['style sheets of the page’s own'],
  },
  {
    name: 'few-frames',
    changes: [['page/carriers.ts', 'const MOST_FRAMES = 20;', 'const MOST_FRAMES = 1000;']],
    proven: ['of forty frames'],
  },
  {
    name: 'same-page',
    changes: [[READER, '    if (withoutHash(before) === withoutHash(address)) return;\n', '']],
    proven: ['changes its address for ever'],
  },
  {
    name: 'changes-are-read',
    changes: [
      [
        'page/reading.ts',
        'timer ??= setTimeout(readSoon, rest);',
        'clearTimeout(timer);\n    timer = setTimeout(readSoon, 5000);',
      ],
    ],
    proven: ['what comes to a page that never stops'],
  },
  {
    name: 'never-clicks',
    changes: [
      [
        'page/marking.ts',
        '    onShow(mention, by);\n',
        '    onShow(mention, by);\n    mention.block.nodes[0]?.parentElement?.closest("p")?.querySelector("a")?.click();\n',
      ],
    ],
    proven: ['a name in a javascript: link runs nothing'],
  },

  // Content.
  {
    name: 'native-getters',
    changes: [
      [
        NATIVE,
        'if (get) return (node) => Reflect.apply(get, node, []) as V;',
        'if (get) return (node) => (node as never)[name] as V;',
      ],
    ],
    proven: ['elements that are named after methods'],
    only: 'chromium', // in Firefox a script of ours does not see such names
  },
  {
    name: 'native-methods',
    changes: [
      [
        NATIVE,
        'return (target, ...given) => Reflect.apply(own, target, given) as V;',
        'return (target, ...given) => (target as never as Record<string, typeof own>)[own.name]?.apply(target as never, given) as V;',
      ],
    ],
    proven: ['elements that are named after methods', 'a long page of such forms'],
    only: 'chromium',
  },
  {
    name: 'unread',
    changes: [
      ['page/blocks.ts', `'script,style,noscript,template,textarea,select,option,datalist,iframe,object,`, `'iframe,`],
    ],
    proven: ['attributes (one of a megabyte), templates'],
  },
  {
    name: 'no-look-alikes', // a dataset that took look-alikes for names
    changes: [
      [
        'data/stories/trump-petro-2026/figures.yaml',
        'full: [Marco Rubio, Marco Antonio Rubio]',
        'full: [Marco Rubio, Marco Antonio Rubio, Mаrco Rubiо]',
      ],
      ['data/stories/trump-petro-2026/figures.yaml', 'given: [Marco]', 'given: [Marco, Mаrco]'],
      ['data/stories/trump-petro-2026/figures.yaml', 'surname: [Rubio]', 'surname: [Rubio, Rubiо]'],
    ],
    proven: ['no name is found in homoglyphs'],
  },
  {
    name: 'no-overrides',
    changes: [
      ['recognition/scripts.ts', String.raw`\\u202A-\\u202C`, String.raw`\\u202A-\\u202E`],
      ['stories/names.ts', String.raw`\\u200B\\u2060-`, String.raw`\\u200B\\u202D\\u202E\\u2060-`],
    ],
    proven: ['text that is turned round'],
  },
  {
    name: 'text-stays-text',
    changes: [
      [
        'components/popup/Popup.tsx',
        "{voice.t('popup_because')} {listIn(voice.locale, told)}",
        '<span dangerouslySetInnerHTML={{ __html: listIn(voice.locale, told) }} />',
      ],
    ],
    proven: ['text that looks like markup'],
  },
  {
    name: 'short-reasons',
    changes: [['page/news.ts', 'const LONGEST_REASON = 100;', 'const LONGEST_REASON = 1e6;']],
    proven: ['a name of a site that would fill the popup'],
  },
  {
    name: 'small-scripts',
    changes: [[STRUCTURED, 'const LONGEST_SCRIPT = 512 * 1024;', 'const LONGEST_SCRIPT = 1e9;']],
    proven: ['JSON-LD of 50 MB'],
  },
  {
    name: 'shallow',
    changes: [[STRUCTURED, 'const DEEPEST = 20;', 'const DEEPEST = 1e6;']],
    proven: ['JSON-LD of 10,000 levels'],
  },
  {
    name: 'few-scripts',
    changes: [[STRUCTURED, 'const MOST_SCRIPTS = 20;', 'const MOST_SCRIPTS = 1e6;']],
    proven: ['the last of a hundred scripts'],
  },
  {
    name: 'few-metas',
    changes: [[STRUCTURED, 'const MOST_META = 400;', 'const MOST_META = 1e7;']],
    proven: ['the last of a hundred thousand meta elements'],
  },
  {
    name: 'faulty-json',
    changes: [
      [
        STRUCTURED,
        '    } catch {\n      if (json.length > LONGEST_MENDED) break;',
        '    } catch (fault) {\n      if (json.length > LONGEST_MENDED) throw fault;',
      ],
    ],
    proven: ['cut off after 10,000 levels'],
  },
  {
    name: 'own-keys',
    changes: [
      [STRUCTURED, 'return JSON.parse(json);', 'return Object.assign({}, JSON.parse(json));'],
      [STRUCTURED, 'Object.hasOwn(value, property) ? value[property] : undefined', 'value[property]'],
    ],
    proven: ['keys of prototypes'],
  },
  {
    name: 'types-judged',
    changes: [[STRUCTURED, `typeof name === 'string' ? [typeName(name)] : []`, '[typeName(name as string)]']],
    proven: ['values of wrong types'],
  },
  {
    name: 'dates-judged',
    changes: [
      [
        'page/date.ts',
        'if (text) yield { date: readTimestamp(text, language), source: `json-ld ',
        'if (text) yield { date: text || language, source: `json-ld ',
      ],
      [
        'page/date.ts',
        `return date <= latest && date >= '1900-01-02' && date !== '1970-01-01';`,
        'return date !== latest;',
      ],
    ],
    proven: [
      'a day to come',
      'the first day of clocks',
      'no day',
      'a key of prototypes',
      'as its date markup',
      'very much',
    ],
  },

  // Requests.
  {
    name: 'no-requests',
    changes: [
      [
        MARKS,
        '  const gazetteer = openGazetteer(',
        `  void fetch('http://planted.example/', { mode: 'no-cors' });\n  const gazetteer = openGazetteer(`,
      ],
    ],
    proven: ['reading: nothing is asked for'],
  },
  {
    name: 'nothing-stored',
    changes: [
      [
        MARKS,
        '  const gazetteer = openGazetteer(',
        '  void browser.storage.local.set({ seen: location.href });\n  const gazetteer = openGazetteer(',
      ],
    ],
    proven: ['reading: nothing is asked for'],
  },
  {
    name: 'no-connections',
    changes: [
      ['wxt.config.ts', `"connect-src 'none'",`, `'connect-src *',`],
      [
        'entrypoints/background.ts',
        '        await openStory(hash, tab);',
        `        void fetch('http://leak.example/').catch(() => {});\n        await openStory(hash, tab);`,
      ],
      [
        'entrypoints/background.ts',
        '      if (selectionText) void openStory(',
        `      void fetch('http://leak.example/').catch(() => {});\n      if (selectionText) void openStory(`,
      ],
    ],
    proven: ['a planted request is in the same log'],
  },
];
