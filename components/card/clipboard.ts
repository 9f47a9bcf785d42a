// Copies text to the clipboard. On plain http there is no `navigator.clipboard`: there a copy event does it.

/** Must be called directly from a click: browsers allow it only there. */
export async function copyText(document: Document, text: string): Promise<void> {
  try {
    await document.defaultView?.navigator.clipboard.writeText(text);
  } catch {
    copyByEvent(document, text);
  }
}

function copyByEvent(document: Document, text: string): void {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.defaultView?.addEventListener('copy', fill, { capture: true, once: true });
  document.execCommand('copy');
  document.defaultView?.removeEventListener('copy', fill, { capture: true });
}
