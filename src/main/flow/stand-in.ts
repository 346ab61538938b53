import type { Account, App, Device, Message, Platform } from '../../shared/contract/index.ts';
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
const models = { ios: 'iphone-17', android: 'pixel-9', harmony: 'huawei-mate-70' } as const;
const systems = { ios: '26.0', android: '16', harmony: '5.0' } as const;

/** A vendor, and the platform on which nobody has it. */
interface Gap {
  readonly vendor: Vendor;
  readonly platform: Platform;
}
export interface StandInDevice extends Gap {
  readonly recipient: Recipient;
}

/** TPNS stands in on Android: on iOS it tells Apple what APNs is told. */
const platformsOf = ({ id, platforms }: Vendor): readonly Platform[] =>
  platforms.filter((platform) => platform !== 'ios' || id === 'apns');

/** HarmonyOS is another service of the vendor; on all other platforms a vendor is one. */
const gapsOf = (vendor: Vendor, real: readonly Recipient[]): Gap[] =>
  platformsOf(vendor)
    .filter(
      (platform) =>
        !real.some(
          ({ device }) => device.vendor === vendor.id && (device.platform === 'harmony') === (platform === 'harmony'),
        ),
    )
    .map((platform) => ({ vendor, platform }));

/** A device nobody has, in the state in which pushes arrive: logged in, in the background, everything allowed. */
const deviceOf = (
  { vendor, platform }: Gap,
  owner: Account,
  like: Device | undefined,
  app: App,
  nowMs: number,
): Device => {
  const input = DeviceInput.parse({
    name: vendor.label,
    platform,
    model: models[platform],
    osVersion: systems[platform],
    appId: app.id,
    userId: owner.userId,
    vendor: vendor.id,
    tokenReportedAtMs: nowMs,
    lastLoginAtMs: nowMs - hour,
    appStateAtMs: nowMs,
    locale: like?.locale ?? 'en',
    unreadBase: like?.unreadBase ?? 0,
  });
  return { ...input, id: `stand-in:${vendor.id}:${platform}`, createdAtMs: 0, updatedAtMs: 0 };
};

/**
 * For each vendor and service that no device of the recipients has: a recipient with a device of it. Speaks the language of the recipient's own
 * phone and counts on from its badge. Empty: there is no recipient or no app.
 */
export const standIns = (
  message: Message,
  vendors: readonly Vendor[],
  real: readonly Recipient[],
  { accounts, apps, groups, nowMs }: StandInWorld,
): readonly StandInDevice[] => {
  const ids = recipientIds(message, { groups });
  const account = real[0]?.account ?? accounts.find((one) => ids.includes(one.userId));
  const like = real.find((one) => one.account.id === account?.id)?.device;
  const app = apps.find((one) => one.id === like?.appId) ?? apps[0];
  if (!account || !app) return [];
  return vendors
    .flatMap((vendor) => gapsOf(vendor, real))
    .map((gap) => ({ ...gap, recipient: { account, device: deviceOf(gap, account, like, app, nowMs) } }));
};
