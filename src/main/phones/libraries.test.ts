import { describe, expect, it } from 'vitest';
import type { Device } from '../../shared/contract/index.ts';
import type { TapPlan } from '../vendors/vendor.ts';
import { librariesFor, planOfGeneration } from './libraries.ts';

const plan: TapPlan = {
  steps: [],
  callback: {
    name: 'onNewIntent(intent): intent.getExtras()',
    language: 'kotlin',
    source: { title: 'A page', checked: '2026-11-21' },
    certainty: 'measured',
  },
  received: '{"ext":"order 42","n":1}',
  values: [
    { path: 'ext', type: 'String', value: 'order 42' },
    { path: 'n', type: 'Int', value: '1' },
  ],
  ext: 'order 42',
  opens: { kind: 'activity', name: 'com.example.Main' },
  stoppedBecause: null,
  uri: 'intent://a#Intent;end',
};
// Only what the functions read of a phone.
const phone = (platform: Device['platform'], sdkVersion: string) => ({ platform, sdkVersion }) as Device;
const heard = (device: Device) =>
  librariesFor({ device, plan, action: 'default' }).map(({ id, received, values, isHere }) => ({
    id,
    received,
    values: values.map(({ path, type, value }) => `${path}: ${type} = ${value}`),
    isHere,
  }));

describe('whom a tap is told to, by generation', () => {
  it('TIMPush gets ext alone, the app’s own code what the vendor hands over, the old SDK nothing', () =>
    expect(heard(phone('android', '8.9'))).toEqual([
      { id: 'push', received: '{"ext":"order 42"}', values: ['ext: String = order 42'], isHere: false },
      {
        id: 'chat',
        received: plan.received,
        values: ['ext: String = order 42', 'n: Int = 1'],
        isHere: true,
      },
      { id: 'old', received: '{}', values: [], isHere: false },
    ]));
  it('names the argument of TIMPush on iOS as Apple’s listener does', () =>
    expect(heard(phone('ios', '8.9'))[0]).toMatchObject({ values: ['notice: String? = order 42'] }));
});

describe('the plan of the SDK before V2TIM', () => {
  const of = (platform: Device['platform'], version: string, action = 'default', over: Partial<TapPlan> = {}) =>
    planOfGeneration({ ...plan, ...over }, phone(platform, version), action);
  it('opens the app and calls nothing', () =>
    expect(of('android', '4.9')).toMatchObject({
      callback: null,
      ext: null,
      values: [],
      opens: { kind: 'app', name: '' },
      stoppedBecause: { id: 'phone.tap.old-sdk' },
    }));
  it('is only that of Android, of old versions, and of a tap that tells the app', () => {
    expect(of('ios', '4.9')).toEqual(plan);
    expect(of('harmony', '4.9')).toEqual(plan);
    expect(of('android', '5.1')).toEqual(plan);
    expect(of('android', '4.9', 'button-1')).toEqual(plan);
    expect(of('android', '4.9', 'default', { callback: null })).toEqual({ ...plan, callback: null });
  });
});
