/** Entries for this folder's tests. */
import type {
  Account,
  App,
  CertificateFacts,
  Credential,
  Device,
  Finding,
  Group,
  Rule,
  VendorInfo,
} from '../../../../../shared/contract/index.ts';

const stored = { createdAtMs: 0, updatedAtMs: 0 };

export const finding = (severity: Finding['severity']): Finding => ({
  code: `credential.${severity}`,
  severity,
  phrase: { id: `credential.${severity}` },
  certainty: 'documented',
});

const credential = (over: Pick<Credential, 'id' | 'vendor' | 'name' | 'facts'>): Credential => ({
  certificateId: 10001,
  appId: null,
  findings: [],
  sealer: 'key-file',
  locked: false,
  ...stored,
  ...over,
});

export const keyCredential = (over: Partial<Credential> = {}): Credential => ({
  ...credential({
    id: 'crd_key',
    vendor: 'apns',
    name: 'Key',
    facts: {
      kind: 'apns-p8',
      keyId: 'ABCDE12345',
      teamId: 'TEAM123456',
      environment: 'both',
      topics: null,
      publicKeyPem: '',
    },
  }),
  ...over,
});

export const certificateFacts = (over: Partial<CertificateFacts> = {}): CertificateFacts => ({
  subject: 'CN=Apple Push Services: com.example.chat',
  commonName: 'Apple Push Services: com.example.chat',
  certificateKind: 'apple-push-services',
  issuer: 'CN=Test',
  serial: '4a00',
  sha256: 'ab'.repeat(32),
  notBeforeAtMs: 0,
  notAfterAtMs: 1,
  environments: ['sandbox', 'production'],
  topics: [{ topic: 'com.example.chat', kind: 'app' }],
  topicsFrom: 'extension',
  keyAlgorithm: 'RSA 2048',
  ...over,
});

export const certificateCredential = (over: Partial<CertificateFacts> = {}): Credential =>
  credential({
    id: 'crd_certificate',
    vendor: 'apns',
    name: 'Certificate',
    facts: {
      kind: 'apns-certificate',
      certificate: certificateFacts(over),
      certificatePem: '',
      encryption: 'PBES2 AES-256',
      hadPassword: true,
      fileName: 'push.p12',
    },
  });

export const accountCredential = (over: Partial<Credential> = {}): Credential => ({
  ...credential({
    id: 'crd_service',
    vendor: 'fcm',
    name: 'Service account',
    facts: {
      kind: 'fcm-service-account',
      projectId: 'chat',
      clientEmail: 'push@chat.iam.gserviceaccount.com',
      privateKeyId: '01',
      tokenUri: 'https://oauth2.googleapis.com/token',
      publicKeyPem: '',
    },
  }),
  ...over,
});

export const app = (over: Partial<App> = {}): App => ({
  id: 'app_1',
  name: 'ChatDemo',
  identifiers: { ios: 'com.example.chat', android: 'com.example.chat' },
  credentialIds: {},
  channelIds: [],
  presentsInForeground: true,
  console: {},
  soundFiles: [],
  pushTemplates: [],
  loginPolicy: 'multi',
  foregroundOptions: { banner: true, list: true, sound: true, badge: true },
  categories: {},
  ...stored,
  ...over,
});

export const account = (over: Partial<Account> = {}): Account => ({
  id: 'acc_1',
  userId: 'denny',
  nickname: 'Denny',
  pushEnabled: true,
  globalSounds: { c2c: null, group: null },
  doNotDisturb: null,
  timeZone: 'UTC',
  receiveOptions: {},
  blocked: [],
  muted: false,
  ...stored,
  ...over,
});

export const group = (over: Partial<Group> = {}): Group => ({
  id: 'grp_1',
  groupId: 'lunch',
  name: 'Lunch',
  type: 'Work',
  members: [{ userId: 'denny', nameCard: '' }],
  ...stored,
  ...over,
});

export const device = (over: Partial<Device> = {}): Device => ({
  id: 'dev_1',
  name: 'Denny’s iPhone',
  platform: 'ios',
  model: 'iphone-17',
  osVersion: '26.0',
  appId: 'app_1',
  userId: 'denny',
  vendor: 'apns',
  token: 'aabb',
  environment: 'sandbox',
  tokenState: 'active',
  tokenDeadAtMs: null,
  tokenReportedAtMs: 1,
  certificateId: null,
  loginState: 'logged-in',
  lastLoginAtMs: 1,
  appState: 'killed',
  appStateAtMs: 1,
  backgroundReported: true,
  unreadBase: 0,
  notificationsAllowed: true,
  channels: {},
  reach: 'online',
  grantedTypes: { alert: true, sound: true, badge: true },
  sdkVersion: '8.9',
  vendorSdkVersion: '',
  offlineCallbackRegistered: true,
  voipToken: null,
  liveActivityTokens: {},
  region: 'elsewhere',
  playServices: true,
  vendorPushSupported: true,
  locale: 'en',
  theme: 'window',
  look: {
    screen: 'resting',
    textSize: 'l',
    displaySize: 'default',
    wallpaper: 'standard',
    clock: 'language',
    opaque: false,
    previews: 'always',
    displayAs: 'stack',
    focus: 'off',
    timeSensitive: true,
    summary: false,
    rings: true,
    appStyle: 'push',
    appButtons: false,
  },
  ...stored,
  ...over,
});

export const rule = (over: Partial<Rule> = {}): Rule => ({
  id: 'rul_1',
  appId: 'app_1',
  name: 'Chat',
  position: 0,
  enabled: true,
  match: { kind: 'regex', value: '^jump to (\\w+)$' },
  target: { kind: 'screen', screen: 'chat/{1}' },
  ...stored,
  ...over,
});

export const vendor = (
  over: Pick<VendorInfo, 'id' | 'label' | 'platforms'> & { readonly credentialKinds?: string[] },
): VendorInfo => ({
  monogram: '',
  hosts: [],
  credentialKinds: [],
  options: [],
  examplePayload: '{}',
  limits: [],
  ...over,
});
