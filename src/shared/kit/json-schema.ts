/** The part of JSON Schema (draft 7) that our payload schemas are written in. `$ref` points into `definitions` of the root. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $comment?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonTypeName | readonly JsonTypeName[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly examples?: readonly unknown[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}
export type JsonTypeName = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

const isType: Readonly<Record<JsonTypeName, (value: unknown) => boolean>> = {
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

/** The types a schema names; empty when it allows any. */
export const typesOf = ({ type }: JsonSchema): readonly JsonTypeName[] =>
  type === undefined ? [] : typeof type === 'string' ? [type] : type;

/** Values of a schema that names each one. */
export const choicesOf = (schema: JsonSchema): readonly unknown[] | null =>
  'const' in schema ? [schema.const] : (schema.enum ?? null);

const numberFits = (schema: JsonSchema, value: number): boolean =>
  value >= (schema.minimum ?? -Infinity) &&
  value <= (schema.maximum ?? Infinity) &&
  value < (schema.exclusiveMaximum ?? Infinity);

/**
 * True when a value of one key fits its schema. Looks at the value itself and at the entries of a list, and not into objects: their
 * keys have rules of their own.
 */
export const fitsSchema = (schema: JsonSchema, value: unknown): boolean => {
  if (schema.anyOf) return schema.anyOf.some((one) => fitsSchema(one, value));
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isType[type](value))) return false;
  if (choicesOf(schema)?.includes(value) === false) return false;
  if (typeof value === 'number' && !numberFits(schema, value)) return false;
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
    return false;
  const { items } = schema;
  return !items || !Array.isArray(value) || value.every((one) => fitsSchema(items, one));
};

const refPrefix = '#/definitions/';

/** A schema as the plain ones it stands for: its reference followed, its alternatives one by one. Unknown references are left out. */
export const alternativesOf = (root: JsonSchema, schema: JsonSchema): readonly JsonSchema[] => {
  if (schema.$ref !== undefined) {
    const found = root.definitions?.[schema.$ref.slice(refPrefix.length)];
    return found ? alternativesOf(root, found) : [];
  }
  return schema.anyOf ? schema.anyOf.flatMap((one) => alternativesOf(root, one)) : [schema];
};
