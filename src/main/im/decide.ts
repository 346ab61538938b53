import type { Decision, GateResult, SwitchUse } from '../../shared/contract/index.ts';
import { gates, type Built, type Gate } from './gates/index.ts';
import type { DecisionInput } from './input.ts';
import { buildIntent, textsOf } from './intent/index.ts';

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
  const texts = textsOf(input);
  const { intent, switches: inIntent } = buildIntent(input, texts);
  const built: Built = { texts, intent };
  let stoppedBy: string | null = null;
  const switches: SwitchUse[] = [];
  const results: GateResult[] = [];
  for (const gate of gates) {
    if (stoppedBy !== null) {
      results.push(notReached(gate));
      continue;
    }
    const { outcome, phrase, values, switches: uses } = gate.ask(input, built);
    if (outcome === 'failed') stoppedBy = gate.id;
    if (uses) switches.push(...uses);
    const { id, number, predicted, source, certainty } = gate;
    results.push({ id, number, outcome, predicted, phrase, values, source, certainty });
  }
  switches.push(...inIntent);
  return {
    deviceId: input.device.id,
    pushed: stoppedBy === null,
    decidingGateId: stoppedBy ?? 'recipient-state',
    gates: results,
    intent,
    switches,
  };
};
