// Parses HTML into a document that runs no script, loads nothing and is never shown.

/** The document that a text of HTML makes. Only text is read of it, and no part of it gets into any page. */
export function parseInert(html: string): Document {
  // biome-ignore lint/plugin: documents of a DOMParser have no window, so nothing in them comes to life
  return new DOMParser().parseFromString(html, 'text/html');
}
