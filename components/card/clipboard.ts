// Copies text to the clipboard. On plain http there is no `navigator.clipboard`: there a copy event does it.

/** Must be called directly from a click: browsers allow it only there. Answers whether the text was copied. */
export async function copyText(document: Document, text: string): Promise<boolean> {
  try {
    await document.defaultView?.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(document, text);
  }
}

function copyByEvent(document: Document, text: string): boolean {
  let isCopied = false;
  const fill = (event: ClipboardEvent) => {
    isCopied = true;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.defaultView?.addEventListener('copy', fill, { capture: true, once: true });
  document.execCommand('copy');
  document.defaultView?.removeEventListener('copy', fill, { capture: true });
  return isCopied;
}
