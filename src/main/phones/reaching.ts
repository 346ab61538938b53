import type { Device, Draft, Phrase } from '../../shared/contract/index.ts';
import type { KeepPlan, Vendor } from '../vendors/vendor.ts';

/** Where a vendor says nothing else. Milliseconds. */
const fourWeeksMs = 28 * 86_400_000;

/** How a vendor keeps this push, should the phone be out of reach. */
export const keepPlanOf = (vendor: Vendor, draft: Draft, nowMs: number): KeepPlan =>
  vendor.keepPlan?.(draft, nowMs) ?? { place: null, untilMs: nowMs + fourWeeksMs, isUrgent: true };

/** What becomes of an accepted push: it reaches the phone, waits at the vendor, or is given up after the one attempt. */
export type Fate = 'arrives' | 'waits' | 'lost';

/** A past expiration is taken like 0: one attempt. What APNs does with it is not documented. */
export const fateOf = (plan: KeepPlan, reach: Device['reach'], nowMs: number): Fate => {
  if (reach === 'online' || (reach === 'saving-power' && plan.isUrgent)) return 'arrives';
  return plan.untilMs > nowMs ? 'waits' : 'lost';
};

/** Why it waits. */
export const waitingBecause = (device: Device, vendor: Vendor): Phrase => ({
  id: `phone.waiting.${device.reach}`,
  params: { device: device.name, vendor: vendor.label },
});
/** Why it was given up at once. */
export const lostBecause = (device: Device, vendor: Vendor): Phrase => ({
  id: `phone.lost.${device.reach}`,
  params: { device: device.name, vendor: vendor.label },
});
export const replacedBecause = (device: Device, vendor: Vendor): Phrase => ({
  id: 'phone.lost.replaced',
  params: { device: device.name, vendor: vendor.label },
});
export const expiredBecause = (deviceName: string): Phrase => ({
  id: 'phone.lost.expired',
  params: { device: deviceName },
});
