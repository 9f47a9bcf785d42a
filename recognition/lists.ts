// Lists as the data compiles them: one text each.

/** A list joined by "|". */
export type List = string;

/** "a|b" → ["a", "b"]; nothing → []. */
export const split = (list: List | undefined): string[] => (list ? list.split('|') : []);
