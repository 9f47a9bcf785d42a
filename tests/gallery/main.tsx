// The gallery: every surface in every state. No query lists them all;
// `?surface=card&state=person&locale=es&dir=rtl` shows one.
import { type ComponentChildren, render } from 'preact';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/card/card.css';
import '../../components/card/stories.css';
import '../../components/page-in-front.css';
import '../../components/panel/panel.css';
import '../../components/popup/popup.css';
import '../../components/library/library.css';
import '../../components/options/options.css';
import '../../components/keep/keep.css';
import '../../components/story/story.css';
import '../../components/story/cast.css';
import '../../components/story/edit.css';
import '../../components/story/graph.css';
import '../../components/story/print.css';
import '../../components/welcome/welcome.css';
import './gallery.css';
import { story as told } from 'virtual:story';
import ar from '../../locales/ar.json';
import de from '../../locales/de.json';
import en from '../../locales/en.json';
import es from '../../locales/es.json';
import fr from '../../locales/fr.json';
import it from '../../locales/it.json';
import ja from '../../locales/ja.json';
import pl from '../../locales/pl.json';
import pt from '../../locales/pt.json';
import uk from '../../locales/uk.json';
import { localizerIn } from '../components/localizer.ts';
import { CardIn, cardStates } from './card.tsx';
import { KeepIn, keepStates } from './keep.tsx';
import { LibraryIn, libraryStates } from './library.tsx';
import { OptionsIn, optionsStates } from './options.tsx';
import { PanelIn, panelStates } from './panel.tsx';
import { PopupIn, popupStates } from './popup.tsx';
import { StoryIn, storyStates } from './story.tsx';
import { WelcomeIn, welcomeStates } from './welcome.tsx';

const story = told();
const locales = { en, es, pt, fr, de, it, pl, uk, ar, ja };
const surfaces = {
  card: [cardStates, CardIn],
  popup: [popupStates, PopupIn],
  panel: [panelStates, PanelIn],
  story: [storyStates, StoryIn],
  keep: [keepStates, KeepIn],
  library: [libraryStates, LibraryIn],
  options: [optionsStates, OptionsIn],
  welcome: [welcomeStates, WelcomeIn],
} as const;

const query = new URLSearchParams(location.search);
const surface = query.get('surface') as keyof typeof surfaces | null;
const state = query.get('state');
const root = document.getElementById('root') as HTMLElement;

const locale = (query.get('locale') ?? 'en') as keyof typeof locales;
render(surface && state ? show(surface, state, locale, query.get('dir') === 'rtl') : list(), root);

function show(
  name: keyof typeof surfaces,
  which: string,
  locale: keyof typeof locales,
  rtl: boolean,
): ComponentChildren {
  const [, In] = surfaces[name];
  // Right to left is also shown with the texts of another language, whose letters every machine draws alike.
  const localizer = { ...localizerIn(locale, locales[locale]), locale: rtl ? 'ar' : locale };
  // biome-ignore lint/suspicious/noExplicitAny: surface and state come from the address, so types are unknown
  const Any = In as any;
  return <Any state={which} localizer={localizer} story={story} />;
}

// For tests: `turnTo` shows another state without a reload, and resolves when it has settled.
Object.assign(window, {
  gallery: Object.fromEntries(Object.entries(surfaces).map(([name, [states]]) => [name, states])),
  async turnTo(...shown: Parameters<typeof show>) {
    render(null, root);
    render(show(...shown), root);
    scrollTo(0, 0);
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  },
});

function list(): ComponentChildren {
  return Object.entries(surfaces).map(([name, [states]]) => (
    <section key={name}>
      <h1>{name}</h1>
      <ul>
        {states.map((which) => (
          <li key={which}>
            {Object.keys(locales).map((language) => (
              <a key={language} href={`?surface=${name}&state=${which}&locale=${language}`}>
                {language === 'en' ? which : language}{' '}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  ));
}
