import { isObject, parseJson, pathMember, shownJson } from '../../kit/json.ts';
import { fcmLimits } from '../limits.ts';
import { effectiveData } from './effective.ts';
import { advice, shorten, type Finding } from './findings.ts';
import type { Message, StringMap } from './model.ts';
import { isReservedKey } from './rules.ts';
import { tokenShape } from './token.ts';

const drawn = '$.message.android.notification';

/** A token that does not look like one of FCM's: a warning, since only FCM knows. */
export const adviseToken = (token: string, path: string): Finding[] => {
  const shape = tokenShape(token);
  if (shape === 'fcm') return [];
  const certainty = shape === 'empty' ? 'documented' : 'reported';
  return [advice('warning', `token-${shape}`, path, {}, { rule: 'token', certainty, hasFix: shape === 'apns' })];
};

const adviseKeys = (data: StringMap | undefined, path: string): Finding[] =>
  Object.keys(data ?? {})
    .filter((key) => /^(?:google|gcm)/.test(key) && !isReservedKey(key))
    .map((key) =>
      advice('warning', 'doubtful-key', pathMember(path, key), { key: shorten(key) }, { certainty: 'reported' }),
    );

const adviseDrawing = (value: Message): Finding[] => {
  const drawing = value.android?.notification;
  if (!drawing) return [];
  const found: Finding[] = [];
  for (const part of ['title', 'body'] as const) {
    if ((drawing[`${part}_loc_args`]?.length ?? 0) > 0 && !drawing[`${part}_loc_key`]) {
      const params = { key: `${part}_loc_key`, args: `${part}_loc_args` };
      found.push(advice('warning', 'args-without-key', `${drawn}.${part}_loc_args`, params, { certainty: 'measured' }));
    }
  }
  if (drawing.sound?.includes('.')) {
    const bare = drawing.sound.slice(0, drawing.sound.lastIndexOf('.'));
    const params = { sound: shorten(drawing.sound), bare: shorten(bare) };
    found.push(advice('warning', 'sound-with-ending', `${drawn}.sound`, params, { hasFix: true, certainty: 'guess' }));
  }
  if ((drawing.notification_count ?? 0) < 0) {
    found.push(advice('warning', 'negative-count', `${drawn}.notification_count`, {}, { certainty: 'measured' }));
  }
  return found;
};

const adviseLabels = (value: Message): Finding[] => {
  const labels = [
    ['$.message.fcm_options', value.fcm_options],
    ['$.message.android.fcm_options', value.android?.fcm_options],
    ['$.message.apns.fcm_options', value.apns?.fcm_options],
    ['$.message.webpush.fcm_options', value.webpush?.fcm_options],
  ] as const;
  return labels.flatMap(([path, options]) => {
    const label = options?.analytics_label;
    if (label === undefined || /^[a-zA-Z0-9\-_.~%]{1,50}$/.test(label)) return [];
    const params = { value: shorten(label), max: fcmLimits.analyticsLabel.value };
    return [advice('warning', 'bad-label', `${path}.analytics_label`, params, { certainty: 'measured' })];
  });
};

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/]+/i.test(text);

const adviseAddresses = (value: Message): Finding[] => {
  const images = [
    ['$.message.notification.image', value.notification?.image],
    [`${drawn}.image`, value.android?.notification?.image],
  ] as const;
  const found = images.flatMap(([path, image]) =>
    image === undefined || isWebAddress(image)
      ? []
      : [advice('warning', 'image-not-address', path, { value: shorten(image) }, { certainty: 'measured' })],
  );
  const link = value.webpush?.fcm_options?.link;
  if (link !== undefined && !link.startsWith('https://')) {
    found.push(advice('warning', 'link-not-https', '$.message.webpush.fcm_options.link', { value: shorten(link) }));
  }
  return found;
};

/** Tencent's `ext`: what TUIKit and TIMPush expect to find in it. */
const adviseExt = (value: Message): Finding[] => {
  const data = effectiveData(value);
  const ext = data['ext'];
  if (!Object.hasOwn(data, 'ext') || ext === undefined) return [];
  const path = data === value.android?.data ? '$.message.android.data.ext' : '$.message.data.ext';
  const parsed = parseJson(ext);
  if (!parsed.ok || !isObject(parsed.value)) return [advice('info', 'ext-not-json', path)];
  const { entity } = parsed.value;
  const action = isObject(entity) ? entity['action'] : undefined;
  return action === undefined || action === 1 || action === 2
    ? []
    : [advice('info', 'ext-action', path, { value: shorten(shownJson(action)) })];
};

/** What FCM takes and the author should know all the same. */
export const adviseMessage = (value: Message): Finding[] => [
  ...(value.name === undefined ? [] : [advice('warning', 'output-only', '$.message.name')]),
  ...(value.android_v2 === undefined ? [] : [advice('info', 'preview', '$.message.android_v2')]),
  ...adviseKeys(value.data, '$.message.data'),
  ...adviseKeys(value.android?.data, '$.message.android.data'),
  ...adviseDrawing(value),
  ...adviseLabels(value),
  ...adviseAddresses(value),
  ...adviseExt(value),
];
