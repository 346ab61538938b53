import { describe, expect, it } from 'vitest';
import { DeviceInput } from '../../../../../shared/contract/workspace.ts';
import { deviceOf, firstApp, misfit, newApp, suggestionOf } from './device-form.ts';

const suggestion = {
  ...DeviceInput.parse({
    name: 'iPhone aa11…aa11',
    platform: 'ios',
    model: 'iphone-17',
    osVersion: '26.0',
    appId: 'app_chat',
    vendor: 'apns',
    token: 'aa11',
  }),
  appIdentifier: 'com.example.chat',
};
const chat = { id: 'app_chat', identifiers: { ios: 'com.example.chat' } };
const other = { ...suggestion, appIdentifier: 'com.other.app' };

describe('firstApp', () => {
  it('is the app the push is for', () => expect(firstApp(suggestion, [chat])).toBe('app_chat'));
  it('is a new one when no app has that identifier', () => expect(firstApp(other, [chat])).toBe(newApp));
  it('is the suggested one when the push names none', () =>
    expect(firstApp({ ...suggestion, appIdentifier: '' }, [chat])).toBe('app_chat'));
});

describe('misfit', () => {
  it('is none for the right app', () => expect(misfit(suggestion, chat)).toBeNull());
  it('names both identifiers', () =>
    expect(misfit(other, chat)).toEqual({ own: 'com.example.chat', wanted: 'com.other.app' }));
  it('is none for a new app, which is made to fit', () => expect(misfit(other, undefined)).toBeNull());
  it('is none when the push names no app', () => expect(misfit({ ...suggestion, appIdentifier: '' }, chat)).toBeNull());
});

describe('suggestionOf', () => {
  it('is a phone of the vendor with the token, of an app for its platform', () =>
    expect(
      suggestionOf('apns', 'ab'.repeat(32), [{ id: 'app_a', identifiers: { android: 'a' } }, chat], 7),
    ).toMatchObject({
      vendor: 'apns',
      platform: 'ios',
      token: 'ab'.repeat(32),
      appId: 'app_chat',
      tokenReportedAtMs: 7,
    }));
  it('there is none without an app', () => expect(suggestionOf('xiaomi', 'token', [], 7)).toBeNull());
});

describe('deviceOf', () => {
  it('is the suggestion with what the person chose', () => {
    const { appIdentifier: _push, ...device } = suggestion;
    expect(deviceOf(suggestion, { name: ' Ann ', appId: 'app_2', userId: 'ann' })).toEqual({
      ...device,
      name: 'Ann',
      appId: 'app_2',
      userId: 'ann',
    });
  });
  it('may belong to nobody', () =>
    expect(deviceOf(suggestion, { name: 'Ann', appId: 'app_2', userId: '' }).userId).toBeNull());
});
