// A list of names as a Preact page renders it, again and again.
import { h, render } from 'preact';

const Lines = ({ lines }) =>
  h(
    'main',
    null,
    lines.map(({ id, first, last }) => h('p', { key: id }, first, ' ', h('em', null, last), ' was heard.')),
  );

globalThis.app = {
  start: (lines) => render(h(Lines, { lines }), document.querySelector('#app')),
  render: (lines) => render(h(Lines, { lines }), document.querySelector('#app')),
};
