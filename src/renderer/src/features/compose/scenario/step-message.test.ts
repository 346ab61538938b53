import { describe, expect, it } from 'vitest';
import { aMessage } from '../../../../../../tests/support/im.ts';
import { ScenarioDevice, ScenarioStep } from '../../../../../shared/contract/presets.ts';
import { asIs, freeId, textOf, withClient, withFact, withPush, withText, withWhich } from './step-message.ts';

const phone = ScenarioDevice.parse({ id: 'phone', userId: 'vinson', platform: 'ios', set: { token: null } });

describe('the message of one step', () => {
  it('has its first text changed, or gets one', () => {
    const two = aMessage({ elements: [{ kind: 'image' }, { kind: 'text', text: 'a' }, { kind: 'text', text: 'b' }] });
    expect(textOf(two)).toBe('a');
    expect(withText(two, 'c').elements.map(({ kind }) => kind)).toEqual(['image', 'text', 'text']);
    expect(textOf(withText(two, 'c'))).toBe('c');
    const image = aMessage({ elements: [{ kind: 'image' }] });
    expect(textOf(image)).toBe('');
    expect(withText(image, 'c').elements.map(({ kind }) => kind)).toEqual(['text', 'image']);
  });
  it('has fields of OfflinePushInfo set and taken away; without any there is none', () => {
    const titled = withPush(aMessage(), 'title', 'T');
    expect(titled.offlinePush).toMatchObject({ title: 'T' });
    expect(withPush(titled, 'desc', 'D').offlinePush).toMatchObject({ title: 'T', desc: 'D' });
    expect(withPush(titled, 'title', '').offlinePush).toBeNull();
    const off = withPush(aMessage({ offlinePush: { disabled: true, title: 'T' } }), 'title', '');
    expect(off.offlinePush).toEqual({ disabled: true });
  });
  it('keeps what is not shown', () => {
    const full = aMessage({ offlinePush: { title: 'T', apns: { sound: 's' } }, options: { random: 7 } });
    const changed = withPush(withText(full, 'x'), 'title', '');
    expect(changed).toMatchObject({ options: { random: 7 }, offlinePush: { apns: { sound: 's' } } });
    expect(ScenarioStep.safeParse({ event: 'message', message: changed }).success).toBe(true);
  });
  it('is handed over by another client, and by the REST API again', () => {
    const client = { kind: 'sdk', platform: 'ios', version: '8.9' } as const;
    expect(withClient(aMessage(), client).client).toEqual(client);
    expect(withClient(withClient(aMessage(), client), undefined)).toEqual(aMessage());
  });
});

describe('a phone of the beginning', () => {
  it('has a field set or left to the workspace', () => {
    expect(withFact(phone, 'token', 'ab').set).toEqual({ token: 'ab' });
    expect(withFact(phone, 'token', undefined).set).toEqual({});
    expect(withFact(phone, 'loginState', 'kicked').set).toEqual({ token: null, loginState: 'kicked' });
    expect(withWhich(phone, 'platform', asIs)).toEqual({ id: 'phone', userId: 'vinson', set: { token: null } });
    expect(withWhich(phone, 'vendor', 'tpns')).toMatchObject({ platform: 'ios', vendor: 'tpns' });
    expect(ScenarioDevice.safeParse(withWhich(phone, 'platform', asIs)).success).toBe(true);
  });
  it('gets a name that is free', () => {
    expect(freeId([], 'phone')).toBe('phone');
    expect(freeId([phone, { ...phone, id: 'phone-2' }], 'phone')).toBe('phone-3');
  });
});
