/** What the tests of this folder start from: one valid value of each kind. Nothing else imports it. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { CredentialFacts } from '../../../shared/contract/index.ts';
import { textIn } from '../kit/json-pick.ts';
import type { JsonObject } from '../kit/json.ts';
import { toBytes } from '../kit/text.ts';
import { replyJson, deciderOf, type DecideOptionsOf, wordsIn, problemsIn } from '../kit/samples.ts';
import type {
  Capture,
  GatewayAnswer,
  GatewayRegistry,
  OpenCredential,
  RegisteredToken,
  SendTarget,
} from '../vendor.ts';
import { auth } from './auth/index.ts';
import { huaweiGateway } from './gateway/index.ts';
import type { HuaweiMemory } from './gateway/memory.ts';
import { huawei } from './index.ts';

export { replyJson };

/** The moment the tests play in. */
export const nowMs = Date.UTC(2026, 10, 21, 8, 30);
/** App ID and Project ID of the credential. */
export const appId = '104000001';
export const projectId = '388421841221000001';
/** Token of a phone of the workspace. */
export const deviceToken = `IQAAAACy0${'H4n_Zx-8'.repeat(14)}`;
/** Token of a phone whose app is uninstalled. */
export const deadToken = `IQAAAACy1${'J5p_Wy-7'.repeat(14)}`;
/** Token of a phone with another app. */
export const otherAppToken = `IQAAAACy2${'L7r_Uw-5'.repeat(14)}`;
/** A token no phone has. */
export const foreignToken = `IQAAAACy3${'K6q_Vz-6'.repeat(14)}`;
/** Looks like an access token of Huawei's and was not issued here. */
export const bearer = 'DAEBACp/sampleAccessToken+abc==';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
/** A private key made for this run. */
export const privateKey = keys.privateKey;
/** A credential with both sets of values. */
export const facts: Extract<CredentialFacts, { kind: 'app-keys' }> = {
  kind: 'app-keys',
  vendor: 'huawei',
  values: {
    appId,
    projectId,
    keyId: '2f0e9c11f9d945aab7e3a6f2e5b2a001',
    subAccount: '101653523863000001',
    packageName: 'com.example.chat',
    publicKeyPem: keys.publicKey,
  },
  secretNames: ['appSecret', 'privateKey'],
};
/** The credential with its secrets. The App Secret has characters that a form has to encode. */
export const credential: OpenCredential = {
  id: 'c1',
  facts,
  secret: { appSecret: 'a+b/c=d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f', privateKey: keys.privateKey },
};
/** The phone, with its credential. */
export const target: SendTarget = {
  token: deviceToken,
  appIdentifier: 'com.example.chat',
  environment: 'production',
  credential: facts,
};

const phone = (token: string, state: RegisteredToken['state'], appIdentifier: string): RegisteredToken => ({
  token,
  deviceId: `device-of-${token.slice(0, 9)}`,
  appIdentifier,
  environment: 'production',
  state,
  deadAtMs: state === 'active' ? null : nowMs - 1000,
});
const phones = [
  phone(deviceToken, 'active', 'com.example.chat'),
  phone(deadToken, 'unregistered', 'com.example.chat'),
  phone(otherAppToken, 'active', 'com.example.other'),
];
/** A workspace with three phones and the credential. */
export const registry: GatewayRegistry = {
  findToken: (_vendor, token) => phones.find((candidate) => candidate.token === token) ?? null,
  credentials: [facts],
  appIdentifiers: new Set(['com.example.chat', 'com.example.other']),
};

