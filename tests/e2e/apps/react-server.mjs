// What the server sends for the page of react.mjs.
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Page } from './react.mjs';

export const renderPage = (lines) => `<!doctype html>${renderToString(createElement(Page, { lines }))}`;
