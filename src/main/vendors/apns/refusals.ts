/** Requests that bring about each row of the table but `IdleTimeout`, which nobody asks for. Nothing but tests imports it. */
import type { Refusal } from '../kit/samples.ts';
import { toBytes } from '../kit/text.ts';
import type { Capture } from '../vendor.ts';
import { newMemory } from './gateway/state.ts';
import {
  bundle, captureOf, decide, deviceToken, headersOf, newKeyPair, nowMs, nowSeconds, phone, providerToken, registryOf, signingKey,
  type World,
} from './testing.ts'; // prettier-ignore

const withHeaders = (over: Record<string, string | null>): Capture => captureOf({ headers: headersOf(over) });
const withToken = (...over: Parameters<typeof providerToken>): Capture =>
  withHeaders({ authorization: `bearer ${providerToken(...over)}` });
const toPhone = (over: Partial<typeof phone>): World => ({ registry: registryOf({ phones: [{ ...phone, ...over }] }) });
const keyWith = (over: Parameters<typeof signingKey>[0]): World => ({
  registry: registryOf({ credentials: [signingKey(over)] }),
});

/** The last of several pushes on one connection. */
const lastOf = ([first, ...others]: readonly [Capture, ...Capture[]], world: World = {}) => {
  const memory = newMemory();
  let answer = decide(first, { ...world, memory });
  for (const capture of others) {
    answer = decide(capture, { ...world, memory, connection: answer.connection });
  }
  return answer;
};
const issuedAgo = (seconds: number): Capture => withToken({ claims: { iat: nowSeconds - seconds } });
const otherPair = newKeyPair();
const bothKeys = registryOf({
  credentials: [signingKey(), signingKey({ keyId: 'OTHERKEY12', publicKeyPem: otherPair.publicKeyPem })],
});

/** A certificate of this app with Apple’s mark for the sandbox alone, good for the day before and after `nowMs`; DER. */
const sandboxOnly = Buffer.from(
  'MIIBzzCCAXSgAwIBAgIQSp31WERsow7GeBVn2OWgJzAKBggqhkjOPQQDAjBeMR4wHAYKCZImiZPyLGQBAQwOY29tLmV4YW1wbGUuaW0xPDA6Bg' +
    'NVBAMMM0FwcGxlIERldmVsb3BtZW50IElPUyBQdXNoIFNlcnZpY2VzOiBjb20uZXhhbXBsZS5pbTAeFw0yNjExMjAxMjAwMDBaFw0yNjExMjIx' +
    'MjAwMDBaMF4xHjAcBgoJkiaJk/IsZAEBDA5jb20uZXhhbXBsZS5pbTE8MDoGA1UEAwwzQXBwbGUgRGV2ZWxvcG1lbnQgSU9TIFB1c2ggU2Vydm' +
    'ljZXM6IGNvbS5leGFtcGxlLmltMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEzZPUz6PQABZwlvqqi4fT9MhV9Cl0jLjUr8AOLieMP/SVWjCu' +
    '7Cpo+XxE0J8M+evGBhwPqUXIEgHQk0F1BvX1cKMUMBIwEAYKKoZIhvdjZAYDAQQCBQAwCgYIKoZIzj0EAwIDSQAwRgIhAPBwxOqVMpZ6yNR1Zb' +
    'Q7xioz1iOHukSamad+LBrN1FnlAiEA4aQ0bLRYd1C2x7pUpGf+ELyWeEJL3lyC5c/Qlea2cRk=',
  'base64',
);
const byCertificate = (clientCertificate: Uint8Array, world: World = {}) =>
  decide(captureOf({ clientCertificate, headers: headersOf({ authorization: null }) }), world);

/** One for each code. */
export const refusals: readonly Refusal[] = [
  ['BadCertificate', () => byCertificate(Uint8Array.of(0x30, 0x01, 0x00))],
  ['BadCertificateEnvironment', () => byCertificate(sandboxOnly, { environment: 'production' })],
  ['BadCollapseId', () => decide(withHeaders({ 'apns-collapse-id': 'x'.repeat(65) }))],
  ['BadDeviceToken', () => decide(captureOf({ path: '/3/device/hello' }))],
  ['BadEnvironmentKeyInToken', () => decide(captureOf(), keyWith({ environment: 'production' }))],
  ['BadExpirationDate', () => decide(withHeaders({ 'apns-expiration': '-1' }))],
  ['BadMessageId', () => decide(withHeaders({ 'apns-id': 'message-1' }))],
  ['BadPath', () => decide(captureOf({ path: `/3/device/${deviceToken}/x` }))],
  ['BadPriority', () => decide(withHeaders({ 'apns-priority': 'high' }))],
  ['BadTopic', () => decide(withHeaders({ 'apns-push-type': 'voip' }))],
  ['DeviceTokenNotForTopic', () => decide(captureOf(), toPhone({ appIdentifier: 'com.example.other' }))],
  ['DuplicateHeaders', () => decide(captureOf({ headers: [...headersOf(), ['Apns-Topic', bundle]] }))],
  ['ExpiredProviderToken', () => decide(issuedAgo(3601))],
  ['ExpiredToken', () => decide(captureOf(), toPhone({ state: 'expired', deadAtMs: nowMs - 5000 }))],
  ['InvalidProviderToken', () => decide(withToken({ key: newKeyPair() }))],
  ['InvalidPushType', () => decide(withHeaders({ 'apns-push-type': 'silent' }))],
  ['MethodNotAllowed', () => decide(captureOf({ method: 'GET' }))],
  ['MissingDeviceToken', () => decide(captureOf({ path: '/3/device/' }))],
  ['MissingProviderToken', () => decide(withHeaders({ authorization: null }))],
  ['MissingTopic', () => decide(withHeaders({ 'apns-topic': null }))],
  ['PayloadEmpty', () => decide(captureOf({ body: toBytes('') }))],
  ['PayloadTooLarge', () => decide(captureOf({ body: toBytes(JSON.stringify({ a: 'x'.repeat(4089) })) }))],
  ['TooManyProviderTokenUpdates', () => lastOf([issuedAgo(1), issuedAgo(2), issuedAgo(3), issuedAgo(4)])],
  ['TooManyRequests', () => lastOf([captureOf(), captureOf()], { perTokenPerMinute: 1 })],
  ['TopicDisallowed', () => decide(captureOf(), keyWith({ topics: ['com.example.other'] }))],
  [
    'UnrelatedKeyIdInToken',
    () => lastOf([captureOf(), withToken({ header: { kid: 'OTHERKEY12' }, key: otherPair })], { registry: bothKeys }),
  ],
  ['Unregistered', () => decide(captureOf(), toPhone({ state: 'unregistered', deadAtMs: nowMs - 5000 }))],
];
