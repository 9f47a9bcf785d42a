// The side panel of Chromium, the sidebar of Firefox; Safari and browsers on phones have neither.
import { browser } from 'wxt/browser';
import { attempt } from './outcome.ts';

/** Each of the two knows one of these. */
interface Panels {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

const panels = () => browser as unknown as Panels;

/** Whether this browser has a panel at the side of its window. */
export const hasPanel = (): boolean => panels().sidePanel !== undefined || panels().sidebarAction?.open !== undefined;

/** Opens it. To be called first in what a click or a key starts: browsers allow it only then. */
export async function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = panels();
  // It fails where the window is gone.
  await attempt(async () => (sidePanel ? sidePanel.open({ windowId }) : sidebarAction?.open()));
}
