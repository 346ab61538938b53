import { isObject, jsonType, shownJson, parseJson, pathMember, type Json, type JsonObject } from '../../kit/json.ts';
import { shapeError, shorten, type Finding, type Place } from './findings.ts';
import { isDuration, isTimestamp } from './grammar.ts';
import type { Body } from './model.ts';
import { requestType, toSnakeCase, type FieldType, type MessageType } from './schema.ts';
import { suggestField } from './suggest.ts';

/** `body` holds what could be understood; null: the text is no JSON object. `findings` has every mistake of shape. */
export interface BodyReading {
  readonly body: Body | null;
  readonly findings: readonly Finding[];
}

type Report = (found: Finding) => void;

const member = (at: Place, key: string): Place => ({
  json: pathMember(at.json, key),
  wire: at.wire === '' ? key : `${at.wire}.${key}`,
});
const item = (at: Place, index: number): Place => ({ json: `${at.json}[${index}]`, wire: `${at.wire}[${index}]` });
const lastName = (at: Place): string => at.wire.slice(at.wire.lastIndexOf('.') + 1);
const parent = (at: Place): string => at.wire.slice(0, Math.max(0, at.wire.lastIndexOf('.')));

const unknownName = (name: string, at: string, why: string): { field: string; description: string } => ({
  field: at,
  description: `Invalid JSON payload received. Unknown name "${name}"${at === '' ? '' : ` at '${at}'`}: ${why}`,
});

const wireTypes: Readonly<Partial<Record<FieldType['kind'], string>>> = {
  string: 'TYPE_STRING',
  bool: 'TYPE_BOOL',
  int32: 'TYPE_INT32',
  number: 'TYPE_FLOAT',
  duration: 'type.googleapis.com/google.protobuf.Duration',
  timestamp: 'type.googleapis.com/google.protobuf.Timestamp',
  struct: 'type.googleapis.com/google.protobuf.Struct',
};
const wireType = (type: FieldType): string =>
  type.kind === 'enum' || type.kind === 'message'
    ? `type.googleapis.com/google.firebase.fcm.v1.${type.name}`
    : (wireTypes[type.kind] ?? 'TYPE_MESSAGE');

/** The type of a field in words that are the same in every language. */
const typeWords: Readonly<Record<FieldType['kind'], string>> = {
  string: 'string',
  bool: 'boolean',
  int32: 'integer',
  number: 'number',
  duration: 'string, "3.5s"',
  timestamp: 'string, RFC 3339',
  map: 'object of strings',
  struct: 'object',
  enum: 'string',
  list: 'array',
  message: 'object',
};

const invalidValue = (value: Json, type: FieldType, at: Place, more = ''): { field: string; description: string } => {
  if (Array.isArray(value))
    return unknownName(lastName(at), parent(at), 'Proto field is not repeating, cannot start list.');
  if (isObject(value)) return unknownName(lastName(at), parent(at), 'Starting an object on a scalar field');
  const shown = `Invalid value at '${at.wire}' (${wireType(type)}), ${more || shorten(shownJson(value), 200)}`;
  return { field: at.wire, description: shown };
};

const wrongType = (value: Json, type: FieldType, at: Place, report: Report): undefined => {
  const params = { field: at.wire, expected: typeWords[type.kind], found: jsonType(value) };
  report(shapeError('wrong-type', at, params, invalidValue(value, type, at), { certainty: 'measured' }));
};

const readEnum = (value: Json, type: FieldType & { kind: 'enum' }, at: Place, report: Report): Json | undefined => {
  if (typeof value !== 'string') return wrongType(value, type, at, report);
  const name = value.toUpperCase().replaceAll('-', '_');
  if (type.values.includes(name)) return name;
  const params = { field: at.wire, value: shorten(value), choices: type.values.join(', ') };
  report(shapeError('unknown-choice', at, params, invalidValue(value, type, at), { hasFix: true }));
  return undefined;
};

const readFormatted = (value: Json, type: FieldType, at: Place, report: Report): Json | undefined => {
  const isTime = type.kind === 'timestamp';
  if (typeof value === 'string' && (isTime ? isTimestamp(value) : isDuration(value))) return value;
  const shown = shorten(typeof value === 'string' ? value : shownJson(value));
  const ending = `Field '${lastName(at)}', Illegal ${isTime ? 'timestamp format' : "duration format; duration must end with 's'"}`;
  const violation = invalidValue(value, type, at, ending);
  const params = { field: at.wire, value: shown };
  report(shapeError(isTime ? 'bad-timestamp' : 'bad-duration', at, params, violation, { hasFix: true }));
  return undefined;
};

