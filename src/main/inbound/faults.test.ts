import { describe, expect, it } from 'vitest';
import { FaultInput } from '../../shared/contract/gateways.ts';
import { applyFault } from './apply-fault.ts';
import { chooseDead, withDead } from './dead-tokens.ts';
import { FaultBook, type Meeting } from './faults.ts';
import { defineGateway, type GatewayAnswer, type GatewayPart, type GatewayRegistry } from '../vendors/vendor.ts';

const answerWith = (code: string) => ({ kind: 'answer' as const, code, status: 503 });
/** A push to these tokens with an access token. */
const to = (tokens: readonly string[], shown: string | null = 'access'): Meeting => ({ kind: 'push', tokens, shown });
const book = (rolls: readonly number[] = []) => {
  let ids = 0;
  const told: string[] = [];
  const chances = [...rolls];
  const faults = new FaultBook({
    newId: () => `f${(ids += 1)}`,
    changed: (vendor) => void told.push(vendor),
    random: () => chances.shift() ?? 0,
    tokenCodes: () => ['invalid_grant'],
  });
  const add = (input: Partial<FaultInput> & Pick<FaultInput, 'action'>) => faults.add('apns', FaultInput.parse(input));
  return { faults, add, told };
};

describe('faults', () => {
  it('are met as often as they say, then are gone', () => {
    const { faults, add, told } = book();
    add({ action: answerWith('Shutdown'), remaining: 2 });
    expect(faults.take('apns', to(['aa']))).toMatchObject({ id: 'f1', remaining: 2, hits: 0 });
    expect(faults.of('apns')).toMatchObject([{ remaining: 1, hits: 1 }]);
    expect(faults.take('apns', to([]))).toMatchObject({ id: 'f1' });
    expect(faults.of('apns')).toEqual([]);
    expect(faults.take('apns', to(['aa']))).toBeNull();
    expect(told).toHaveLength(3);
  });
  it('stay until they are cleared when no number is set', () => {
    const { faults, add } = book();
    add({ action: { kind: 'drop' }, remaining: null });
    for (let count = 0; count < 5; count += 1) expect(faults.take('apns', to([]))?.action.kind).toBe('drop');
    expect(faults.of('apns')).toMatchObject([{ remaining: null, hits: 5 }]);
    faults.clear('apns', 'f1');
    expect(faults.take('apns', to([]))).toBeNull();
  });
  it('for one token leave the others alone, whatever its case', () => {
    const { faults, add } = book();
    add({ action: answerWith('Shutdown'), token: 'AAbb' });
    expect(faults.take('apns', to(['ccdd']))).toBeNull();
    expect(faults.take('apns', to([]))).toBeNull();
    expect(faults.take('apns', to(['aabb']))).not.toBeNull();
  });
  it('are met in the order they were set, one by each request', () => {
    const { faults, add } = book();
    add({ action: answerWith('Shutdown') });
    add({ action: { kind: 'drop' } });
    expect([faults.take('apns', to([])), faults.take('apns', to([]))].map((one) => one?.action.kind)).toEqual([
      'answer',
      'drop',
    ]);
  });
  it('of one vendor are not of another, and all are cleared at once', () => {
    const { faults, add } = book();
    add({ action: { kind: 'drop' } });
    add({ action: { kind: 'delay' }, delayMs: 10 });
    expect(faults.take('fcm', to([]))).toBeNull();
    faults.clear('apns');
    expect(faults.of('apns')).toEqual([]);
  });
});

describe('chance, patience and access tokens', () => {
  const expire = { action: { kind: 'expire-token' as const } };
  it('a fault meets the part of the requests that chance gives it', () => {
    const { faults, add } = book([0.29, 0.31, 0.3, 0]);
    add({ action: { kind: 'drop' }, percent: 30, remaining: null });
    const met = [1, 2, 3, 4].map(() => faults.take('apns', to([])) !== null);
    expect(met).toEqual([true, false, false, true]);
    expect(faults.of('apns')).toMatchObject([{ hits: 2 }]);
  });
  it('a fault that chance spares a request leaves it to the next fault', () => {
    const { faults, add } = book([0.9]);
    add({ action: { kind: 'drop' }, percent: 50 });
    add({ action: answerWith('Shutdown') });
    expect(faults.take('apns', to([]))?.action.kind).toBe('answer');
  });
  it('a fault lets as many pass first as it says', () => {
    const { faults, add } = book();
    add({ action: { kind: 'drop' }, after: 2 });
    expect([1, 2, 3, 4].map(() => faults.take('apns', to([]))?.id ?? null)).toEqual([null, null, 'f1', null]);
  });
  it('an access token that ran out stays so until a new one comes, and until it is cleared', () => {
    const { faults, add } = book();
    add({ ...expire, after: 1 });
    expect(['a', 'a', 'a', 'b', 'a'].map((shown) => faults.take('apns', to([], shown)) !== null)).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
    expect(faults.of('apns')).toMatchObject([{ remaining: 0, hits: 3 }]);
    faults.clear('apns');
    expect(faults.take('apns', to([], 'a'))).toBeNull();
  });
  it('a request without an access token has none that runs out', () => {
    const { faults, add } = book();
    add(expire);
    expect(faults.take('apns', to([], null))).toBeNull();
  });
  it('a code of the token address meets token requests only, and no other fault does', () => {
    const { faults, add } = book();
    add({ action: { kind: 'drop' } });
    add({ action: answerWith('invalid_grant') });
    expect(faults.take('apns', { kind: 'auth', tokens: [], shown: null })?.action.kind).toBe('answer');
    expect(faults.take('apns', { kind: 'auth', tokens: [], shown: null })).toBeNull();
    expect(faults.take('apns', to([]))?.action.kind).toBe('drop');
  });
});

