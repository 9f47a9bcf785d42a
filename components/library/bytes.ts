// How much of the storage something takes, in the reader's language.

/** 12,345 bytes as "12 kB", 3,400,000 as "3.4 MB". */
export function formatBytes(locale: string, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1_000_000 : Math.ceil(bytes / 1000));
}
