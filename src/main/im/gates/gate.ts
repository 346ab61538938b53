import type { Certainty, GateResult, Phrase, Source } from '../../../shared/contract/index.ts';
import type { DecisionInput } from '../input.ts';

/** What a gate says of one message and one device. */
export interface GateAnswer {
  readonly outcome: 'passed' | 'failed' | 'warning';
  readonly phrase: Phrase;
  readonly values: GateResult['values'];
}

/** One rule. `number` is its place in the order of evaluation (the order itself is our reading, each rule is Tencent's). */
export interface Gate {
  readonly id: string;
  readonly number: number;
  /** True: a rule of the vendor or the phone. It warns; it never stops a push. */
  readonly predicted: boolean;
  readonly source: Source;
  readonly certainty: Certainty;
  readonly ask: (input: DecisionInput) => GateAnswer;
}

type Params = NonNullable<Phrase['params']>;

/** Builds the answers of one gate: `im.gate.<id>.<name>` are its sentences. */
export const answersOf = (id: string) => {
  const answer =
    (outcome: GateAnswer['outcome']) =>
    (name: string, params: Params = {}): GateAnswer => ({
      outcome,
      phrase: { id: `im.gate.${id}.${name}`, params },
      values: Object.entries(params).map(([label, value]) => ({ label, value: String(value) })),
    });
  return { pass: answer('passed'), fail: answer('failed'), warn: answer('warning') };
};
