import { describe, expect, it } from 'vitest';
import { FaultInput } from '../../shared/contract/gateways.ts';
import { applyFault } from './apply-fault.ts';
import { FaultBook } from './faults.ts';
import { defineGateway, type GatewayAnswer, type GatewayPart } from '../vendors/vendor.ts';

const answerWith = (code: string) => ({ kind: 'answer' as const, code, status: 503 });
const book = () => {
  let ids = 0;
  const told: string[] = [];
  const faults = new FaultBook(
    () => `f${(ids += 1)}`,
    (vendor) => void told.push(vendor),
  );
  const add = (input: Partial<FaultInput> & Pick<FaultInput, 'action'>) => faults.add('apns', FaultInput.parse(input));
  return { faults, add, told };
};

describe('faults', () => {
  it('are met as often as they say, then are gone', () => {
    const { faults, add, told } = book();
    add({ action: answerWith('Shutdown'), remaining: 2 });
    expect(faults.take('apns', ['aa'])).toMatchObject({ id: 'f1', remaining: 2, hits: 0 });
    expect(faults.of('apns')).toMatchObject([{ remaining: 1, hits: 1 }]);
    expect(faults.take('apns', [])).toMatchObject({ id: 'f1' });
    expect(faults.of('apns')).toEqual([]);
    expect(faults.take('apns', ['aa'])).toBeNull();
    expect(told).toHaveLength(3);
  });
  it('stay until they are cleared when no number is set', () => {
    const { faults, add } = book();
    add({ action: { kind: 'drop' }, remaining: null });
    for (let count = 0; count < 5; count += 1) expect(faults.take('apns', [])?.action.kind).toBe('drop');
    expect(faults.of('apns')).toMatchObject([{ remaining: null, hits: 5 }]);
    faults.clear('apns', 'f1');
    expect(faults.take('apns', [])).toBeNull();
  });
  it('for one token leave the others alone, whatever its case', () => {
    const { faults, add } = book();
    add({ action: answerWith('Shutdown'), token: 'AAbb' });
    expect(faults.take('apns', ['ccdd'])).toBeNull();
    expect(faults.take('apns', [])).toBeNull();
    expect(faults.take('apns', ['aabb'])).not.toBeNull();
  });
  it('are met in the order they were set, one by each request', () => {
    const { faults, add } = book();
    add({ action: answerWith('Shutdown') });
    add({ action: { kind: 'drop' } });
    expect([faults.take('apns', []), faults.take('apns', [])].map((one) => one?.action.kind)).toEqual([
      'answer',
      'drop',
    ]);
  });
  it('of one vendor are not of another, and all are cleared at once', () => {
    const { faults, add } = book();
    add({ action: { kind: 'drop' } });
    add({ action: { kind: 'delay' }, delayMs: 10 });
    expect(faults.take('fcm', [])).toBeNull();
    faults.clear('apns');
    expect(faults.of('apns')).toEqual([]);
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
  it('that only delays changes nothing', () =>
    expect(applyFault(able, decided, fault({ kind: 'delay' }), 1)).toEqual({ answer: decided, ending: 'replied' }));
});
