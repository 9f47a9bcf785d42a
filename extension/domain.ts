// From a host to the site that a rule is written for. Only the background may import this:
// the list of public suffixes is larger than the rest of the extension.
import { parse } from 'tldts';

/** A site and how far a rule for it reaches. */
export interface Site {
  /** Registrable domain, or the whole host where there is none: an address, `localhost`, a public suffix. */
  domain: string;
  /** Whether its subdomains belong to it. */
  subdomains: boolean;
}

/** The site of a host. Suffixes under which anybody can register (`github.io`) count as public. */
export function siteOf(host: string): Site {
  const name = host.toLowerCase().replace(/\.$/, '');
  const { domain } = parse(name, { allowPrivateDomains: true });
  return domain ? { domain, subdomains: true } : { domain: name, subdomains: false };
}
