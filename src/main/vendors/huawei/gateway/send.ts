import type { Draft, Phrase } from '../../../../shared/contract/index.ts';
import { shorten } from '../../kit/cut-text.ts';
import { firstRefusal, verdictOf, type Row } from '../../kit/rows.ts';
import { hasMember, objectIn, textIn } from '../../kit/json-pick.ts';
import type { JsonObject } from '../../kit/json.ts';
import { fromBytes } from '../../kit/text.ts';
import type { GatewayAnswer, GatewayInput } from '../../vendor.ts';
import type { SendAddress } from '../hosts.ts';
import { pushOf, type Push } from '../payload/effective.ts';
import { pushTypeOf } from '../payload/draft.ts';
import { checkBody, optionsOfRequest, readBody } from '../payload/index.ts';
import { tokensOf } from '../payload/rules-target.ts';
import { checkSender } from './bearer.ts';
import { checks } from './checks.ts';
import type { HuaweiMemory } from './memory.ts';
import { checkTestDay, quieted, takeDeviceQuota, takeRate, type DeviceQuota } from './quota.ts';
import { checkApp, sortTokens, tokenDetails, type Sorted } from './recipient.ts';
import { bare, envelope, refusalReply } from './reply.ts';

type Input = GatewayInput<unknown, HuaweiMemory>;
type Answer = GatewayAnswer<unknown, HuaweiMemory>;

/** Ids as Huawei writes them: the time in milliseconds and eleven digits more. */
const newRequestId = ({ nowMs, newId }: Input): string =>
  `${nowMs}${String(Number.parseInt(newId().replaceAll('-', '').slice(0, 8), 16))
    .padStart(11, '0')
    .slice(-11)}`;

/** What could be read of a body. */
interface Contents {
  readonly rows: readonly Row[];
  readonly root: JsonObject | null;
  readonly tokens: readonly string[];
  readonly draft: Draft;
  readonly push: Push | null;
}

const bodyQuestions = ['target', 'size', 'structure', 'collapse', 'ttl', 'test-limit'] as const;

const checkContents = (input: Input, address: SendAddress): Contents => {
  const payload = fromBytes(input.capture.body);
  const draft: Draft = { payload: payload ?? '', options: optionsOfRequest(input.capture) ?? {} };
  const unread = (row: Row[]): Contents => ({
    rows: [...row, ...bodyQuestions.map((id) => checks.notReached(id))],
    root: null,
    tokens: [],
    draft,
    push: null,
  });
  if (payload === null) {
    return unread([
      checks.failed('json', 'not-utf8', { status: 400, code: '80100001', message: 'Check Parameter Error.' }),
    ]);
  }
  const read = readBody(payload);
  if ('finding' in read) return unread(checks.ofFindings('json', [read.finding]));
  const { root } = read;
  const found = checkBody(payload, { root, api: address.api, pushType: pushTypeOf(draft) });
  return {
    rows: [checks.passed('json'), ...bodyQuestions.flatMap((id) => checks.ofFindings(id, found))],
    root,
    tokens: tokensOf({ root, api: address.api }),
    draft,
    push: pushOf(draft),
  };
};

/** HIGH urgency needs a right that Huawei grants; whether the app has it is not known here. */
const checkUrgency = (root: JsonObject | null): Row =>
  textIn(objectIn(objectIn(root ?? undefined, 'message'), 'android'), 'urgency') === 'HIGH'
    ? checks.unverified('urgency', 'unverified')
    : checks.passed('urgency');

const whyAccepted = (contents: Contents, sorted: Sorted): Phrase => {
  const message = objectIn(contents.root ?? undefined, 'message');
  if (contents.push?.isTrial) return { id: 'huawei.verdict.validate-only' };
  if (sorted.refused.size > 0) {
    return { id: 'huawei.verdict.partly', params: { refused: sorted.refused.size, all: contents.tokens.length } };
  }
  for (const name of ['topic', 'condition']) {
    if (hasMember(message, name))
      return { id: 'huawei.verdict.topic', params: { topic: shorten(textIn(message, name) ?? '') } };
  }
  return { id: 'huawei.verdict.accepted' };
};

