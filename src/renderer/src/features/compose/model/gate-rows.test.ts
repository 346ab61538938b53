import { describe, expect, it } from 'vitest';
import type { Decision, GateResult } from '../../../../../shared/contract/index.ts';
import { answerOf, decidingGate, reasonOf } from './answer.ts';
import { gateRows, numbersOf, predictedWarnings } from './gate-rows.ts';

const gate = (number: number, id: string, over: Partial<GateResult> = {}): GateResult => ({
  id,
  number,
  outcome: 'passed',
  predicted: false,
  phrase: { id: `im.gate.${id}.ok`, params: { user: 'Vinson' } },
  values: [],
  source: { title: 'Somewhere', checked: '2026-11-21' },
  certainty: 'documented',
  ...over,
});
const decision = (gates: GateResult[], decidingGateId: string, pushed = true): Decision => ({
  deviceId: 'dev',
  pushed,
  decidingGateId,
  gates,
  intent: null,
  switches: [],
});
const yes = decision(
  [
    gate(1, 'valid-message'),
    gate(3, 'chat-message'),
    gate(6, 'recipient-state'),
    gate(7, 'push-flag'),
    gate(12, 'token-reported', { outcome: 'warning' }),
    gate(13, 'certificate-fits', { predicted: true, outcome: 'warning' }),
    gate(15, 'notifications-allowed', { predicted: true }),
  ],
  'recipient-state',
);
const no = decision(
  [
    gate(1, 'valid-message'),
    gate(6, 'recipient-state', {
      outcome: 'failed',
      phrase: { id: 'im.gate.recipient-state.foreground', params: { user: 'Vinson' } },
    }),
    gate(7, 'push-flag', { outcome: 'not-reached' }),
    gate(13, 'certificate-fits', { outcome: 'not-reached', predicted: true }),
  ],
  'recipient-state',
  false,
);

describe('lines of the decision', () => {
  it('fold what passed and show the rest one by one', () =>
    expect(
      gateRows(yes.gates, yes.decidingGateId).map((row) =>
        'gates' in row ? `${row.kind} ${numbersOf(row.gates)}` : row.kind,
      ),
    ).toEqual(['passed 1–3', 'deciding', 'passed 7', 'warning', 'predicted', 'predicted']));
  it('fold what was not reached, predicted or not', () =>
    expect(
      gateRows(no.gates, no.decidingGateId).map((row) =>
        'gates' in row ? `${row.kind} ${numbersOf(row.gates)}` : row.kind,
      ),
    ).toEqual(['passed 1', 'deciding', 'not-reached 7–13']));
  it('only predictions that warn are warnings of the answer', () =>
    expect(predictedWarnings(yes).map((one) => one.id)).toEqual(['certificate-fits']));
});

describe('the answer', () => {
  it('names the phone when the push goes out', () =>
    expect(answerOf(yes, { device: 'Vinson’s iPhone' })).toEqual({
      pushed: true,
      phrase: { id: 'compose.answer.pushed', params: { device: 'Vinson’s iPhone' } },
    }));
  it('names the reason when it does not', () =>
    expect(answerOf(no, { device: 'Vinson’s iPhone' })).toEqual({
      pushed: false,
      why: { id: 'compose.why.recipient-state.foreground', params: { user: 'Vinson' } },
      full: { id: 'im.gate.recipient-state.foreground', params: { user: 'Vinson' } },
    }));
  it('comes from the deciding gate', () => {
    const found = decidingGate(no);
    expect(found && reasonOf(found)).toBe('foreground');
  });
  it('says that it does not know when the deciding gate is missing', () =>
    expect(answerOf(decision([], 'gone', false), { device: 'x' })).toMatchObject({
      full: { id: 'compose.answer.unknown' },
    }));
});
