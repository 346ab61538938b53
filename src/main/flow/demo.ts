import { generateKeyPair, generateKeyPairSync } from 'node:crypto';
import { promisify } from 'node:util';
import type { CredentialImport } from '../../shared/contract/index.ts';
import { AccountInput, AppInput, DeviceInput, GroupInput, RuleInput } from '../../shared/contract/workspace.ts';
import type { WorkspaceBooks } from '../workspace/index.ts';

interface DemoParts {
  readonly workspace: WorkspaceBooks;
  readonly credentials: { import(input: CredentialImport): Promise<{ readonly id: string }> };
  readonly now: () => number;
}

const toB64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** A p8 key of nobody's: the local gateway knows it, Apple does not. */
const demoP8 = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

/** An RSA key takes a quarter of a second of another thread; a process makes one, however many demos it sets up. */
let demoRsaKey: Promise<string> | undefined;
const makeRsaKey = async (): Promise<string> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
};

/** A service account of nobody's, in the shape Google issues them. */
const demoServiceAccount = async (): Promise<string> => {
  demoRsaKey ??= makeRsaKey();
  return JSON.stringify({
    type: 'service_account',
    project_id: 'chatdemo-local',
    private_key_id: '0123456789abcdef0123456789abcdef01234567',
    private_key: await demoRsaKey,
    client_email: 'pushscope@chatdemo-local.iam.gserviceaccount.com',
    client_id: '100000000000000000000',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    universe_domain: 'googleapis.com',
  });
};

/** Tokens shaped like the vendors' own: 32 bytes of hex, and an instance id with its registration part. */
const demoTokens = {
  iphone: '5f2a9c31b7e04d6880c1f3a29be5d7144c6e0fa8d2917b35e86c40d1a7f9c90d',
  pixel:
    'dXq3rT8sQn6vK1mZpL0wYc:APA91bE7hJ2kR9fTqWxN5sVdLmPzGyUoCi3aB6eHjKrMtXvQwZsDfGhJkLpOiUyTrEwQaSdFgHjKlZxCvBnM1234567890abcdefghijklmnopqrstuvwxyzABCDEFG',
} as const;

/** Keys for the local gateways, by vendor. */
const makeDemoCredentials = async (credentials: DemoParts['credentials'], appId: string) => {
  const key = await credentials.import({
    file: { fileName: 'AuthKey_LOCALDEMO1.p8', contentB64: toB64(demoP8()) },
    name: 'Local demo key',
    appId,
    identity: 0,
    teamId: 'DEMOTEAM01',
  });
  const account = await credentials.import({
    file: { fileName: 'chatdemo-local.json', contentB64: toB64(await demoServiceAccount()) },
    name: 'Local demo service account',
    appId,
    identity: 0,
  });
  return { apns: key.id, fcm: account.id };
};

const makeDemoPeople = async ({ accounts, groups }: WorkspaceBooks): Promise<void> => {
  await accounts.create(AccountInput.parse({ userId: 'denny', nickname: 'Denny' }));
  await accounts.create(AccountInput.parse({ userId: 'vinson', nickname: 'Vinson' }));
  const members = [
    { userId: 'denny', nameCard: 'Captain Denny' },
    { userId: 'vinson', nameCard: '' },
  ];
  await groups.create(GroupInput.parse({ groupId: 'lunch', name: 'Lunch', members }));
};

const makeDemoPhones = async ({ devices }: WorkspaceBooks, appId: string, nowMs: number): Promise<void> => {
  const phone = { appId, userId: 'vinson', tokenReportedAtMs: nowMs, lastLoginAtMs: nowMs, appStateAtMs: nowMs };
  const iphone = {
    name: 'Vinson’s iPhone',
    platform: 'ios',
    model: 'iphone-17',
    osVersion: '26.0',
    vendor: 'apns',
    token: demoTokens.iphone,
  };
  const pixel = {
    name: 'Vinson’s Pixel',
    platform: 'android',
    model: 'pixel-9',
    osVersion: '16',
    vendor: 'fcm',
    token: demoTokens.pixel,
  };
  await devices.create(DeviceInput.parse({ ...phone, ...iphone }));
  await devices.create(DeviceInput.parse({ ...phone, ...pixel }));
};

/**
 * What a first start holds: one app, Denny and Vinson, Vinson's iPhone and Pixel, keys for the local gateways and redirect rules, so
 * that the first Send works with nothing set up (R42).
 */
export const makeDemoWorkspace = async ({ workspace, credentials, now }: DemoParts): Promise<void> => {
  const identifiers = { ios: 'com.example.chat', android: 'com.example.chat' };
  const app = await workspace.apps.create(AppInput.parse({ name: 'ChatDemo', identifiers, channelIds: ['chat'] }));
  await workspace.apps.update(app.id, { credentialIds: await makeDemoCredentials(credentials, app.id) });
  await makeDemoPeople(workspace);
  await makeDemoPhones(workspace, app.id, now());
  await makeDemoRules(workspace, app.id);
};

const makeDemoRules = async ({ rules }: WorkspaceBooks, appId: string): Promise<void> => {
  const demo = [
    {
      name: 'Chat named in ext',
      match: { kind: 'regex', value: '^jump to (\\w+)$' },
      target: { kind: 'screen', screen: 'chat/{1}' },
    },
    {
      name: 'Group of a TUIKit entity',
      match: { kind: 'json-path', path: '$[?@.chatType == 2].sender', value: '' },
      target: { kind: 'screen', screen: 'group/{value}' },
    },
    {
      name: 'Sender of a TUIKit entity',
      match: { kind: 'json-path', path: '$.entity.sender', value: '' },
      target: { kind: 'screen', screen: 'chat/{value}' },
    },
    {
      name: 'Order page',
      match: { kind: 'regex', value: '^order (\\d+)$' },
      target: { kind: 'url', url: 'chatdemo://orders/{1}' },
    },
  ] as const;
  for (const [position, rule] of demo.entries()) await rules.create(RuleInput.parse({ ...rule, appId, position }));
};
