import type { Arrivals, Exchange, Phrase } from '../../../../../shared/contract/index.ts';

/**
 * done: it happened. elsewhere: it happened, and not here. warned: it happened, but look. stopped: here it ended.
 * predicted: our rule says so, nobody saw it. skipped: the way led past it. unreached: it did not happen.
 */
export type StepState = 'done' | 'elsewhere' | 'warned' | 'stopped' | 'predicted' | 'skipped' | 'unreached';

export interface LifeStep {
  readonly id: 'composed' | 'decided' | 'answered' | 'shown' | 'tapped';
  readonly state: StepState;
  readonly word: Phrase;
  /** When it happened; null: it did not, or nobody here knows. */
  readonly atMs: number | null;
  /** What else stands under the word. */
  readonly detail: Phrase | null;
}

export interface LifeInput {
  readonly exchange: Exchange;
  /** The half that we sent, and the half a gateway of ours took in; either may be the exchange itself. */
  readonly sent: Exchange | null;
  readonly captured: Exchange | null;
  /** What the phones made of the captured half; null while that is not known. */
  readonly arrivals: Arrivals | null;
}

const words = (id: string, params?: Phrase['params']): Phrase =>
  params ? { id: `log.life.${id}`, params } : { id: `log.life.${id}` };

const composed = ({ sent, exchange }: LifeInput): LifeStep => ({
  id: 'composed',
  state: sent ? 'done' : 'elsewhere',
  word: words('composed'),
  atMs: sent && (sent.decision?.composedAtMs ?? sent.timing.startedAtMs),
  detail: sent ? null : words(exchange.origin === 'imported' ? 'imported' : 'elsewhere'),
});

const decided = ({ sent }: LifeInput): LifeStep => {
  const base = { id: 'decided', word: words('decided'), atMs: null } as const;
  if (!sent) return { ...base, state: 'elsewhere', detail: words('elsewhere') };
  const { decision } = sent;
  if (!decision) return { ...base, state: 'skipped', detail: words('raw') };
  const number = decision.gates.find((gate) => gate.id === decision.decidingGateId)?.number ?? 0;
  // Entries of before this was noted were decided as they were sent.
  const step = { ...base, atMs: decision.decidedAtMs ?? sent.timing.startedAtMs, detail: words('gate', { number }) };
  return decision.pushed ? { ...step, state: 'done' } : { ...step, state: 'warned', word: words('anyway') };
};

/** When the answer was there. Something that was imported without one has no such instant. */
const answeredAt = ({ origin, status, timing }: Exchange): number | null =>
  origin === 'imported' && status === null ? null : Math.round(timing.startedAtMs + timing.totalMs);

const answered = ({ exchange }: LifeInput): LifeStep => {
  const { outcome, status, targets } = exchange;
  const base = { id: 'answered', atMs: answeredAt(exchange) } as const;
  const detail = status === null ? words('no-status') : words('status', { status });
  const accepted = targets.filter((target) => target.outcome === 'accepted').length;
  switch (outcome) {
    case 'accepted':
      return { ...base, state: 'done', word: words('accepted'), detail };
    case 'partly-accepted':
      return {
        ...base,
        state: 'warned',
        word: words('partly'),
        detail: words('partly-of', { accepted, count: targets.length }),
      };
    default:
      return { ...base, state: 'stopped', word: words(outcome), detail };
  }
};

const nowhere = (id: 'shown' | 'tapped', detail: string): LifeStep => ({
  id,
  state: 'unreached',
  word: words(id),
  atMs: null,
  detail: words(detail),
});

/** On our own phones; what real ones show nobody tells us. */
const shown = ({ captured, arrivals, exchange }: LifeInput): LifeStep => {
  if (!captured) {
    return exchange.origin === 'sent'
      ? { id: 'shown', state: 'predicted', word: words('shown'), atMs: null, detail: words('outside') }
      : nowhere('shown', 'not-here');
  }
  if (!captured.targets.some((target) => target.deviceId !== null)) return nowhere('shown', 'no-phone');
  const arrived = arrivals?.notifications ?? [];
  const drawn = arrived.find((one) => one.quietBecause === null && one.card.visible);
  if (drawn) return { id: 'shown', state: 'done', word: words('shown'), atMs: drawn.atMs, detail: null };
  const quiet = arrived[0];
  if (quiet) return { id: 'shown', state: 'warned', word: words('quiet'), atMs: quiet.atMs, detail: null };
  return nowhere('shown', 'not-yet');
};

const tapped = ({ captured, arrivals, exchange }: LifeInput, before: LifeStep): LifeStep => {
  const tap = arrivals?.taps[0];
  if (tap) return { id: 'tapped', state: 'done', word: words('tapped'), atMs: tap.atMs, detail: null };
  if (!captured) return nowhere('tapped', exchange.origin === 'sent' ? 'outside' : 'not-here');
  return nowhere('tapped', before.state === 'done' ? 'not-tapped' : 'not-reached');
};

/** The five steps of a push, as far as it came. Token requests have none. */
export const lifeOf = (input: LifeInput): readonly LifeStep[] => {
  if (input.exchange.kind === 'auth') return [];
  const answer = answered(input);
  const begun = [composed(input), decided(input), answer];
  if (answer.state === 'stopped') return [...begun, nowhere('shown', 'not-reached'), nowhere('tapped', 'not-reached')];
  const show = shown(input);
  return [...begun, show, tapped(input, show)];
};
