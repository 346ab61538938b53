import type { Account, App, Device, Group, Message } from '../../src/shared/contract/index.ts';
import { AccountInput, AppInput, DeviceInput, GroupInput } from '../../src/shared/contract/workspace.ts';

const stamps = { createdAtMs: 0, updatedAtMs: 0 };

/** Valid entries to start a test from; every field can be overridden. */
export const anAccount = (over: Partial<Account> = {}): Account => ({
  ...AccountInput.parse({ userId: 'vinson', nickname: 'Vinson' }),
  id: 'acc_vinson',
  ...stamps,
  ...over,
});
export const aGroup = (over: Partial<Group> = {}): Group => ({
  ...GroupInput.parse({
    groupId: 'lunch',
    name: 'Lunch',
    members: [
      { userId: 'denny', nameCard: 'Captain' },
      { userId: 'vinson', nameCard: '' },
    ],
  }),
  id: 'grp_lunch',
  ...stamps,
  ...over,
});
export const anApp = (over: Partial<App> = {}): App => ({
  ...AppInput.parse({ name: 'ChatDemo', identifiers: { ios: 'com.example.chat', android: 'com.example.chat' } }),
  id: 'app_chat',
  ...stamps,
  ...over,
});
export const aDevice = (over: Partial<Device> = {}): Device => ({
  ...DeviceInput.parse({
    name: 'Vinson’s iPhone',
    platform: 'ios',
    model: 'iphone-17',
    osVersion: '26.0',
    appId: 'app_chat',
    userId: 'vinson',
    vendor: 'apns',
    token: 'aa'.repeat(32),
    tokenReportedAtMs: 2000,
    lastLoginAtMs: 1000,
    appStateAtMs: 3000,
  }),
  id: 'dev_iphone',
  ...stamps,
  ...over,
});

/** Denny says hi to Vinson, and sets nothing. */
export const aPlainMessage = (over: Partial<Message> = {}): Message => ({
  from: 'denny',
  conversation: { kind: 'c2c', to: 'vinson' },
  elements: [{ kind: 'text', text: 'hi' }],
  offlinePush: null,
  onlineUserOnly: false,
  messageClass: 'chat',
  ...over,
});
