import type { Phrase } from '../../../../shared/contract/index.ts';
import type { GatewayAnswer, GatewayInput, RetiredRequest } from '../../vendor.ts';
import type { RequestPath } from '../hosts.ts';
import type { Message } from '../payload/model.ts';
import { readRetired } from '../retired/index.ts';
import { checkSender } from './bearer.ts';
import { firstRefusal, verdictOf } from '../../kit/rows.ts';
import { failed, notReached, passed, type Row } from './checks.ts';
import type { FcmMemory } from './memory.ts';
import { checkBody, checkRecipient } from './message.ts';
import { takeQuota } from './quota.ts';
import { htmlPage, isCompact, toResponse } from './reply.ts';

type Input = GatewayInput<unknown, FcmMemory>;
type Answer = GatewayAnswer<unknown, FcmMemory>;

/** Message ids as Google shapes them: microseconds and a hash for a token, a plain number for anything else. */
const messageId = (message: Message, nowMs: number, newId: () => string): string => {
  const hex = newId().replaceAll('-', '');
  const micros = `${nowMs}${String(Number.parseInt(hex.slice(-4), 16) % 1000).padStart(3, '0')}`;
  if (message.token !== undefined) return `0:${micros.padStart(16, '0')}%${hex.slice(0, 16)}`;
  return String(BigInt(`0x${hex.slice(0, 15)}`));
};

const whyAccepted = (message: Message, isTrial: boolean): Phrase => {
  if (isTrial) return { id: 'fcm.verdict.validate-only' };
  if (message.topic !== undefined) return { id: 'fcm.verdict.topic', params: { topic: message.topic } };
  if (message.condition !== undefined) return { id: 'fcm.verdict.condition', params: { condition: message.condition } };
  return { id: message.fid === undefined ? 'fcm.verdict.accepted' : 'fcm.verdict.installation' };
};

interface Gathered {
  readonly rows: readonly Row[];
  readonly memory: FcmMemory;
  /** Empty when the body names none; then a check has failed. */
  readonly message: Message;
  readonly isTrial: boolean;
  readonly text: string;
}

const gather = (input: Input, path: RequestPath, project: string): Gathered => {
  const contents = checkBody(input.capture, path.query);
  const message = contents.body?.message;
  const quota = takeQuota(input.memory, project, input.nowMs);
  const rows = [
    passed('path'),
    passed('method'),
    ...checkSender(input, path, project),
    ...contents.rows,
    ...(message ? checkRecipient(input, message) : [notReached('registered')]),
    quota.row,
  ];
  const isTrial = contents.body?.validate_only === true;
  return { rows, memory: quota.memory, message: message ?? {}, isTrial, text: contents.text ?? '' };
};

/** Decides a POST to a send address. All checks are reported; the first that fails is the answer. */
export const decideSend = (input: Input, path: RequestPath, project: string): Answer => {
  const { rows, memory, message, isTrial, text } = gather(input, path, project);
  const compact = isCompact(path.query);
  const { token } = message;
  const refusal = firstRefusal(rows)?.refusal;
  const common = {
    kind: 'push',
    verdict: verdictOf(rows, whyAccepted(message, isTrial)),
    connection: input.connection,
    memory,
    effects: [],
  } as const;
  if (refusal) {
    const targets = token ? [{ token, outcome: 'rejected' as const, reason: refusal.code }] : [];
    return { ...common, reply: toResponse(refusal, compact), vendorMessageId: null, targets, delivery: null };
  }
  const id = isTrial ? 'fake_message_id' : messageId(message, input.nowMs, input.newId);
  const name = `projects/${project}/messages/${id}`;
  return {
    ...common,
    reply: toResponse({ status: 200, body: { name } }, compact),
    vendorMessageId: name,
    targets: token ? [{ token, outcome: 'accepted', reason: null }] : [],
    delivery: token && !isTrial ? { payload: text, options: { projectId: project } } : null,
  };
};

/** Addresses that answered once, or that Google has and we do not; `why` names what to do instead. */
const knownElsewhere: readonly (readonly [RegExp, string])[] = [
  [/^\/fcm\/(?:send|notification)\/?$/, 'retired-send'],
  [/^\/gcm\/(?:send|notification)\/?$/, 'retired-send'],
  [/^\/batch(?:\/.*)?$/, 'retired-batch'],
  [/^\/iid\/|^\/v1\/projects\/[^/]+\/registrations\b/, 'topics'],
];

/** Refuses a request whose address or method is not one of ours. */
export const refuseAddress = (input: Input, path: RequestPath, isOurPath: boolean): Answer => {
  const { capture } = input;
  const why = knownElsewhere.find(([form]) => form.test(path.name))?.[1] ?? 'unknown';
  const row = isOurPath
    ? failed('method', 'other', htmlPage(405, path.name), { method: capture.method })
    : failed('path', why, htmlPage(404, path.name), { path: path.name.slice(0, 120) });
  const rows = isOurPath ? [passed('path'), row] : [row];
  const old = readRetired(capture);
  return {
    kind: 'push',
    verdict: verdictOf(rows, row.phrase),
    reply: toResponse(row.refusal ?? htmlPage(404, path.name), false),
    connection: input.connection,
    memory: input.memory,
    effects: [],
    vendorMessageId: null,
    targets: old ? refusedTargets(old, row.refusal?.code ?? null) : [],
    delivery: null,
    ...(why.startsWith('retired-') && !isOurPath ? { isRetired: true } : {}),
  };
};

/** A stream of the retired XMPP API. Nobody documents what its hosts do now; the connection is cut without an answer. */
export const refuseXmpp = (input: Input): Answer => {
  const why: Phrase = { id: 'fcm.check.path.retired-xmpp' };
  const check = { id: 'path', outcome: 'failed', code: null, phrase: why, certainty: 'guess' } as const;
  const old = readRetired(input.capture);
  return {
    kind: 'push',
    verdict: { accepted: false, status: 0, code: null, why, checks: [check] },
    reply: toResponse(htmlPage(404, ''), false),
    connection: input.connection,
    memory: input.memory,
    effects: [],
    vendorMessageId: null,
    targets: old ? refusedTargets(old, null) : [],
    delivery: null,
    isRetired: true,
  };
};

const refusedTargets = ({ pushes }: RetiredRequest, reason: string | null): Answer['targets'] =>
  pushes.flatMap(({ tokens }) => tokens).map((token) => ({ token, outcome: 'rejected', reason }));
