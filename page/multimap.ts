// A map with several values for each key.

/** Appends `value` to the list of `key`, or begins that list with it. */
export function appendTo<K, V>(
  lists: { get(key: K): V[] | undefined; set(key: K, list: V[]): unknown },
  key: K,
  value: V,
): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
