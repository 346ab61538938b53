import type { Check, Fault, Phrase } from '../../shared/contract/index.ts';
import type { GatewayAnswer, GatewayEffect, GatewayPart } from '../vendors/vendor.ts';
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

/**
 * What a fault makes of a decided answer. A fault the gateway has no way to carry out (an answer where the vendor defines none, a GOAWAY
 * without HTTP/2) cuts the connection instead.
 */
export const applyFault = (part: GatewayPart, decided: Answer, { action }: Fault, nowMs: number): Faulted => {
  if (action.kind === 'delay') return { answer: decided, ending: endingOf(decided) };
  if (action.kind === 'answer' && part.faultReply) {
    const { code, status } = action;
    const answer = refused(decided, code, status, { id: 'gateway.fault.answer', params: { code } });
    return { answer: { ...answer, reply: part.faultReply(action, decided.reply, nowMs) }, ending: 'replied' };
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
  return { answer: { ...refused(decided, null, 0, { id: 'gateway.fault.drop' }), effects: [] }, ending: 'dropped' };
};

/** How a request ends that no fault met. */
export const endingOf = ({ effects }: Answer): Ending =>
  effects.some((effect) => effect.kind === 'goaway' && effect.instead) ? 'goaway' : 'replied';
