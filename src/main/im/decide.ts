import type { Decision, GateResult } from '../../shared/contract/index.ts';
import { gates, type Gate } from './gates/index.ts';
import type { DecisionInput } from './input.ts';
import { buildIntent } from './intent.ts';

const notReached = (gate: Gate): GateResult => ({
  id: gate.id,
  number: gate.number,
  outcome: 'not-reached',
  predicted: gate.predicted,
  phrase: { id: `im.gate.${gate.id}.title` },
  values: [],
  source: gate.source,
  certainty: gate.certainty,
});

/**
 * Answers as the IM backend would for one message and one device. The first gate that fails decides; when none does, the state of
 * the recipient is what makes the message an offline push. Predicted gates warn and never stop anything.
 */
export const decide = (input: DecisionInput): Decision => {
  let stoppedBy: string | null = null;
  const results = gates.map((gate): GateResult => {
    if (stoppedBy !== null) return notReached(gate);
    const answer = gate.ask(input);
    if (answer.outcome === 'failed') stoppedBy = gate.id;
    return { ...notReached(gate), ...answer };
  });
  return {
    deviceId: input.device.id,
    pushed: stoppedBy === null,
    decidingGateId: stoppedBy ?? 'recipient-state',
    gates: results,
    intent: buildIntent(input),
    switches: [],
  };
};
