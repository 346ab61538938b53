import type { Draft } from '../../../../shared/contract/index.ts';
import { shorten } from '../../kit/cut-text.ts';
import { advice, unsendable } from '../../kit/findings.ts';
import { hasMember, numberIn, objectIn, textIn } from '../../kit/json-pick.ts';
import { isObject, parseJson, type JsonObject } from '../../kit/json.ts';
import type { SendTarget } from '../../vendor.ts';
import { isApi, isPushType } from '../hosts.ts';
import { huaweiLimits } from '../limits.ts';
import { addressIdOf, apiOf } from './draft.ts';
import { dataMembers, extOf, type Push } from './effective.ts';
import { droppable } from './intent.ts';
import { categories } from './schema.ts';
import { type Finding } from './refusals.ts';

const places = {
  message: { category: '$.message.android.category', notification: '$.message.android.notification' },
  scene: { category: '$.payload.notification.category', notification: '$.payload.notification' },
} as const;
const placesOf = (push: Push) => places[push.api === 'v3' ? 'scene' : 'message'];

const adviseCategory = (push: Push): Finding[] => {
  if (push.drawn === null || push.pushType === '7') return [];
  const { category } = push;
  const path = placesOf(push).category;
  if (category === '') return [advice('info', 'no-category', path, { hasFix: true })];
  if (category === 'MARKETING') return [advice('info', 'marketing', path)];
  if (!categories.includes(category)) {
    const params = { value: shorten(category), choices: categories.join(', ') };
    return [advice('warning', 'unknown-category', path, { params, hasFix: true, certainty: 'guess' })];
  }
  const isVoice = category === 'PLAY_VOICE' && push.pushType !== '2';
  return isVoice ? [advice('warning', 'voice-category', path)] : [advice('info', 'category-right', path)];
};

const adviseTexts = (push: Push): Finding[] => {
  const { drawn } = push;
  if (drawn === null || push.pushType === '7') return [];
  const { consoleTitle, consoleBody } = huaweiLimits;
  return (
    [
      ['title', drawn.title.length, consoleTitle.value],
      ['body', drawn.body.length, consoleBody.value],
    ] as const
  )
    .filter(([, used, max]) => used > max)
    .map(([field, used, max]) =>
      advice('warning', 'long-text', `${placesOf(push).notification}.${field}`, { params: { field, used, max } }),
    );
};

const adviseData = (push: Push): Finding[] => {
  const { drawn, data } = push;
  const found: Finding[] = [];
  const path = push.api === 'v3' ? '$.payload' : '$.message.data';
  const parsed = data === null ? null : parseJson(data);
  if (drawn && data !== null && push.api !== 'v3' && !(parsed?.ok && isObject(parsed.value))) {
    found.push(advice('warning', 'data-not-json', path, { certainty: 'guess' }));
  }
  if (drawn?.click.kind === 'web' && dataMembers(push).length > 0) {
    found.push(advice('warning', 'data-lost-web', `${placesOf(push).notification}.click_action`));
  }
  if (drawn === null && push.api !== 'v3' && data !== null) found.push(advice('info', 'data-message', path));
  const ext = extOf(push);
  const asJson = ext === null ? null : parseJson(ext);
  if (ext !== null && !(asJson?.ok && isObject(asJson.value))) found.push(advice('info', 'ext-not-json', path));
  return found;
};

