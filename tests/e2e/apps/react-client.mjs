// Hydrates the page of react.mjs and renders it again; what React complains of is kept.
import { createElement as h } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Page } from './react.mjs';

const complain = (what) => (fault) => app.faults.push(`${what}: ${fault}`);
let root;

const app = {
  faults: [],
  hydrated: false,
  start(lines) {
    console.error = complain('console');
    const onCommit = () => {
      app.hydrated = true;
    };
    root = hydrateRoot(document, h(Page, { lines, onCommit }), {
      onRecoverableError: complain('recoverable'),
      onUncaughtError: complain('uncaught'),
    });
  },
  render: (lines) => root.render(h(Page, { lines })),
};
globalThis.app = app;
