// The address of an article as it is kept: without what follows readers.

/** Parameters by which links are followed; they say nothing of what is read. */
const FOLLOWING =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid?|mc_[ce]id|ref|ref_?src|cmpid|cmp|ncid|smid|ocid|xtor|ito|at_.*|cid|sr_share|taid|guccounter|guce_.*|_ga|_gl|_hs.*|hs.*|share|partner|source|campaign)$/i;

/** An address of the web without such parameters, without fragment and password; null for any other. */
export function cleanAddress(url: URL): string | null {
  if (!/^https?:$/.test(url.protocol)) return null;
  const clean = new URL(url);
  clean.hash = '';
  clean.username = '';
  clean.password = '';
  // As text: Firefox lets no content script go through the parameters of an address.
  const kept = clean.search
    .slice(1)
    .split('&')
    .filter((one) => !FOLLOWING.test(one.replace(/=.*$/, '')));
  clean.search = kept.join('&');
  return clean.href.slice(0, 2000);
}

/** The same of an address as text; null where it is none. */
export const cleanAddressIn = (text: string | undefined): string | null =>
  text !== undefined && URL.canParse(text) ? cleanAddress(new URL(text)) : null;
