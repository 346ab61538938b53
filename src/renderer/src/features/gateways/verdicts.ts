import type { ExchangeSummary, VendorId } from '../../../../shared/contract/index.ts';

/** The newest requests that this vendor's gateway took in, newest first. */
export const lastCaptured = (
  items: readonly ExchangeSummary[],
  vendor: VendorId,
  count: number,
): readonly ExchangeSummary[] => {
  const found: ExchangeSummary[] = [];
  for (const one of items) {
    if (one.origin === 'captured' && one.vendor === vendor) found.push(one);
    if (found.length === count) break;
  }
  return found;
};
