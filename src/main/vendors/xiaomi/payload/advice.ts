import { shorten } from '../../kit/cut-text.ts';
import { advice, type Finding } from '../../kit/findings.ts';
import { isObject } from '../../kit/json.ts';
import { parseShallow } from '../../kit/shallow.ts';
import type { MessageClass } from '../channels.ts';
import { xiaomiLimits } from '../limits.ts';
import { isPassThrough, type Push } from './fields.ts';
import { isRegId } from './reg-id.ts';

type Found = Finding<never>[];

const adviseClass = (push: Push, messageClass: MessageClass | 'unknown'): Found => {
  if (messageClass === 'default') return [advice('warning', 'no-channel', '$.extra', { hasFix: true })];
  if (messageClass !== 'public') return [];
  const lifetime = Number(push.top.get('time_to_live') ?? 0);
  const found = [advice('warning', 'public-channel', '$.extra.channel_id', { hasFix: true })];
  if (lifetime > xiaomiLimits.ttlPublic.value * 1000)
    found.push(advice('warning', 'public-lifetime', '$.time_to_live'));
  return found;
};

const adviseClick = (push: Push): Found =>
  push.extra.has('notify_effect') ? [] : [advice('warning', 'custom-click-withdrawn', '$.extra', { hasFix: true })];

const adviseStyle = (push: Push): Found => {
  const found: Found = [];
  const picture = push.extra.get('notification_bigPic_uri');
  if (picture !== undefined && !/(?:xiaomi|mi)\.(?:com|net)\b|mi-img\.com/i.test(picture)) {
    found.push(
      advice('warning', 'foreign-picture', '$.extra.notification_bigPic_uri', { certainty: 'reported', hasFix: true }),
    );
  }
  const sound = push.extra.get('sound_uri');
  if (sound !== undefined && !/^android\.resource:\/\/[\w.]+\/raw\/\w+$/.test(sound)) {
    found.push(
      advice('warning', 'sound-form', '$.extra.sound_uri', { params: { value: shorten(sound) }, hasFix: true }),
    );
  }
  return found;
};

/** Tencent's `ext`: what TUIKit and TIMPush expect to find in it. */
const adviseExt = (push: Push): Found => {
  const ext = push.extra.get('ext');
  if (ext === undefined) return [];
  const parsed = parseShallow(ext);
  return parsed.ok && isObject(parsed.value) ? [] : [advice('info', 'ext-not-json', '$.extra.ext')];
};

const adviseWords = (push: Push): Found =>
  /\btest\b|测试/i.test(`${push.top.get('title') ?? ''} ${push.top.get('description') ?? ''}`)
    ? [advice('info', 'test-words', '$.description', { certainty: 'reported' })]
    : [];

/** A registration id that does not look like one. */
export const adviseToken = (token: string, path: string): Found =>
  isRegId(token)
    ? []
    : [advice('warning', 'odd-token', path, { params: { token: shorten(token, 20) }, certainty: 'reported' })];

/** What Xiaomi takes and the author should know all the same. */
export const advisePush = (push: Push, messageClass: MessageClass | 'unknown'): Found => {
  if (isPassThrough(push)) {
    const found = [advice('info', 'pass-through', '$.pass_through')];
    if (!push.top.get('payload')) found.push(advice('warning', 'no-payload', '$.payload'));
    return found;
  }
  return [
    ...adviseClass(push, messageClass),
    ...adviseClick(push),
    ...(push.top.has('notify_id') ? [] : [advice('info', 'no-notify-id', '$', { hasFix: true })]),
    ...adviseStyle(push),
    ...adviseExt(push),
    ...adviseWords(push),
  ];
};
