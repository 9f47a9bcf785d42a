// Goes through a value along its schema: which fields the schema does not know, and which may be left out.
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
