import { generateKeyPair, generateKeyPairSync } from 'node:crypto';
import { promisify } from 'node:util';
import type { App, CredentialImport, CredentialKeys, VendorId } from '../../shared/contract/index.ts';
import { AccountInput, AppInput, DeviceInput, GroupInput, RuleInput } from '../../shared/contract/workspace.ts';
import type { Vendor } from '../vendors/vendor.ts';
import type { WorkspaceBooks } from '../workspace/index.ts';
import type { DemoKeyFile } from './demo-keys.ts';
import { demoChannels, demoConsole, demoKeys, demoPackage, demoPhones } from './demo-brands.ts';

interface DemoParts {
  readonly workspace: WorkspaceBooks;
  readonly credentials: {
    import(input: CredentialImport): Promise<{ readonly id: string }>;
    create(vendor: Vendor, input: CredentialKeys): Promise<{ readonly id: string }>;
  };
  readonly vendors: readonly Vendor[];
  readonly now: () => number;
}

const demoFiles = { p8: 'AuthKey_LOCALDEMO1.p8', account: 'chatdemo-local.json' } as const;
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

/** Secrets of typed keys as lines that a shell and Node read: `XIAOMI_APP_SECRET='…'`. */
const envLines = ({ id, auth }: Vendor, values: Readonly<Record<string, string>>): string[] =>
  (auth.form ?? []).flatMap(({ name, secret }) => {
    const value = secret ? values[name] : undefined;
    return value === undefined ? [] : [`${`${id}_${name.replaceAll(/[A-Z]/g, '_$&')}`.toUpperCase()}='${value}'`];
  });

const envHead = [
  '# Secrets of the demo workspace, for the recipes of the Gateways page. They are nobody’s:',
  '# only the gateways of this Pushscope know them, and no vendor does.',
];

/** Keys for the local gateways, by vendor: two files, and what the consoles of the other vendors would show. Also as files for the recipes. */
const makeDemoCredentials = async (
  { credentials, vendors }: DemoParts,
  appId: string,
): Promise<{ ids: App['credentialIds']; files: DemoKeyFile[] }> => {
  const [p8, serviceAccount] = [demoP8(), await demoServiceAccount()];
  const env: string[] = [];
  const key = await credentials.import({
    file: { fileName: demoFiles.p8, contentB64: toB64(p8) },
    name: 'Local demo key',
    appId,
    identity: 0,
    teamId: 'DEMOTEAM01',
  });
  const account = await credentials.import({
    file: { fileName: demoFiles.account, contentB64: toB64(serviceAccount) },
    name: 'Local demo service account',
    appId,
    identity: 0,
  });
  const ids: Partial<Record<VendorId, string>> = { apns: key.id, fcm: account.id };
  for (const { vendor: id, values } of demoKeys()) {
    const vendor = vendors.find((one) => one.id === id);
    if (!vendor) continue;
    const name = `${vendor.label} demo keys`;
    ids[id] = (await credentials.create(vendor, { vendor: id, name, appId, values })).id;
    env.push(...envLines(vendor, values));
  }
  const files = [
    { name: demoFiles.p8, text: p8 },
    { name: demoFiles.account, text: serviceAccount },
    { name: 'keys.env', text: [...envHead, ...env, ''].join('\n') },
  ];
  return { ids, files };
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
  const own = { appId, userId: 'vinson', tokenReportedAtMs: nowMs, lastLoginAtMs: nowMs, appStateAtMs: nowMs };
  for (const phone of demoPhones) await devices.create(DeviceInput.parse({ ...own, ...phone }));
};

/**
 * What a first start holds: one app, Denny and Vinson, a phone of Vinson's for every vendor, keys for the local gateways and
 * redirect rules, so that the first Send works with nothing set up (R42). Returns the keys as files.
 */
export const makeDemoWorkspace = async (parts: DemoParts): Promise<readonly DemoKeyFile[]> => {
  const { workspace, now } = parts;
  const identifiers = { ios: demoPackage, android: demoPackage };
  const app = await workspace.apps.create(
    AppInput.parse({ name: 'ChatDemo', identifiers, channelIds: demoChannels, console: demoConsole }),
  );
  const { ids, files } = await makeDemoCredentials(parts, app.id);
  await workspace.apps.update(app.id, { credentialIds: ids });
  await makeDemoPeople(workspace);
  await makeDemoPhones(workspace, app.id, now());
  await makeDemoRules(workspace, app.id);
  return files;
};

const makeDemoRules = async ({ rules }: WorkspaceBooks, appId: string): Promise<void> => {
  const demo = [
    {
      name: 'Chat named in ext',
      // Also where the text was wrapped as JSON, as OPPO needs it.
      match: { kind: 'regex', value: 'jump to (\\w+)' },
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
