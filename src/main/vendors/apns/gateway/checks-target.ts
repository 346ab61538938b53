import { shapeOfToken } from '../device-token.ts';
import { bundleOfTopic, isTopicText, suffixOf, suffixOfTopic } from '../push-types.ts';
import type { Asked } from './asked.ts';
import { defineCheck, type CheckRule } from './check.ts';

const topicPresent = defineCheck('topic', 'MissingTopic', 'documented');
const topicForm = defineCheck('topic-form', 'BadTopic', 'documented');
const topicOfKey = defineCheck('topic-allowed', 'TopicDisallowed', 'documented');
const topicOfCertificate = defineCheck('topic-certificate', 'BadTopic', 'guess');
const tokenPresent = defineCheck('device-token', 'MissingDeviceToken', 'documented');
const tokenForm = defineCheck('device-token-form', 'BadDeviceToken', 'documented');
const tokenKnown = defineCheck('device-token-environment', 'BadDeviceToken', 'documented');
const tokenTopic = defineCheck('device-token-topic', 'DeviceTokenNotForTopic', 'documented');
const tokenExpired = defineCheck('device-token-expired', 'ExpiredToken', 'documented');
const tokenActive = defineCheck('device-token-active', 'Unregistered', 'documented');

const checkTopic: CheckRule = ({ topic }) => (topic === '' ? topicPresent.failed('failed') : topicPresent.passed);

/** An app may really be called `….voip`, so a suffix too many is only refused when it is clear that it is one. */
const checkNoSuffix = (asked: Asked, suffix: string): ReturnType<CheckRule> => {
  const { registry, settings } = asked.input;
  const { topic } = asked;
  if (suffix === '' || registry.appIdentifiers.has(topic)) return topicForm.passed;
  const params = { pushType: asked.pushTypeText, suffix };
  const isClear = settings.mode === 'strict' || registry.appIdentifiers.has(bundleOfTopic(topic));
  return isClear ? topicForm.failed('unexpected', params) : topicForm.unverified('unexpected', params);
};

const checkTopicForm: CheckRule = (asked) => {
  const { topic, pushType } = asked;
  if (topic === '') return topicForm.notReached;
  if (!isTopicText(topic)) return topicForm.failed('characters', { found: topic });
  if (pushType === null) return topicForm.passed;
  if (pushType === 'mdm') {
    return topic.startsWith('com.apple.mgmt.') ? topicForm.passed : topicForm.failed('management', undefined, 'guess');
  }
  const suffix = suffixOf(pushType);
  if (suffix === '') return checkNoSuffix(asked, suffixOfTopic(topic));
  return topic.endsWith(suffix) ? topicForm.passed : topicForm.failed('suffix', { pushType, suffix });
};

const checkTopicAllowed: CheckRule = ({ topic, token, input }) => {
  if (topic === '') return topicOfKey.notReached;
  const bundle = bundleOfTopic(topic);
  const key = token?.form === 'ok' ? token.key : null;
  if (key?.topics && !key.topics.includes(topic) && !key.topics.includes(bundle)) {
    return topicOfKey.failed('key', { topic, keyId: key.keyId });
  }
  const { registry, settings } = input;
  if (registry.appIdentifiers.has(topic) || registry.appIdentifiers.has(bundle)) return topicOfKey.passed;
  return settings.mode === 'strict'
    ? topicOfKey.failed('unknown', { topic })
    : topicOfKey.unverified('unknown', { topic });
};

const checkTopicOfCertificate: CheckRule = ({ topic, certificate, pushTypeText }) => {
  if (topic === '' || certificate === null || certificate === 'unreadable') return topicOfCertificate.notReached;
  if (pushTypeText === 'location') return topicOfCertificate.failed('token-only');
  if (certificate.topics.includes(topic)) return topicOfCertificate.passed;
  return topicOfCertificate.failed('failed', { topic, topics: certificate.topics.join(', ') });
};

const checkToken: CheckRule = ({ deviceToken }) => {
  if (deviceToken === null) return tokenPresent.notReached;
  return deviceToken === '' ? tokenPresent.failed('failed') : tokenPresent.passed;
};

const checkTokenForm: CheckRule = ({ deviceToken }) => {
  if (!deviceToken) return tokenForm.notReached;
  const shape = shapeOfToken(deviceToken);
  if (shape.kind === 'token') return tokenForm.passed;
  return 'hex' in shape ? tokenForm.failed(shape.kind, { hex: shape.hex }) : tokenForm.failed(shape.kind);
};

const isWellFormed = (token: string): boolean => shapeOfToken(token).kind === 'token';

const checkTokenKnown: CheckRule = ({ deviceToken, registered, environment, input }) => {
  if (!deviceToken || !isWellFormed(deviceToken)) return tokenKnown.notReached;
  if (!registered) {
    return input.settings.mode === 'strict' ? tokenKnown.failed('unknown') : tokenKnown.unverified('unknown');
  }
  if (registered.environment === environment) return tokenKnown.passed;
  return tokenKnown.failed('failed', { has: registered.environment, needs: environment });
};

const checkTokenTopic: CheckRule = ({ registered, topic }) => {
  if (!registered || topic === '') return tokenTopic.notReached;
  const bundle = bundleOfTopic(topic);
  if (registered.appIdentifier === bundle || registered.appIdentifier === topic) return tokenTopic.passed;
  return tokenTopic.failed('failed', { topic, app: registered.appIdentifier });
};

const checkTokenExpired: CheckRule = ({ registered }) => {
  if (!registered) return tokenExpired.notReached;
  return registered.state === 'expired' ? tokenExpired.failed('failed') : tokenExpired.passed;
};

const checkTokenActive: CheckRule = ({ registered }) => {
  if (!registered) return tokenActive.notReached;
  return registered.state === 'unregistered' ? tokenActive.failed('failed') : tokenActive.passed;
};

/** Which app, then which phone. */
export const topicChecks = (by: 'token' | 'certificate'): readonly CheckRule[] => [
  checkTopic,
  checkTopicForm,
  by === 'token' ? checkTopicAllowed : checkTopicOfCertificate,
];
export const deviceTokenChecks: readonly CheckRule[] = [
  checkToken,
  checkTokenForm,
  checkTokenKnown,
  checkTokenTopic,
  checkTokenActive,
  checkTokenExpired,
];
