// A list of names as a Vue page renders it, from a template, again and again.
import { createApp, shallowRef } from 'vue/dist/vue.esm-bundler.js';

const shown = shallowRef([]);
const Lines = {
  setup: () => ({ lines: shown }),
  template: `<main><p v-for="{ id, first, last } in lines" :key="id">{{ first }} <em>{{ last }}</em> was heard.</p></main>`,
};

globalThis.app = {
  start(lines) {
    shown.value = lines;
    createApp(Lines).mount('#app');
  },
  render(lines) {
    shown.value = lines;
  },
};
