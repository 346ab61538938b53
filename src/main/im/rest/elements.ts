import type { MessageElement } from '../../../shared/contract/index.ts';
import { elementTables } from '../../../shared/rest/element-fields.ts';
import { addExtra, isObject, readFields, typeOf, writeFields, type JsonObject, type Reports } from './fields.ts';

type Kind = MessageElement['kind'];
const kindOf = new Map<string, Kind>(Object.entries(elementTables).map(([kind, { type }]) => [type, kind as Kind]));

/** Where fields beside MsgType and MsgContent are kept. */
const beside = '@element';
/** A field of the content with this very name is kept under one more `@`, so that neither takes the other's place. */
const apart = (extra: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(extra).map(([name, value]) => [/^@+element$/.test(name) ? `@${name}` : name, value]),
  );
const together = (extra: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(extra).map(([name, value]) => [/^@@+element$/.test(name) ? name.slice(1) : name, value]),
  );

export interface ElementReports extends Reports {
  unknownType(path: string, type: string): void;
}

/** A custom element has texts that may be empty; an empty one that was written stays written. */
const readCustom = (read: JsonObject): JsonObject => {
  const empty = elementTables.custom.fields.filter((field) => read[field.key] === '').map((field) => [field.json, '']);
  const extra = { ...Object.fromEntries(empty), ...(read['extra'] as JsonObject | undefined) };
  const known = { data: '', desc: '', ext: '', sound: '', ...read };
  return Object.keys(extra).length > 0 ? { ...known, extra } : known;
};

/** Reads one entry of MsgBody. Null: it is none, which has been reported. */
export const readElement = (value: unknown, path: string, reports: ElementReports): MessageElement | null => {
  if (!isObject(value)) {
    reports.wrong(path, 'an object', typeOf(value));
    return null;
  }
  const { MsgType: type, MsgContent: content, ...others } = value;
  const kind = typeof type === 'string' ? kindOf.get(type) : undefined;
  if (kind === undefined) {
    if (typeof type === 'string') reports.unknownType(`${path}.MsgType`, type);
    else reports.wrong(`${path}.MsgType`, 'a string', type === undefined ? 'nothing' : typeOf(type));
    return null;
  }
  if (!isObject(content)) {
    reports.wrong(`${path}.MsgContent`, 'an object', content === undefined ? 'nothing' : typeOf(content));
    return null;
  }
  let read = readFields(content, elementTables[kind].fields, `${path}.MsgContent`, reports);
  if (isObject(read['extra'])) read['extra'] = apart(read['extra']);
  if (kind === 'custom') read = readCustom(read);
  for (const name of Object.keys(others)) reports.unknown(`${path}.${name}`);
  if (Object.keys(others).length > 0) {
    read['extra'] = { ...(read['extra'] as JsonObject | undefined), [beside]: others };
  }
  // The table has the fields of the contract under their names; what is missing has been reported.
  return { kind, ...read } as MessageElement;
};

/** Writes one entry of MsgBody. */
export const writeElement = (element: MessageElement): JsonObject => {
  const { type, fields } = elementTables[element.kind];
  const { [beside]: others, ...extra } = element.extra ?? {};
  const set = Object.fromEntries(
    Object.entries(element).filter(([, value]) => element.kind !== 'custom' || value !== ''),
  );
  const result: JsonObject = { MsgType: type, MsgContent: writeFields({ ...set, extra: together(extra) }, fields) };
  addExtra(result, others);
  return result;
};
