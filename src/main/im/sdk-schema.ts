import type { JsonShape } from '../../shared/contract/index.ts';
import type { JsonSchema } from '../../shared/kit/json-schema.ts';
import type { Field, Place } from '../../shared/rest/field.ts';
import type { Say } from '../../shared/rest/help.ts';
import { androidInfo, apnsInfo, harmonyInfo, legacyPush, pushInfo } from '../../shared/rest/push-fields.ts';
import { describedField } from './rest/schema.ts';
import { ignoreHarmonyBadge, v2Fields, v2Vendor, vendorParams } from './sdk.ts';

interface Found {
  readonly place: Place;
  readonly field: Field;
}
const tables: Readonly<Record<string, readonly [Place, readonly Field[]]>> = {
  apns: ['ApnsInfo', apnsInfo],
  harmony: ['HarmonyInfo', harmonyInfo],
  android: ['AndroidInfo', androidInfo],
};

/** The field of the REST API that a key of ours is. */
const restFieldOf = (key: string): Found => {
  const [group = '', name] = key.split('.');
  const [place, table] =
    name === undefined ? (['OfflinePushInfo', pushInfo] as const) : (tables[group] ?? ['AndroidInfo', androidInfo]);
  const wanted = name === undefined || !tables[group] ? key : name;
  const field = table.find((one) => one.key === wanted);
  if (!field) throw new Error(`The REST API has no field for ${key}`);
  return { place, field };
};
const legacyField = (key: string): Found => {
  const [group, name] = key.split('.');
  const top = legacyPush.find((one) => one.key === group);
  const field = name === undefined ? top : top?.table?.find((one) => one.key === name);
  const place = name === undefined ? 'TIMMessageOfflinePushSettings' : top?.place;
  if (!field || !place) throw new Error(`The old settings have no field ${key}`);
  return { place, field };
};

const flag: JsonSchema = { type: 'boolean', examples: [true] };
const bit: JsonSchema = { type: 'integer', enum: [0, 1], examples: [1] };
type Own = Omit<JsonSchema, 'properties'>;

/** One member under its name in the SDK, in the words of the field it stands for. `own`: another form than that field's. */
const member = (name: string, { place, field }: Found, say: Say, own?: Own): [string, JsonSchema] => {
  const known = describedField(place, field, say);
  const inRest = place.endsWith('Settings')
    ? ''
    : `${say({ id: 'im.sdk-schema.rest', params: { field: known.title ?? '' } })} `;
  const { anyOf: _, type: __, enum: ___, examples: ____, ...words } = known;
  const form = own ? { ...words, ...own } : known;
  return [name, { ...form, title: name, description: `${inRest}${known.description ?? ''}` }];
};
const ownWords = (name: string, say: Say, form: JsonSchema, params = {}): [string, JsonSchema] => [
  name,
  { title: name, description: say({ id: `im.sdk-schema.${name}`, params }), ...form },
];
const object = (members: readonly (readonly [string, JsonSchema])[]): JsonSchema => ({
  type: ['object', 'null'],
  properties: Object.fromEntries(members),
});

const v2Schema = (say: Say): JsonSchema =>
  object([
    ...[...v2Fields, ...v2Vendor].map((one) => member(one.json, restFieldOf(one.key), say)),
    member('disablePush', restFieldOf('disabled'), say, flag),
    member('iOSPushType', restFieldOf('apns.voip'), say, bit),
    member('ignoreIOSBadge', restFieldOf('apns.badgeMode'), say, flag),
    ownWords(ignoreHarmonyBadge, say, flag),
    member('enableIOSBackgroundNotification', restFieldOf('apns.contentAvailable'), say, flag),
    ownWords(
      'vendorParams',
      say,
      { type: 'string', examples: ['{"fcmPriority":"high"}'] },
      {
        names: vendorParams.map((one) => one.json).join(', '),
      },
    ),
  ]);

const legacySchema = (say: Say): JsonSchema => {
  const modes: Own = { type: 'string', enum: ['Normal', 'Custom'], examples: ['Custom'] };
  const inner = (group: 'android' | 'ios', names: readonly string[]): JsonSchema =>
    object(
      names.map((name) =>
        member(name, legacyField(`${group}.${name}`), say, name === 'notifyMode' ? modes : undefined),
      ),
    );
  return object([
    ...['enabled', 'title', 'desc'].map((key) => member(legacyField(key).field.json, legacyField(key), say)),
    member('ext', legacyField('ext'), say, { type: ['string', 'array'], examples: ['{}'] }),
    ['androidSettings', { ...inner('android', ['title', 'desc', 'sound', 'notifyMode']), examples: [{}] }],
    ['iosSettings', { ...inner('ios', ['title', 'desc', 'sound', 'badgeEnabled']), examples: [{}] }],
  ]);
};

const oldIosSchema = (say: Say): JsonSchema =>
  object([
    ownWords('pushFlag', say, bit),
    member('desc', legacyField('desc'), say),
    member('ext', legacyField('ext'), say),
    [
      'iosConfig',
      {
        ...object([member('sound', legacyField('ios.sound'), say), ownWords('ignoreBadge', say, flag)]),
        examples: [{}],
      },
    ],
    [
      'androidConfig',
      {
        ...object([
          member('title', legacyField('android.title'), say),
          member('sound', legacyField('android.sound'), say),
          member('notifyMode', legacyField('android.notifyMode'), say, bit),
        ]),
        examples: [{}],
      },
    ],
  ]);

const sound: JsonSchema = { type: ['string', 'null'], examples: ['dingdong.aiff'] };
const globalSchema = (say: Say): JsonSchema =>
  object([
    ownWords('enabled', say, flag),
    ownWords('c2cMsgRemindSound', say, sound),
    ownWords('groupMsgRemindSound', say, sound),
  ]);

const makers: Readonly<Record<JsonShape, (say: Say) => JsonSchema>> = {
  V2TIMOfflinePushInfo: v2Schema,
  TIMMessageOfflinePushSettings: legacySchema,
  TIMOfflinePushInfo: oldIosSchema,
  TIMOfflinePushSettings: globalSchema,
};

/** An object of the SDKs as JSON Schema (draft 7), in one language. Members that are not listed are kept. */
export const sdkSchema = (shape: JsonShape, say: Say): JsonSchema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: `urn:pushscope:schema:${shape}`,
  title: shape,
  ...makers[shape](say),
});
