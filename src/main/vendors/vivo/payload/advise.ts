import { shorten } from '../../kit/cut-text.ts';
import { advice } from '../../kit/findings.ts';
import { isObject, parseJson, pathMember, type JsonObject } from '../../kit/json.ts';
import { vivoLimits } from '../limits.ts';
import { extOf, textOf } from './read.ts';
import type { VivoFinding } from './rules.ts';

/** Fields of `/message/send`. Source: «PUSH-UPS-API». */
const known = [
  'appId', 'regId', 'alias', 'notifyType', 'title', 'content', 'timeToLive', 'skipType', 'skipContent', 'networkType',
  'classification', 'category', 'clientCustomMap', 'extra', 'requestId', 'pushMode', 'auditReview', 'notifyId', 'profileId',
  'sendOnline', 'foregroundShow', 'addBadge', 'marketing', 'timedDisplay', 'serverSdkVer', 'taskId', 'regIds', 'aliases',
  'tagExpression',
]; // prettier-ignore

const adviseFields = (body: JsonObject): VivoFinding[] =>
  Object.keys(body)
    .filter((field) => !known.includes(field))
    .map((field) => {
      const meant = known.find((one) => one.toLowerCase() === field.replaceAll(/[_-]/g, '').toLowerCase()) ?? '';
      const params = { field: shorten(field, 40), meant };
      return advice('warning', 'unknown-field', pathMember('$', field), { params, hasFix: meant !== '' });
    });

const adviseLengths = (body: JsonObject): VivoFinding[] => {
  const extra = isObject(body['extra']) ? body['extra'] : {};
  const texts = [
    ['$.extra.callback', textOf(extra, 'callback'), vivoLimits.callback.value],
    ['$.extra["callback.param"]', textOf(extra, 'callback.param'), vivoLimits.callbackParam.value],
    ['$.profileId', textOf(body, 'profileId'), vivoLimits.profileId.value],
  ] as const;
  return texts.flatMap(([path, text, max]) =>
    text.length > max ? [advice('warning', 'too-long', path, { params: { path, length: text.length, max } })] : [],
  );
};

const adviseNotifyId = (body: JsonObject): VivoFinding[] => {
  const id = body['notifyId'];
  const max = vivoLimits.notifyId.value;
  if (id === undefined || (typeof id === 'number' && Number.isInteger(id) && id >= 1 && id <= max)) return [];
  return [advice('warning', 'notify-id', '$.notifyId', { params: { max } })];
};

/** Tencent's `ext`: TUIKit looks for a JSON object. */
const adviseExt = (body: JsonObject): VivoFinding[] => {
  const ext = extOf(body);
  if (ext === null) return [];
  const parsed = parseJson(ext);
  return parsed.ok && isObject(parsed.value) ? [] : [advice('info', 'ext-not-json', '$.clientCustomMap.ext')];
};

/** What vivo takes and the author should know all the same. */
export const adviseBody = (body: JsonObject): VivoFinding[] => [
  ...adviseFields(body),
  ...adviseLengths(body),
  ...adviseNotifyId(body),
  ...adviseExt(body),
  ...(body['pushMode'] === 1 ? [advice('info', 'test-mode', '$.pushMode')] : []),
  ...(body['sendOnline'] === true ? [advice('info', 'send-online', '$.sendOnline')] : []),
  ...(body['addBadge'] === true ? [advice('info', 'add-badge', '$.addBadge')] : []),
  ...(isObject(body['marketing']) ? [advice('info', 'marketing', '$.marketing')] : []),
];

/** A regId that looks like none: 23 digits of the older SDK, or `v2-` with more than 50 characters. */
export const looksLikeRegId = (text: string): boolean => /^\d{23}$/.test(text) || /^v2-[\w-]{48,}$/.test(text);
