// A page as frameworks on React write it: the whole document is the app, and the same function runs on the server.
import { createElement as h, Suspense } from 'react';

export function Page({ lines, onCommit }) {
  return h(
    'html',
    { lang: 'en', ref: onCommit },
    h('head', null, h('meta', { charSet: 'utf-8' }), h('title', null, 'Two presidents, one call')),
    h(
      'body',
      { style: { margin: '80px', font: '20px/1.6 serif' } },
      h(
        'main',
        null,
        h('h1', null, 'Two presidents, one call'),
        // Texts side by side: the server writes comments between them.
        lines.map(({ id, first, last }) => h('p', { key: id }, first, ' ', h('em', null, last), ' was heard.')),
        h(Suspense, { fallback: null }, h('aside', null, 'In ', 'Caracas', ' nobody slept.')),
      ),
    ),
  );
}
