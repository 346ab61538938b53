import type { Certainty, GateResult, Phrase, Source, SwitchUse } from '../../../shared/contract/index.ts';
import type { DecisionInput } from '../input.ts';
import type { IntentResult, Texts } from '../intent/index.ts';

/** What a gate says of one message and one device. */
export interface GateAnswer {
  readonly outcome: 'passed' | 'failed' | 'warning';
  readonly phrase: Phrase;
  readonly values: GateResult['values'];
  /** Switches whose other reading would change this answer. */
  readonly switches?: readonly SwitchUse[];
}

/** What is worked out once for all gates. */
export interface Built {
  readonly texts: Texts;
  readonly intent: IntentResult['intent'];
}

/** One rule. `number` is its place in the order of evaluation (the order itself is our reading, each rule is Tencent's). */
export interface Gate {
  readonly id: string;
  readonly number: number;
  /** True: a rule of the vendor or the phone. It warns; it never stops a push. */
  readonly predicted: boolean;
  readonly source: Source;
  readonly certainty: Certainty;
  readonly ask: (input: DecisionInput, built: Built) => GateAnswer;
}

export type Params = NonNullable<Phrase['params']>;

/** Builds the answers of one gate: `im.gate.<id>.<name>` are its sentences. `also` are values no sentence names. */
export const answersOf = (id: string) => {
  const answer =
    (outcome: GateAnswer['outcome']) =>
    (name: string, params: Params = {}, also: Params = {}): GateAnswer => ({
      outcome,
      phrase: { id: `im.gate.${id}.${name}`, params },
      values: valuesOf(params, also),
    });
  return { pass: answer('passed'), fail: answer('failed'), warn: answer('warning') };
};

const valuesOf = (params: Params, also: Params): GateResult['values'] => {
  const values: GateResult['values'] = [];
  for (const label in params) values.push({ label, value: String(params[label]) });
  for (const label in also) values.push({ label, value: String(also[label]) });
  return values;
};
