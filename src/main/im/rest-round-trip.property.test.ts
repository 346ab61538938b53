/** Form and JSON keep everything: whatever a call says, known or unknown, comes back from the message it is read into. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aWorld } from '../../../tests/support/im.ts';
import { tries } from '../../../tests/support/properties.ts';
import { Message } from '../../shared/contract/message.ts';
import { defaultSwitches, readRest, writeCall } from './index.ts';
import type { JsonObject } from './rest/fields.ts';
import { InterruptionLevel } from '../../shared/contract/offline-push.ts';
import { optionFields } from '../../shared/rest/call-fields.ts';
import { elementTables } from '../../shared/rest/element-fields.ts';
import type { Field } from '../../shared/rest/field.ts';
import { pushInfo } from '../../shared/rest/push-fields.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const whole = fc.integer({ min: -(2 ** 31), max: 2 ** 31 });
const unknownName = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8 }).map((name) => `x${name}`),
  fc.constantFrom('extra', 'constructor', 'toString', 'id', 'messageClass', '@element'),
);
const anything = fc.jsonValue({ maxDepth: 3 });

/** A value that the API allows for a field. */
const valueOf = (field: Field): fc.Arbitrary<unknown> => {
  if (field.choices) return fc.constantFrom(...field.choices);
  if (field.range) return fc.integer({ min: field.range[0], max: field.range[1] });
  switch (field.kind) {
    case 'text':
      return text;
    case 'whole':
      return whole;
    case 'count':
      return fc.nat();
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'flag':
      return fc.constantFrom(0, 1);
    case 'switch':
      return fc.boolean();
    case 'texts':
      return fc.array(text, { maxLength: 3 });
    case 'array':
      return fc.array(anything, { maxLength: 3 });
    case 'whole-text':
      return fc.nat({ max: 999_999 }).map(String);
    case 'object':
      return field.table ? objectOf(field.table) : fc.dictionary(unknownName, anything, { maxKeys: 3 });
    case 'list':
      return fc.array(objectOf(field.table ?? []), { maxLength: 3 });
  }
};
/** An object with any of the fields of a table, those that are required, and some that nobody knows. */
const objectOf = (table: readonly Field[]): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      fc.record(Object.fromEntries(table.map((field) => [field.json, valueOf(field)])), {
        requiredKeys: table.filter((field) => field.required).map((field) => field.json),
      }),
      fc.dictionary(unknownName, anything, { maxKeys: 2 }),
    )
    .map(([known, unknown]) => ({ ...unknown, ...known }));

const element = fc.oneof(
  ...Object.values(elementTables).map(({ type, fields }) =>
    fc
      .tuple(objectOf(fields), fc.dictionary(unknownName, anything, { maxKeys: 1 }))
      .map(([MsgContent, beside]): JsonObject => ({ ...beside, MsgType: type, MsgContent })),
  ),
);
const body = {
  MsgBody: fc.array(element, { minLength: 1, maxLength: 4 }),
  OfflinePushInfo: objectOf(pushInfo),
};
const user = fc.string({ minLength: 1, maxLength: 10 });
const callOf = (
  call: 'sendmsg' | 'batchsendmsg' | 'send_group_msg',
  targets: Record<string, fc.Arbitrary<unknown>>,
  required: readonly string[],
): fc.Arbitrary<JsonObject> => {
  const options = Object.fromEntries(
    optionFields(call).map((field) => [field.json, field.json === 'From_Account' ? user : valueOf(field)]),
  );
  const random = call === 'send_group_msg' ? 'Random' : 'MsgRandom';
  const fields: Record<string, fc.Arbitrary<unknown>> = { ...options, ...targets, ...body };
  return fc
    .tuple(
      fc.record(fields, { requiredKeys: [random, 'MsgBody', ...required] }),
      fc.dictionary(unknownName, anything, { maxKeys: 2 }),
    )
    .map(([known, unknown]) => ({ ...unknown, ...known }));
};
const users = fc.array(user, { minLength: 1, maxLength: 4 });
const call = fc.oneof(
  callOf('sendmsg', { To_Account: user }, ['To_Account']),
  callOf('batchsendmsg', { To_Account: users }, ['To_Account']),
  callOf('send_group_msg', { GroupId: user, To_Account: users }, ['GroupId']),
);

const world = aWorld({ switches: { ...defaultSwitches, bodyLimitBytes: 10_000_000 } });
/** As JSON has it: no difference between 0 and −0. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
/** The form’s message; over the wire to the window and back, as it is in the app. */
const readAs = (value: unknown) => {
  const { message } = readRest(JSON.stringify(value), world);
  return message && Message.parse(plain(message));
};

describe('form and JSON', () => {
  it('every call comes back whole from the message it is read into', () =>
    fc.assert(
      fc.property(call, (value) => {
        const message = readAs(value);
        // Numbers beyond a field's range are refused, which the answer says; nothing of the text is touched then.
        fc.pre(message !== null);
        expect(plain(writeCall(message))).toEqual(plain(value));
      }),
      tries(150),
    ));
  it('every message comes back whole from the call it is printed as', () =>
    fc.assert(
      fc.property(call, (value) => {
        const message = readAs(value);
        fc.pre(message !== null);
        expect(readAs(writeCall(message))).toEqual(message);
      }),
      tries(),
    ));
  it('short forms are printed as what they stand for, and printing again changes nothing', () => {
    const short = fc.record(
      {
        sound: text,
        subtitle: text,
        image: text,
        mutableContent: fc.boolean(),
        interruptionLevel: fc.constantFrom(...InterruptionLevel.options),
        ignoreBadge: fc.boolean(),
        androidChannelId: text,
        androidPriority: fc.constantFrom('normal' as const, 'high' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(call, short, (value, forms) => {
        const message = readAs(value);
        fc.pre(message !== null);
        const printed = writeCall({ ...message, offlinePush: { disabled: false, ...message.offlinePush, ...forms } });
        const again = readAs(printed);
        expect(again && plain(writeCall(again))).toEqual(plain(printed));
      }),
      tries(),
    );
  });
});
