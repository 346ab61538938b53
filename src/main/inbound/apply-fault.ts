import type { Check, Fault, HeaderList, Phrase } from '../../shared/contract/index.ts';
import type {
  Capture,
  FaultAnswer,
  GatewayAnswer,
  GatewayEffect,
  GatewayPart,
  WireResponse,
} from '../vendors/vendor.ts';
import type { Ending } from './types.ts';

type Answer = GatewayAnswer<unknown, unknown>;

/** A decided answer after a fault had its way with it, and how the request ends. */
export interface Faulted {
  readonly answer: Answer;
  readonly ending: Ending;
}

const faultCheck = (code: string | null, phrase: Phrase): Check => ({
  id: 'fault',
  outcome: 'failed',
  code,
  phrase,
  certainty: 'documented',
});

/** The answer refused by a fault: nothing is delivered, and what was decided stays to be read below the fault. */
const refused = (answer: Answer, code: string | null, status: number, why: Phrase): Answer => ({
  ...answer,
  verdict: {
    accepted: false,
    status,
    code,
    why,
    checks: [faultCheck(code, why), ...answer.verdict.checks],
  },
  targets: answer.targets.map((target) => ({ ...target, outcome: 'rejected', reason: code })),
  delivery: null,
});

const withRetryAfter = (headers: HeaderList, seconds: number): HeaderList => [
  ...headers.filter(([name]) => name.toLowerCase() !== 'retry-after'),
  ['retry-after', String(seconds)],
];

/** What the fault answers instead, and why; null: it cuts the connection. */
const replyOf = (
  part: GatewayPart,
  decided: Answer,
  { action }: Fault,
  nowMs: number,
): { readonly code: string; readonly reply: WireResponse; readonly why: Phrase } | null => {
  const tokens = decided.targets.map(({ token }) => token);
  const answer = (fault: Omit<FaultAnswer, 'tokens'>) =>
    part.faultReply?.({ code: fault.code, status: fault.status, tokens }, decided.reply, nowMs) ?? null;
  if (action.kind === 'answer') {
    const reply = answer(action);
    return reply && { code: action.code, reply, why: { id: 'gateway.fault.answer', params: { code: action.code } } };
  }
  if (action.kind === 'expire-token' && part.accessToken) {
    const { expired } = part.accessToken;
    const reply = answer(expired);
    return reply && { code: expired.code, reply, why: { id: 'gateway.fault.expire', params: { code: expired.code } } };
  }
  if (action.kind !== 'busy' || part.busyCode === undefined) return null;
  const reply = answer({ code: part.busyCode, status: 429 });
  const seconds = action.retryAfterSeconds;
  return (
    reply && {
      code: part.busyCode,
      reply: { ...reply, status: 429, headers: withRetryAfter(reply.headers, seconds) },
      why: { id: 'gateway.fault.busy', params: { code: part.busyCode, seconds } },
    }
  );
};

/**
 * What a fault makes of a decided answer. A fault the gateway has no way to carry out (an answer where the vendor defines none, a GOAWAY
 * without HTTP/2) cuts the connection instead. Dead tokens are the registry's business, and decided already.
 */
export const applyFault = (part: GatewayPart, decided: Answer, fault: Fault, nowMs: number): Faulted => {
  const { action } = fault;
  if (action.kind === 'delay' || action.kind === 'dead-tokens') return { answer: decided, ending: endingOf(decided) };
  const replied = replyOf(part, decided, fault, nowMs);
  if (replied) {
    const { code, reply, why } = replied;
    const effects = decided.effects.filter((effect) => effect.kind === 'settings');
    return { answer: { ...refused(decided, code, reply.status, why), reply, effects }, ending: 'replied' };
  }
  if (action.kind === 'goaway' && part.goawayDebug) {
    const { code } = action;
    const answer = refused(decided, code, 0, { id: 'gateway.fault.goaway', params: { code } });
    const goaway: GatewayEffect = {
      kind: 'goaway',
      errorCode: 0,
      lastStreamId: 'before-this',
      debug: part.goawayDebug(code),
      instead: true,
    };
    return { answer: { ...answer, effects: [goaway] }, ending: 'goaway' };
  }
  const ending = action.kind === 'half-open' ? 'silent' : 'dropped';
  return { answer: { ...refused(decided, null, 0, { id: `gateway.fault.${ending}` }), effects: [] }, ending };
};

/** What a gateway remembers after a fault: an access token that was made to run out is not given out again. */
export const memoryAfter = (part: GatewayPart, { action }: Fault, capture: Capture, memory: unknown): unknown => {
  const shown = action.kind === 'expire-token' ? (part.accessToken?.shownIn(capture) ?? null) : null;
  return shown === null || !part.forgetAccessToken ? memory : part.forgetAccessToken(memory, shown);
};

/** How a request ends that no fault met. */
export const endingOf = ({ effects }: Answer): Ending =>
  effects.some((effect) => effect.kind === 'goaway' && effect.instead) ? 'goaway' : 'replied';
