import { fieldRows, type FieldRow } from '../kit/field-rows.ts';
import { sources } from './sources.ts';

const many = 'taken; tasks to many phones are answered and not delivered';
const ios = {
  payload: JSON.stringify({
    audience_type: 'token',
    message_type: 'notify',
    environment: 'product',
    message: { title: 'Denny', content: 'Hi', ios: { aps: { alert: { subtitle: 'x' } } } },
  }),
  options: {},
};

const body: readonly FieldRow[] = [
  ['audience_type', 'all, tag, token, token_list, account and others', ['token']],
  ['message_type', 'notify, message', ['notify']],
  ['message', 'object'],
  ['environment', 'product, dev', ['product']],
  ['token_list', 'up to 1,000 tokens', [], { does: 'put in from the phone where the body names none; checked' }],
  ['account_list', 'up to 1,000 accounts', [], { does: 'taken; accounts are not simulated' }],
  ['account_push_type', '0 newest phone, 1 all', [0, 1]],
  ['ignore_invalid_token', '0 one bad token fails the call, 1 it is skipped', [0, 1]],
  ['tag_list', 'object', [], { does: many }],
  ['tag_rules', 'list of objects', [], { does: many }],
  ['upload_id', 'id of an uploaded list', [], { does: many }],
  ['expire_time', 'seconds, at most three days', [3600]],
  ['send_time', 'yyyy-MM-dd HH:mm:ss', ['2026-11-21 16:30:00']],
  ['loop_param', 'object', [{ startDate: '2026-11-22' }]],
  ['multi_pkg', 'true or false', [true]],
  ['plan_id', 'text', ['p1']],
  ['push_speed', '1,000 to 50,000 a second', [2000]],
  ['collapse_id', 'whole number: what it replaces', [7]],
  ['force_collapse', 'true or false', [true]],
  [
    'channel_rules',
    'list of { channel, disable }',
    [],
    { does: 'taken; which channel a push takes is not simulated. Problems: `all-channels-off`' },
  ],
  ['tpns_online_push_type', '0 or 1', [0, 1]],
  ['seq', 'number', [], { does: 'echoed by the gateway' }],
  ['message.title', 'text', ['Other']],
  ['message.content', 'text', ['其他内容']],
];
const android = (
  [
    ['n_ch_id', 'channel of the app', ['other']],
    ['n_ch_name', 'text', ['Chats']],
    ['xm_ch_id', 'channel of Xiaomi', ['x1']],
    ['hw_ch_id', 'channel of Huawei', ['h1']],
    ['hw_category', 'category of Huawei', ['IM']],
    ['hw_importance', '1 or 2', [1, 2]],
    ['oppo_ch_id', 'channel of OPPO', ['o1']],
    ['vivo_ch_id', '0 or 1', ['0', '1']],
    ['n_id', 'whole number: what it replaces', [7]],
    ['ring', '0 or 1', [0, 1]],
    ['ring_raw', 'name of a file without its ending', ['ding']],
    ['vibrate', '0 or 1', [0, 1]],
    ['lights', '0 or 1', [0, 1]],
    ['clearable', '0 or 1', [0, 1]],
    ['icon_type', '0 in the app, 1 from the net', [0, 1]],
    ['icon_res', 'name or address', ['ic']],
    ['small_icon', 'name', ['ic']],
    ['badge_type', '-2 to 99', [5]],
    ['style_id', 'whole number', [1]],
    ['action', 'object', [{ action_type: 1 }]],
    ['custom_content', 'text of a JSON object', ['{"entity":{"sender":"ann"}}']],
  ] satisfies FieldRow[]
).map(([name, takes, values]): FieldRow => [`message.android.${name}`, takes, values]);
const apple: readonly FieldRow[] = [
  ['message.ios.aps.alert', 'text or object', ['words', { subtitle: 'more' }], { base: ios }],
  ['message.ios.aps.badge_type', '-2 and more', [5], { base: ios }],
  ['message.ios.aps.category', 'text', ['reply'], { base: ios }],
  ['message.ios.aps.sound', 'name of a file', ['ding.caf'], { base: ios }],
  ['message.ios.aps.mutable-content', '0 or 1', [0, 1], { base: ios }],
  [
    'message.ios.aps.interruption-level',
    'passive, active, time-sensitive, critical',
    ['passive', 'time-sensitive'],
    { base: ios },
  ],
  ['message.ios.custom_content', 'text of a JSON object', ['{"a":1}'], { base: ios }],
];

/** Fields of the body, of its message for Android and of its message for iOS. */
export const fields = fieldRows(sources.push, [...body, ...android, ...apple]);
