import type { VendorId } from '../../shared/contract/index.ts';
import { apns } from './apns/index.ts';
import { fcm } from './fcm/index.ts';
import { meizu } from './meizu/index.ts';
import { tpns } from './tpns/index.ts';
import { vivo } from './vivo/index.ts';
import { oppo } from './oppo/index.ts';
import { honor } from './honor/index.ts';
import { huawei } from './huawei/index.ts';
import type { Vendor } from './vendor.ts';
import { xiaomi } from './xiaomi/index.ts';

/** The list of vendors. A further one is its folder and one line here. */
export const vendors: readonly Vendor[] = [apns, fcm, huawei, honor, xiaomi, oppo, vivo, meizu, tpns];

const byId = new Map<VendorId, Vendor>();
for (const vendor of vendors) {
  if (byId.has(vendor.id)) throw new Error(`Two vendors call themselves ${vendor.id}`);
  byId.set(vendor.id, vendor);
}

export const findVendor = (id: VendorId): Vendor | undefined => byId.get(id);
