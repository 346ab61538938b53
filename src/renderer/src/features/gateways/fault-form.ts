import type { FaultAction, FaultInput, GatewayOffers } from '../../../../shared/contract/index.ts';

/** A fault while somebody sets it up, as text in fields. */
export interface FaultForm {
  readonly kind: FaultAction['kind'];
  readonly code: string;
  /** How many requests; empty: until it is cleared. */
  readonly count: string;
  readonly token: string;
  readonly delayMs: string;
}

/** Kinds that this gateway can carry out, the likeliest first. */
export const faultKinds = (offers: GatewayOffers): readonly FaultAction['kind'][] => [
  ...(offers.faultAnswers.length > 0 ? (['answer'] as const) : []),
  'delay',
  'drop',
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
});

const wholeNumber = (text: string, least: number, most: number): number | null => {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
};

export const mostRequests = 1_000_000;
export const longestDelayMs = 120_000;

/** Which field holds something that cannot be used; an empty delay is a mistake only where there is nothing else. */
export const faultMistakes = ({
  kind,
  count,
  delayMs,
}: FaultForm): { readonly count: boolean; readonly delayMs: boolean } => ({
  count: count.trim() !== '' && wholeNumber(count, 1, mostRequests) === null,
  delayMs:
    delayMs.trim() === '' ? kind === 'delay' : wholeNumber(delayMs, kind === 'delay' ? 1 : 0, longestDelayMs) === null,
});

/** What the form asks for; null while a field holds a mistake. */
export const faultOf = (form: FaultForm, offers: GatewayOffers): FaultInput | null => {
  const mistakes = faultMistakes(form);
  if (mistakes.count || mistakes.delayMs) return null;
  const { kind, code } = form;
  const status = offers.faultAnswers.find((one) => one.code === code)?.status ?? firstStatus;
  const action: FaultAction =
    kind === 'answer' ? { kind, code, status } : kind === 'goaway' ? { kind, code } : { kind };
  return {
    action,
    token: form.token.trim(),
    remaining: form.count.trim() === '' ? null : Number(form.count),
    delayMs: form.delayMs.trim() === '' ? 0 : Number(form.delayMs),
  };
};
