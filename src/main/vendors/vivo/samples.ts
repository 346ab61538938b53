/** What the tests of this folder start from: one valid value of each kind. Nothing else imports it. */
import type { CredentialFacts, Intent } from '../../../shared/contract/index.ts';
import { sampleIntent } from '../kit/conformance.ts';
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
import { vivoGateway } from './gateway/index.ts';
import type { VivoMemory } from './gateway/memory.ts';
import { vivo } from './index.ts';
import { idOf } from './payload/read.ts';

export { replyJson };

/** Ten in the morning in China. */
export const nowMs = Date.UTC(2026, 10, 21, 2, 0);
/** regId of a phone of the workspace, of one whose app is gone, and of nobody. */
export const regId = `v2-CR${'aB3dE5fG7h'.repeat(5)}`;
export const deadRegId = `v2-CR${'zY9xW7vU5t'.repeat(5)}`;
export const foreignRegId = '12345678901234567890123';

/** Keys of an app; the secret is nobody's. */
export const facts: Extract<CredentialFacts, { kind: 'app-keys' }> = {
  kind: 'app-keys',
  vendor: 'vivo',
  values: { appId: '100001', appKey: 'a1b2c3d4-0000-4000-8000-000000000001' },
  secretNames: ['appSecret'],
};
export const appSecret = 's3cr3t-0000-4000-8000-000000000002';
/** The keys with their secret open. */
export const credential: OpenCredential = { id: 'c1', facts, secret: { appSecret } };

/** The phone, with the keys of its app. */
export const target: SendTarget = {
  token: regId,
  appIdentifier: 'com.example.im',
  environment: 'production',
  credential: facts,
};

const phone = (token: string, state: RegisteredToken['state']): RegisteredToken => ({
  token,
  deviceId: `device-${token.slice(5, 9)}`,
  appIdentifier: 'com.example.im',
  environment: 'production',
  state,
  deadAtMs: state === 'active' ? null : nowMs - 1000,
});
const phones = [phone(regId, 'active'), phone(deadRegId, 'unregistered')];
/** A workspace with two phones and the keys; their secret is open. */
export const registry: GatewayRegistry = {
  findToken: (_vendor, token) => phones.find((one) => one.token === token) ?? null,
  credentials: [facts],
  appIdentifiers: new Set(['com.example.im']),
  secret: (_facts, name) => (name === 'appSecret' ? appSecret : null),
};
/** The same, with the secret sealed. */
export const sealedRegistry: GatewayRegistry = {
  findToken: (vendor, token) => registry.findToken(vendor, token),
  credentials: registry.credentials,
  appIdentifiers: registry.appIdentifiers,
};

/** A body vivo takes. */
export const body = (over: JsonObject = {}): JsonObject => ({
  appId: 100001,
  regId,
  notifyType: 4,
  title: 'Denny',
  content: '你好，晚上见',
  skipType: 1,
  classification: 1,
  category: 'IM',
  clientCustomMap: { ext: '{"entity":{"sender":"denny"}}' },
  requestId: 'r-1',
  ...over,
});
/** The body without one field. */
export const without = (field: string): JsonObject =>
  Object.fromEntries(Object.entries(body()).filter(([name]) => name !== field));

/** A request as the gateway gets it; `content` is text or becomes JSON. */
export const capture = (path: string, content: unknown, over: Partial<Capture> = {}): Capture => ({
  method: 'POST',
  path,
  host: '127.0.0.1',
  headers: [
    ['authToken', 'somebody-elses-token'],
    ['content-type', 'application/json'],
  ],
  body: toBytes(typeof content === 'string' ? content : JSON.stringify(content)),
  httpVersion: '1.1',
  tls: true,
  clientCertificate: null,
  ...over,
});

/** What differs from an empty gateway in known mode. */
export type DecideOptions = DecideOptionsOf<VivoMemory>;
/** Runs the gateway on one request. Throws when something it says has no words. */
export const decide = deciderOf(vivoGateway, () => vivo, { nowMs, registry });

/** A token request that vivo takes. */
export const authBody = (over: JsonObject = {}): JsonObject => ({
  appId: 100001,
  appKey: facts.values['appKey'] ?? '',
  timestamp: nowMs,
  sign: '',
  ...over,
});
/** Memory of a gateway with a token of its own, and the token. */
export const withToken = (sign: string): { memory: VivoMemory; authToken: string } => {
  const answer = decide(capture('/message/auth', authBody({ sign })), { mode: 'strict' });
  return { memory: answer.memory, authToken: idOf(replyJson(answer)['authToken']) };
};

/** Code and words of every failed check, for example `10056 vivo.problem.title-long`. */
export const failures = (answer: GatewayAnswer<null, VivoMemory>): string[] =>
  answer.verdict.checks
    .filter((check) => check.outcome === 'failed')
    .map((check) => `${check.code} ${check.phrase.id}`);
/** Outcome of one check. */
export const outcomeOf = (answer: GatewayAnswer<null, VivoMemory>, id: string): string | undefined =>
  answer.verdict.checks.find((check) => check.id === id)?.outcome;

/** Problems of a draft with this payload. Throws when one of them has no words. */
export const problemsOf = problemsIn(() => vivo, target);
/** The draft of an intent that differs from the sample. */
export const draftOf = (over: Partial<Intent> = {}) => {
  const draft = vivo.payload.fromIntent({ ...sampleIntent, ...over }, target, nowMs);
  return { draft, json: JSON.parse(draft.payload) as JsonObject }; // made by JSON.stringify of an object
};

/** Throws when a phrase cannot be said in some language. */
export const mustHaveWords = wordsIn(() => vivo);
