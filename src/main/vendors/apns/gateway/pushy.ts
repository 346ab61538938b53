/**
 * The checks of Pushy's validating mock server, in its order: for backends whose tests were written against it. Where it differs from
 * Apple, it is imitated all the same. Source: jchambers/pushy, ValidatingPushNotificationHandler and its two subclasses.
 */
import { utf8Length } from '../../kit/text.ts';
import { collapseIdBytes, payloadBytes, providerTokenSeconds } from '../limits.ts';
import { isPriority } from '../option-values.ts';
import { bundleOfTopic } from '../push-types.ts';
import { decodeHeader } from '../wire.ts';
import type { Asked } from './asked.ts';
import { defineCheck, type CheckRule } from './check.ts';
import { checkMessageId, checkMethod } from './checks-request.ts';
import type { FormedToken } from './provider-token.ts';

const topicPresent = defineCheck('topic', 'MissingTopic', 'measured');
const collapseId = defineCheck('collapse-id', 'BadCollapseId', 'measured');
const priority = defineCheck('priority', 'BadPriority', 'measured');
const pushType = defineCheck('push-type', 'InvalidPushType', 'measured');
const path = defineCheck('path', 'BadPath', 'measured');
const tokenPresent = defineCheck('device-token', 'MissingDeviceToken', 'measured');
const tokenForm = defineCheck('device-token-form', 'BadDeviceToken', 'measured');
const tokenActive = defineCheck('device-token-active', 'Unregistered', 'measured');
const tokenTopic = defineCheck('device-token-topic', 'DeviceTokenNotForTopic', 'measured');
const present = defineCheck('provider-token', 'MissingProviderToken', 'measured');
const form = defineCheck('provider-token-form', 'InvalidProviderToken', 'measured');
const key = defineCheck('provider-token-key', 'InvalidProviderToken', 'measured');
const signature = defineCheck('provider-token-signature', 'InvalidProviderToken', 'measured');
const team = defineCheck('connection-team', 'InvalidProviderToken', 'measured');
const age = defineCheck('provider-token-age', 'ExpiredProviderToken', 'measured');
const keyTopic = defineCheck('topic-allowed', 'InvalidProviderToken', 'measured');
const certificateTopic = defineCheck('topic-certificate', 'BadTopic', 'measured');
const body = defineCheck('body', 'PayloadEmpty', 'measured');
const bodySize = defineCheck('body-size', 'PayloadTooLarge', 'measured');

/** Also with a certificate that has only one topic. */
const checkTopic: CheckRule = ({ headers }) =>
  (headers.get('apns-topic') ?? '') === '' ? topicPresent.failed('failed') : topicPresent.passed;

const checkCollapseId: CheckRule = ({ headers }) => {
  const used = utf8Length(decodeHeader(headers.get('apns-collapse-id') ?? ''));
  return used <= collapseIdBytes ? collapseId.passed : collapseId.failed('failed', { used, limit: collapseIdBytes });
};

const checkPriority: CheckRule = ({ headers }) => {
  const value = headers.get('apns-priority');
  return value === undefined || isPriority(value) ? priority.passed : priority.failed('failed', { found: value });
};

/** It does not know the two newest types, widgets and controls. */
const knownTypes = new Set([
  'alert',
  'background',
  'voip',
  'complication',
  'fileprovider',
  'mdm',
  'location',
  'liveactivity',
  'pushtotalk',
]);
const checkPushType: CheckRule = ({ headers, pushTypeText }) =>
  !headers.has('apns-push-type') || knownTypes.has(pushTypeText)
    ? pushType.passed
    : pushType.failed('failed', { found: pushTypeText });

/** Everything after the prefix is the token for it, further slashes too; those then fail as a token. */
const prefix = '/3/device/';
const tokenOf = ({ capture }: Asked): string | null =>
  capture.path.startsWith(prefix) ? capture.path.slice(prefix.length) : null;

const checkPath: CheckRule = (asked) =>
  tokenOf(asked) === null ? path.failed('failed', { path: asked.capture.path }) : path.passed;
const checkTokenPresent: CheckRule = (asked) => {
  const token = tokenOf(asked);
  if (token === null) return tokenPresent.notReached;
  return token === '' ? tokenPresent.failed('failed') : tokenPresent.passed;
};
/** 64 digits and no other number, unlike Apple. */
const isHex64 = (token: string): boolean => /^[0-9a-fA-F]{64}$/.test(token);
const checkTokenForm: CheckRule = (asked) => {
  const token = tokenOf(asked);
  if (!token) return tokenForm.notReached;
  return isHex64(token) ? tokenForm.passed : tokenForm.failed('pushy');
};
/** It has one answer for a dead token, whatever it died of. */
const checkTokenActive: CheckRule = ({ registered }) => {
  if (!registered) return tokenActive.notReached;
  return registered.state === 'active' ? tokenActive.passed : tokenActive.failed('failed');
};
/** Its tokens are registered by topic, so an unknown one is not for this topic. */
const checkTokenTopic: CheckRule = (asked) => {
  const { registered, topic, input } = asked;
  const token = tokenOf(asked);
  if (!token || !isHex64(token) || topic === '') return tokenTopic.notReached;
  if (!registered) {
    return input.settings.mode === 'strict'
      ? tokenTopic.failed('pushy-unknown')
      : tokenTopic.unverified('pushy-unknown');
  }
  if (registered.appIdentifier === topic || registered.appIdentifier === bundleOfTopic(topic)) return tokenTopic.passed;
  return tokenTopic.failed('failed', { topic, app: registered.appIdentifier });
};

