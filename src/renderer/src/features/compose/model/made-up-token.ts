import type { Platform, VendorId } from '../../../../../shared/contract/index.ts';

/**
 * A device token in the shape of a vendor's, issued by nobody. `hex`: at least 128 random hexadecimal digits, which decide what it is.
 */
export const madeUpToken = (vendor: VendorId, platform: Platform, hex: string): string => {
  if (platform === 'ios') return hex.slice(0, 64);
  switch (vendor) {
    case 'fcm':
      return `${hex.slice(0, 22)}:APA91b${hex.slice(0, 128)}`;
    case 'huawei':
      return `IQAAAACy0${hex.slice(0, 112)}`;
    case 'honor':
      return `BAEAAAAAB.${hex.slice(0, 88)}`;
    case 'oppo':
      return `CN_${hex.slice(0, 32)}`;
    case 'vivo':
      return `v2-CR${hex.slice(0, 50)}`;
    case 'meizu':
      return `S5Q4b7${hex.slice(0, 38)}`;
    case 'tpns':
      return hex.slice(0, 36);
    default:
      return hex.slice(0, 44);
  }
};
