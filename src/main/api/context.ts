import type { CredentialBook } from '../credentials/index.ts';
import type { BulkSends } from '../flow/bulk/index.ts';
import type { HealthChecks } from '../flow/health-check.ts';
import type { Sends } from '../flow/send.ts';
import type { Parts } from '../flow/parts.ts';
import type { PresetLibrary } from '../presets/index.ts';
import type { SettingsBook } from '../settings/index.ts';
import type { Vendor } from '../vendors/vendor.ts';
import type { Gateways } from '../flow/gateways.ts';

/** What the handlers may use. */
export interface ApiParts extends Omit<Parts, 'credentials' | 'settings'> {
  readonly credentials: CredentialBook;
  readonly settings: SettingsBook;
  readonly presets: PresetLibrary;
  readonly sends: Sends;
  readonly bulk: BulkSends;
  readonly healthChecks: HealthChecks;
  readonly gateways: Gateways;
  readonly vendors: readonly Vendor[];
  readonly about: {
    readonly version: string;
    readonly shell: 'desktop' | 'headless';
    readonly startedAtMs: number;
    readonly dataDir: string;
    readonly sealer: string;
  };
}
