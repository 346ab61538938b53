import { describe, expect, it } from 'vitest';
import type { RuleTrial } from '../../shared/contract/index.ts';
import type { Arrival, TapPlan, Vendor } from '../vendors/vendor.ts';
import { librariesFor } from './libraries.ts';
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

describe('R61: NotifyMode.Normal of the SDK before V2TIM', () => {
  const callback = plan.callback!;
  const told = (platform: 'android' | 'ios' | 'harmony', sdkVersion: string, over: Partial<TapPlan> = {}) =>
    // Of a device only these two are read.
    librariesFor({
      device: { platform, sdkVersion } as TapInput['device'],
      plan: { ...plan, ...over },
      action: 'default',
    });
  const old = (sdkVersion: string) => told('android', sdkVersion).find(({ id }) => id === 'old');
  it('R61: the app opens, and nothing of it is called', () => {
    expect(old('4.8.10')).toMatchObject({ callback: null, isHere: true });
    expect(told('android', '4.8.10').find(({ id }) => id === 'chat')).toMatchObject({ callback, isHere: false });
  });
  it('R61: it is of the past: since V2TIM the app’s own code is told', () => {
    expect(old('5.0')).toMatchObject({ callback: null, isHere: false });
    expect(told('android', '5.0').find(({ id }) => id === 'chat')).toMatchObject({ callback, isHere: true });
  });
  it('R61: Android alone has had it', () => {
    for (const platform of ['ios', 'harmony'] as const)
      expect(told(platform, '4.8.10').map(({ id }) => id)).toEqual(['push', 'chat']);
  });
  it('R61: where the app is not opened, nobody is told', () =>
    expect(told('android', '4.8.10', { callback: null })).toEqual([]));
});