/** The JWT of the service account, made for a send to Huawei. */
export const jwtAt = (atMs: number): string => {
  const draft = { payload: '{}', options: { api: 'v3' } };
  const plan = auth.plan(credential, 'https://push-api.cloud.huawei.com', draft);
  if (plan.kind !== 'signed') throw new Error(plan.kind);
  return plan.make(atMs).value;
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A JWT of the service account with parts of it changed. */
export const jwt = (header: JsonObject = {}, claims: JsonObject = {}, key = privateKey): string => {
  const now = nowMs / 1000;
  const base = {
    aud: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
    iss: facts.values['subAccount'],
    iat: now,
    exp: now + 3600,
  };
  const signed = `${part({ kid: facts.values['keyId'], typ: 'JWT', alg: 'PS256', ...header })}.${part({ ...base, ...claims })}`;
  return `${signed}.${sign('sha256', toBytes(signed), { key, padding: 6, saltLength: 32 }).toString('base64url')}`;
};

/** A notification that v1 takes and Android draws. */
export const notification = (over: JsonObject = {}): JsonObject => ({
  title: 'Denny',
  body: 'Lunch at 12:30?',
  default_sound: true,
  click_action: { type: 3 },
  ...over,
});
/** A body of v1. `drawing` changes `android.notification`, `android` what is around it, `message` what is around that. */
export const body = (
  over: { drawing?: JsonObject; android?: JsonObject; message?: JsonObject; root?: JsonObject } = {},
): JsonObject => ({
  message: {
    data: '{"ext":"jump to denny"}',
    android: { category: 'IM', notification: notification(over.drawing), ...over.android },
    token: [deviceToken],
    ...over.message,
  },
  ...over.root,
});
/** A body of v3 for a notification. */
export const scene = (
  over: { drawing?: JsonObject; payload?: JsonObject; target?: JsonObject; options?: JsonObject } = {},
): JsonObject => ({
  payload: {
    notification: {
      category: 'IM',
      title: 'Denny',
      body: 'Lunch at 12:30?',
      clickAction: { actionType: 0, data: { ext: 'jump to denny' } },
      ...over.drawing,
    },
    ...over.payload,
  },
  target: { token: [deviceToken], ...over.target },
  pushOptions: { ttl: 86_400, ...over.options },
});

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A v1 send as the gateway gets it; `value` is text or becomes JSON. */
export const sendCapture = (value: unknown, over: Partial<Capture> = {}): Capture => ({
  method: 'POST',
  path: `/v1/${appId}/messages:send`,
  host: '127.0.0.1',
  headers: [
    ['authorization', `Bearer ${bearer}`],
    ['content-type', 'application/json; charset=UTF-8'],
  ],
  body: toBytes(text(value)),
  httpVersion: '1.1',
  tls: true,
  clientCertificate: null,
  ...over,
});
/** A v3 send. */
export const sceneCapture = (value: unknown, pushType = '0', token = jwtAt(nowMs)): Capture =>
  sendCapture(value, {
    path: `/v3/${projectId}/messages:send`,
    headers: [
      ['authorization', `Bearer ${token}`],
      ['content-type', 'application/json'],
      ['push-type', pushType],
    ],
  });

/** What differs from an empty gateway in known mode. */
export type DecideOptions = DecideOptionsOf<HuaweiMemory>;
export type Answer = GatewayAnswer<null, HuaweiMemory>;

/** Runs the gateway on one request. Throws when something it says has no words. */
export const decide = deciderOf(huaweiGateway, () => huawei, { nowMs, registry });

/** Sends a body by v1, or what is made of it. */
export const send = (value: unknown, options: DecideOptions = {}, over: Partial<Capture> = {}): Answer =>
  decide(sendCapture(value, over), options);
/** The one header that says who sends. */
export const withBearer = (authorization: string): Partial<Capture> => ({
  headers: [['authorization', authorization]],
});
/** A token request as the gateway gets it, and the form of a good one. */
export const tokenCapture = (form: string, over: Partial<Capture> = {}): Capture =>
  sendCapture(form, {
    path: '/oauth2/v3/token',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    ...over,
  });
export const grant = `grant_type=client_credentials&client_id=${appId}&client_secret=a%2Bb`;

/** Outcome of each check, by its id. */
export const outcomes = (answer: Answer): Record<string, string> =>
  Object.fromEntries(answer.verdict.checks.map(({ id, outcome }) => [id, outcome]));

/** Why the gateway refused: question and words of every failed check. */
export const failures = (answer: Answer): string[] =>
  answer.verdict.checks
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ id, phrase }) => `${id}: ${phrase.id.replace(/^huawei\.(?:problem|check)\./, '')}`);

/** A text member of an answer; empty when there is none. */
export const replyText = (answer: { reply: { body: Uint8Array } }, name: string): string =>
  textIn(replyJson(answer), name) ?? '';

/** Problems of a draft whose payload is this body. Throws when one of them has no words. */
export const problemsOf = problemsIn(() => huawei, target);

/** Throws when a phrase cannot be said in some language. */
export const mustHaveWords = wordsIn(() => huawei);