const adviseMessage = (push: Push, root: JsonObject): Finding[] => {
  const { drawn } = push;
  if (drawn === null) return [];
  const path = placesOf(push).notification;
  const found: Finding[] = [];
  if (!drawn.foregroundShow) found.push(advice('info', 'foreground-hidden', `${path}.foreground_show`));
  if (push.api === 'v3') {
    if (drawn.image !== '') found.push(advice('info', 'image-audit', `${path}.image`));
    return found;
  }
  const android = objectIn(objectIn(root, 'message'), 'android');
  const notification = objectIn(android, 'notification');
  const badge = objectIn(notification, 'badge');
  const sound = textIn(notification, 'sound') ?? '';
  if (textIn(android, 'urgency') === 'HIGH') found.push(advice('info', 'urgency-right', '$.message.android.urgency'));
  if (drawn.importance === 'HIGH') found.push(advice('warning', 'importance-retired', `${path}.importance`));
  if (numberIn(notification, 'style') === 2) found.push(advice('warning', 'style-retired', `${path}.style`));
  if (drawn.channel !== '') found.push(advice('info', 'channel', `${path}.channel_id`, { certainty: 'guess' }));
  if (sound !== '' && !sound.startsWith('/raw/')) {
    const params = { value: shorten(sound) };
    found.push(advice('warning', 'sound-place', `${path}.sound`, { params, hasFix: true }));
  }
  if (sound === '' && !hasMember(notification, 'default_sound')) {
    found.push(advice('info', 'no-sound', path, { certainty: 'measured' }));
  }
  if (hasMember(badge, 'add_num') && hasMember(badge, 'set_num')) {
    found.push(advice('info', 'badge-both', `${path}.badge`));
  }
  return found;
};

/** What Huawei takes and the author should know. */
export const advisePush = (push: Push, root: JsonObject): Finding[] => [
  ...adviseCategory(push),
  ...adviseTexts(push),
  ...adviseData(push),
  ...adviseMessage(push, root),
];

const adviseIds = (draft: Draft, target: SendTarget | null): Finding[] => {
  const api = apiOf(draft);
  const name = api === 'v1' ? 'appId' : 'projectId';
  const id = addressIdOf(draft, target, api);
  const facts = target?.credential;
  const own = facts?.kind === 'app-keys' ? (facts.values[name] ?? '') : '';
  const path = `option:${name}`;
  if (id === null) {
    return target === null ? [] : [unsendable(`no-${name}`, path, { hasFix: true })];
  }
  if (!/^\d+$/.test(id)) return [advice('warning', 'odd-id', path, { params: { name, value: shorten(id) } })];
  return own !== '' && own !== id ? [advice('warning', 'other-id', path, { params: { name, value: id, own } })] : [];
};

/** Which secrets the chosen API needs, compared with those the credential has. */
const adviseCredential = (draft: Draft, target: SendTarget | null): Finding[] => {
  const facts = target?.credential;
  if (facts?.kind !== 'app-keys') return [];
  const api = apiOf(draft);
  const has = (name: string) => facts.secretNames.includes(name);
  if (api === 'v3' && !has('privateKey')) return [unsendable('needs-service-account', 'option:api', { hasFix: true })];
  if (api === 'v1' && !has('appSecret')) return [unsendable('needs-app-secret', 'option:api', { hasFix: true })];
  return [];
};

/** The fields beside the payload. */
export const adviseOptions = (draft: Draft, target: SendTarget | null): Finding[] => {
  const { api, pushType, validateOnly, testMessage, dropped } = draft.options;
  const isScene = apiOf(draft) === 'v3';
  const found = [...adviseIds(draft, target), ...adviseCredential(draft, target)];
  const odd = (name: string, value: string) =>
    found.push(advice('warning', 'odd-option', `option:${name}`, { params: { name, value: shorten(value) } }));
  if (api && !isApi(api)) odd('api', api);
  if (pushType && !isPushType(pushType)) odd('pushType', pushType);
  for (const [name, value] of Object.entries({ validateOnly, testMessage })) {
    if (value && !['true', 'false'].includes(value)) odd(name, value);
  }
  if (isScene && validateOnly === 'true')
    found.push(advice('warning', 'no-validate-only', 'option:validateOnly', { hasFix: true }));
  if (!isScene && testMessage === 'true')
    found.push(advice('info', 'test-unverified', 'option:testMessage', { certainty: 'guess' }));
  if (dropped !== undefined) {
    found.push(advice('info', 'modelled', '$', { certainty: 'guess' }));
    const names = dropped.split(',');
    for (const field of droppable) {
      if (names.includes(field)) found.push(advice('warning', `dropped-${field}`, 'option:dropped'));
    }
  }
  return found;
};
