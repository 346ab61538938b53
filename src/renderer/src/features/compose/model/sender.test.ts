import { describe, expect, it } from 'vitest';
import { appFor } from './sender.ts';

describe('the app that hands over an object', () => {
  it('has the SDK that knows it', () => {
    expect(appFor('V2TIMOfflinePushInfo', undefined)).toEqual({ kind: 'sdk', platform: 'android', version: '8.9' });
    expect(appFor('TIMMessageOfflinePushSettings', undefined)).toMatchObject({
      platform: 'android',
      version: '4.8.10',
    });
    expect(appFor('TIMOfflinePushInfo', { kind: 'rest', senderOmitted: true })).toMatchObject({ platform: 'ios' });
  });
  it('is the one that sends already, if it knows the object', () => {
    const old = { kind: 'sdk', platform: 'ios', version: '2.5.3' } as const;
    expect(appFor('TIMMessageOfflinePushSettings', old)).toBeNull();
    expect(appFor('V2TIMOfflinePushInfo', old)).toMatchObject({ version: '8.9' });
  });
  it('an account’s settings belong to no message', () =>
    expect(appFor('TIMOfflinePushSettings', undefined)).toBeNull());
});