const formed = ({ token }: Asked): FormedToken | null => (token?.form === 'ok' ? token : null);
const ofToken =
  (
    check: { readonly notReached: ReturnType<CheckRule> },
    rule: (token: FormedToken, asked: Asked) => ReturnType<CheckRule>,
  ): CheckRule =>
  (asked) => {
    const token = formed(asked);
    return token ? rule(token, asked) : check.notReached;
  };

/** `bearer` in lower case, unlike Apple. */
const checkPresent: CheckRule = ({ headers, token }) => {
  const authorization = headers.get('authorization');
  if (authorization === undefined) return present.failed('failed');
  return authorization.startsWith('bearer') && token ? present.passed : present.failed('not-bearer');
};
const checkForm: CheckRule = ({ token }) => {
  if (!token) return form.notReached;
  return token.form === 'ok' ? form.passed : form.failed(token.form);
};
const checkKey = ofToken(key, ({ key: known, keyId }, { input }) => {
  if (known) return key.passed;
  return input.settings.mode === 'strict' ? key.failed('unknown', { keyId }) : key.unverified('unknown', { keyId });
});
const checkSignature = ofToken(signature, ({ isSignatureGood, keyId }) => {
  if (isSignatureGood === null) return signature.notReached;
  return isSignatureGood ? signature.passed : signature.failed('failed', { keyId });
});
/** The team of the key counts as much as that of the first push: it is one question for it. */
const checkTeam = ofToken(team, ({ teamId, key: known }, { input }) => {
  const first = input.connection.bound?.teamId ?? known?.teamId ?? teamId;
  return first === teamId ? team.passed : team.failed('failed', { teamId, first });
});
const checkAge = ofToken(age, ({ issuedAt }, { input }) => {
  const seconds = Math.floor(input.nowMs / 1000) - issuedAt;
  return seconds > providerTokenSeconds ? age.failed('failed', { minutes: Math.floor(seconds / 60) }) : age.passed;
});
/** A topic that is not the key's is a bad provider token for it, not a bad topic. */
const checkKeyTopic = ofToken(keyTopic, ({ key: known, keyId }, { topic, input }) => {
  if (topic === '') return keyTopic.notReached;
  const bundle = bundleOfTopic(topic);
  if (known?.topics && !known.topics.includes(topic) && !known.topics.includes(bundle)) {
    return keyTopic.failed('key', { topic, keyId });
  }
  const { registry, settings } = input;
  if (registry.appIdentifiers.has(topic) || registry.appIdentifiers.has(bundle)) return keyTopic.passed;
  return settings.mode === 'strict' ? keyTopic.failed('unknown', { topic }) : keyTopic.unverified('unknown', { topic });
});

/** It goes by the UID of the subject and two suffixes, not by the topics that the certificate lists. */
const checkCertificateTopic: CheckRule = ({ certificate, topic }) => {
  if (certificate === null || certificate === 'unreadable' || topic === '') return certificateTopic.notReached;
  const topics = [certificate.uid, `${certificate.uid}.voip`, `${certificate.uid}.complication`];
  return topics.includes(topic)
    ? certificateTopic.passed
    : certificateTopic.failed('failed', { topic, topics: topics.join(', ') });
};

const checkBody: CheckRule = ({ capture }) => (capture.body.length === 0 ? body.failed('failed') : body.passed);
/** One limit for all, VoIP too. */
const checkBodySize: CheckRule = ({ capture }) =>
  capture.body.length > payloadBytes
    ? bodySize.failed('failed', { used: capture.body.length, limit: payloadBytes })
    : bodySize.passed;

/** What it looks at before it asks who is there. */
export const pushyOpening: readonly CheckRule[] = [
  checkMessageId,
  checkMethod,
  checkTopic,
  checkCollapseId,
  checkPriority,
  checkPushType,
  checkPath,
  checkTokenPresent,
  checkTokenForm,
  checkTokenActive,
  checkTokenTopic,
];
export const pushyTokenChecks: readonly CheckRule[] = [
  checkPresent,
  checkForm,
  checkKey,
  checkSignature,
  checkTeam,
  checkAge,
  checkKeyTopic,
];
export const pushyCertificateChecks: readonly CheckRule[] = [checkCertificateTopic];
export const pushyBodyChecks: readonly CheckRule[] = [checkBody, checkBodySize];
