import type { Decision, GateResult } from '../../../../../shared/contract/index.ts';

/** The lines of the decision: what passed folds, what decides stands out, what is only predicted is dashed. */
export type GateRow =
  | { readonly kind: 'passed' | 'not-reached'; readonly gates: readonly GateResult[] }
  | { readonly kind: 'deciding' | 'warning' | 'predicted'; readonly gate: GateResult };

const kindOf = (gate: GateResult, decidingGateId: string): GateRow['kind'] => {
  if (gate.id === decidingGateId) return 'deciding';
  if (gate.outcome === 'not-reached') return 'not-reached';
  if (gate.predicted) return 'predicted';
  return gate.outcome === 'passed' ? 'passed' : 'warning';
};

/** The gates in their order, neighbours that need no look of their own folded into one line. */
export const gateRows = (gates: readonly GateResult[], decidingGateId: string): GateRow[] => {
  const rows: GateRow[] = [];
  for (const gate of gates) {
    const kind = kindOf(gate, decidingGateId);
    const last = rows.at(-1);
    if (kind !== 'passed' && kind !== 'not-reached') rows.push({ kind, gate });
    else if (last?.kind === kind) rows[rows.length - 1] = { kind, gates: [...last.gates, gate] };
    else rows.push({ kind, gates: [gate] });
  }
  return rows;
};

/** `6`, or `1–5` for several. */
export const numbersOf = (gates: readonly GateResult[]): string => {
  const first = gates[0]?.number ?? 0;
  const last = gates.at(-1)?.number ?? first;
  return first === last ? String(first) : `${first}–${last}`;
};

/** Predicted gates that warn: what a vendor or the phone is expected to object to. */
export const predictedWarnings = ({ gates }: Decision): readonly GateResult[] =>
  gates.filter((gate) => gate.predicted && gate.outcome === 'warning');
