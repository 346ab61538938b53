import { fieldRows, type FieldRow } from '../kit/field-rows.ts';
import { sources } from './sources.ts';

const others = 'taken where the path asks for it; checked there';
const aimed = 'taken; which phones it means is not simulated';

const extra = ([name, takes, values, more]: FieldRow): FieldRow => [
  `extra.${name}`,
  takes,
  values,
  { ...more, path: ['extra', name] },
];

const top: readonly FieldRow[] = [
  ['registration_id', 'up to 1,000 registration ids with commas', [], { does: 'put in from the phone' }],
  ['alias', 'up to 1,000 with commas', [], { does: others }],
  ['user_account', 'up to 1,000 with commas', [], { does: others }],
  ['topic', 'name of a topic', [], { does: others }],
  ['topics', 'up to five, with ;$; between', [], { does: others }],
  ['topic_op', 'UNION, INTERSECTION, EXCEPT', [], { does: others }],
  ['messages', 'JSON: a list of targets with messages', [], { does: others }],
  ['restricted_package_name', 'package name; several with commas in v3', ['com.example.other']],
  ['pass_through', '0 notification, 1 for the app alone', [0]],
  ['title', 'text, less than 50', ['Other']],
  ['description', 'text, less than 128', ['Other']],
  ['payload', 'text, at most 4 KB', ['other']],
  ['notify_type', '-1 all, else the sum of 1 sound, 2 vibration, 4 light', [1]],
  ['notify_id', '0 and more: what it replaces', [8]],
  ['time_to_live', 'milliseconds', [60_000]],
  ['time_to_send', 'milliseconds since 1970', [1_795_000_000_000]],
];
const inside: readonly FieldRow[] = [
  ['channel_id', 'channel of the console', ['200002'], { source: sources.classes }],
  ['channel_name', 'text', ['Chats']],
  ['channel_description', 'text', ['Chats']],
  ['template_id', 'id of a template', ['T2'], { source: sources.classes }],
  ['template_param', 'text of a JSON object', ['{"text":"Hi"}'], { source: sources.classes }],
  ['notify_effect', '1 app, 2 activity, 3 web page', ['1']],
  ['intent_uri', 'intent: text', ['intent:#Intent;component=com.example.chat/.Other;end']],
  ['web_uri', 'address', ['https://example.com']],
  ['class_name', 'name of a class', ['com.example.chat.Other']],
  ['intent_flag', 'flags of the Intent', ['268435456']],
  ['notify_foreground', '0 or 1: shown while the app is open', ['0']],
  ['sound_uri', 'android.resource address', ['android.resource://com.example.chat/raw/ding']],
  ['ticker', 'text', ['words']],
  ['flow_control', '1: no more than 3,000 a second', ['1'], { does: 'taken; the speed is not simulated' }],
  ['jobkey', 'up to 20 letters and digits: equal ones reach a phone once', ['chat-1']],
  ['callback', 'address', ['https://example.com']],
  ['callback.param', 'text, at most 64 bytes', ['order 7']],
  ['callback.type', 'sum of 1, 2, 16, 32, 64', ['1']],
  ['locale', 'languages', ['zh_CN'], { does: aimed }],
  ['locale_not_in', 'languages', ['zh_CN'], { does: aimed }],
  ['model', 'models', ['xiaomi'], { does: aimed }],
  ['model_not_in', 'models', ['xiaomi'], { does: aimed }],
  ['app_version', 'versions', ['1'], { does: aimed }],
  ['app_version_not_in', 'versions', ['1'], { does: aimed }],
  ['connpt', 'wifi', ['wifi'], { does: aimed }],
  ['only_send_once', '1: not kept for an absent phone', ['1']],
  ['notification_style_type', '1 long text, 2 big picture', ['1']],
  ['notification_large_icon_uri', 'address of a picture', ['https://example.com/a.png']],
  ['notification_bigPic_uri', 'address of an uploaded picture', ['https://f.mi.com/a.png']],
];

/** Fields of the form, then those of `extra` that Xiaomi itself reads. */
export const fields = fieldRows(sources.api, [...top, ...inside.map(extra)]);
