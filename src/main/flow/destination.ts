import { AppError } from '../../shared/contract/errors.ts';
import type { Destination, Draft, PushEnvironment } from '../../shared/contract/index.ts';
import type { Vendor } from '../vendors/vendor.ts';
import type { Parts } from './parts.ts';

/**
 * The origin a destination means for one vendor. `environment` picks among the vendor's own hosts where the destination names none.
 * AppError `gateway.not-found` when there is no gateway here, `send.bad-destination` when the vendor has no such host.
 */
export const originOf = (
  { gatewayOrigin }: Pick<Parts, 'gatewayOrigin'>,
  vendor: Vendor,
  destination: Destination,
  environment: PushEnvironment,
): string => {
  if (destination.kind === 'custom') return new URL(destination.origin).origin;
  if (destination.kind === 'local') {
    const origin = gatewayOrigin(vendor.id);
    if (origin === undefined) throw new AppError('gateway.not-found', { vendor: vendor.id });
    return origin;
  }
  const wanted = destination.environment ?? environment;
  const named = destination.hosts?.[vendor.id];
  const host = vendor.sender.hosts.find((one) =>
    named === undefined ? one.environment === null || one.environment === wanted : one.id === named,
  );
  if (!host)
    throw new AppError('send.bad-destination', { vendor: vendor.id, environment: wanted, host: named ?? null });
  return host.origin;
};

/**
 * The draft as it goes to a destination: to the vendor's own hosts as a test, where the vendor has a switch for that, the draft does not
 * set it and nobody asked for formal pushes.
 */
export const draftFor = (draft: Draft, vendor: Vendor, destination: Destination): Draft => {
  const { testSwitch } = vendor.sender;
  if (destination.kind !== 'vendor' || destination.formal || !testSwitch) return draft;
  const { option, value } = testSwitch;
  if ((draft.options[option] ?? '') !== '') return draft;
  return { ...draft, options: { ...draft.options, [option]: value } };
};
