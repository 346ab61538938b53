import type { FaultAction, FaultInput, GatewayOffers } from '../../../../shared/contract/index.ts';

/** A fault while somebody sets it up, as text in fields. */
export interface FaultForm {
  readonly kind: FaultAction['kind'];
  readonly code: string;
  /** How many requests; empty: until it is cleared. */
  readonly count: string;
  readonly token: string;
  readonly delayMs: string;
  /** Of a hundred requests; empty: all. */
  readonly percent: string;
  /** How many requests pass first; empty: none. */
  readonly after: string;
  /** Seconds of Retry-After. */
  readonly retryAfter: string;
  /** Of a hundred device tokens. */
  readonly share: string;
}

/** Kinds that this gateway can carry out, the likeliest first. */
export const faultKinds = (offers: GatewayOffers): readonly FaultAction['kind'][] => [
  ...(offers.faultAnswers.length > 0 ? (['answer', 'busy'] as const) : []),
  ...(offers.expireToken ? (['expire-token'] as const) : []),
  'dead-tokens',
  'delay',
  'drop',
  'half-open',
  ...(offers.goaway ? (['goaway'] as const) : []),
];

/** What people try first: the vendor is in trouble. */
const firstStatus = 503;

export const emptyFault = (offers: GatewayOffers): FaultForm => ({
  kind: faultKinds(offers)[0] ?? 'delay',
  code: (offers.faultAnswers.find((one) => one.status === firstStatus) ?? offers.faultAnswers[0])?.code ?? '',
  count: '1',
  token: '',
  delayMs: '',
  percent: '',
  after: '',
  retryAfter: '30',
  share: '50',
});

const wholeNumber = (text: string, least: number, most: number): number | null => {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
};

export const mostRequests = 1_000_000;
export const longestDelayMs = 120_000;
export const longestRetrySeconds = 86_400;

const isWrong = (text: string, least: number, most: number): boolean => wholeNumber(text, least, most) === null;
const isWrongIfGiven = (text: string, least: number, most: number): boolean =>
  text.trim() !== '' && isWrong(text, least, most);

/** Fields that can hold something that cannot be used. */
export type FaultField = 'count' | 'delayMs' | 'percent' | 'after' | 'retryAfter' | 'share';

/** Which field holds something that cannot be used; an empty delay is a mistake only where there is nothing else. */
export const faultMistakes = (form: FaultForm): Readonly<Record<FaultField, boolean>> => ({
  count: isWrongIfGiven(form.count, 1, mostRequests),
  delayMs:
    form.kind === 'delay' ? isWrong(form.delayMs, 1, longestDelayMs) : isWrongIfGiven(form.delayMs, 0, longestDelayMs),
  percent: isWrongIfGiven(form.percent, 1, 100),
  after: isWrongIfGiven(form.after, 0, mostRequests),
  retryAfter: form.kind === 'busy' && isWrong(form.retryAfter, 0, longestRetrySeconds),
  share: form.kind === 'dead-tokens' && isWrong(form.share, 1, 100),
});

const actionOf = ({ kind, code, retryAfter, share }: FaultForm, offers: GatewayOffers): FaultAction => {
  switch (kind) {
    case 'answer':
      return { kind, code, status: offers.faultAnswers.find((one) => one.code === code)?.status ?? firstStatus };
    case 'goaway':
      return { kind, code };
    case 'busy':
      return { kind, retryAfterSeconds: Number(retryAfter) };
    case 'dead-tokens':
      return { kind, percent: Number(share) };
    default:
      return { kind };
  }
};

const numberOr = (text: string, otherwise: number): number => (text.trim() === '' ? otherwise : Number(text));

/** What the form asks for; null while a field holds a mistake. */
export const faultOf = (form: FaultForm, offers: GatewayOffers): FaultInput | null => {
  if (Object.values(faultMistakes(form)).includes(true)) return null;
  return {
    action: actionOf(form, offers),
    token: form.token.trim(),
    remaining: form.count.trim() === '' ? null : Number(form.count),
    delayMs: numberOr(form.delayMs, 0),
    percent: numberOr(form.percent, 100),
    after: numberOr(form.after, 0),
  };
};
