// Reports to the background what the page's toolbar button should show.

interface Found {
  active: boolean;
  figures: number;
}

export interface ToolbarReport {
  /** The page is marked and names so many figures. Sent only if the number has changed. */
  marked(figures: number): void;
  /** The page is not marked any more. */
  unmarked(): void;
  /** Sends the last report again if the page is marked: browsers forget it for a page in the back/forward cache. */
  repeat(): void;
}

/** @param send delivers one report; reports are sent one after the other, so that the last one holds */
export function createToolbarReport(send: (found: Found) => Promise<unknown>): ToolbarReport {
  let last: Found = { active: false, figures: 0 };
  let sending = Promise.resolve<unknown>(null);

  function report(found: Found): void {
    last = found;
    // Reports that are outdated when their turn comes are left out.
    sending = sending.then(() => (last === found ? send(found) : null));
  }

  return {
    marked(figures) {
      if (!last.active || figures !== last.figures) report({ active: true, figures });
    },
    unmarked() {
      if (last.active) report({ active: false, figures: 0 });
    },
    repeat() {
      if (last.active) report({ ...last });
    },
  };
}
