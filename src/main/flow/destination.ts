import { AppError } from '../../shared/contract/errors.ts';
import type { Destination, PushEnvironment } from '../../shared/contract/index.ts';
import type { Vendor } from '../vendors/vendor.ts';
import type { Parts } from './parts.ts';

/**
 * The origin a destination means for one vendor. `environment` picks among the vendor's own hosts where the destination does not.
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
  const host = vendor.sender.hosts.find((one) => one.environment === null || one.environment === wanted);
  if (!host) throw new AppError('send.bad-destination', { vendor: vendor.id, environment: wanted });
  return host.origin;
};
