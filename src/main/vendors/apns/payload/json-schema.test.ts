import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sayPhrase } from '../../../../shared/kit/text.ts';
import { isObject, type Json, type JsonObject } from '../../kit/json.ts';
import { payload } from '../payload.ts';
import en from '../texts/en.json' with { type: 'json' };
import zh from '../texts/zh-CN.json' with { type: 'json' };
import { payloadSchema } from './json-schema.ts';
import { isActivityKey, keyAt, keysAt, payloadKeys, structureCodes, type KeyPlace } from './key-table.ts';

const schema = payloadSchema((phrase) => sayPhrase(en, phrase));
// zod reads JSON Schema by itself: a second opinion that shares no code with the lint rules. It follows none of our types.
const validator = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
const schemaTakes = (value: Json): boolean => validator.safeParse(value).success;

/** Problems that a schema can know of; the others are advice, or about the options. */
const shapeCodes = new Set(
  [...payloadKeys.flatMap(({ codes }) => codes), ...structureCodes].map((code) => `apns.${code}`),
);

const pushTypeOf = (root: JsonObject): string => {
  const aps = isObject(root['aps']) ? root['aps'] : {};
  if (Object.keys(aps).some((name) => keyAt('aps', name) && isActivityKey(keyAt('aps', name)!))) return 'liveactivity';
  return 'content-changed' in aps ? 'widgets' : 'alert';
};
const shapeProblems = (root: JsonObject): string[] =>
  payload
    .check({ payload: JSON.stringify(root), options: { pushType: pushTypeOf(root) } }, null)
    .problems.map(({ code }) => code)
    .filter((code) => shapeCodes.has(code));

const expectAgreement = (root: JsonObject): void => {
  const found = shapeProblems(root);
  expect(schemaTakes(root), `${JSON.stringify(root)} has ${found.join(', ') || 'no problem'}`).toBe(found.length === 0);
};

const values: readonly Json[] = [
  null, true, false, 0, 1, -1, 2, 0.5, 1.5, 1_500_000_000, 1_795_000_000, 1_795_000_000_000, '', 'x', '1', 'active', 'urgent',
  'critical', 'start', 'update', 'end', 'begin', 'YWJj', 'YWJ=', 'YW=j', 'not base64!', [], ['x'], ['x', 1], [null], {},
  { x: 1 }, { title: 'x' }, { 'loc-key': 'K' }, { 'loc-key': 1 }, { critical: 1, name: 'default', volume: 1 }, { volume: 2 },
]; // prettier-ignore

const notification = { alert: { title: 'Denny', body: 'Lunch?' }, badge: 1 };
const update = { timestamp: 1_795_000_000, event: 'update', 'content-state': {} };
const start = { ...update, event: 'start', alert: 'x', 'attributes-type': 'Ride', attributes: {} };
const end = { timestamp: 1_795_000_000, event: 'end' };
const bases: Readonly<Record<string, JsonObject>> = { notification, update, start, end };

/** A payload with one value in one place. */
const withValue = (base: JsonObject, place: KeyPlace, name: string, value: Json): JsonObject => {
  const alert = isObject(base['alert']) ? base['alert'] : { body: 'x' };
  switch (place) {
    case 'root':
      return { aps: base, [name]: value };
    case 'aps':
      return { aps: { ...base, [name]: value } };
    case 'alert':
      return { aps: { ...base, alert: { ...alert, [name]: value } } };
    case 'loc':
      return { aps: { ...base, alert: { ...alert, title: { 'loc-key': 'K', [name]: value } } } };
    case 'sound':
      return { aps: { ...base, sound: { critical: 1, [name]: value } } };
  }
};

describe('apns payload schema', () => {
  it.each(Object.entries(bases))('takes the valid %s, and so do the rules', (_name, base) => {
    expect(shapeProblems({ aps: base })).toEqual([]);
    expect(schemaTakes({ aps: base })).toBe(true);
  });
  describe.each(Object.entries(bases))('agrees with the rules in a push with a valid %s', (_name, base) => {
    it.each(payloadKeys.map((key) => [key.place, key.name] as const))('%s %s, whatever its value', (place, name) => {
      for (const value of values) expectAgreement(withValue(base, place, name, value));
    });
    it('without one of its keys', () => {
      for (const name of Object.keys(base))
        expectAgreement({ aps: Object.fromEntries(Object.entries(base).filter(([key]) => key !== name)) });
    });
    it('with a key that nobody knows or that is misspelled', () => {
      for (const place of ['aps', 'alert', 'sound', 'loc', 'root'] as const) {
        expectAgreement(withValue(base, place, 'conversation', 'denny'));
        expectAgreement(withValue(base, place, 'thread_id', 'denny'));
      }
    });
  });
  it('takes a payload without aps, as Wallet and device management have it', () => {
    const roots: readonly JsonObject[] = [{}, { mdm: 'x' }, { ext: {} }, { mdm: 1 }, { 'Simulator Target Bundle': 1 }];
    for (const root of roots) expectAgreement(root);
  });
  it('tries both sides of every key: a value that it takes and one that it refuses', () => {
    for (const { place, name, codes } of payloadKeys) {
      const tries = Object.values(bases).flatMap((base) => values.map((value) => withValue(base, place, name, value)));
      expect(tries.some(schemaTakes), `${place} ${name} is never taken`).toBe(true);
      if (codes.length > 0)
        expect(
          tries.some((root) => !schemaTakes(root)),
          `${place} ${name} is never refused`,
        ).toBe(true);
    }
  });
  it('takes its own examples', () => {
    for (const { place, name, example, pushTypes, startOnly } of payloadKeys) {
      const base = startOnly ? start : pushTypes?.includes('liveactivity') ? update : notification;
      // An example is a JSON value by its table.
      expect(schemaTakes(withValue(base, place, name, example as Json)), `${place} ${name}`).toBe(true);
    }
  });
  it('has words of its own for every key in both languages', () => {
    for (const catalogue of [en, zh] as const) {
      const words = payloadSchema((phrase) => sayPhrase(catalogue, phrase));
      expect(JSON.stringify(words)).not.toMatch(/apns\.(?:key|schema)|\{\{/);
    }
    const chinese: Readonly<Record<string, string>> = zh;
    for (const { place, name } of payloadKeys) expect(chinese[`apns.key.${place}.${name}`]).toMatch(/\p{Script=Han}/u);
    const worded = Object.keys(en).filter((id) => id.startsWith('apns.key.'));
    expect(worded.toSorted()).toEqual(payloadKeys.map(({ place, name }) => `apns.key.${place}.${name}`).toSorted());
  });
  it('knows each place once', () => {
    for (const place of ['root', 'aps', 'alert', 'loc', 'sound'] as const) {
      const names = keysAt(place).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
