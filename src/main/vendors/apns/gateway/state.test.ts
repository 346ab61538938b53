import { describe, expect, it } from 'vitest';
import type { Capture } from '../../vendor.ts';
import {
  captureOf,
  decide,
  deviceToken,
  failuresOf,
  goodToken,
  headersOf,
  newKeyPair,
  nowMs,
  nowSeconds,
  providerToken,
  registryOf,
  signingKey,
  unverifiedOf,
  type Answer,
  type MemoryState,
  type World,
} from '../testing.ts';
import { newMemory } from './state.ts';

const minute = 60_000;
const withToken = (token: string): Capture => captureOf({ headers: headersOf({ authorization: `bearer ${token}` }) });
const issued = (secondsAgo: number): Capture => withToken(providerToken({ claims: { iat: nowSeconds - secondsAgo } }));

/** Sends one after the other on one connection. */
const sendAll = (captures: readonly (readonly [Capture, number?])[], world: World = {}): Answer[] => {
  const answers: Answer[] = [];
  let connection: unknown;
  const memory = world.memory ?? newMemory();
  for (const [capture, afterMs = 0] of captures) {
    const answer = decide(capture, { ...world, memory, nowMs: nowMs + afterMs, ...(connection ? { connection } : {}) });
    connection = answer.connection;
    answers.push(answer);
  }
  return answers;
};
const codes = (answers: readonly Answer[]) => answers.map(({ verdict }) => verdict.code);

describe('apns connection: streams', () => {
  it('raises the limit once, with the first good provider token', () => {
    const bad = withToken(providerToken({ key: newKeyPair() }));
    const raise = [{ kind: 'settings', maxConcurrentStreams: 1000 }];
    const answers = sendAll([[bad], [captureOf()], [captureOf()]], { mode: 'strict' });
    expect(answers.map(({ effects }) => effects)).toEqual([[], raise, []]);
  });
  it('has nothing to raise outside strict mode, where it begins high', () => {
    const answers = sendAll([[captureOf()], [captureOf()]]);
    expect(answers.map(({ effects }) => effects)).toEqual([[], []]);
  });
  it('raises it although the device token is refused', () => {
    const [answer] = sendAll([[captureOf({ path: '/3/device/hello' })]], { mode: 'strict' });
    expect(answer?.verdict.code).toBe('BadDeviceToken');
    expect(answer?.effects).toHaveLength(1);
  });
});

describe('apns connection: provider token updates', () => {
  it('refuses the fourth token within 20 minutes, and keeps taking the first three', () => {
    const answers = sendAll([[issued(1)], [issued(2)], [issued(3)], [issued(4)], [issued(1)]]);
    expect(codes(answers)).toEqual([null, null, null, 'TooManyProviderTokenUpdates', null]);
    expect(failuresOf(answers[3]!)).toEqual(['token-updates']);
    expect(answers[3]?.verdict.why.params).toEqual({ count: 4 });
    expect(answers[3]?.reply.status).toBe(429);
  });
  it('takes it when the first ones are 20 minutes old', () => {
    const answers = sendAll([[issued(1)], [issued(2)], [issued(3)], [issued(4), 20 * minute]]);
    expect(codes(answers)).toEqual([null, null, null, null]);
  });
  it('counts by key and iat, not by signature', () => {
    const again = Array.from({ length: 6 }, () => [issued(1)] as const);
    expect(codes(sendAll(again))).toEqual([null, null, null, null, null, null]);
  });
  it('refuses the second in strict mode, as Apple writes it', () => {
    const answers = sendAll([[issued(1)], [issued(2)]], { mode: 'strict' });
    expect(codes(answers)).toEqual([null, 'TooManyProviderTokenUpdates']);
  });
  it('takes a renewal after 50 minutes in strict mode', () => {
    const renewed = withToken(providerToken({ claims: { iat: nowSeconds + 3000 } }));
    expect(codes(sendAll([[issued(0)], [renewed, 50 * minute]], { mode: 'strict' }))).toEqual([null, null]);
  });
  it('marks the fourth token of a key on other connections, and lets it through', () => {
    const memory = newMemory();
    const answers = [1, 2, 3, 4].map((ago) => sendAll([[issued(ago)]], { memory })[0]!);
    expect(codes(answers)).toEqual([null, null, null, null]);
    expect(answers.map(unverifiedOf)).toEqual([[], [], [], ['token-updates']]);
  });
  it('does not count a token it refused', () => {
    const wrong = [1, 2, 3, 4, 5].map((ago) => [issued(ago + 3600)] as const);
    expect(codes(sendAll([...wrong, [captureOf()]])).at(-1)).toBeNull();
  });
});

