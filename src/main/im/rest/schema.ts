import type { RestCall } from '../../../shared/contract/index.ts';
import type { JsonSchema } from '../../../shared/kit/json-schema.ts';
import { optionFields } from '../../../shared/rest/call-fields.ts';
import { elementTables, type ElementTable } from '../../../shared/rest/element-fields.ts';
import { field, type Field, type Place } from '../../../shared/rest/field.ts';
import { aboutField, aboutValue, factsOfField, type Say } from '../../../shared/rest/help.ts';
import { pushInfo } from '../../../shared/rest/push-fields.ts';

const text: JsonSchema = { type: 'string' };
const shapes: Readonly<Record<Field['kind'], JsonSchema>> = {
  text,
  whole: { type: 'integer' },
  count: { type: 'integer', minimum: 0 },
  number: { type: 'number' },
  flag: { type: 'integer', enum: [0, 1] },
  switch: { type: 'boolean' },
  object: { type: 'object' },
  texts: { type: 'array', items: text },
  array: { type: 'array' },
  'whole-text': { type: ['string', 'integer'] },
  list: { type: 'array', items: { type: 'object' } },
};
const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

/** Values with words of their own; a field that takes others too says its type as the last alternative. */
const valueSchema = (place: Place, one: Field, say: Say): JsonSchema | null => {
  const values = one.choices ?? one.values;
  if (!values || one.kind === 'texts') return null;
  // Numbers that the API wants as texts are offered as texts.
  const written = (value: string | number): string | number => (one.kind === 'whole-text' ? String(value) : value);
  const known = values.map((value) => ({ const: written(value), description: aboutValue(place, one, value, say) }));
  return { anyOf: one.choices ? known : [...known, shapes[one.kind]] };
};

const shapeOf = (place: Place, one: Field, say: Say): JsonSchema => {
  if (one.place) return one.kind === 'list' ? { type: 'array', items: ref(one.place) } : ref(one.place);
  if (one.kind === 'texts' && one.values) {
    const known = one.values.map((value) => ({ const: value, description: aboutValue(place, one, value, say) }));
    return { type: 'array', items: { anyOf: [...known, text] } };
  }
  const [minimum, maximum] = one.range ?? [];
  return (
    valueSchema(place, one, say) ?? {
      ...shapes[one.kind],
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
    }
  );
};

const emptyOf = (one: Field): unknown => {
  if (one.kind === 'flag') return 1;
  if (one.kind === 'object') return {};
  return one.kind === 'texts' || one.kind === 'array' || one.kind === 'list' ? [] : one.kind === 'text' ? '' : 0;
};

/** One field as a schema: its full name, what it is for, its form and an example. */
export const describedField = (place: Place, one: Field, say: Say): JsonSchema => ({
  title: place === 'call' ? one.json : `${place}.${one.json}`,
  description: `${aboutField(place, one, say)}\n\n${factsOfField(place, one, say)}`,
  ...shapeOf(place, one, say),
  examples: [one.example ?? emptyOf(one)],
});

const objectOf = (place: Place, fields: readonly Field[], say: Say): JsonSchema => {
  const required = fields.filter((one) => one.required).map((one) => one.json);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((one) => [one.json, describedField(place, one, say)])),
    ...(required.length > 0 ? { required } : {}),
  };
};

/** The objects inside, each once. */
const insideOf = (fields: readonly Field[], say: Say): Record<string, JsonSchema> =>
  Object.assign(
    {},
    ...fields.map((one) =>
      one.table && one.place ? { [one.place]: objectOf(one.place, one.table, say), ...insideOf(one.table, say) } : {},
    ),
  ) as Record<string, JsonSchema>;

const elementOf = ({ type, fields }: ElementTable, say: Say): JsonSchema => ({
  description: say({ id: 'im.rest-schema.element' }),
  type: 'object',
  required: ['MsgType', 'MsgContent'],
  properties: {
    MsgType: {
      title: 'MsgType',
      description: say({ id: 'im.rest-schema.MsgType' }),
      anyOf: [{ const: type, description: say({ id: `im.rest-schema.type.${type}` }) }],
      examples: [type],
    },
    MsgContent: {
      title: 'MsgContent',
      description: say({ id: 'im.rest-schema.MsgContent' }),
      ...objectOf(type, fields, say),
      examples: [{}],
    },
  },
});

const target = (call: RestCall): readonly Field[] => {
  const one = field('To_Account', 'to', call === 'sendmsg' ? 'text' : 'texts', {
    required: call !== 'send_group_msg',
    example: call === 'sendmsg' ? 'vinson' : ['vinson'],
  });
  return call === 'send_group_msg' ? [field('GroupId', 'groupId', 'text', { required: true }), one] : [one];
};

/**
 * The request body of a call as JSON Schema (draft 7), in one language. It names every field that Pushscope knows and closes no
 * object: what is not listed is kept.
 */
export const restSchema = (call: RestCall, say: Say): JsonSchema => {
  const random = call === 'send_group_msg' ? 'Random' : 'MsgRandom';
  const options = optionFields(call)
    .filter((one) => one.calls?.includes(call) !== false)
    .map((one) => (one.json === random ? { ...one, required: true } : one));
  const body = [
    field('MsgBody', 'elements', 'list', { required: true }),
    field('OfflinePushInfo', 'offlinePush', 'object', { table: pushInfo, place: 'OfflinePushInfo' }),
  ];
  const fields = [...target(call), ...options, ...body];
  const elements = Object.values(elementTables);
  const whole = objectOf('call', fields, say);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `urn:pushscope:schema:im-${call}`,
    title: say({ id: 'im.rest-schema.title', params: { call } }),
    description: say({ id: 'im.rest-schema.description', params: { call } }),
    ...whole,
    properties: {
      ...whole.properties,
      MsgBody: {
        ...whole.properties?.['MsgBody'],
        items: { anyOf: elements.map(({ type }) => ref(type)) },
      },
    },
    definitions: {
      ...Object.fromEntries(elements.map((element) => [element.type, elementOf(element, say)])),
      ...insideOf([...fields, ...elements.flatMap((element) => element.fields)], say),
    },
  };
};
