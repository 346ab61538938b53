import type { VendorId } from '../../../shared/contract/index.ts';
import { useFrom } from '../stores/index.ts';

/** The brand name of a vendor; its id for one this Pushscope does not have. */
export const useVendorName = (): ((vendor: VendorId) => string) => {
  const vendors = useFrom('settings', (state) => state.vendors);
  return (vendor) => vendors.find((one) => one.id === vendor)?.label ?? vendor;
};
