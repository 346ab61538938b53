/** What the tests of this folder start from: one valid value of each kind. Nothing else imports it. */
import { generateKeyPairSync } from 'node:crypto';
import type { CredentialFacts } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import { toBytes } from '../kit/text.ts';
import { deciderOf, type DecideOptionsOf, wordsIn, problemsIn } from '../kit/samples.ts';
import type {
  Capture,
  GatewayAnswer,
  GatewayRegistry,
  OpenCredential,
  RegisteredToken,
  SendTarget,
} from '../vendor.ts';
import { fcmGateway } from './gateway/index.ts';
import type { FcmMemory } from './gateway/memory.ts';
import { fcm } from './index.ts';

export { replyJson } from '../kit/samples.ts';

/** The moment the tests play in. */
export const nowMs = Date.UTC(2026, 10, 21, 8, 30);
/** Project of the service account. */
export const projectId = 'pushscope-demo';
/** Token of a phone of the workspace. */
export const deviceToken = `dK3xY7Qw9Rk:APA91b${'H4n_Zx-8'.repeat(16)}`;
/** Token of a phone whose app is uninstalled. */
export const deadToken = `eM4zY8Rx0Sl:APA91b${'J5p_Wy-7'.repeat(16)}`;
/** A token of the right form that no phone has. */
export const foreignToken = `fN5aZ9Sy1Tm:APA91b${'K6q_Vz-6'.repeat(16)}`;
/** Looks like an access token of Google's and was not issued here. */
export const bearer = 'ya29.c.sample-access-token';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
/** A service account with a real key, made for this run. */
export const facts: Extract<CredentialFacts, { kind: 'fcm-service-account' }> = {
  kind: 'fcm-service-account',
  projectId,
  clientEmail: `push@${projectId}.iam.gserviceaccount.com`,
  privateKeyId: '0123456789abcdef0123456789abcdef01234567',
  tokenUri: 'https://oauth2.googleapis.com/token',
  publicKeyPem: keys.publicKey,
};
/** The service account with its private key. */
export const credential: OpenCredential = { id: 'c1', facts, secret: { privateKeyPem: keys.privateKey } };

/** The phone, with its service account. */
export const target: SendTarget = {
  token: deviceToken,
  appIdentifier: 'com.example.chat',
  environment: 'production',
  credential: facts,
};

const phone = (token: string, state: RegisteredToken['state']): RegisteredToken => ({
  token,
  deviceId: `device-of-${token.slice(0, 4)}`,
  appIdentifier: 'com.example.chat',
  environment: 'production',
  state,
  deadAtMs: state === 'active' ? null : nowMs - 1000,
});
const phones = [phone(deviceToken, 'active'), phone(deadToken, 'unregistered')];
/** A workspace with two phones and the service account. */
export const registry: GatewayRegistry = {
  findToken: (_vendor, token) => phones.find((candidate) => candidate.token === token) ?? null,
  credentials: [facts],
  appIdentifiers: new Set(['com.example.chat']),
};

/** A message that FCM takes and Android draws. */
export const message = (over: JsonObject = {}): JsonObject => ({
  token: deviceToken,
  notification: { title: 'Denny', body: 'Lunch at 12:30?' },
  ...over,
});

/** A send as the gateway gets it; `body` is text or becomes JSON. */
export const sendCapture = (body: unknown, over: Partial<Capture> = {}): Capture => ({
  method: 'POST',
  path: `/v1/projects/${projectId}/messages:send`,
  host: '127.0.0.1',
  headers: [
    ['authorization', `Bearer ${bearer}`],
    ['content-type', 'application/json'],
  ],
  body: toBytes(typeof body === 'string' ? body : JSON.stringify(body)),
  httpVersion: '2',
  tls: true,
  clientCertificate: null,
  ...over,
});

/** What differs from an empty gateway in known mode. */
export type DecideOptions = DecideOptionsOf<FcmMemory>;

/** Runs the gateway on one request. Throws when something it says has no words. */
export const decide = deciderOf(fcmGateway, () => fcm, { nowMs, registry });

/** Outcome of each check, by its id. */
export const outcomes = (answer: GatewayAnswer<null, FcmMemory>): Record<string, string> =>
  Object.fromEntries(answer.verdict.checks.map(({ id, outcome }) => [id, outcome]));

/** Problems of a draft whose payload is this body. Throws when one of them has no words. */
export const problemsOf = problemsIn(() => fcm, target);

/** Why the gateway refused: question and words of every failed check, for example `values: fcm.problem.ttl-range`. */
export const failures = (answer: GatewayAnswer<null, FcmMemory>): string[] =>
  answer.verdict.checks.filter(({ outcome }) => outcome === 'failed').map(({ id, phrase }) => `${id}: ${phrase.id}`);

/** Throws when a phrase cannot be said in some language. */
export const mustHaveWords = wordsIn(() => fcm);
