import { shorten } from '../../kit/cut-text.ts';
import { booleanIn, hasMember, numberIn, objectIn, textIn, textsIn } from '../../kit/json-pick.ts';
import { isObject, type JsonObject } from '../../kit/json.ts';
import { utf8Length } from '../../kit/text.ts';
import { huaweiLimits } from '../limits.ts';
import { badStructure, badTtl, badValue, mistake, type Finding } from './refusals.ts';
import { tokensOf, type Looked } from './rules-target.ts';

const at = '$.payload';

const checkSceneBadge = (badge: JsonObject | undefined): Finding[] => {
  const max = huaweiLimits.badge.value;
  const add = numberIn(badge, 'addNum');
  const set = numberIn(badge, 'setNum');
  const found: Finding[] = [];
  if (add !== undefined && (add < 1 || add > max)) {
    found.push(badStructure('badge-add', `${at}.notification.badge.addNum`, { params: { value: add, max } }));
  }
  if (set !== undefined && (set < 0 || set > max)) {
    found.push(badStructure('badge-set', `${at}.notification.badge.setNum`, { params: { value: set, max } }));
  }
  return found;
};

const checkSceneClick = (notification: JsonObject): Finding[] => {
  const click = objectIn(notification, 'clickAction');
  const path = `${at}.notification.clickAction`;
  if (click === undefined) return [badStructure('scene-no-click', path, { hasFix: true })];
  const type = numberIn(click, 'actionType');
  if (type === undefined || ![0, 1].includes(type)) {
    return [badStructure('scene-click-type', `${path}.actionType`, { params: { value: type ?? '–' }, hasFix: true })];
  }
  const hasPage = (textIn(click, 'action') ?? '') !== '' || (textIn(click, 'uri') ?? '') !== '';
  return type === 1 && !hasPage ? [badStructure('scene-click-page', path, { hasFix: true })] : [];
};

const checkSceneNotification = (notification: JsonObject | undefined): Finding[] => {
  if (notification === undefined) {
    return [badStructure('scene-no-notification', `${at}.notification`, { hasFix: true })];
  }
  const found = (['title', 'body'] as const)
    .filter((name) => (textIn(notification, name) ?? '') === '')
    .map((name) => badStructure('no-text', `${at}.notification.${name}`, { params: { field: name }, hasFix: true }));
  const image = textIn(notification, 'image') ?? '';
  if (image !== '' && !image.startsWith('https://')) {
    found.push(badValue('image', `${at}.notification.image`, { params: { value: shorten(image) } }));
  }
  const lines = textsIn(notification, 'inboxContent').length;
  const max = huaweiLimits.inboxLines.value;
  if (numberIn(notification, 'style') === 3 && (lines < 1 || lines > max)) {
    found.push(badStructure('inbox-lines', `${at}.notification.inboxContent`, { params: { count: lines, max } }));
  }
  return [...found, ...checkSceneClick(notification), ...checkSceneBadge(objectIn(notification, 'badge'))];
};

const checkLiveView = (payload: JsonObject): Finding[] => {
  const found = ['activityId', 'operation', 'event', 'activityData']
    .filter((name) => !hasMember(payload, name))
    .map((field) => badStructure('live-missing', `${at}.${field}`, { params: { field } }));
  const data = objectIn(objectIn(payload, 'activityData'), 'notificationData');
  if (numberIn(payload, 'operation') !== 0 || data === undefined) return found;
  const title = textIn(data, 'contentTitle') ?? '';
  const max = huaweiLimits.liveTitle.value;
  const path = `${at}.activityData.notificationData.contentTitle`;
  if (title === '' || title.length > max) {
    found.push(badStructure('live-title', path, { params: { used: title.length, max } }));
  }
  return found;
};

const checkPayload = (payload: JsonObject, pushType: Looked['pushType']): Finding[] => {
  const extra = (): Finding[] =>
    (textIn(payload, 'extraData') ?? '') === ''
      ? [badStructure('scene-no-extra', `${at}.extraData`, { certainty: 'guess' })]
      : [];
  switch (pushType) {
    case '0':
      return checkSceneNotification(objectIn(payload, 'notification'));
    case '2':
      return [...extra(), ...checkSceneNotification(objectIn(payload, 'notification'))];
    case '1':
      return hasMember(payload, 'formId') ? [] : [badStructure('form-id', `${at}.formId`, { certainty: 'guess' })];
    case '7':
      return checkLiveView(payload);
    case '6':
    case '10':
      return extra();
  }
};

const checkOptions = (looked: Looked, options: JsonObject): Finding[] => {
  const found: Finding[] = [];
  const { ttl: most, callTtlLeast, callTtlMost, biTag, testTokens, formTokens } = huaweiLimits;
  const ttl = numberIn(options, 'ttl');
  const isCall = looked.pushType === '10';
  const [least, max] = isCall ? [callTtlLeast.value, callTtlMost.value] : [1, most.value];
  if (ttl !== undefined && (ttl < least || ttl > max)) {
    const name = isCall ? 'call-ttl' : 'ttl-range';
    found.push(badTtl(name, '$.pushOptions.ttl', { params: { value: ttl, least, max } }));
  }
  const tag = utf8Length(textIn(options, 'biTag') ?? '');
  if (tag > biTag.value) {
    found.push(badValue('long-tag', '$.pushOptions.biTag', { params: { used: tag, max: biTag.value } }));
  }
  const count = tokensOf(looked).length;
  const mostTokens = looked.pushType === '1' ? formTokens.value : testTokens.value;
  if (booleanIn(options, 'testMessage') === true && count > mostTokens) {
    const refusal = { code: '80300030', message: 'When send test message, token count exceed limit.' };
    const params = { count, max: mostTokens };
    found.push(mistake('test-limit', 'test-tokens', '$.target.token', refusal, { params }));
  }
  return found;
};

/** Everything of a v3 body beyond types and target. Source: «Scenario-based messages: request parameters». */
export const checkScene = (looked: Looked): Finding[] => {
  const payload = looked.root['payload'];
  if (!isObject(payload)) return [badStructure('scene-no-payload', at, { hasFix: true })];

  return [
    ...checkPayload(payload, looked.pushType),
    ...checkOptions(looked, objectIn(looked.root, 'pushOptions') ?? {}),
  ];
};