const acceptedReply = (address: SendAddress, { tokens }: Contents, { refused }: Sorted, requestId: string) =>
  refused.size === 0
    ? envelope(200, '80000000', 'Success', requestId)
    : envelope(200, '80100000', tokenDetails(address.api, tokens, refused), requestId);

const targetsOf = (contents: Contents, sorted: Sorted, quota: DeviceQuota): Answer['targets'] =>
  contents.tokens.map((token) => {
    const why = sorted.refused.get(token);
    if (why !== undefined) return { token, outcome: 'rejected', reason: why };
    const quiet = quota.quiet.get(token);
    return {
      token,
      outcome: 'accepted',
      reason: null,
      ...(quiet === undefined ? {} : { delivery: quieted(contents.draft, quiet) }),
    };
  });

/** Decides a POST to a send address. All checks are reported; the first that fails is the answer. */
export const decideSend = (input: Input, address: SendAddress): Answer => {
  const requestId = newRequestId(input);
  const contents = checkContents(input, address);
  const sorted = sortTokens(input, address, contents.tokens);
  const { row: rateRow, rates } = takeRate(input, address.id);
  const rows = [
    checks.passed('path'),
    checks.passed('method'),
    ...checkSender(input, address),
    ...contents.rows,
    checkTestDay(input, address.id, contents.push),
    checkApp(input, address),
    checkUrgency(contents.root),
    contents.root === null ? checks.notReached('tokens') : sorted.row,
    rateRow,
  ];
  const refusal = firstRefusal(rows)?.refusal;
  const memory: HuaweiMemory = { ...input.memory, rates };
  const common = { kind: 'push', connection: input.connection, effects: [] } as const;
  if (refusal || contents.push === null) {
    const answer = refusal ?? { status: 400, code: '80100003', message: 'Illegal payload.' };
    return {
      ...common,
      verdict: verdictOf(rows, { id: 'huawei.verdict.accepted' }),
      reply: refusalReply(answer, requestId),
      memory,
      vendorMessageId: null,
      targets: contents.tokens.map((token) => ({
        token,
        outcome: 'rejected',
        // Only this answer is about tokens; any other was given before one was looked at.
        reason: (answer.code === '80300007' ? sorted.refused.get(token) : undefined) ?? answer.code,
      })),
      delivery: null,
    };
  }
  const { isTrial } = contents.push;
  const goodTokens = contents.tokens.filter((token) => !sorted.refused.has(token));
  const quota = takeDeviceQuota(input, address.id, contents.push, isTrial ? [] : goodTokens);
  return {
    ...common,
    verdict: {
      ...verdictOf([...rows, quota.row], whyAccepted(contents, sorted)),
      code: sorted.refused.size > 0 ? '80100000' : null,
    },
    reply: acceptedReply(address, contents, sorted, requestId),
    memory: { ...memory, today: quota.today },
    vendorMessageId: requestId,
    targets: targetsOf(contents, sorted, quota),
    delivery: goodTokens.length > 0 && !isTrial ? contents.draft : null,
  };
};

/** Addresses Huawei has and Pushscope does not imitate; `why` says so. */
const knownElsewhere: readonly (readonly [RegExp, string])[] = [
  [/^\/v1\/[^/]+\/topic(?::|%3A)(?:subscribe|unsubscribe|list)$/i, 'topics'],
  [/^\/pushsend\.do$/i, 'retired'],
];

/** Refuses a request whose address or method is not one of ours. */
export const refuseAddress = (input: Input, isOurPath: boolean): Answer => {
  const { method, path } = input.capture;
  const [name = ''] = path.split('?');
  const why = knownElsewhere.find(([form]) => form.test(name))?.[1] ?? 'unknown';
  const rows = isOurPath
    ? [checks.passed('path'), checks.failed('method', 'other', bare(405), { method: shorten(method, 20) })]
    : [checks.failed('path', why, bare(404), { path: shorten(name, 120) })];
  return {
    kind: 'push',
    verdict: verdictOf(rows, { id: 'huawei.verdict.accepted' }),
    reply: refusalReply(bare(isOurPath ? 405 : 404), ''),
    connection: input.connection,
    memory: input.memory,
    effects: [],
    vendorMessageId: null,
    targets: [],
    delivery: null,
  };
};
