import type { App, Device, VendorInfo } from '../../../shared/contract/index.ts';

/** The package that the vendors' examples name. */
const examplePackage = 'com.example.chat';

/** A vendor's example for the app of this phone: some vendors refuse a push that names another app. */
export const exampleFor = (
  { examplePayload }: Pick<VendorInfo, 'examplePayload'>,
  device: Pick<Device, 'appId' | 'platform'>,
  apps: readonly Pick<App, 'id' | 'identifiers'>[],
): string => {
  const own = apps.find(({ id }) => id === device.appId)?.identifiers[device.platform];
  return own ? examplePayload.replaceAll(examplePackage, own) : examplePayload;
};
