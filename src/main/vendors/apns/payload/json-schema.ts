import type { Phrase } from '../../../../shared/contract/index.ts';
import type { JsonSchema } from '../../../../shared/kit/json-schema.ts';
import { shapes } from './key-shapes.ts';
import { isActivityKey, keyAt, keysAt, neededFor, type KeyPlace, type PayloadKey } from './key-table.ts';

/** Says a phrase of this folder's catalogues in one language. */
export type Say = (phrase: Phrase) => string;

const prefixes: Readonly<Record<KeyPlace, string>> = {
  root: '',
  aps: 'aps.',
  alert: 'aps.alert.',
  loc: 'aps.alert.title.',
  sound: 'aps.sound.',
};

/** The facts of a key in sentences: since when, with which push types, and how sure that is. */
const factsOf = (key: PayloadKey, say: Say): string => {
  const fact = (id: string, params: Phrase['params'] = {}): string => say({ id: `apns.key-facts.${id}`, params });
  return [
    ...(key.since === null ? [] : [fact('since', { since: key.since })]),
    ...(key.pushTypes === null ? [] : [fact('push-types', { types: key.pushTypes.join(', ') })]),
    ...(key.startOnly ? [fact('start-only')] : []),
    fact(key.certainty, { source: key.source.title }),
  ].join(' ');
};

/** A choice of which every value has words of its own. */
const explainedChoices = (name: string, values: readonly unknown[], say: Say): JsonSchema => ({
  anyOf: values.map((value) => ({
    const: value,
    description: say({ id: `apns.key-value.${name}.${String(value)}` }),
  })),
});

const explained = new Set(['interruption-level', 'event']);
const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

const shapeOf = (key: PayloadKey, say: Say): JsonSchema =>
  explained.has(key.name) && key.shape.enum ? explainedChoices(key.name, key.shape.enum, say) : key.shape;

const described = (key: PayloadKey, shape: JsonSchema, say: Say): JsonSchema => ({
  title: prefixes[key.place] + key.name,
  description: `${say({ id: `apns.key.${key.place}.${key.name}` })}\n\n${factsOf(key, say)}`,
  ...shape,
  examples: [key.example],
});

/** The keys of an object with their schemas. `over` replaces the shape of some. */
const properties = (
  keys: readonly PayloadKey[],
  say: Say,
  over: Readonly<Record<string, JsonSchema>> = {},
): Record<string, JsonSchema> =>
  Object.fromEntries(keys.map((key) => [key.name, described(key, over[key.name] ?? shapeOf(key, say), say)]));

const closed = (content: Record<string, JsonSchema>, more: JsonSchema = {}): JsonSchema => ({
  ...more,
  type: 'object',
  properties: content,
  additionalProperties: false,
});

const sound: JsonSchema = { anyOf: [shapes.text, ref('sound')] };

/** An alert: a text, or an object. Only Live Activities have a sound in it, and texts that name a key. */
const alerts = (say: Say): Record<string, JsonSchema> => {
  const keys = keysAt('alert');
  const texts = (shape: JsonSchema) => ({ title: shape, subtitle: shape, body: shape });
  const ofActivity = { ...texts({ anyOf: [shapes.text, ref('localisedText')] }), sound };
  return {
    alert: closed(
      properties(
        keys.filter((key) => !isActivityKey(key)),
        say,
        texts(shapes.text),
      ),
    ),
    activityAlert: closed(properties(keys, say, ofActivity)),
    localisedText: closed(properties(keysAt('loc'), say)),
    sound: closed(properties(keysAt('sound'), say)),
  };
};

const notification = (say: Say): JsonSchema =>
  closed(
    properties(
      keysAt('aps').filter((key) => !isActivityKey(key)),
      say,
      { alert: { anyOf: [shapes.text, ref('alert')] }, sound, 'relevance-score': shapes.share },
    ),
    { description: say({ id: 'apns.schema.notification' }) },
  );

const activity = (event: keyof typeof neededFor, say: Say): JsonSchema => {
  const keys = keysAt('aps').filter(
    (key) => (key.pushTypes === null || isActivityKey(key)) && (event === 'start' || !key.startOnly),
  );
  const own = explainedChoices('event', [event], say);
  return closed(properties(keys, say, { alert: { anyOf: [shapes.text, ref('activityAlert')] }, sound, event: own }), {
    description: say({ id: `apns.schema.activity-${event}` }),
    required: neededFor[event],
  });
};

/**
 * The payload as JSON Schema (draft 7, which editors know best), in one language. It refuses what the lint rules of the key table
 * refuse and leaves advice to them: sizes, push types, file names.
 */
export const payloadSchema = (say: Say): JsonSchema => {
  const aps = keyAt('root', 'aps');
  const variants = ['notification', 'activityStart', 'activityUpdate', 'activityEnd'].map(ref);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:pushscope:schema:apns-payload',
    title: say({ id: 'apns.schema.title' }),
    description: say({ id: 'apns.schema.description' }),
    type: 'object',
    properties: {
      ...properties(keysAt('root'), say),
      ...(aps ? { aps: described(aps, { anyOf: variants }, say) } : {}),
    },
    definitions: {
      notification: notification(say),
      activityStart: activity('start', say),
      activityUpdate: activity('update', say),
      activityEnd: activity('end', say),
      ...alerts(say),
    },
  };
};
