import type { App, Device, VendorId } from '../../shared/contract/index.ts';
import type { RuleTrial } from '../../shared/contract/workspace.ts';
import type { EventHub } from '../kit/hub.ts';
import type { IdKind } from '../kit/ids.ts';
import type { Store } from '../store/index.ts';
import type { Vendor } from '../vendors/vendor.ts';
import type { OpenedAddress } from './tapping.ts';

/** What the phones need of the workspace. */
export interface PhoneDirectory {
  readonly devices: {
    get(id: string): Device;
    find(id: string): Device | undefined;
    update(id: string, patch: Partial<Device>): Promise<Device>;
  };
  readonly apps: { find(id: string): App | undefined };
  tryRules(appId: string, ext: string | null, opened: OpenedAddress | null): RuleTrial;
}
export interface PhonesOptions {
  readonly store: Store;
  readonly hub: EventHub;
  readonly newId: (kind: IdKind) => string;
  readonly now: () => number;
  readonly directory: PhoneDirectory;
  readonly vendor: (id: VendorId) => Vendor | undefined;
  readonly log: (line: string) => void;
}
