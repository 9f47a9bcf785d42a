// What goes wrong on a page: it is read on all the same, and who looks into the console is told.

/** What Firefox says at every touch of something whose frame was taken away: then nothing is left to do. */
const FRAME_GONE = /dead object|does not implement interface/;

/** Tells the console of an error after which the page is read on; the page cannot see that. */
export function tellFault(error: unknown): void {
  if (!FRAME_GONE.test(String(error))) console.error(`Dramatis: ${error}`, (error as Error).stack);
}
