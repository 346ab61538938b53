import { randomBytes } from 'node:crypto';
import type { App, CredentialKeys } from '../../shared/contract/index.ts';
import type { DeviceInput } from '../../shared/contract/workspace.ts';

/** Package name of the demo's Android app. */
export const demoPackage = 'com.example.chat';

/** Channels of the demo's app as the consoles of Xiaomi and OPPO would name them; private ones have no daily limit for chats. */
const xiaomiChannel = '100001';
const oppoChannel = 'chat';

type DemoPhone = Pick<DeviceInput, 'name' | 'platform' | 'model' | 'osVersion' | 'vendor' | 'token'> &
  Partial<Pick<DeviceInput, 'region' | 'appState'>>;

const mainland = { platform: 'android', region: 'mainland-china' } as const;

/** A phone for every vendor, with tokens shaped like the vendors' own and issued by nobody. */
export const demoPhones: readonly DemoPhone[] = [
  {
    name: 'Vinson’s iPhone',
    platform: 'ios',
    model: 'iphone-17',
    osVersion: '26.0',
    vendor: 'apns',
    token: '5f2a9c31b7e04d6880c1f3a29be5d7144c6e0fa8d2917b35e86c40d1a7f9c90d',
  },
  {
    name: 'Vinson’s Pixel',
    platform: 'android',
    model: 'pixel-9',
    osVersion: '16',
    vendor: 'fcm',
    token:
      'dXq3rT8sQn6vK1mZpL0wYc:APA91bE7hJ2kR9fTqWxN5sVdLmPzGyUoCi3aB6eHjKrMtXvQwZsDfGhJkLpOiUyTrEwQaSdFgHjKlZxCvBnM1234567890abcdefghijklmnopqrstuvwxyzABCDEFG',
  },
  {
    ...mainland,
    name: 'Vinson’s Xiaomi',
    model: 'xiaomi-15',
    osVersion: '15',
    vendor: 'xiaomi',
    token: 'qB7Xm2LrT9vWkY4sN8eHcJ1pZ6uGdF3aR0oViKtMxQwE',
  },
  {
    ...mainland,
    name: 'Vinson’s Huawei',
    model: 'huawei-mate-60',
    osVersion: '12',
    vendor: 'huawei',
    token: `IQAAAACy0${'Vq7R_mK2'.repeat(14)}`,
  },
  {
    ...mainland,
    name: 'Vinson’s Honor',
    model: 'honor-magic-7',
    osVersion: '15',
    vendor: 'honor',
    token: `BAEAAAAAB.${'tW4z_Hn6'.repeat(11)}`,
  },
  {
    ...mainland,
    name: 'Vinson’s OPPO',
    model: 'oppo-find-x8',
    osVersion: '15',
    vendor: 'oppo',
    token: 'CN_4b7e19d2c86f03a5e1d94c7b20f86a3d',
  },
  {
    ...mainland,
    name: 'Vinson’s vivo',
    model: 'vivo-x200',
    osVersion: '15',
    vendor: 'vivo',
    token: `v2-CR${'kT6pX0bY4m'.repeat(5)}`,
  },
  {
    ...mainland,
    name: 'Vinson’s Meizu',
    model: 'meizu-21',
    osVersion: '14',
    vendor: 'meizu',
    token: 'S5Q4b726a0544497a7d025f5b4c6d785642715c406e59',
  },
  {
    ...mainland,
    name: 'Vinson’s Galaxy',
    model: 'galaxy-s25',
    osVersion: '15',
    vendor: 'tpns',
    // TPNS's own channel ends with the process of the app.
    appState: 'background',
    token: '0c41e7a92d5b836f01a4c8d27e95b3f6180d',
  },
];

/** Opens the chat of the demo's app by an Intent, which hands `ext` to a named page of the app. */
const pageIntent = `intent://${demoPackage}/chat#Intent;scheme=chatdemo;launchFlags=0x4000000;component=${demoPackage}/.ChatActivity;end`;
const opensPage = { click: { kind: 'intent', uri: pageIntent } } as const;
const opensActivity = { click: { kind: 'activity', name: `${demoPackage}.ChatActivity` } } as const;

/** Channels the demo's Android app has created. */
export const demoChannels: readonly string[] = [oppoChannel, xiaomiChannel];

/** What Tencent's console would hold, so that each phone shows the push as a chat and a touch hands `ext` to the app. */
export const demoConsole: App['console'] = {
  xiaomi: { ...opensPage, channelId: xiaomiChannel },
  huawei: { category: 'IM' },
  honor: opensPage,
  oppo: { ...opensActivity, channelId: oppoChannel, category: 'IM' },
  vivo: { ...opensPage, category: 'IM' },
  meizu: { ...opensActivity, classification: 1 },
};

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Keys as the vendors' consoles show them, of accounts nobody has. Secrets are made anew for each workspace. */
export const demoKeys = (): readonly Pick<CredentialKeys, 'vendor' | 'values'>[] => [
  {
    vendor: 'xiaomi',
    values: {
      packageName: demoPackage,
      appSecret: randomBytes(16).toString('base64'),
      privateChannelIds: xiaomiChannel,
    },
  },
  { vendor: 'huawei', values: { appId: '104000001', appSecret: hex(32), packageName: demoPackage } },
  {
    vendor: 'honor',
    values: { appId: '104400001', clientId: hex(16), clientSecret: hex(16), packageName: demoPackage },
  },
  {
    vendor: 'oppo',
    values: {
      appKey: hex(16),
      masterSecret: hex(16),
      appSecret: hex(16),
      packageName: demoPackage,
      privateChannelIds: oppoChannel,
    },
  },
  { vendor: 'vivo', values: { appId: '100000001', appKey: `a${hex(15)}`, appSecret: `s${hex(17)}` } },
  { vendor: 'meizu', values: { appId: '100000002', appSecret: `s${hex(15)}` } },
  { vendor: 'tpns', values: { accessId: '1580000001', secretKey: hex(16) } },
];
