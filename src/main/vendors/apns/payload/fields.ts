import type { JsonSchema } from '../../../../shared/kit/json-schema.ts';
import { typesOf } from '../../../../shared/kit/json-schema.ts';
import type { VendorField } from '../../vendor.ts';
import { payloadLimitOf } from '../limits.ts';
import { pushTypes, suffixOf } from '../push-types.ts';
import { sources } from '../sources.ts';
import { payloadKeys, type KeyPlace, type PayloadKey } from './key-table.ts';

/** What Pushscope makes of a key beside checking it. Every key of the table has an entry; a test compares them. */
export const keyUse: Readonly<Record<string, string>> = {
  'root aps': 'read',
  'root ext': 'card and tap: the text redirect rules match',
  'root mdm': 'checked; no `aps` is asked for beside it',
  'root Simulator Target Bundle': 'becomes the topic of an opened file, is written into a saved one',
  'aps alert': 'card: whether there is one, and its words',
  'aps badge': 'card and phone: the number on the icon',
  'aps sound': 'card: none, default or named',
  'aps thread-id': 'card: group',
  'aps category': 'card: note; tap: dismissals and buttons are heard',
  'aps content-available': 'arrival: wakes the app in each of its states',
  'aps mutable-content': 'arrival: service extension; card: image',
  'aps target-content-id': 'arrival and tap data',
  'aps interruption-level': 'card: level, sound, notes',
  'aps relevance-score': 'arrival and tap data',
  'aps filter-criteria': 'arrival and tap data; Focus is not simulated',
  'aps timestamp': 'Live Activity data; without it the push is dropped',
  'aps event': 'Live Activity data: starts, changes or ends',
  'aps content-state': 'Live Activity data: `context.state`',
  'aps stale-date': 'Live Activity data: from when on it is stale',
  'aps dismissal-date': 'Live Activity data: when it leaves the lock screen',
  'aps attributes-type': 'Live Activity data: the Swift type',
  'aps attributes': 'Live Activity data: `context.attributes`',
  'aps input-push-token': 'checked',
  'aps input-push-channel': 'checked',
  'aps url-args': 'checked',
  'aps content-changed': 'checked',
  'alert title': 'card',
  'alert subtitle': 'card',
  'alert body': 'card',
  'alert title-loc-key': 'card: the key itself, marked as looked up on the phone',
  'alert title-loc-args': 'checked',
  'alert subtitle-loc-key': 'card: the key itself, marked as looked up on the phone',
  'alert subtitle-loc-args': 'checked',
  'alert loc-key': 'card: the key itself, marked as looked up on the phone',
  'alert loc-args': 'checked',
  'alert launch-image': 'arrival and tap data',
  'alert sound': 'checked',
  'alert action': 'checked',
  'alert action-loc-key': 'said to be ignored',
  'alert summary-arg': 'said to be ignored',
  'alert summary-arg-count': 'said to be ignored',
  'loc loc-key': 'card: the key itself',
  'loc loc-args': 'checked',
  'sound critical': 'card: note',
  'sound name': 'card: none, default or named',
  'sound volume': 'checked',
};

const names: Readonly<Record<KeyPlace, string>> = {
  root: '',
  aps: 'aps.',
  alert: 'aps.alert.',
  loc: 'aps.alert.title.',
  sound: 'aps.sound.',
};

/** A shape in a few words: `whole number from 0`. */
const takesOf = (schema: JsonSchema): string => {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(', ');
  if ('const' in schema) return JSON.stringify(schema.const);
  const [type] = typesOf(schema);
  if (type === 'array') return 'list of strings';
  const name = type === 'integer' ? 'whole number' : (type ?? 'any value');
  const from = schema.minimum === undefined ? '' : ` from ${schema.minimum}`;
  const to = schema.maximum === undefined ? '' : ` to ${schema.maximum}`;
  return `${name}${from}${to}${schema.pattern === undefined ? '' : ' in base64'}`;
};

/** Keys whose shape depends on where they stand; the schema has each of them in full. */
const open: Readonly<Record<string, string>> = {
  'aps alert': 'string or object',
  'aps sound': 'string or object',
  'alert sound': 'string or object',
  'alert title': 'string; in Live Activities also an object',
  'alert subtitle': 'string; in Live Activities also an object',
  'alert body': 'string; in Live Activities also an object',
};

const ofKey = (key: PayloadKey): VendorField => {
  const id = `${key.place} ${key.name}`;
  const codes = key.codes.map((code) => `\`${code}\``).join(', ');
  const types = key.pushTypes === null ? '' : `; only with ${key.pushTypes.join(', ')}`;
  return {
    name: names[key.place] + key.name,
    takes: `${open[id] ?? takesOf(key.shape)}${types}${key.startOnly ? ', event start' : ''}`,
    does: `${keyUse[id] ?? ''}${codes === '' ? '' : `. Problems: ${codes}`}`,
    since: key.since,
    certainty: key.certainty,
    source: key.source,
  };
};

const header = (name: string, takes: string, does: string): VendorField => ({
  name,
  takes,
  does,
  since: null,
  certainty: 'documented',
  source: sources.sending,
});

const headers: readonly VendorField[] = [
  header('authorization', '`bearer` and a JWT (ES256), or a client certificate instead', 'gateway: MissingProviderToken, InvalidProviderToken, ExpiredProviderToken, TooManyProviderTokenUpdates'), // prettier-ignore
  header('apns-topic', 'bundle ID with the suffix of the push type', 'option `topic`; gateway: MissingTopic, BadTopic, TopicDisallowed, DeviceTokenNotForTopic'), // prettier-ignore
  header('apns-push-type', pushTypes.join(', '), 'option `pushType`; gateway: InvalidPushType'),
  header('apns-priority', '10, 5 or 1', 'option `priority`; gateway: BadPriority'),
  header('apns-expiration', 'whole seconds since 1970, or 0', 'option `expiration`; gateway: BadExpirationDate'),
  header('apns-collapse-id', 'at most 64 bytes', 'option `collapseId`; card: what it replaces; gateway: BadCollapseId'),
  header('apns-id', 'UUID', 'option `apnsId`; gateway: BadMessageId; echoed or made'),
];

const types: readonly VendorField[] = pushTypes.map((type) => ({
  ...header(`push type ${type}`, `at most ${payloadLimitOf(type)} bytes`, ''),
  does:
    suffixOf(type) === '' ? 'topic as it is' : `topic ends in \`${suffixOf(type)}\`; checked in composer and gateway`,
}));

/** Every header, push type and key of the payload with what Pushscope does with it. */
export const fields: readonly VendorField[] = [...headers, ...types, ...payloadKeys.map(ofKey)];
