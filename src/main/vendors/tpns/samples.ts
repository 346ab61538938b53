/** What the tests of this folder start from: one valid value of each kind. Nothing else imports it. */
import type { CredentialFacts, Intent } from '../../../shared/contract/index.ts';
import { sampleIntent } from '../kit/conformance.ts';
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
import { packKey } from './auth.ts';
import { tpnsGateway } from './gateway/index.ts';
import type { TpnsMemory } from './gateway/memory.ts';
import { tpns } from './index.ts';
import { signBody } from './sign.ts';

export { replyJson } from '../kit/samples.ts';

/** The moment the tests play in, in milliseconds and as the header has it. */
export const nowMs = Date.UTC(2026, 10, 21, 2, 0);
export const timestamp = String(nowMs / 1000);
/** Token of an Android phone, of an iPhone with a debug build, of a phone whose app is gone, and of nobody. */
export const token = '036fa00000000000000000000000000000a1';
export const iphone = '05c8a00000000000000000000000000000b2';
export const dead = '07d9a00000000000000000000000000000c3';
export const foreign = '09eaa00000000000000000000000000000d4';

/** Keys of an app; the secret is nobody's. */
export const facts: Extract<CredentialFacts, { kind: 'app-keys' }> = {
  kind: 'app-keys',
  vendor: 'tpns',
  values: { accessId: '1500000001', accessKey: 'A1B2C3D4E5F6', region: 'sh' },
  secretNames: ['secretKey'],
};
export const secretKey = '0123456789abcdef0123456789abcdef';
/** The keys with their secret open, and what the sender gets of them. */
export const credential: OpenCredential = { id: 'c1', facts, secret: { secretKey } };
export const packed = packKey(nowMs, secretKey);

/** The Android phone, with the keys of its app. */
export const target: SendTarget = {
  token,
  appIdentifier: 'com.example.im',
  environment: 'production',
  credential: facts,
};

const phone = (value: string, over: Partial<RegisteredToken> = {}): RegisteredToken => ({
  token: value,
  deviceId: `device-${value.slice(0, 4)}`,
  appIdentifier: 'com.example.im',
  environment: 'production',
  state: 'active',
  deadAtMs: null,
  ...over,
});
const phones = [
  phone(token),
  phone(iphone, { environment: 'sandbox' }),
  phone(dead, { state: 'unregistered', deadAtMs: nowMs - 1 }),
];
/** A workspace with three phones and the keys; their secret is open. */
export const registry: GatewayRegistry = {
  findToken: (_vendor, value) => phones.find((one) => one.token === value) ?? null,
  credentials: [facts],
  appIdentifiers: new Set(['com.example.im']),
  secret: (_facts, name) => (name === 'secretKey' ? secretKey : null),
};
/** The same, with the secret sealed. */
export const sealedRegistry: GatewayRegistry = {
  findToken: (vendor, value) => registry.findToken(vendor, value),
  credentials: registry.credentials,
  appIdentifiers: registry.appIdentifiers,
};

/** A push to the Android phone, with fields put over it. */
export const body = (over: JsonObject = {}): JsonObject => ({
  audience_type: 'token',
  token_list: [token],
  message_type: 'notify',
  message: { title: 'Denny', content: '你好', android: { custom_content: '{"entity":{"sender":"denny"}}' } },
  ...over,
});
/** A push to the iPhone, with fields of `aps` put over it. */
export const iosBody = (aps: JsonObject = {}, over: JsonObject = {}): JsonObject =>
  body({
    token_list: [iphone],
    environment: 'dev',
    message: {
      title: 'Denny',
      content: '你好',
      ios: { aps: { sound: 'default', badge_type: 3, ...aps }, custom_content: '{"entity":{"sender":"denny"}}' },
    },
    ...over,
  });
/** The push without one field. */
export const without = (field: string): JsonObject =>
  Object.fromEntries(Object.entries(body()).filter(([name]) => name !== field));

/** A signed request as the gateway gets it; `content` is text or becomes JSON. */
export const capture = (content: unknown, over: Partial<Capture> = {}): Capture => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const sign = signBody({ accessId: '1500000001', timestamp, body: text }, secretKey);
  return {
    method: 'POST',
    path: '/v3/push/app',
    host: '127.0.0.1',
    headers: [
      ['AccessId', '1500000001'],
      ['TimeStamp', timestamp],
      ['Sign', sign],
    ],
    body: toBytes(text),
    httpVersion: '1.1',
    tls: true,
    clientCertificate: null,
    ...over,
  };
};

/** What differs from an empty gateway in known mode. */
export type DecideOptions = DecideOptionsOf<TpnsMemory>;
type Answer = GatewayAnswer<null, TpnsMemory>;
/** Runs the gateway on one request. Throws when something it says has no words. */
export const decide = deciderOf(tpnsGateway, () => tpns, { nowMs, registry });
/** Code and words of every failed check. */
export const failures = (answer: Answer): string[] =>
  answer.verdict.checks
    .filter((check) => check.outcome === 'failed')
    .map((check) => `${check.code} ${check.phrase.id}`);
/** Words of one check. */
export const wordsOf = (answer: Answer, id: string): string | undefined =>
  answer.verdict.checks.find((check) => check.id === id)?.phrase.id;

/** Problems of a draft with this payload. Throws when one of them has no words. */
export const problemsOf = problemsIn(() => tpns, target);
/** The draft of an intent that differs from the sample: for an iPhone unless it has Android settings. */
export const draftOf = (over: Partial<Intent> = {}, to: SendTarget = target) => {
  const draft = tpns.payload.fromIntent({ ...sampleIntent, ...over }, to, nowMs);
  return { draft, json: JSON.parse(draft.payload) as JsonObject }; // made by JSON.stringify of an object
};

/** Throws when a phrase cannot be said in some language. */
export const mustHaveWords = wordsIn(() => tpns);
