// Starts the welcome page.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/page.css';
import '../../components/welcome/welcome.css';
import { createLocalizer } from '../../components/localizer.ts';
import { Welcome, type WelcomeProps } from '../../components/welcome/Welcome.tsx';
import { hasAccess, READER, requestAccess } from '../../extension/access.ts';
import { listShortcuts, type Shortcut, shortcutPage } from '../../extension/shortcuts.ts';
import { openStory } from '../../extension/story-tab.ts';

// 1. The reader's language
const localizer = createLocalizer(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = localizer.locale;

// 2. The page
const pictureOf: WelcomeProps['pictureOf'] = (name, theme) => `/welcome/${name}${theme === 'dark' ? '-dark' : ''}.png`;
const root = document.body.appendChild(document.createElement('div'));
let access: boolean | null = null;
let shortcuts: Shortcut[] = [];

function draw(): void {
  render(
    <Welcome
      localizer={localizer}
      pictureOf={pictureOf}
      shortcuts={shortcuts}
      access={access}
      on={{
        grant: () => void requestAccess().then(readAccess),
        openStory: () => void openStory(),
        openOptions: () => void browser.runtime.openOptionsPage(),
        openShortcuts: shortcutPage(),
      }}
    />,
    root,
  );
}

async function readAccess(): Promise<void> {
  access = await hasAccess();
  draw();
}
draw();

// 3. The example paragraph, marked by the same script as pages of the web
const script = document.createElement('script');
script.src = READER;
document.head.append(script);

// 4. Whether the browser gives access to pages, now and later
await readAccess();
browser.permissions.onAdded.addListener(readAccess);
browser.permissions.onRemoved.addListener(readAccess);

// 5. The keys, which the reader changes in another tab
async function readShortcuts(): Promise<void> {
  shortcuts = await listShortcuts(i18n.t('command_open'));
  draw();
}
addEventListener('focus', readShortcuts);
await readShortcuts();