describe('dead tokens', () => {
  const rolls = (...list: number[]) => {
    const left = [...list];
    return () => left.shift() ?? 0;
  };
  it('are chosen one by one', () => {
    expect(chooseDead(['a', 'b', 'c'], 50, rolls(0.1, 0.9, 0.4))).toEqual(['a', 'c']);
    expect(chooseDead(['a'], 50, rolls(0.1))).toEqual(['a']);
    expect(chooseDead(['a'], 50, rolls(0.5))).toEqual([]);
    expect(chooseDead([], 100, rolls())).toEqual([]);
  });
  it('of several are never all and never none', () => {
    expect(chooseDead(['a', 'b'], 100, rolls(0, 0))).toEqual(['b']);
    expect(chooseDead(['a', 'b', 'c'], 1, rolls(0.9, 0.9, 0.9, 0.99))).toEqual(['c']);
  });
  it('are unregistered in the registry, known or not; the others are as they were', () => {
    const phone = {
      token: 'AA',
      deviceId: 'd',
      appIdentifier: 'app',
      environment: 'sandbox',
      state: 'active',
      deadAtMs: null,
    } as const;
    const registry: GatewayRegistry = {
      findToken: (_vendor, token) => (token.toUpperCase() === 'AA' ? phone : null),
      credentials: [],
      appIdentifiers: new Set(),
    };
    const dead = withDead(registry, ['AA', 'zz'], 5);
    expect(dead.findToken('apns', 'aa')).toEqual({ ...phone, state: 'unregistered', deadAtMs: 5 });
    expect(dead.findToken('apns', 'zz')).toMatchObject({ token: 'zz', state: 'unregistered', deadAtMs: 5 });
    expect(dead.findToken('apns', 'bb')).toBeNull();
  });
});

const decided: GatewayAnswer<unknown, unknown> = {
  kind: 'push',
  verdict: { accepted: true, status: 200, code: null, why: { id: 'fine' }, checks: [] },
  reply: { status: 200, headers: [['apns-id', 'x']], body: new Uint8Array() },
  connection: null,
  memory: null,
  effects: [{ kind: 'settings', maxConcurrentStreams: 1000 }],
  vendorMessageId: 'x',
  targets: [{ token: 'aa', outcome: 'accepted', reason: null }],
  delivery: { payload: '{}', options: {} },
};
// Only what applyFault asks of a gateway.
const bare = { alpn: ['h2'] } as unknown as GatewayPart;
const able = defineGateway({
  ...bare,
  faultReply: ({ status }) => ({ status, headers: [], body: new Uint8Array() }),
  goawayDebug: (code) => `{"reason":"${code}"}`,
});
const fault = (action: FaultInput['action']) => ({ ...FaultInput.parse({ action }), id: 'f', hits: 0 });

describe('a fault', () => {
  it('answers in place of the gateway, and nothing is delivered', () => {
    const { answer, ending } = applyFault(able, decided, fault(answerWith('Shutdown')), 1);
    expect(ending).toBe('replied');
    expect(answer).toMatchObject({
      verdict: { accepted: false, status: 503, code: 'Shutdown', checks: [{ id: 'fault', outcome: 'failed' }] },
      reply: { status: 503 },
      targets: [{ outcome: 'rejected', reason: 'Shutdown' }],
      delivery: null,
    });
  });
  it('ends the connection before the request', () => {
    const { answer, ending } = applyFault(able, decided, fault({ kind: 'goaway', code: 'Shutdown' }), 1);
    expect(ending).toBe('goaway');
    expect(answer.effects).toEqual([
      { kind: 'goaway', errorCode: 0, lastStreamId: 'before-this', debug: '{"reason":"Shutdown"}', instead: true },
    ]);
  });
  it('cuts the connection, also where the gateway has no other way', () => {
    for (const [part, action] of [
      [able, { kind: 'drop' }],
      [bare, answerWith('Shutdown')],
      [bare, { kind: 'goaway', code: 'Shutdown' }],
    ] as const) {
      const { answer, ending } = applyFault(part, decided, fault(action), 1);
      expect(ending).toBe('dropped');
      expect(answer.verdict).toMatchObject({ accepted: false, code: null });
      expect(answer.effects).toEqual([]);
    }
  });
  it('says 429 with a wait, in place of any that was there', () => {
    const part = defineGateway({
      ...able,
      busyCode: 'TooMany',
      faultReply: () => ({ status: 200, headers: [['Retry-After', '1']], body: new Uint8Array() }),
    });
    const { answer } = applyFault(part, decided, fault({ kind: 'busy', retryAfterSeconds: 7 }), 1);
    expect(answer.reply).toMatchObject({ status: 429, headers: [['retry-after', '7']] });
    expect(answer.verdict).toMatchObject({ accepted: false, code: 'TooMany', status: 429 });
  });
  it('lets an access token run out with the code of the vendor', () => {
    const part = defineGateway({
      ...able,
      accessToken: { expired: { code: 'Expired', status: 401 }, shownIn: () => 'a' },
    });
    const { answer, ending } = applyFault(part, decided, fault({ kind: 'expire-token' }), 1);
    expect(ending).toBe('replied');
    expect(answer).toMatchObject({ reply: { status: 401 }, verdict: { code: 'Expired' } });
  });
  it('leaves the connection half-open', () =>
    expect(applyFault(able, decided, fault({ kind: 'half-open' }), 1).ending).toBe('silent'));
  it('that only delays changes nothing', () =>
    expect(applyFault(able, decided, fault({ kind: 'delay' }), 1)).toEqual({ answer: decided, ending: 'replied' }));
});
