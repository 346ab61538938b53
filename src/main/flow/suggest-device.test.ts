import { describe, expect, it } from 'vitest';
import { anApp } from '../../../tests/support/workspace.ts';
import type { Exchange } from '../../shared/contract/index.ts';
import { findVendor } from '../vendors/index.ts';
import { suggestDevice } from './suggest-device.ts';

const token = 'aa11'.repeat(16);
// Only what a suggestion looks at.
const pushFor = (topic: string) =>
  ({
    vendor: 'apns',
    atMs: 1000,
    request: {
      method: 'POST',
      path: `/3/device/${token}`,
      headers: [['apns-topic', topic]],
      body: { bytes: 2, text: '{}', bodyB64: null, cut: false },
    },
  }) as unknown as Exchange;
const shop = anApp({ id: 'app_shop', name: 'Shop', identifiers: { ios: 'com.example.shop' } });
const context = { vendor: findVendor('apns'), apps: [anApp(), shop], environment: 'sandbox' as const };
const suggestFor = (topic: string, over: Partial<typeof context> = {}) =>
  suggestDevice(pushFor(topic), token, { ...context, ...over });

describe('suggestDevice', () => {
  it('takes the app the topic names', () =>
    expect(suggestFor('com.example.shop')).toMatchObject({
      appId: 'app_shop',
      appIdentifier: 'com.example.shop',
      token,
      vendor: 'apns',
      platform: 'ios',
      tokenReportedAtMs: 1000,
    }));
  it('looks through the suffix of a topic', () => expect(suggestFor('com.example.shop.voip').appId).toBe('app_shop'));
  it('does not take an app whose identifier only begins alike', () =>
    expect(suggestFor('com.example.shopping')).toMatchObject({
      appId: 'app_chat',
      appIdentifier: 'com.example.shopping',
    }));
  it('takes the environment the gateway plays', () =>
    expect(
      suggestDevice(pushFor('com.example.shop'), token, { ...context, environment: 'production' }).environment,
    ).toBe('production'));
  it('says when the push names no app', () => expect(suggestFor('').appIdentifier).toBe(''));
  it('needs an app to begin with', () =>
    expect(() => suggestFor('com.example.shop', { apps: [] })).toThrow(
      expect.objectContaining({ code: 'workspace.not-found' }),
    ));
});
