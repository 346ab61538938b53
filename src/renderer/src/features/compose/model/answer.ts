import type { Decision, GateResult, Phrase } from '../../../../../shared/contract/index.ts';

/** The deciding gate of a decision; undefined only for a decision without gates. */
export const decidingGate = ({ gates, decidingGateId }: Decision): GateResult | undefined =>
  gates.find((gate) => gate.id === decidingGateId);

/** The last word of a gate's sentence: `foreground` of `im.gate.recipient-state.foreground`. */
export const reasonOf = ({ id, phrase }: GateResult): string => phrase.id.slice(`im.gate.${id}.`.length);

/** Who a decision is about, in words for a sentence. */
interface About {
  readonly device: string;
}

/**
 * The sentence that answers «will it be pushed?». For a no, `why` is the short reason by its id in the window's catalogue, and
 * `full` the gate's own sentence for reasons the catalogue does not have.
 */
export type Answer =
  | { readonly pushed: true; readonly phrase: Phrase }
  | { readonly pushed: false; readonly why: Phrase; readonly full: Phrase };

export const answerOf = (decision: Decision, { device }: About): Answer => {
  if (decision.pushed) return { pushed: true, phrase: { id: 'compose.answer.pushed', params: { device } } };
  const gate = decidingGate(decision);
  const full = gate?.phrase ?? { id: 'compose.answer.unknown' };
  const why = gate ? `compose.why.${gate.id}.${reasonOf(gate)}` : full.id;
  return { pushed: false, why: { id: why, params: full.params }, full };
};
