import { describe, expect, it } from 'vitest';
import type { RuleTrial } from '../../shared/contract/index.ts';
import type { Arrival, TapPlan, Vendor } from '../vendors/vendor.ts';
import { planTap, type TapInput } from './tapping.ts';

const source = { title: 'A page', checked: '2026-11-21' };
const plan: TapPlan = {
  steps: [],
  callback: { name: 'didReceive', language: 'swift', source, certainty: 'documented' },
  received: '{}',
  values: [],
  ext: 'order 42',
  opens: { kind: 'app', name: 'com.example.chat' },
  stoppedBecause: null,
};
const arrival: Arrival = { drawn: true, steps: [], because: null, receipts: [] };
const leadingTo = (target: RuleTrial['target'], over: Partial<TapPlan> = {}, came = arrival) =>
  planTap({
    id: 'tap_1',
    // Only what the function reads of these three; the rest of their types is of no matter here.
    kept: {
      notification: { id: 'ntf_1', exchangeId: 'ex_1' },
      draft: { payload: '{}', options: {} },
    } as TapInput['kept'],
    device: { id: 'dev_1', platform: 'ios', appState: 'killed' } as TapInput['device'],
    vendor: {
      id: 'apns',
      payload: {},
      tap: { plan: () => ({ ...plan, ...over }), arrival: () => came },
    } as unknown as Vendor,
    app: undefined,
    action: 'default',
    arrivedIn: 'background',
    nowMs: 1,
    tryRules: () => ({ matchedRuleId: target ? 'rul_1' : null, target, tried: [] }),
  });

describe('screens after a tap', () => {
  it('has the matched screen above the list of chats', () =>
    expect(leadingTo({ kind: 'screen', screen: 'chat/denny' }).screens).toEqual(['chats', 'chat/denny']));
  it('has a matched address there too', () =>
    expect(leadingTo({ kind: 'url', url: 'chatdemo://orders/42' }).screens).toEqual(['chats', 'chatdemo://orders/42']));
  it('stays on the first screen without a match, and says why', () => {
    const tap = leadingTo(null);
    expect(tap.screens).toEqual(['chats']);
    expect(tap.stoppedBecause).toEqual({ id: 'phone.tap.no-rules' });
  });
  it('has no screens where the app is not opened', () =>
    expect(
      leadingTo({ kind: 'screen', screen: 'chat/denny' }, { callback: null, opens: { kind: 'nothing', name: '' } })
        .screens,
    ).toEqual([]));
});

describe('a push of which nothing is drawn', () => {
  it('has nothing to touch, and names what the app was handed', () => {
    const receipt = { id: 'r', phrase: { id: 'p' }, callback: plan.callback!, received: '{"a":1}', values: [] };
    const because = { id: 'fcm.arrival.foreground' };
    const tap = leadingTo(
      { kind: 'screen', screen: 'x' },
      {},
      { ...arrival, drawn: false, because, receipts: [receipt] },
    );
    expect(tap).toMatchObject({
      callback: plan.callback,
      received: '{"a":1}',
      opens: { kind: 'nothing', name: '' },
      stoppedBecause: because,
      screens: [],
    });
    expect(tap.steps.map(({ id }) => id)).toEqual(['nothing-drawn']);
    expect(tap.rules.target).toBeNull();
  });
});
