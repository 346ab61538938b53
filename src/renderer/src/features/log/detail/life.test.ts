import { describe, expect, it } from 'vitest';
import type { Arrivals, Card, Decision, Notification, Tap } from '../../../../../shared/contract/index.ts';
import { anExchange } from '../testing.ts';
import { lifeOf, type LifeInput } from './life.ts';

// Only what the life line looks at.
const card = (visible: boolean) => ({ visible }) as Card;
const notification = (over: Partial<Notification> = {}): Notification => ({
  id: 'ntf_1',
  deviceId: 'dev_1',
  exchangeId: 'ex_1',
  atMs: 1100,
  card: card(true),
  state: 'shown',
  quietBecause: null,
  inForeground: false,
  keptSinceMs: null,
  ...over,
});
const arrivals = (over: Partial<Arrivals> = {}): Arrivals => ({ notifications: [notification()], taps: [], ...over });
const decision = (pushed: boolean): Decision =>
  ({ pushed, decidingGateId: 'recipient-state', gates: [{ id: 'recipient-state', number: 6 }] }) as Decision;

const sent = anExchange({ id: 'ex_2', origin: 'sent', decision: decision(true) });
const captured = anExchange({ id: 'ex_1' });
const whole: LifeInput = { exchange: sent, sent, captured, arrivals: arrivals() };
const states = (input: LifeInput) => lifeOf(input).map((step) => step.state);
const at = (input: LifeInput, id: string) => lifeOf(input).find((step) => step.id === id);

describe('lifeOf', () => {
  it('goes from composed to shown and waits for a tap', () =>
    expect(states(whole)).toEqual(['done', 'done', 'done', 'done', 'unreached']));
  it('names the deciding gate', () =>
    expect(at(whole, 'decided')?.detail).toEqual({ id: 'log.life.gate', params: { number: 6 } }));
  it('is whole after a tap', () =>
    expect(at({ ...whole, arrivals: arrivals({ taps: [{ atMs: 1200 } as Tap] }) }, 'tapped')).toMatchObject({
      state: 'done',
      atMs: 1200,
    }));
  it('has a time for each thing that happened', () => {
    const timed = anExchange({
      ...sent,
      decision: { ...decision(true), composedAtMs: 990, decidedAtMs: 995 },
      timing: { ...sent.timing, startedAtMs: 1000, totalMs: 50.4 },
    });
    const taps = [{ atMs: 1200 } as Tap];
    expect(
      lifeOf({ ...whole, exchange: timed, sent: timed, arrivals: arrivals({ taps }) }).map((one) => one.atMs),
    ).toEqual([990, 995, 1050, 1100, 1200]);
  });
  it('invents no time for what was imported without an answer, or did not happen', () => {
    const imported = anExchange({ origin: 'imported', status: null, outcome: 'failed' });
    const life = lifeOf({ exchange: imported, sent: null, captured: null, arrivals: null });
    expect(life.map((one) => one.atMs)).toEqual([null, null, null, null, null]);
  });
  it('warns when it was sent against the decision', () => {
    const against = { ...sent, decision: decision(false) };
    expect(at({ ...whole, exchange: against, sent: against }, 'decided')).toMatchObject({
      state: 'warned',
      word: { id: 'log.life.anyway' },
    });
  });
  it('says that a raw payload was not decided', () =>
    expect(at({ ...whole, sent: { ...sent, decision: null } }, 'decided')?.state).toBe('skipped'));
  it('stops where the vendor refused', () => {
    const refused = anExchange({ ...sent, outcome: 'rejected', status: 400 });
    expect(states({ ...whole, exchange: refused, sent: refused })).toEqual([
      'done',
      'done',
      'stopped',
      'unreached',
      'unreached',
    ]);
  });
  it('stops where no answer came', () => {
    const failed = anExchange({ ...sent, outcome: 'failed', status: null });
    expect(at({ ...whole, exchange: failed, sent: failed }, 'answered')).toMatchObject({
      state: 'stopped',
      detail: { id: 'log.life.no-status' },
    });
  });
  it('counts what was accepted of several', () => {
    const partly = anExchange({
      ...captured,
      outcome: 'partly-accepted',
      targets: [
        { token: 'a', deviceId: 'dev_1', outcome: 'accepted', reason: null },
        { token: 'b', deviceId: null, outcome: 'rejected', reason: 'Unregistered' },
      ],
    });
    expect(at({ ...whole, exchange: partly }, 'answered')).toMatchObject({
      state: 'warned',
      detail: { id: 'log.life.partly-of', params: { accepted: 1, count: 2 } },
    });
  });
  it('of another backend begins elsewhere', () =>
    expect(states({ ...whole, exchange: captured, sent: null }).slice(0, 2)).toEqual(['elsewhere', 'elsewhere']));
  it('is not shown when no phone has the token', () => {
    const unknown = anExchange({ targets: [{ token: 'a', deviceId: null, outcome: 'accepted', reason: null }] });
    expect(
      at({ exchange: unknown, sent: null, captured: unknown, arrivals: arrivals({ notifications: [] }) }, 'shown'),
    ).toMatchObject({ state: 'unreached', detail: { id: 'log.life.no-phone' } });
  });
  it('warns when it arrived and nothing was drawn', () => {
    const quiet = notification({ state: 'quiet', quietBecause: { id: 'phone.quiet.not-allowed' } });
    expect(at({ ...whole, arrivals: arrivals({ notifications: [quiet] }) }, 'shown')?.state).toBe('warned');
  });
  it('warns when the push has nothing to draw', () =>
    expect(
      at({ ...whole, arrivals: arrivals({ notifications: [notification({ card: card(false) })] }) }, 'shown')?.state,
    ).toBe('warned'));
  it('predicts what a real phone shows', () =>
    expect(states({ ...whole, captured: null, arrivals: null })).toEqual([
      'done',
      'done',
      'done',
      'predicted',
      'unreached',
    ]));
  it('does not claim anything before the arrivals are known', () =>
    expect(at({ ...whole, arrivals: null }, 'shown')?.state).toBe('unreached'));
  it('a token request has none', () =>
    expect(lifeOf({ ...whole, exchange: { ...captured, kind: 'auth' } })).toEqual([]));
});
