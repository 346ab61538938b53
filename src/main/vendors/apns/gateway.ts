import type { Check, GatewayProfile, Outcome, Verdict } from '../../../shared/contract/index.ts';
import { headerOf } from '../kit/headers.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import {
  defineGateway,
  type GatewayAnswer,
  type GatewayEffect,
  type GatewayInput,
  type WireResponse,
} from '../vendor.ts';
import { statusOf } from './errors.ts';
import { ask, type Asked } from './gateway/asked.ts';
import type { CheckRule } from './gateway/check.ts';
import { tokenChecks } from './gateway/checks-auth.ts';
import { bodyChecks } from './gateway/checks-body.ts';
import { certificateChecks, certificateOpening } from './gateway/checks-certificate.ts';
import { rateChecks } from './gateway/checks-rate.ts';
import { headerChecks, requestChecks } from './gateway/checks-request.ts';
import { deviceTokenChecks, topicChecks } from './gateway/checks-target.ts';
import { pushyBodyChecks, pushyCertificateChecks, pushyOpening, pushyTokenChecks } from './gateway/pushy.ts';
import { recipes } from './gateway/recipes.ts';
import { welcome } from './gateway/welcome.ts';
import {
  afterToken,
  countPush,
  newConnection,
  newMemory,
  type ConnectionState,
  type MemoryState,
} from './gateway/state.ts';
import { firstFrame, streamsAfterToken, streamsBeforeToken } from './limits.ts';
import { isMessageId } from './option-values.ts';
import { oldProtocol, refuseBinary } from './retired/index.ts';
import { optionsFrom } from './wire.ts';

type Input = GatewayInput<ConnectionState, MemoryState>;
type Answer = GatewayAnswer<ConnectionState, MemoryState>;

interface Order {
  readonly opening: readonly CheckRule[];
  /** Who is asking. */
  readonly who: readonly CheckRule[];
  readonly what: readonly CheckRule[];
}
const what = (by: 'token' | 'certificate'): readonly CheckRule[] => [
  ...headerChecks,
  ...topicChecks(by),
  ...deviceTokenChecks,
  ...bodyChecks,
  ...rateChecks,
];

/**
 * Checks in the order their reasons are answered. Apple publishes none. What is known: a push to a made-up device token with a
 * good key gets BadDeviceToken, so who asks is settled before the phone is looked up.
 */
const orders: Readonly<Record<GatewayProfile, Readonly<Record<'token' | 'certificate', Order>>>> = {
  apple: {
    token: { opening: requestChecks, who: tokenChecks, what: what('token') },
    certificate: {
      opening: [...certificateOpening, ...requestChecks],
      who: certificateChecks,
      what: what('certificate'),
    },
  },
  'pushy-compatible': {
    token: { opening: pushyOpening, who: pushyTokenChecks, what: pushyBodyChecks },
    certificate: { opening: pushyOpening, who: pushyCertificateChecks, what: pushyBodyChecks },
  },
};

const isFailed = (check: Check): boolean => check.outcome === 'failed';
const run = (rules: readonly CheckRule[], asked: Asked): Check[] => rules.map((rule) => rule(asked));

const whyAccepted = (checks: readonly Check[]): Verdict['why'] => {
  let count = 0;
  for (const check of checks) if (check.outcome === 'unverified') count += 1;
  return count === 0 ? { id: 'apns.verdict.accepted' } : { id: 'apns.verdict.accepted-unverified', params: { count } };
};

/** Echo of a proper `apns-id`, else one made here; those APNs makes are upper case. */
const messageIdFor = ({ headers, input }: Asked): string => {
  const own = headers.get('apns-id') ?? '';
  return isMessageId(own) ? own : input.newId().toUpperCase();
};

/** A refusal's body. Only the two reasons of 410 carry the time, in milliseconds. */
const refusalBody = (code: string, asked: Asked): string => {
  if (statusOf(code) !== 410) return JSON.stringify({ reason: code });
  return JSON.stringify({ reason: code, timestamp: asked.registered?.deadAtMs ?? asked.input.nowMs });
};

const noBody = new Uint8Array(0);
const replyTo = (asked: Asked, code: string | null, messageId: string): WireResponse => {
  const headers: [string, string][] = [['apns-id', messageId]];
  if (asked.environment === 'sandbox') headers.push(['apns-unique-id', asked.input.newId()]);
  if (code === null) return { status: 200, headers, body: noBody };
  headers.push(['content-type', 'application/json']);
  return { status: statusOf(code), headers, body: toBytes(refusalBody(code, asked)) };
};

/**
 * A certificate of the other environment gets no answer but a GOAWAY with the reason in its debug data. Seen on the wire with
 * error code 0 and last stream 0.
 */
const goaway = (code: string): GatewayEffect => ({
  kind: 'goaway',
  errorCode: 0,
  lastStreamId: 0,
  debug: goawayDebug(code),
  instead: true,
});
const goawayDebug = (code: string): string => JSON.stringify({ reason: code });

