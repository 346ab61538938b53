import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Message, MessageElement } from '../../../../../shared/contract/message.ts';
import {
  AndroidPush,
  ApnsPush,
  HarmonyPush,
  LegacyPush,
  OfflinePush,
} from '../../../../../shared/contract/offline-push.ts';
import { optionFields } from '../../../../../shared/rest/call-fields.ts';
import { elementTables } from '../../../../../shared/rest/element-fields.ts';
import type { Field } from '../../../../../shared/rest/field.ts';
import { legacyPush } from '../../../../../shared/rest/push-fields.ts';
import { countSet, parseJsonAs, unknownNames, valueOf, withRequired, withValue } from './field-values.ts';
import { languageFields, pushGroups, templateFields } from './push-groups.ts';

/** Fields of the contract as the tables name them: `vendor.name` where an object is a vendor's. `extra` is kept, not edited. */
const keysIn = (schema: z.ZodObject, inside: readonly string[] = []): string[] =>
  Object.entries(schema.shape).flatMap(([name, field]) => {
    let inner: unknown = field;
    while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault)
      inner = inner.unwrap();
    if (inside.includes(name) && inner instanceof z.ZodObject) return keysIn(inner).map((key) => `${name}.${key}`);
    return name === 'extra' || name === 'kind' ? [] : [name];
  });
const keysOf = (fields: readonly Field[]) => fields.map((field) => field.key);
const group = (id: string) => keysOf(pushGroups.find((one) => one.id === id)?.fields ?? []);

describe('the form has a field for everything of the contract', () => {
  it.each(MessageElement.options.map((option) => [option.shape.kind.value, option] as const))('%s', (kind, option) =>
    expect(keysOf(elementTables[kind].fields).toSorted()).toEqual(keysIn(option).toSorted()),
  );
  it('OfflinePushInfo and what is in it', () => {
    const vendors = ['xiaomi', 'oppo', 'vivo', 'huawei', 'honor', 'fcm', 'meizu'];
    const android = pushGroups.filter((one) => one.part === 'android').flatMap((one) => keysOf(one.fields));
    expect(android.toSorted()).toEqual(keysIn(AndroidPush, vendors).toSorted());
    expect(group('apns').toSorted()).toEqual(keysIn(ApnsPush).toSorted());
    expect(group('harmony').toSorted()).toEqual(keysIn(HarmonyPush).toSorted());
    expect(keysOf(legacyPush).toSorted()).toEqual(keysIn(LegacyPush).toSorted());
    // The rest of the object has controls of its own.
    const own = [
      'disabled',
      'title',
      'desc',
      'ext',
      'badgeAddNum',
      'badgeSetNum',
      'ignoreBadge',
      'android',
      'apns',
      'harmony',
    ];
    const short = [
      'sound',
      'subtitle',
      'image',
      'mutableContent',
      'interruptionLevel',
      'androidChannelId',
      'androidPriority',
    ];
    expect([...own, ...short, ...keysOf(languageFields), ...keysOf(templateFields)].toSorted()).toEqual(
      keysIn(OfflinePush).toSorted(),
    );
  });
  it('options', () => {
    const options = keysIn(Message, ['options']).filter((key) => key.startsWith('options.'));
    expect(
      keysOf(optionFields('sendmsg'))
        .filter((key) => key.startsWith('options.'))
        .toSorted(),
    ).toEqual(options.toSorted());
  });
});

describe('values of a table', () => {
  it('are set and taken away, and an empty object goes with its last field', () => {
    const set = withValue({ title: 'x' }, 'oppo.channelId', 'im');
    expect(set).toEqual({ title: 'x', oppo: { channelId: 'im' } });
    expect(valueOf(set, 'oppo.channelId')).toBe('im');
    expect(withValue(set, 'oppo.channelId', undefined)).toEqual({ title: 'x' });
    expect(valueOf({ oppo: 7 }, 'oppo.channelId')).toBeUndefined();
  });
  it('are counted, inside objects by their own fields', () => {
    expect(countSet({ enabled: false, ios: { title: 'a', sound: 'b' } }, legacyPush)).toBe(3);
    expect(countSet({ text: '' }, elementTables.text.fields)).toBe(0);
  });
  it('have what they cannot be without', () => {
    const images = elementTables.image.fields.find((one) => one.key === 'images')?.table ?? [];
    expect(withRequired({}, images)).toEqual({ type: 1 });
    expect(withRequired({ type: 3 }, images)).toEqual({ type: 3 });
  });
  it('name what came along unknown, also beside the content of an element', () =>
    expect(unknownNames({ extra: { A: 1, '@element': { B: 2 } } })).toEqual(['A', 'B']));
  it('are read from JSON of the wanted form only', () => {
    expect(parseJsonAs('{"a":1}', 'object')).toEqual({ a: 1 });
    expect(parseJsonAs(' ', 'object')).toBeUndefined();
    for (const text of ['[]', '{', '"x"', 'null']) expect(parseJsonAs(text, 'object')).toBeNull();
    expect(parseJsonAs('[1]', 'array')).toEqual([1]);
    expect(parseJsonAs('{}', 'array')).toBeNull();
  });
});
