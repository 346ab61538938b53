import type { Account, App, Device, Message, VendorId } from '../../shared/contract/index.ts';
import { DeviceInput } from '../../shared/contract/workspace.ts';
import { recipientIds, type Recipient } from '../im/index.ts';
import type { Vendor } from '../vendors/vendor.ts';

/** What of the workspace a stand-in is made of. */
export interface StandInWorld {
  readonly accounts: readonly Account[];
  readonly apps: readonly App[];
  readonly groups: Parameters<typeof recipientIds>[1]['groups'];
  readonly nowMs: number;
}

const hour = 3_600_000;

/** A device nobody has, in the state in which pushes arrive: logged in, in the background, everything allowed. */
const deviceOf = (vendor: Vendor, owner: Account, like: Device | undefined, app: App, nowMs: number): Device => {
  const platform = vendor.platforms[0] ?? 'android';
  const input = DeviceInput.parse({
    name: vendor.label,
    platform: platform === 'ios' && vendor.id !== 'apns' ? 'android' : platform,
    model: platform === 'ios' ? 'iphone-17' : 'pixel-9',
    osVersion: platform === 'ios' ? '26.0' : '16',
    appId: app.id,
    userId: owner.userId,
    vendor: vendor.id,
    tokenReportedAtMs: nowMs,
    lastLoginAtMs: nowMs - hour,
    appStateAtMs: nowMs,
    locale: like?.locale ?? 'en',
    unreadBase: like?.unreadBase ?? 0,
  });
  return { ...input, id: `stand-in:${vendor.id}`, createdAtMs: 0, updatedAtMs: 0 };
};

/**
 * For each vendor that no device of the recipients has: a recipient with a device of it. Speaks the language of the recipient's own
 * phone and counts on from its badge. Empty: there is no recipient or no app.
 */
export const standIns = (
  message: Message,
  vendors: readonly Vendor[],
  real: readonly Recipient[],
  { accounts, apps, groups, nowMs }: StandInWorld,
): ReadonlyMap<VendorId, Recipient> => {
  const ids = recipientIds(message, { groups });
  const account = real[0]?.account ?? accounts.find((one) => ids.includes(one.userId));
  const like = real.find((one) => one.account.id === account?.id)?.device;
  const app = apps.find((one) => one.id === like?.appId) ?? apps[0];
  if (!account || !app) return new Map();
  const missing = vendors.filter((vendor) => !real.some(({ device }) => device.vendor === vendor.id));
  return new Map(
    missing.map((vendor) => [vendor.id, { account, device: deviceOf(vendor, account, like, app, nowMs) }]),
  );
};
