import type { App, Credential, Device, VendorId } from '../../shared/contract/index.ts';

/**
 * The credential for a device: the one whose certificate ID the app reported; else the app's own for this vendor; else the only one
 * of the vendor that belongs to this app or to none. Undefined when none or several could be meant.
 */
export const credentialFor = (
  credentials: readonly Credential[],
  vendor: VendorId,
  device: Device | null,
  app: App | undefined,
): Credential | undefined => {
  const ofVendor = credentials.filter((one) => one.vendor === vendor);
  if (device && device.certificateId !== null)
    return ofVendor.find((one) => one.certificateId === device.certificateId);
  const chosen = app?.credentialIds[vendor];
  if (chosen !== undefined) return ofVendor.find((one) => one.id === chosen);
  const own = ofVendor.filter((one) => app !== undefined && one.appId === app.id);
  const candidates = own.length > 0 ? own : ofVendor.filter((one) => one.appId === null || app === undefined);
  return candidates.length === 1 ? candidates[0] : undefined;
};
