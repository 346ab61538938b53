import type { Exchange, Gateway, SendInput, VendorInfo } from '../../../../../shared/contract/index.ts';
import { hasRedaction } from './redacted.ts';

type RawSend = Extract<SendInput, { kind: 'raw' }>;
export type Destination = RawSend['destination'];

/** Where a resend goes: the same kind of place as before, and the host that stands on the button. */
export interface ResendPlan {
  readonly destination: Destination;
  readonly host: string;
  /** The host is not this machine. */
  readonly leaves: boolean;
  readonly token: string;
}

const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/**
 * How this exchange can be sent once more, or null: a token request, several tokens, or a body that the log does not hold to its end
 * (cut, or no text) cannot. A secret beside the payload, as OPPO and Meizu have it in their forms, is made anew; whether one was inside
 * is seen by `isWhole`.
 */
export const resendPlan = (
  exchange: Exchange,
  about: { readonly gateway: Gateway | undefined; readonly vendor: VendorInfo | undefined; readonly wasLocal: boolean },
): ResendPlan | null => {
  const { kind, targets, request } = exchange;
  const [target, ...others] = targets;
  const { text, cut } = request.body;
  if (kind !== 'push' || !target || others.length > 0 || text === null || cut) return null;
  if (exchange.origin !== 'sent' || about.wasLocal) {
    if (about.gateway?.state !== 'listening') return null;
    const { host } = new URL(about.gateway.origin);
    return { destination: { kind: 'local' }, host, leaves: false, token: target.token };
  }
  const { host, hostname, origin } = new URL(request.origin);
  const own = about.vendor?.hosts.find((one) => one.origin === origin);
  const environment = own?.id === 'sandbox' || own?.id === 'production' ? own.id : undefined;
  const destination: Destination = own
    ? { kind: 'vendor', ...(environment ? { environment } : {}) }
    : { kind: 'custom', origin };
  return { destination, host, leaves: !loopback.test(hostname), token: target.token };
};

type Draft = { readonly payload: string; readonly options: Readonly<Record<string, string>> };

/** Whether a push read back from the log is what was sent: no secret was taken out of it. */
export const isWhole = ({ payload, options }: Draft): boolean =>
  ![payload, ...Object.values(options)].some((text) => hasRedaction(text));

/** Options that belong to one request and not to the push: a resend is a new one. */
const ofOneRequest = new Set(['apnsId']);

/** The same payload and options on the same way; the vendor gives it an id of its own. */
export const resendInput = (exchange: Exchange, plan: ResendPlan, draft: Draft): RawSend => ({
  kind: 'raw',
  vendor: exchange.vendor,
  payload: draft.payload,
  options: Object.fromEntries(Object.entries(draft.options).filter(([name]) => !ofOneRequest.has(name))),
  destination: plan.destination,
  token: plan.token,
  exchangeId: exchange.id,
  ...(exchange.origin === 'sent' && exchange.credentialId !== null ? { credentialId: exchange.credentialId } : {}),
});
