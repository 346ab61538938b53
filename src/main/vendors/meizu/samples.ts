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
import { meizuGateway } from './gateway/index.ts';
import type { MeizuMemory } from './gateway/memory.ts';
import { meizu } from './index.ts';
import { encodeForm, signForm, type Fields } from './sign.ts';

export { replyJson } from '../kit/samples.ts';

/** The moment the tests play in. */
export const nowMs = Date.UTC(2026, 10, 21, 2, 0);
/** pushId of a phone of the workspace, of one whose app is gone, and of nobody. */
export const pushId = 'RA50c6348036344485d01776773577c64740465480a6b';
export const deadPushId = 'J0476035d625e6c64567f71487e040e7d017f0558675b';
export const foreignPushId = 'V5R5b7c0270627a645b4f7f4e5a70457c5f0242060465';

/** Keys of an app; the secret is nobody's. */
export const facts: Extract<CredentialFacts, { kind: 'app-keys' }> = {
  kind: 'app-keys',
  vendor: 'meizu',
  values: { appId: '100999' },
  secretNames: ['appSecret'],
};
export const appSecret = '0123456789abcdef0123456789abcdef';
/** The keys with their secret open. */
export const credential: OpenCredential = { id: 'c1', facts, secret: { appSecret } };
/** The phone, with the keys of its app. */
export const target: SendTarget = {
  token: pushId,
  appIdentifier: 'com.example.im',
  environment: 'production',
  credential: facts,
};

const phone = (token: string, state: RegisteredToken['state']): RegisteredToken => ({
  token,
  deviceId: `device-${token.slice(0, 4)}`,
  appIdentifier: 'com.example.im',
  environment: 'production',
  state,
  deadAtMs: state === 'active' ? null : nowMs - 1000,
});
const phones = [phone(pushId, 'active'), phone(deadPushId, 'unregistered')];
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

/** A notification Meizu takes, with parts put over it. */
export const message = (over: JsonObject = {}): JsonObject => ({
  noticeBarInfo: { noticeMsgType: 1, title: 'Denny', content: '你好' },
  clickTypeInfo: { clickType: 0, parameters: { ext: '{"entity":{"sender":"denny"}}' } },
  pushTimeInfo: { offLine: 1, validTime: 24 },
  ...over,
});

/** A signed form; a field that is null is left out, `sign` may be given. */
export const form = (over: Readonly<Record<string, string | null>> = {}): string => {
  const all = { appId: '100999', pushIds: pushId, messageJson: JSON.stringify(message()), ...over };
  const fields: Fields = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  const signed = Object.hasOwn(over, 'sign') ? fields : [...fields, ['sign', signForm(fields, appSecret)] as const];
  return encodeForm(signed);
};

/** The path of an address. */
export const at = (rest: string): string => `/garcia/api/server/push/${rest}`;
/** A request as the gateway gets it. */
export const capture = (rest: string, body: string, over: Partial<Capture> = {}): Capture => ({
  method: 'POST',
  path: at(rest),
  host: '127.0.0.1',
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  body: toBytes(body),
  httpVersion: '1.1',
  tls: false,
  clientCertificate: null,
  ...over,
});

/** What differs from an empty gateway in known mode. */
export type DecideOptions = DecideOptionsOf<MeizuMemory>;
type Answer = GatewayAnswer<null, MeizuMemory>;
/** Runs the gateway on one request. Throws when something it says has no words. */
export const decide = deciderOf(meizuGateway, () => meizu, { nowMs, registry });
/** A push to one phone, with form fields put over it. */
export const push = (over: Readonly<Record<string, string | null>> = {}, options: DecideOptions = {}): Answer =>
  decide(capture('varnished/pushByPushId', form(over)), options);
/** The same with another message. */
export const pushMessage = (content: JsonObject, options: DecideOptions = {}): Answer =>
  push({ messageJson: JSON.stringify(content) }, options);

/** Code and words of every failed check. */
export const failures = (answer: Answer): string[] =>
  answer.verdict.checks
    .filter((check) => check.outcome === 'failed')
    .map((check) => `${check.code} ${check.phrase.id}`);
/** Words of one check. */
export const wordsOf = (answer: Answer, id: string): string | undefined =>
  answer.verdict.checks.find((check) => check.id === id)?.phrase.id;

/** Problems of a draft with this payload. Throws when one of them has no words. */
export const problemsOf = problemsIn(() => meizu, target);
/** The draft of an intent that differs from the sample. */
export const draftOf = (over: Partial<Intent> = {}) => {
  const draft = meizu.payload.fromIntent({ ...sampleIntent, ...over }, target, nowMs);
  return { draft, json: JSON.parse(draft.payload) as JsonObject }; // made by JSON.stringify of an object
};

/** Throws when a phrase cannot be said in some language. */
export const mustHaveWords = wordsIn(() => meizu);
