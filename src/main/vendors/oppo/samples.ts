/** What the tests of this folder start from: one valid value of each kind. Nothing else imports it. */
import type { CredentialFacts, Draft, Problem } from '../../../shared/contract/index.ts';
import { writeForm, type FormPairs } from '../kit/form.ts';
import { toBytes } from '../kit/text.ts';
import { deciderOf, type DecideOptionsOf, wordsIn } from '../kit/samples.ts';
import type {
  Capture,
  GatewayAnswer,
  GatewayRegistry,
  OpenCredential,
  RegisteredToken,
  SendTarget,
} from '../vendor.ts';
import { oppoGateway } from './gateway/index.ts';
import { newMemory, rememberToken, type OppoMemory } from './gateway/memory.ts';
import { sendPaths, type SendKind } from './hosts.ts';
import { oppo } from './index.ts';

export { replyJson } from '../kit/samples.ts';

/** The moment the tests play in. */
export const nowMs = Date.UTC(2026, 10, 21, 8, 30);
export const packageName = 'com.example.im';
/** Registration id of a phone of the workspace. */
export const regId = 'CN_fc0f0b38220cba7a1bcbda20857e021b';
/** Registration id of a phone whose app is uninstalled. */
export const deadRegId = 'CN_00000000220cba7a1bcbda20857e021b';
/** Registration id of a phone that has another app. */
export const otherAppRegId = 'CN_11111111220cba7a1bcbda20857e021b';
/** A registration id of the right form that no phone has. */
export const foreignRegId = 'CN_22222222220cba7a1bcbda20857e021b';
/** From the worked signature. */
export const appKey = '0123456789abcdef0123456789abcdef';
export const masterSecret = 'fedcba9876543210fedcba9876543210';
export const appSecret = '00112233445566778899aabbccddeeff';
/** A token that `memory` has issued. */
export const authToken = 'pushscope-token';

export const facts: Extract<CredentialFacts, { kind: 'app-keys' }> = {
  kind: 'app-keys',
  vendor: 'oppo',
  values: { appKey, appId: '3000001', packageName },
  secretNames: ['masterSecret', 'appSecret'],
};
export const credential: OpenCredential = { id: 'c1', facts, secret: { masterSecret, appSecret } };

/** The phone, with its credential. */
export const target: SendTarget = {
  token: regId,
  appIdentifier: packageName,
  environment: 'production',
  credential: facts,
};

const phone = (token: string, state: RegisteredToken['state'], appIdentifier = packageName): RegisteredToken => ({
  token,
  deviceId: `device-of-${token}`,
  appIdentifier,
  environment: 'production',
  state,
  deadAtMs: state === 'active' ? null : nowMs - 1000,
});
const phones = [
  phone(regId, 'active'),
  phone(deadRegId, 'unregistered'),
  phone(otherAppRegId, 'active', 'com.example.other'),
];
/** A workspace with three phones and the credential, whose secrets are at hand. */
export const registry: GatewayRegistry = {
  findToken: (_vendor, token) => phones.find((candidate) => candidate.token === token) ?? null,
  credentials: [facts],
  appIdentifiers: new Set([packageName, 'com.example.other']),
  secret: (_facts, name) => ({ masterSecret, appSecret })[name] ?? null,
};

/** A gateway that has issued `authToken` just now. */
export const memory: OppoMemory = rememberToken(newMemory(), authToken, appKey, nowMs);

/** A notification that OPPO takes and the phone shows; undefined takes a field away. */
export const notification = (over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  title: 'Denny',
  content: 'Hi 你好',
  channel_id: 'tuikit',
  category: 'IM',
  notify_level: 2,
  private_msg_template_id: 'T1',
  private_title_parameters: '{"sender":"Denny"}',
  private_content_parameters: '{"text":"Hi 你好"}',
  click_action_type: 4,
  click_action_activity: 'com.example.im.MainActivity',
  action_parameters: '{"entity":"{\\"sender\\":\\"denny\\"}"}',
  off_line: true,
  off_line_ttl: 86_400,
  ...over,
});

/** A message to the phone. */
export const message = (
  over: Readonly<Record<string, unknown>> = {},
  top: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  target_type: 2,
  target_value: regId,
  verify_registration_id: false,
  notification: notification(over),
  ...top,
});

/** A draft with this message. */
export const draft = (
  over: Readonly<Record<string, unknown>> = {},
  top: Readonly<Record<string, unknown>> = {},
): Draft => ({
  payload: JSON.stringify(message(over, top)),
  options: {},
});

/** A form to one of the send paths, or to `path`. */
export const formCapture = (path: string, pairs: FormPairs, over: Partial<Capture> = {}): Capture => ({
  method: 'POST',
  path,
  host: '127.0.0.1',
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  body: toBytes(writeForm(pairs)),
  httpVersion: '1.1',
  tls: true,
  clientCertificate: null,
  ...over,
});

/** A send with the issued token. */
export const send = (kind: SendKind, pairs: FormPairs): Capture =>
  formCapture(sendPaths[kind], [['auth_token', authToken], ...pairs]);

/** A single send of this message. */
export const unicast = (
  over: Readonly<Record<string, unknown>> = {},
  top: Readonly<Record<string, unknown>> = {},
): Capture => send('unicast', [['message', JSON.stringify(message(over, top))]]);

/** What differs from a gateway in strict mode that has issued the token. */
export type DecideOptions = DecideOptionsOf<OppoMemory>;
export type Answer = GatewayAnswer<null, OppoMemory>;

/** Runs the gateway on one request. Throws when something it says has no words. */
export const decide = deciderOf(oppoGateway, () => oppo, {
  nowMs,
  registry,
  memory,
  mode: 'strict',
  newId: () => '6f1c0b5e-3b7e-4a64-9d0c-2f4a5b6c7d8e',
});

/** Question and words of every failed check. */
export const failures = (answer: Answer): string[] =>
  answer.verdict.checks.filter(({ outcome }) => outcome === 'failed').map(({ id, phrase }) => `${id}: ${phrase.id}`);

/** Words of the unverified checks. */
export const doubts = (answer: Answer): string[] =>
  answer.verdict.checks.filter(({ outcome }) => outcome === 'unverified').map(({ phrase }) => phrase.id);

/** Problems of a draft. Throws when one of them has no words. */
export const problemsOf = (one: Draft, to: SendTarget | null = target): Problem[] => {
  const { problems } = oppo.payload.check(one, to);
  mustHaveWords(problems.flatMap(({ phrase, fix }) => (fix ? [phrase, fix] : [phrase])));
  return problems;
};

/** Throws when a phrase cannot be said in some language. */
export const mustHaveWords = wordsIn(() => oppo);
