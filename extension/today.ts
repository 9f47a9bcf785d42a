// The reader's day, as it stands in what is stored and in names of files.

/** The reader's own day, `YYYY-MM-DD`; that of UTC is another one for hours. */
export function today(now = new Date()): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
