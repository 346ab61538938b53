import type { CauseAction, Exchange, VendorInfo } from '../../../../../shared/contract/index.ts';
import { resendInput, type ResendPlan } from './resend.ts';

type Resend = Extract<CauseAction, { kind: 'resend' }>;
const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** Where the mended request goes; null when it cannot be sent from here, or the vendor has no host for that environment. */
export const fixPlan = (action: Resend, plan: ResendPlan | null, vendor: VendorInfo | undefined): ResendPlan | null => {
  if (!plan) return null;
  const token = action.token ?? plan.token;
  if (action.environment === undefined) return { ...plan, token };
  const { environment } = action;
  const host = vendor?.hosts.find((one) => one.environment === environment);
  if (!host || plan.destination.kind !== 'vendor') return null;
  const { hostname, host: name } = new URL(host.origin);
  return { destination: { kind: 'vendor', environment }, host: name, leaves: !loopback.test(hostname), token };
};

/** The same push with only what the fix changes. */
export const fixInput = (
  exchange: Exchange,
  action: Resend,
  plan: ResendPlan,
  draft: { readonly payload: string; readonly options: Readonly<Record<string, string>> },
): ReturnType<typeof resendInput> => ({
  ...resendInput(exchange, plan, {
    payload: action.payload ?? draft.payload,
    options: { ...draft.options, ...action.options },
  }),
  ...(action.credentialId === undefined ? {} : { credentialId: action.credentialId }),
});
