// The site rules: find, add, change, remove.
import { useState } from 'preact/hooks';
import type { Rule } from '../../extension/sites.ts';
import type { Localizer } from '../localizer.ts';
import { SiteForm } from '../SiteForm.tsx';

interface SitesProps {
  localizer: Localizer;
  sites: readonly { domain: string; rule: Rule }[];
  onSet: (host: string, rule: Rule | null) => void;
}

/** A list of this length gets a search field. */
const manySites = 6;

export function Sites({ localizer, sites, onSet }: SitesProps) {
  const { t } = localizer;
  const [query, setQuery] = useState('');
  const isSearched = sites.length >= manySites;
  // What was typed does not count once its field is gone.
  const wanted = isSearched ? query.trim().toLowerCase() : '';
  const found = sites.filter(({ domain }) => domain.includes(wanted));
  return (
    <>
      <p class="note">{t('options_sitesMean')}</p>
      <AddSite localizer={localizer} onAdd={onSet} />
      {isSearched && (
        <input
          type="search"
          aria-label={t('options_findSite')}
          placeholder={t('options_findSite')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {found.length === 0 ? (
        <p class="note">{sites.length === 0 ? t('options_noSites') : t('search_nothing')}</p>
      ) : (
        <ul class="rows">
          {found.map(({ domain, rule }) => (
            <li key={domain}>
              <bdi>{domain}</bdi>
              <span>
                <select
                  aria-label={t('options_ruleFor', [domain])}
                  value={rule}
                  onChange={(event) => onSet(domain, event.currentTarget.value === 'on' ? 'on' : 'off')}
                >
                  <option value="on">{t('popup_on')}</option>
                  <option value="off">{t('popup_off')}</option>
                </select>
                <button
                  class="link"
                  type="button"
                  aria-label={t('options_removeNamed', [domain])}
                  onClick={() => onSet(domain, null)}
                >
                  {t('options_remove')}
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function AddSite({ localizer, onAdd }: { localizer: Localizer; onAdd: (host: string, rule: Rule) => void }) {
  const { t } = localizer;
  const [rule, setRule] = useState<Rule>('off');
  return (
    <SiteForm localizer={localizer} action={t('options_add')} onSite={(host) => onAdd(host, rule)}>
      <select
        aria-label={t('options_rule')}
        value={rule}
        onChange={(event) => setRule(event.currentTarget.value === 'on' ? 'on' : 'off')}
      >
        <option value="on">{t('popup_on')}</option>
        <option value="off">{t('popup_off')}</option>
      </select>
    </SiteForm>
  );
}
