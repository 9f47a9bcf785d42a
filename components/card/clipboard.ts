// Puts text on the clipboard, also on pages without `navigator.clipboard` (plain http), where only the copy event gives access to it.

/** To be called straight from a press of a button: browsers hear it from nothing else. */
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
