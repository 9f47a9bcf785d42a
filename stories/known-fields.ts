// Goes through a value along its schema: which fields the schema does not know, which may be left out, and what stands
// for those that were.
import type * as v from 'valibot';
import { fieldName, type Path } from './faults.ts';

/** What the schemas of the format are made of; which of these a schema has depends on its type. */
interface Schema {
  type: string;
  entries?: Readonly<Record<string, Schema>>;
  item?: Schema;
  items?: readonly Schema[];
  value?: Schema;
  wrapped?: Schema;
  default?: unknown;
}

/** Whether to keep a field; `schema` is undefined where it is not known, `value` is what is left of the field. */
type Keep = (schema: Schema | undefined, value: unknown, path: Path) => boolean;

/** The fields that a schema does not know, by their names from the outside in. @param most how many are listed */
export function unknownFields(schema: v.GenericSchema, value: unknown, most: number): string[] {
  const found: string[] = [];
  copied(schema as unknown as Schema, value, [], (known, _, path) => {
    if (!known && found.length < most) found.push(fieldName(path));
    return true;
  });
  return found;
}

/** A checked value without what it would have anyway: fields with their defaults. */
export const withoutDefaults = (schema: v.GenericSchema, value: unknown): unknown =>
  copied(schema as unknown as Schema, value, [], (known, field) => !known || !isDefault(known, field));

/** A checked value with the fields alone that its schema knows, and without those that have their defaults. */
export const onlyKnown = (schema: v.GenericSchema, value: unknown): unknown =>
  copied(schema as unknown as Schema, value, [], (known, field) => known !== undefined && !isDefault(known, field));

const isDefault = (schema: Schema, value: unknown): boolean =>
  schema.default !== undefined && JSON.stringify(schema.default) === JSON.stringify(value);

function copied(schema: Schema, value: unknown, path: Path, keep: Keep): unknown {
  if (schema.wrapped) return copied(schema.wrapped, value, path, keep);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((part: unknown, at) => {
      const item = schema.items?.[at] ?? schema.item;
      return item ? copied(item, part, [...path, at], keep) : part;
    });
  const fields: [key: string, field: unknown][] = [];
  for (const [key, field] of Object.entries(value)) {
    const known =
      schema.value ?? (schema.entries && Object.hasOwn(schema.entries, key) ? schema.entries[key] : undefined);
    const at = [...path, key];
    const left = known ? copied(known, field, at, keep) : field;
    // The entries of a record are no fields.
    if (schema.value || keep(known, left, at)) fields.push([key, left]);
  }
  return Object.fromEntries(fields);
}

/** Gives a value that a schema was found to fit the defaults that it lacks. */
export type FillIn = (value: unknown) => unknown;

/**
 * Fills in the defaults of a schema as parsing would, in the same order of fields, and checks nothing: for values that
 * were checked before.
 */
export const fillerOf = (schema: v.GenericSchema): FillIn =>
  fillerIn(schema as unknown as Schema) ?? ((value) => value);

/** Null where nothing is to be filled in. */
function fillerIn(schema: Schema): FillIn | null {
  const { wrapped, item, items, value: entry, entries } = schema;
  if (wrapped) {
    const fill = fillerIn(wrapped);
    return fill && ((value) => (value === null ? null : fill(value)));
  }
  if (item) {
    const fill = fillerIn(item);
    return fill && ((value) => (value as unknown[]).map(fill));
  }
  if (items || !(entries || entry)) return null;
  if (entry) {
    const fill = fillerIn(entry);
    return (
      fill && ((value) => Object.fromEntries(Object.entries(value as object).map(([key, field]) => [key, fill(field)])))
    );
  }
  const fields = Object.entries(entries as Readonly<Record<string, Schema>>).map(([key, field]) => {
    const fill = fillerIn(field);
    const { default: missing } = field;
    // Each time a new one: whoever is given a list may change it.
    const text = typeof missing === 'object' && missing !== null ? JSON.stringify(missing) : null;
    const make = (): unknown => {
      const made: unknown = text === '[]' ? [] : text === null ? missing : JSON.parse(text);
      return fill && made !== null ? fill(made) : made;
    };
    return { key, fill, make: missing === undefined ? null : make };
  });
  const known = new Set(fields.map(({ key }) => key));
  return (value) => {
    const given = value as Readonly<Record<string, unknown>>;
    const filled: Record<string, unknown> = {};
    for (const { key, fill, make } of fields) {
      const field = given[key];
      if (field !== undefined) filled[key] = fill ? fill(field) : field;
      else if (make) filled[key] = make();
    }
    for (const key of Object.keys(given)) if (!known.has(key)) filled[key] = given[key];
    return filled;
  };
}
