import { baseOf, fieldRows, type FieldRow } from '../kit/field-rows.ts';
import { sources } from './sources.ts';

const template = 'a message of a private channel without it gets a word; a gateway as strict as OPPO answers 54';
const broadcast = 'taken in a broadcast; a single message that has it gets a word';
const shown = { title: 'Denny', content: 'Lunch at 12:30?', channel_id: 'chat', category: 'IM' };
const baseWith = (more: object) => baseOf({ target_type: 2, notification: { ...shown, ...more } });
const linking = { base: baseWith({ click_action_type: 2, click_action_url: 'https://example.org' }) };
const timed = {
  base: baseWith({ show_time_type: 1, show_start_time: 1_795_000_000_000, show_end_time: 1_800_000_200_000 }),
};
const inner = ([name, takes, values, more]: FieldRow): FieldRow => [`notification.${name}`, takes, values, more];

const message = fieldRows(sources.unicast, [
  ['target_type', '2 registration id, 5 alias', [2]],
  ['target_value', 'registration id or alias', [], { does: 'put in from the phone where the message names none' }],
  ['verify_registration_id', 'true or false', [true]],
  ['notification', 'object'],
]);
const notification = fieldRows(
  sources.notification,
  (
    [
      ['app_message_id', 'text', ['m-1']],
      ['style', '1 standard, 2 long text, 3 big picture', [1, 2]],
      ['big_picture_id', 'id of an uploaded picture; in a broadcast', ['p1']],
      ['small_picture_id', 'id of an uploaded picture; in a broadcast', ['p1']],
      ['title', 'text, at most 50', ['Other']],
      ['sub_title', 'text, at most 10', ['more']],
      ['content', 'text, at most 50; 128 in style 2', ['Other']],
      ['click_action_type', '0 app, 1 action, 2 web page, 4 activity, 5 Intent', [0]],
      ['click_action_activity', 'name of an action or class', ['com.example.chat.Other']],
      ['click_action_url', 'address or Intent', ['https://example.com'], linking],
      ['action_parameters', 'text of a JSON object, at most 4,000', ['{"entity":{"sender":"ann"}}']],
      ['show_time_type', '0 at once, 1 between two times', [0], timed],
      ['show_start_time', 'milliseconds since 1970', [1_800_000_000_000], timed],
      ['show_end_time', 'milliseconds since 1970', [1_800_000_100_000], timed],
      ['off_line', 'true or false: kept for an absent phone', [false]],
      ['off_line_ttl', 'seconds, at most ten days', [60]],
      ['push_time_type', '0 at once, 1 at a time', [], { does: broadcast }],
      ['push_start_time', 'milliseconds since 1970', [], { does: broadcast }],
      ['time_zone', 'GMT+08:00 and others', [], { does: broadcast }],
      ['fix_speed', 'true or false', [], { does: broadcast }],
      ['fix_speed_rate', 'pushes a second', [], { does: broadcast }],
      ['network_type', '0 any, 1 Wi-Fi', [1]],
      ['call_back_url', 'address, at most 200', ['https://example.com']],
      ['call_back_parameter', 'text, at most 100', ['order 7']],
      ['channel_id', 'channel of the app', ['other']],
      ['show_ttl', 'seconds it stays on show', [60]],
      ['notify_id', '0 to 2,147,483,647', [8]],
      ['category', 'class of the message, such as IM', ['MARKETING'], { source: sources.categories }],
      ['notify_level', '1, 2 or 16', [1, 16], { source: sources.categories }],
      ['private_msg_template_id', 'id of a template', ['2'], { source: sources.tencentTemplates, does: template }],
      ['private_title_parameters', 'text of a JSON object', ['{"sender":"Ann"}'], { source: sources.tencentTemplates }],
      ['private_content_parameters', 'text of a JSON object', ['{"text":"Hi"}'], { source: sources.tencentTemplates }],
      ['badge_operation_type', 'what happens to the number', [1], { source: sources.clients, certainty: 'reported' }],
      ['badge_message_count', 'the number', [3], { source: sources.clients, certainty: 'reported' }],
      ['auditResponse', 'object', [{ result: 1 }], { source: sources.clients, certainty: 'reported' }],
    ] as const satisfies readonly FieldRow[]
  ).map(inner),
);

/** Fields of a message and of its notification. */
export const fields = [...message, ...notification];
