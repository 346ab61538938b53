import type { Field, Kind } from '../../../shared/rest/field.ts';

export type { Field } from '../../../shared/rest/field.ts';

/** Fields of the REST API and how they become fields of ours, as tables that serve reading and writing alike. */
export type Json = unknown;
export type JsonObject = Record<string, unknown>;

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a value is, in the words of JSON. */
export const typeOf = (value: Json): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'boolean' ? 'a boolean' : `a ${typeof value}`;
};

/** Hears about everything a reader stumbles over. Paths are JSON paths. */
export interface Reports {
  wrong(path: string, wanted: string, found: string): void;
  outside(path: string, value: Json, allowed: string): void;
  unknown(path: string): void;
}

const wanted: Readonly<Record<Kind, string>> = {
  text: 'a string',
  whole: 'an integer',
  count: 'an integer of 0 or more',
  number: 'a number',
  flag: '0 or 1',
  switch: 'a boolean',
  object: 'an object',
  texts: 'an array of strings',
  array: 'an array',
  'whole-text': 'a whole number as a string',
  list: 'an array of objects',
};

const isWhole = (value: Json): value is number => typeof value === 'number' && Number.isInteger(value);

/** Whether a value is of a kind; `wanted` says in words what it should have been. */
const fits = (value: Json, kind: Kind): boolean => {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'whole':
      return isWhole(value);
    case 'count':
      return isWhole(value) && value >= 0;
    case 'number':
      return typeof value === 'number';
    case 'flag':
      return value === 0 || value === 1;
    case 'switch':
      return typeof value === 'boolean';
    case 'object':
      return isObject(value);
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'whole-text':
      return isWhole(value) || (typeof value === 'string' && /^\d{1,9}$/.test(value));
    case 'array':
      return Array.isArray(value);
    case 'list':
    default:
      return Array.isArray(value) && value.every(isObject);
  }
};

/** Names like `__proto__` stay ordinary names. */
const put = (target: JsonObject, name: string, value: Json): void => {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
};

const putKey = (target: JsonObject, key: string, value: Json): void => {
  const [group, name] = key.split('.');
  if (name === undefined || group === undefined) return put(target, key, value);
  const inner = isObject(target[group]) ? target[group] : {};
  put(inner, name, value);
  put(target, group, inner);
};

const getKey = (source: JsonObject, key: string): Json => {
  const [group, name] = key.split('.');
  if (name === undefined || group === undefined) return source[key];
  const inner = source[group];
  return isObject(inner) ? inner[name] : undefined;
};

const isAllowed = (field: Field, value: Json, path: string, reports: Reports): boolean => {
  if (field.range) {
    const [least, most] = field.range;
    const amount = Number(value);
    if (amount < least || amount > most) {
      reports.outside(path, value, `${least}–${most}`);
      return false;
    }
  }
  if (field.choices && !field.choices.includes(String(value))) {
    reports.outside(path, value, field.choices.join(', '));
    return false;
  }
  return true;
};

const convert = (field: Field, value: Json, path: string, reports: Reports): Json => {
  if (field.kind === 'flag') return value === 1;
  if (field.kind === 'whole-text') return Number(value);
  const { table } = field;
  if (table && field.kind === 'object' && isObject(value)) return readFields(value, table, path, reports);
  if (table && Array.isArray(value)) {
    return value.map((one, index) => (isObject(one) ? readFields(one, table, `${path}[${index}]`, reports) : one));
  }
  return value;
};

/**
 * Reads an object by a table. Unknown fields, and known ones whose value is outside of what we hold, go into `extra` as they are;
 * a value of the wrong type is reported and left out.
 */
export const readFields = (source: JsonObject, table: readonly Field[], path: string, reports: Reports): JsonObject => {
  const result: JsonObject = {};
  const extra: JsonObject = {};
  const byName = new Map(table.map((field) => [field.json, field]));
  for (const [name, value] of Object.entries(source)) {
    const field = byName.get(name);
    const at = `${path}.${name}`;
    if (!field) {
      reports.unknown(at);
      put(extra, name, value);
    } else if (!fits(value, field.kind)) reports.wrong(at, wanted[field.kind], typeOf(value));
    else if (!isAllowed(field, value, at, reports)) put(extra, name, value);
    else putKey(result, field.key, convert(field, value, at, reports));
  }
  for (const field of table) {
    if (field.required && !(field.json in source))
      reports.wrong(`${path}.${field.json}`, wanted[field.kind], 'nothing');
  }
  if (Object.keys(extra).length > 0) result['extra'] = extra;
  return result;
};

const unconvert = (field: Field, value: Json): Json => {
  if (field.kind === 'flag') return value === true ? 1 : 0;
  if (field.kind === 'whole-text') return String(value);
  const { table } = field;
  if (table && isObject(value)) return writeFields(value, table);
  if (table && Array.isArray(value)) return value.map((one) => (isObject(one) ? writeFields(one, table) : one));
  return value;
};

/** Writes an object by a table: what is set, then what came along unknown and is not set by now. */
export const writeFields = (source: JsonObject, table: readonly Field[]): JsonObject => {
  const result: JsonObject = {};
  for (const field of table) {
    const value = getKey(source, field.key);
    if (value !== undefined) put(result, field.json, unconvert(field, value));
  }
  addExtra(result, source['extra']);
  return result;
};

/** Adds kept unknown fields that nothing has taken the place of. */
export const addExtra = (target: JsonObject, extra: Json): void => {
  if (!isObject(extra)) return;
  for (const [name, value] of Object.entries(extra)) if (!Object.hasOwn(target, name)) put(target, name, value);
};