/** The answer with a reason that a fault asks for, in place of the decided one. It keeps the ids. */
const faultReply = (
  { code, status }: { readonly code: string; readonly status: number },
  decided: WireResponse,
  nowMs: number,
): WireResponse => ({
  status,
  headers: [...decided.headers.filter(([name]) => name !== 'content-type'), ['content-type', 'application/json']],
  body: toBytes(JSON.stringify(status === 410 ? { reason: code, timestamp: nowMs } : { reason: code })),
});

const nextConnection = (asked: Asked, isTrusted: boolean): ConnectionState => {
  const { connection, memory, nowMs } = asked.input;
  const read = connection.certificate === undefined ? { ...connection, certificate: asked.certificate } : connection;
  return isTrusted && asked.token?.form === 'ok' ? afterToken(read, memory, asked.token, nowMs) : read;
};

const effectsOf = ({ connection, settings }: Input, after: ConnectionState, code: string | null): GatewayEffect[] => {
  const effects: GatewayEffect[] = [];
  const isRaised = after.isRaised && !connection.isRaised;
  if (isRaised && settings.mode === 'strict')
    effects.push({ kind: 'settings', maxConcurrentStreams: streamsAfterToken });
  if (code === 'BadCertificateEnvironment') effects.push(goaway(code));
  return effects;
};

const targetsOf = ({ deviceToken, registered }: Asked, code: string | null): Answer['targets'] => {
  if (!deviceToken) return [];
  const outcome: Outcome = code === null ? 'accepted' : 'rejected';
  return [{ token: registered?.token ?? deviceToken, outcome, reason: code }];
};

const deliveryOf = (asked: Asked): Answer['delivery'] => {
  const options = optionsFrom((name) => asked.headers.get(name));
  if (asked.topic !== '') options['topic'] = asked.topic;
  return { payload: fromBytes(asked.capture.body) ?? '', options };
};

/** A stream of the binary protocol: cut, for nothing answers it any more. */
const decideBinary = ({ capture, connection, memory }: Input): Answer => ({
  ...refuseBinary(capture.body),
  kind: 'push',
  reply: { status: 0, headers: [], body: noBody },
  connection,
  memory,
  effects: [],
  vendorMessageId: null,
  delivery: null,
});

const decide = (input: Input): Answer => {
  if (input.capture.httpVersion === 'none') return decideBinary(input);
  const asked = ask(input);
  const order = orders[input.settings.profile][asked.certificate === null ? 'token' : 'certificate'];
  const who = run(order.who, asked);
  const checks = [...run(order.opening, asked), ...who, ...run(order.what, asked)];
  const failure = checks.find(isFailed) ?? null;
  const code = failure?.code ?? null;
  const messageId = messageIdFor(asked);
  const reply = replyTo(asked, code, messageId);
  const connection = nextConnection(asked, !who.some(isFailed));
  if (failure === null && asked.deviceToken && input.settings.perTokenPerMinute > 0) {
    countPush(input.memory, asked.deviceToken, input.nowMs);
  }
  const why = failure?.phrase ?? whyAccepted(checks);
  return {
    kind: 'push',
    verdict: { accepted: failure === null, status: reply.status, code, why, checks },
    reply,
    connection,
    memory: input.memory,
    effects: effectsOf(input, connection, code),
    vendorMessageId: messageId,
    targets: targetsOf(asked, code),
    delivery: failure === null ? deliveryOf(asked) : null,
  };
};

/**
 * Plays APNs for one device at a time: `POST /3/device/<token>`. Everything that can be told from the request, the workspace
 * and the connection is checked, all failures are listed, and the first is the answer.
 */
export const gateway = defineGateway<ConnectionState, MemoryState>({
  defaultPort: 2197,
  alpn: ['h2'],
  plain: false,
  requestCertificate: true,
  // Apple allows one stream until a provider token was accepted, and refuses further ones that a client opened before it read so.
  // Common clients do open them and lose pushes by it; only strict mode shows that.
  firstSettings: ({ clientCertificate, mode }) => ({
    maxConcurrentStreams: mode === 'strict' && !clientCertificate?.length ? streamsBeforeToken : streamsAfterToken,
    ...firstFrame,
  }),
  maxBodyBytes: 65_536,
  oldProtocol,
  newConnection,
  newMemory,
  decide,
  unavailable: () => ({
    status: 503,
    headers: [['content-type', 'application/json']],
    body: toBytes(JSON.stringify({ reason: 'ServiceUnavailable' })),
  }),
  profiles: ['apple', 'pushy-compatible'],
  limitsPerToken: true,
  idleGoaway: goawayDebug('IdleTimeout'),
  faultReply,
  goawayDebug,
  welcome,
  busyCode: 'TooManyRequests',
  accessToken: {
    expired: { code: 'ExpiredProviderToken', status: 403 },
    shownIn: ({ headers }) => headerOf(headers, 'authorization') ?? null,
  },
  recipes,
});