describe('apns connection: keys and teams', () => {
  const otherPair = newKeyPair();
  const otherKey = signingKey({ keyId: 'OTHERKEY12', publicKeyPem: otherPair.publicKeyPem });
  const registry = registryOf({ credentials: [signingKey(), otherKey] });
  const byOther = withToken(providerToken({ header: { kid: 'OTHERKEY12' }, key: otherPair }));

  it('refuses another key of the team on the same connection', () => {
    const answers = sendAll([[captureOf()], [byOther]], { registry });
    expect(codes(answers)).toEqual([null, 'UnrelatedKeyIdInToken']);
    expect(failuresOf(answers[1]!)).toEqual(['key-relation']);
  });
  it('takes it on a connection of its own', () => {
    const memory = newMemory();
    expect(codes([captureOf(), byOther].flatMap((one) => sendAll([[one]], { registry, memory })))).toEqual([
      null,
      null,
    ]);
  });
  it('refuses another team on the same connection', () => {
    const foreign = signingKey({ keyId: 'OTHERKEY12', teamId: 'OTHERTEAM1', publicKeyPem: otherPair.publicKeyPem });
    const world = { registry: registryOf({ credentials: [signingKey(), foreign] }) };
    const token = providerToken({ header: { kid: 'OTHERKEY12' }, claims: { iss: 'OTHERTEAM1' }, key: otherPair });
    const answers = sendAll([[captureOf()], [withToken(token)]], world);
    expect(codes(answers)).toEqual([null, 'InvalidProviderToken']);
    expect(failuresOf(answers[1]!)).toEqual(['connection-team']);
  });
  it('a refused provider token binds nothing', () => {
    const bad = withToken(providerToken({ key: newKeyPair() }));
    expect(codes(sendAll([[bad], [byOther]], { registry }))).toEqual(['InvalidProviderToken', null]);
  });
});

describe('apns memory', () => {
  it('checks a provider token once, and again when the credentials change', () => {
    const memory = newMemory();
    const stranger = registryOf({ credentials: [signingKey({ publicKeyPem: newKeyPair().publicKeyPem })] });
    expect(decide(captureOf(), { memory }).verdict.code).toBeNull();
    expect(decide(captureOf(), { memory, registry: stranger }).verdict.code).toBe('InvalidProviderToken');
    expect(decide(captureOf(), { memory }).verdict.code).toBeNull();
    expect(memory.tokens.size).toBe(1);
  });
  it('keeps what it checked when the same credentials come in a new list', () => {
    const memory = newMemory();
    const key = signingKey();
    decide(captureOf(), { memory, registry: registryOf({ credentials: [key] }) });
    const before = memory.tokens.get(`bearer ${goodToken}`)?.vetted;
    decide(captureOf(), { memory, registry: registryOf({ credentials: [key] }) });
    expect(memory.tokens.get(`bearer ${goodToken}`)?.vetted).toBe(before);
  });
  it('forgets the oldest of many tokens', () => {
    const memory: MemoryState = newMemory();
    for (let count = 0; count < 600; count += 1) decide(withToken(`token-${count}`), { memory });
    expect(memory.tokens.size).toBe(512);
    expect(memory.tokens.has('bearer token-0')).toBe(false);
    expect(memory.tokens.has('bearer token-599')).toBe(true);
  });
  it('a connection that changes nothing is the same value', () => {
    const [first, second] = sendAll([[captureOf()], [captureOf({ path: `/3/device/${deviceToken.toUpperCase()}` })]]);
    expect(second?.connection).toBe(first?.connection);
  });
  it('finds the right one of two entries for the same key', () => {
    const registry = registryOf({ credentials: [signingKey({ teamId: 'MISTYPED12' }), signingKey()] });
    expect(decide(captureOf(), { registry }).verdict.code).toBeNull();
  });
});
