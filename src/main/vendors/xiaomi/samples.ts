/** What the tests of this folder start from: one valid value of each kind. Nothing else imports it. */
import type { CredentialFacts, Draft, Problem } from '../../../shared/contract/index.ts';
import { writeForm } from '../kit/form.ts';
import type { JsonObject } from '../kit/json.ts';
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
import { xiaomiGateway } from './gateway/index.ts';
import type { XiaomiMemory } from './gateway/memory.ts';
import { xiaomi } from './index.ts';

export { replyJson } from '../kit/samples.ts';

/** The moment the tests play in. */
export const nowMs = Date.UTC(2026, 10, 21, 8, 30);
export const packageName = 'com.example.im';
/** Registration id of a phone of the workspace. */
export const regId = 'AbCdEf1234567890AbCdEf1234567890AbCdEf123456';
/** Registration id of a phone whose app is uninstalled. */
export const deadRegId = 'DeAdEf1234567890AbCdEf1234567890AbCdEf123456';
/** Registration id of a phone that has another app. */
export const otherAppRegId = 'OtHeRf1234567890AbCdEf1234567890AbCdEf123456';
/** A registration id of the right form that no phone has. */
export const foreignRegId = 'FoReIg1234567890AbCdEf1234567890AbCdEf123456';
export const appSecret = 'AppSecretExample==';

/** A credential with its channels: 100001 is private, 100002 public. */
export const facts: Extract<CredentialFacts, { kind: 'app-keys' }> = {
  kind: 'app-keys',
  vendor: 'xiaomi',
  values: {
    packageName,
    appId: '2882303761517000001',
    appKey: '5821700000001',
    privateChannelIds: '100001',
    publicChannelIds: '100002',
  },
  secretNames: ['appSecret'],
};
export const credential: OpenCredential = { id: 'c1', facts, secret: { appSecret } };

/** The phone, with its credential. */
export const target: SendTarget = {
  token: regId,
  appIdentifier: packageName,
  environment: 'production',
  credential: facts,
};

const phone = (token: string, state: RegisteredToken['state'], appIdentifier = packageName): RegisteredToken => ({
  token,
  deviceId: `device-of-${token.slice(0, 4)}`,
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
/** A workspace with three phones and the credential, whose secret is at hand. */
export const registry: GatewayRegistry = {
  findToken: (_vendor, token) => phones.find((candidate) => candidate.token === token) ?? null,
  credentials: [facts],
  appIdentifiers: new Set([packageName, 'com.example.other']),
  secret: (_facts, name) => (name === 'appSecret' ? appSecret : null),
};

/** The Intent URI that Tencent's console asks for. */
export const intentUri =
  'intent://com.example.im/detail#Intent;scheme=pushscheme;launchFlags=0x4000000;component=com.example.im/.MainActivity;end';

type Fields = Readonly<Record<string, string | null>>;

/** A form that Xiaomi takes; null takes a field away. */
export const fields = (over: Fields = {}): [string, string][] =>
  Object.entries({
    registration_id: regId,
    restricted_package_name: packageName,
    pass_through: '0',
    title: 'Denny',
    description: 'Lunch at 12:30?',
    notify_type: '-1',
    notify_id: '7',
    time_to_live: '86400000',
    'extra.channel_id': '100001',
    'extra.template_id': 'T1',
    'extra.template_param': '{"text":"Lunch"}',
    'extra.notify_effect': '2',
    'extra.intent_uri': intentUri,
    'extra.ext': '{"entity":{"sender":"denny"}}',
    ...over,
  }).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));

/** A request with these fields, as the gateway gets it. */
export const capture = (over: Fields = {}, request: Partial<Capture> = {}): Capture => ({
  method: 'POST',
  path: '/v3/message/regid',
  host: '127.0.0.1',
  headers: [
    ['Authorization', `key=${appSecret}`],
    ['Content-Type', 'application/x-www-form-urlencoded;charset=UTF-8'],
  ],
  body: toBytes(writeForm(fields(over))),
  httpVersion: '1.1',
  tls: true,
  clientCertificate: null,
  ...request,
});

/** What differs from an empty gateway in strict mode. */
export type DecideOptions = DecideOptionsOf<XiaomiMemory>;
export type Answer = GatewayAnswer<null, XiaomiMemory>;

/** Runs the gateway on one request. Throws when something it says has no words. */
export const decide = deciderOf(xiaomiGateway, () => xiaomi, {
  nowMs,
  registry,
  mode: 'strict',
  newId: () => '6f1c0b5e-3b7e-4a64-9d0c-2f4a5b6c7d8e',
});

/** Question and words of every failed check, for example `texts: xiaomi.problem.blank-text`. */
export const failures = (answer: Answer): string[] =>
  answer.verdict.checks.filter(({ outcome }) => outcome === 'failed').map(({ id, phrase }) => `${id}: ${phrase.id}`);

/** Words of the unverified checks. */
export const doubts = (answer: Answer): string[] =>
  answer.verdict.checks.filter(({ outcome }) => outcome === 'unverified').map(({ phrase }) => phrase.id);

/** A draft that Xiaomi takes, as JSON of the form's fields; null takes a field away. */
export const draft = (top: Readonly<Record<string, unknown>> = {}, extra: JsonObject | null = {}): Draft => ({
  payload: JSON.stringify({
    registration_id: regId,
    restricted_package_name: packageName,
    pass_through: 0,
    title: 'Denny',
    description: 'Lunch at 12:30?',
    notify_type: -1,
    notify_id: 7,
    time_to_live: 86_400_000,
    ...(extra === null
      ? {}
      : {
          extra: {
            channel_id: '100001',
            template_id: 'T1',
            template_param: '{"text":"Lunch"}',
            notify_effect: '2',
            intent_uri: intentUri,
            ext: '{"entity":{"sender":"denny"}}',
            ...extra,
          },
        }),
    ...top,
  }),
  options: {},
});

/** Names of the problems of a draft. Throws when one of them has no words. */
export const problemsOf = (one: Draft, to: SendTarget | null = target): Problem[] => {
  const { problems } = xiaomi.payload.check(one, to);
  mustHaveWords(problems.flatMap(({ phrase, fix }) => (fix ? [phrase, fix] : [phrase])));
  return problems;
};

/** Throws when a phrase cannot be said in some language. */
export const mustHaveWords = wordsIn(() => xiaomi);
