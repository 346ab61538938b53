import type { OpenSecrets } from './credentials/index.ts';

/** What a shell supplies. Everything that differs between Electron, plain Node and a test is here. */
export interface Ports {
  readonly shell: 'desktop' | 'headless';
  readonly version: string;
  readonly dataDir: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Fresh UUID, lower case. */
  readonly uuid: () => string;
  readonly workers: { readonly store: URL; readonly credentials: URL };
  /** The sealing seam: how secrets are kept in this shell. */
  readonly secrets: OpenSecrets;
  /** Fixed port numbers; 0 asks the system for any. Null: the defaults, moving aside when one is taken. */
  readonly gatewayPort: number | null;
  /** A further IP address at which the gateways listen; `0.0.0.0` and `::` are all of them. Null: loopback only. */
  readonly gatewayListen: string | null;
  /** Folder of own presets for this start, absolute, whatever the settings say. Null or absent: that of the settings. */
  readonly presetsDir?: string | null;
  /** A further CA to trust for loopback addresses, for a server of the person's own. */
  readonly trustedCaPem?: string;
  /** Begin without the demo workspace. */
  readonly empty: boolean;
  /** A line for the person's own log; never given a secret. */
  readonly log: (line: string) => void;
}
