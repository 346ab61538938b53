/** What the tests of this folder start from: one valid value of each kind. Nothing else imports it. */
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
import { honorGateway } from './gateway/index.ts';
import type { HonorMemory } from './gateway/memory.ts';
import { honor } from './index.ts';

export { replyJson };

/** The moment the tests play in. */
export const nowMs = Date.UTC(2026, 10, 21, 8, 30);
/** App ID and Client ID of the credential. */
export const appId = '104412345';
export const clientId = 'c2b7e9a1d4f04c0e9a64';
/** Token of a phone of the workspace. */
export const deviceToken = `BAEAAAAAB.${'jkuD_x-8'.repeat(11)}`;
/** Token of a phone whose app is uninstalled. */
export const deadToken = `BAEAAAAAB.${'mkuD_y-7'.repeat(11)}`;
/** Token of a phone that got a new one. */
export const expiredToken = `BAEAAAAAB.${'nkuD_z-6'.repeat(11)}`;
/** Token of a phone with another app. */
export const otherAppToken = `BAEAAAAAB.${'okuD_w-5'.repeat(11)}`;
/** A token no phone has. */
export const foreignToken = `BAEAAAAAB.${'pkuD_v-4'.repeat(11)}`;
/** Looks like an access token of Honor's and was not issued here. */
export const bearer = 'eyJhbGciOiJSUzI1NiJ9.sample.token';

/** The credential without its secret. */
export const facts: Extract<CredentialFacts, { kind: 'app-keys' }> = {
  kind: 'app-keys',
  vendor: 'honor',
  values: { appId, clientId, packageName: 'com.example.chat' },
  secretNames: ['clientSecret'],
};
/** The credential with its secret, which has characters that a form has to encode. */
export const credential: OpenCredential = { id: 'c1', facts, secret: { clientSecret: 'a+b/c=d0e1f2a3b4c5' } };
/** The phone, with its credential. */
export const target: SendTarget = {
  token: deviceToken,
  appIdentifier: 'com.example.chat',
  environment: 'production',
  credential: facts,
};

const phone = (token: string, state: RegisteredToken['state'], appIdentifier: string): RegisteredToken => ({
  token,
  deviceId: `device-of-${token.slice(10, 14)}`,
  appIdentifier,
  environment: 'production',
  state,
  deadAtMs: state === 'active' ? null : nowMs - 1000,
});
const phones = [
  phone(deviceToken, 'active', 'com.example.chat'),
  phone(deadToken, 'unregistered', 'com.example.chat'),
  phone(expiredToken, 'expired', 'com.example.chat'),
  phone(otherAppToken, 'active', 'com.example.other'),
];
/** A workspace with four phones and the credential. */
export const registry: GatewayRegistry = {
  findToken: (_vendor, token) => phones.find((candidate) => candidate.token === token) ?? null,
  credentials: [facts],
  appIdentifiers: new Set(['com.example.chat', 'com.example.other']),
};

/** A body that Honor takes and draws. `drawing` changes `android.notification`. */
export const body = (over: { drawing?: JsonObject; android?: JsonObject; root?: JsonObject } = {}): JsonObject => ({
  data: '{"ext":"jump to denny"}',
  notification: { title: 'Denny', body: 'Lunch at 12:30?' },
  android: { notification: { importance: 'NORMAL', clickAction: { type: 3 }, ...over.drawing }, ...over.android },
  token: [deviceToken],
  ...over.root,
});

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A send as the gateway gets it; `value` is text or becomes JSON. */
export const sendCapture = (value: unknown, over: Partial<Capture> = {}): Capture => ({
  method: 'POST',
  path: `/api/v1/${appId}/sendMessage`,
  host: '127.0.0.1',
  headers: [
    ['authorization', `Bearer ${bearer}`],
    ['content-type', 'application/json; charset=UTF-8'],
    ['timestamp', String(nowMs)],
  ],
  body: toBytes(text(value)),
  httpVersion: '1.1',
  tls: true,
  clientCertificate: null,
  ...over,
});

/** What differs from an empty gateway in known mode. */
export type DecideOptions = DecideOptionsOf<HonorMemory>;
export type Answer = GatewayAnswer<null, HonorMemory>;

/** Runs the gateway on one request. Throws when something it says has no words. */
export const decide = deciderOf(honorGateway, () => honor, { nowMs, registry });

/** Sends a body, or what is made of it. */
export const send = (value: unknown, options: DecideOptions = {}, over: Partial<Capture> = {}): Answer =>
  decide(sendCapture(value, over), options);
/** The headers of a send with some changed; null leaves one out. */
export const headers = (over: Record<string, string | null>): Partial<Capture> => ({
  headers: Object.entries({ authorization: `Bearer ${bearer}`, timestamp: String(nowMs), ...over }).filter(
    (one): one is [string, string] => one[1] !== null,
  ),
});
/** A token request as the gateway gets it, and the form of a good one. */
export const tokenCapture = (form: string, over: Partial<Capture> = {}): Capture =>
  sendCapture(form, { path: '/auth/token', headers: [['content-type', 'application/x-www-form-urlencoded']], ...over });
export const grant = `grant_type=client_credentials&client_id=${clientId}&client_secret=a%2Bb`;

/** Outcome of each check, by its id. */
export const outcomes = (answer: Answer): Record<string, string> =>
  Object.fromEntries(answer.verdict.checks.map(({ id, outcome }) => [id, outcome]));

/** Why the gateway refused: question and words of every failed check. */
export const failures = (answer: Answer): string[] =>
  answer.verdict.checks
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ id, phrase }) => `${id}: ${phrase.id.replace(/^honor\.(?:problem|check)\./, '')}`);

/** A text member of an answer; empty when there is none. */
export const replyText = (answer: { reply: { body: Uint8Array } }, name: string): string =>
  textIn(replyJson(answer), name) ?? '';

/** Problems of a draft whose payload is this body. Throws when one of them has no words. */
export const problemsOf = problemsIn(() => honor, target);

/** Throws when a phrase cannot be said in some language. */
export const mustHaveWords = wordsIn(() => honor);
