import type { Draft, Phrase } from '../../../../shared/contract/index.ts';
import { shorten } from '../../kit/cut-text.ts';
import { firstRefusal, verdictOf, type Row } from '../../kit/rows.ts';
import { fromBytes } from '../../kit/text.ts';
import type { GatewayAnswer, GatewayInput, WireResponse } from '../../vendor.ts';
import { pushOf, type Push } from '../payload/effective.ts';
import { readBody } from '../payload/index.ts';
import { checkBody, tokensOf } from '../payload/rules.ts';
import { checkSender, checkTimestamp } from './bearer.ts';
import { checks } from './checks.ts';
import type { HonorMemory } from './memory.ts';
import { checkApp, quieted, sortTokens, takeQuota, type Sorted } from './recipient.ts';
import { bare, refusalReply, sendAnswer } from './reply.ts';

type Input = GatewayInput<unknown, HonorMemory>;
type Answer = GatewayAnswer<unknown, HonorMemory>;

/** What could be read of a body. */
interface Contents {
  readonly rows: readonly Row[];
  readonly tokens: readonly string[];
  readonly draft: Draft;
  readonly push: Push | null;
}

const bodyQuestions = ['target', 'size', 'structure', 'ttl'] as const;

const checkContents = (input: Input, appId: string): Contents => {
  const payload = fromBytes(input.capture.body);
  const draft: Draft = { payload: payload ?? '', options: { appId } };
  const unread = (rows: Row[]): Contents => ({
    rows: [...rows, ...bodyQuestions.map((id) => checks.notReached(id))],
    tokens: [],
    draft,
    push: null,
  });
  if (payload === null) {
    const refusal = { status: 400, code: '80100001', message: 'parameter error' };
    return unread([checks.failed('json', 'not-utf8', refusal)]);
  }
  const read = readBody(payload);
  if ('finding' in read) return unread(checks.ofFindings('json', [read.finding]));
  const found = checkBody(payload, read.root);
  return {
    rows: [checks.passed('json'), ...bodyQuestions.flatMap((id) => checks.ofFindings(id, found))],
    tokens: tokensOf(read.root),
    draft,
    push: pushOf(draft),
  };
};

const listed = ({ refused }: Sorted, name: 'failTokens' | 'expireTokens'): string[] =>
  [...refused].filter(([, one]) => one === name).map(([token]) => token);

const whyAccepted = ({ refused }: Sorted, all: number): Phrase =>
  refused.size > 0
    ? { id: 'honor.verdict.partly', params: { refused: refused.size, all } }
    : { id: 'honor.verdict.accepted' };

/** The answer on the wire: a send that refuses all tokens still answers 200. */
const replyOf = (rows: readonly Row[], sorted: Sorted, requestId: string): WireResponse => {
  const refusal = firstRefusal(rows)?.refusal;
  if (refusal && refusal.code !== 'SEND_RESULT_FALSE') return refusalReply(refusal);
  return sendAnswer({
    sendResult: refusal === undefined,
    requestId,
    failTokens: listed(sorted, 'failTokens'),
    expireTokens: listed(sorted, 'expireTokens'),
  });
};

/** Decides a POST to a send address. All checks are reported; the first that fails is the answer. */
export const decideSend = (input: Input, appId: string): Answer => {
  const requestId = input.newId().replaceAll('-', '');
  const contents = checkContents(input, appId);
  const { tokens, draft, push } = contents;
  const sorted = sortTokens(input, appId, tokens);
  const rows = [
    checks.passed('path'),
    checks.passed('method'),
    ...checkSender(input, appId),
    checkTimestamp(input),
    ...contents.rows,
    checkApp(input, appId),
    push === null ? checks.notReached('tokens') : sorted.row,
  ];
  const code = firstRefusal(rows)?.refusal.code;
  const common = { kind: 'push', connection: input.connection, effects: [] } as const;
  const reply = replyOf(rows, sorted, requestId);
  if (code !== undefined || push === null) {
    return {
      ...common,
      verdict: verdictOf(rows, { id: 'honor.verdict.accepted' }),
      reply,
      memory: input.memory,
      vendorMessageId: null,
      targets: tokens.map((token) => ({
        token,
        outcome: 'rejected',
        // Only this answer lists tokens; any other was given before one was looked at.
        reason: (code === 'SEND_RESULT_FALSE' ? sorted.refused.get(token) : undefined) ?? code ?? null,
      })),
      delivery: null,
    };
  }
  const goodTokens = tokens.filter((token) => !sorted.refused.has(token));
  const quota = takeQuota(input, appId, push, goodTokens);
  return {
    ...common,
    verdict: {
      ...verdictOf([...rows, quota.row], whyAccepted(sorted, tokens.length)),
      code: sorted.refused.size > 0 ? 'FAIL_TOKENS' : null,
    },
    reply,
    memory: { ...input.memory, today: quota.today },
    vendorMessageId: requestId,
    targets: tokens.map((token) => {
      const why = sorted.refused.get(token);
      if (why !== undefined) return { token, outcome: 'rejected', reason: why };
      return {
        token,
        outcome: 'accepted',
        reason: null,
        ...(quota.quiet.has(token) ? { delivery: quieted(draft) } : {}),
      };
    }),
    delivery: draft,
  };
};

/** Refuses a request whose address or method is not one of ours. */
export const refuseAddress = (input: Input, isOurPath: boolean): Answer => {
  const { method, path } = input.capture;
  const [name = ''] = path.split('?');
  const why = /\/messages(?::|%3A)send$/i.test(name) ? 'huawei' : 'unknown';
  const rows = isOurPath
    ? [checks.passed('path'), checks.failed('method', 'other', bare(405), { method: shorten(method, 20) })]
    : [checks.failed('path', why, bare(404), { path: shorten(name, 120) })];
  return {
    kind: 'push',
    verdict: verdictOf(rows, { id: 'honor.verdict.accepted' }),
    reply: refusalReply(bare(isOurPath ? 405 : 404)),
    connection: input.connection,
    memory: input.memory,
    effects: [],
    vendorMessageId: null,
    targets: [],
    delivery: null,
  };
};
