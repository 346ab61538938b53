import { shorten } from '../../kit/cut-text.ts';
import { advice } from '../../kit/findings.ts';
import { isObject, pathMember, type JsonObject } from '../../kit/json.ts';
import { tpnsLimits } from '../limits.ts';
import { customOf, isForIos, isSilent, partOf, partsOf, textOf } from './read.ts';
import { isJsonObject, type TpnsFinding } from './rules.ts';

/** Fields of the Push API. */
const known = new Set([
  'audience_type', 'message_type', 'message', 'environment', 'upload_id', 'token_list', 'account_list', 'account_push_type',
  'account_type', 'ignore_invalid_token', 'tag_rules', 'tag_list', 'expire_time', 'send_time', 'loop_param', 'multi_pkg', 'plan_id',
  'push_speed', 'collapse_id', 'force_collapse', 'channel_rules', 'tpns_online_push_type', 'group_id', 'n_id', 'seq', 'platform',
  'loop_times', 'loop_interval', 'app_type', 'channel_distribute_rules',
]); // prettier-ignore

const adviseFields = (body: JsonObject): TpnsFinding[] =>
  Object.keys(body).flatMap((field) => {
    const at = pathMember('$', field);
    if (field === 'group_id' || field === 'n_id') return [advice('warning', 'deprecated', at, { params: { field } })];
    return known.has(field) ? [] : [advice('warning', 'unknown-field', at, { params: { field: shorten(field, 40) } })];
  });

const adviseAndroid = (body: JsonObject): TpnsFinding[] => {
  const { message, android } = partsOf(body);
  const found: TpnsFinding[] = [];
  const max = tpnsLimits.titleShown.value;
  if (textOf(message, 'title').length > max) {
    found.push(advice('info', 'title-shown', '$.message.title', { params: { max } }));
  }
  const ring = textOf(android, 'ring_raw');
  const at = '$.message.android.ring_raw';
  if (ring.includes('.'))
    found.push(
      advice('warning', 'ring-ending', at, { params: { bare: ring.slice(0, ring.lastIndexOf('.')) }, hasFix: true }),
    );
  else if (ring !== '' && textOf(android, 'n_ch_id') === '') found.push(advice('warning', 'ring-channel', at));
  const action = partOf(android, 'action');
  const intent = textOf(action, 'intent');
  if (action['action_type'] === 3 && intent !== '' && !/^[a-z][a-z0-9+.-]*:\/\//i.test(intent)) {
    found.push(advice('warning', 'intent-form', '$.message.android.action.intent', { hasFix: true }));
  }
  if (isSilent(body)) found.push(advice('info', 'pass-through', '$.message_type'));
  return found;
};

const adviseIos = (body: JsonObject): TpnsFinding[] => {
  const { aps } = partsOf(body);
  const isQuiet = aps['content-available'] === 1;
  const draws = aps['alert'] !== undefined || aps['sound'] !== undefined || aps['badge_type'] !== undefined;
  if (isSilent(body) && !isQuiet)
    return [advice('warning', 'silent-without-flag', '$.message.ios.aps', { hasFix: true })];
  if (isSilent(body) && draws) return [advice('warning', 'silent-draws', '$.message.ios.aps')];
  return !isSilent(body) && isQuiet
    ? [advice('warning', 'notify-silent', '$.message.ios.aps["content-available"]')]
    : [];
};

const adviseCustom = (body: JsonObject): TpnsFinding[] => {
  const part = isForIos(body) ? 'ios' : 'android';
  const value = partOf(partOf(body, 'message'), part)['custom_content'];
  const at = `$.message.${part}.custom_content`;
  if (isObject(value)) return [advice('warning', 'custom-object', at, { hasFix: true })];
  const text = customOf(body);
  return text === '' || isJsonObject(text) ? [] : [advice('info', 'custom-not-json', at)];
};

/** What TPNS takes and the author should know all the same. */
export const adviseBody = (body: JsonObject): TpnsFinding[] => [
  ...adviseFields(body),
  ...(isForIos(body) ? adviseIos(body) : adviseAndroid(body)),
  ...adviseCustom(body),
];