const readNumber = (value: Json, type: FieldType, at: Place, report: Report): Json | undefined => {
  // Google's JSON reader takes numbers in quotes.
  const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const fits =
    typeof given === 'number' &&
    Number.isFinite(given) &&
    (type.kind === 'number' || (Number.isInteger(given) && Math.abs(given) < 2 ** 31));
  return fits ? given : wrongType(value, type, at, report);
};

const readMap = (value: Json, type: FieldType, at: Place, report: Report): Json | undefined => {
  if (!isObject(value)) return wrongType(value, type, at, report);
  const kept: [string, Json][] = [];
  for (const [index, [key, inner]] of Object.entries(value).entries()) {
    if (typeof inner === 'string') {
      kept.push([key, inner]);
      continue;
    }
    const place = { json: pathMember(at.json, key), wire: `${at.wire}[${index}].value` };
    const params = {
      key: shorten(key),
      found: jsonType(inner),
      quoted: shorten(JSON.stringify(shownJson(inner))),
    };
    report(
      shapeError('map-value-not-text', place, params, invalidValue(inner, { kind: 'string' }, place), { hasFix: true }),
    );
  }
  return Object.fromEntries(kept);
};

const readMessage = (value: Json, type: MessageType, at: Place, report: Report): Json | undefined => {
  if (!isObject(value)) return wrongType(value, type, at, report);
  const kept: [string, Json][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const name = toSnakeCase(key);
    const field = type.fields.get(name);
    if (!field) {
      const suggestion = suggestField(key, type, at.wire);
      const params = { field: shorten(key), at: at.wire, suggestion: suggestion ?? '' };
      const rule = at.wire === '' ? 'unknown-root-field' : 'unknown-field';
      const violation = unknownName(key, at.wire, 'Cannot find field.');
      const extra = { hasFix: suggestion !== null, certainty: 'measured' } as const;
      report(shapeError(rule, { json: pathMember(at.json, key), wire: at.wire }, params, violation, extra));
      continue;
    }
    const place = { json: pathMember(at.json, key), wire: member(at, name).wire };
    // null stands for «not set» in Google's JSON.
    const read = inner === null ? undefined : readField(inner, field, place, report);
    if (read !== undefined) kept.push([name, read]);
  }
  return Object.fromEntries(kept);
};

const readList = (value: Json, of: FieldType, at: Place, report: Report): Json | undefined => {
  const list = Array.isArray(value) ? value : [value];
  const kept: Json[] = [];
  for (const [index, inner] of list.entries()) {
    const read = readField(inner, of, Array.isArray(value) ? item(at, index) : at, report);
    if (read !== undefined) kept.push(read);
  }
  return kept;
};

const readField = (value: Json, type: FieldType, at: Place, report: Report): Json | undefined => {
  switch (type.kind) {
    case 'string':
      return typeof value === 'string' ? value : wrongType(value, type, at, report);
    case 'bool':
      if (value === 'true' || value === 'false') return value === 'true';
      return typeof value === 'boolean' ? value : wrongType(value, type, at, report);
    case 'int32':
    case 'number':
      return readNumber(value, type, at, report);
    case 'duration':
    case 'timestamp':
      return readFormatted(value, type, at, report);
    case 'enum':
      return readEnum(value, type, at, report);
    case 'map':
      return readMap(value, type, at, report);
    case 'struct':
      return isObject(value) ? value : wrongType(value, type, at, report);
    case 'list':
      return readList(value, type.of, at, report);
    case 'message':
      return readMessage(value, type, at, report);
  }
};

const root: Place = { json: '$', wire: '' };

/** Reads JSON against the request schema. Every mistake of shape is reported; what is right is kept. */
const readBodyJson = (value: JsonObject): BodyReading => {
  const findings: Finding[] = [];
  const read = readMessage(value, requestType, root, (found) => findings.push(found));
  // readMessage lets nothing through that the schema, and so Body, does not describe.
  return { body: (read ?? {}) as Body, findings };
};

/** Reads the text of a request body. An empty text is an empty request, as for Google. */
export const readBody = (text: string): BodyReading => {
  if (text.trim() === '') return { body: {}, findings: [] };
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const violation = { field: '', description: `Invalid JSON payload received. ${parsed.message}` };
    const found = shapeError('not-json', root, { message: shorten(parsed.message, 160) }, violation, {
      certainty: 'measured',
    });
    return {
      body: null,
      findings: [{ ...found, rule: 'json', wire: { ...violation, badRequest: false, fcmError: false } }],
    };
  }
  if (isObject(parsed.value)) return readBodyJson(parsed.value);
  const violation = unknownName('', '', 'Root element must be a message.');
  const params = { found: jsonType(parsed.value) };
  return { body: null, findings: [shapeError('root-not-object', root, params, violation, { certainty: 'reported' })] };
};
