// A list of names as a Svelte page renders it, again and again.
import { flushSync, mount } from 'svelte';
import Lines from './Lines.svelte';

let lines;

globalThis.app = {
  start(first) {
    lines = mount(Lines, { target: document.querySelector('#app'), props: { first } });
  },
  render: (next) => flushSync(() => lines.render(next)),
};
