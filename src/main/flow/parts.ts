import type { Credential, Settings, VendorId } from '../../shared/contract/index.ts';
import type { EventHub } from '../kit/hub.ts';
import type { IdKind } from '../kit/ids.ts';
import type { Journal } from '../journal/index.ts';
import type { Outbound } from '../outbound/index.ts';
import type { Phones } from '../phones/index.ts';
import type { Store } from '../store/index.ts';
import type { SwitchBook } from './switches.ts';
import type { OpenCredential, Vendor } from '../vendors/vendor.ts';
import type { WorkspaceBooks } from '../workspace/index.ts';
import type { VariableSource } from './variables.ts';

/** Credentials as the flow needs them. */
export interface CredentialSource {
  all(): readonly Credential[];
  /** With the secret part. AppError `credential.locked`, `credential.not-found`. */
  open(id: string): Promise<OpenCredential>;
}

/** The parts that the flow ties together. */
export interface Parts {
  readonly store: Store;
  readonly hub: EventHub;
  readonly journal: Journal;
  readonly workspace: WorkspaceBooks;
  readonly credentials: CredentialSource;
  readonly phones: Phones;
  readonly outbound: Outbound;
  readonly vendor: (id: VendorId) => Vendor | undefined;
  /** Where a vendor's local gateway listens; undefined when it does not. */
  readonly gatewayOrigin: (id: VendorId) => string | undefined;
  readonly settings: () => Settings;
  /** How the rules that documents leave open are read. */
  readonly switches: SwitchBook;
  /** What `{{uuid}}` stands for in the next message. */
  readonly variables: VariableSource;
  readonly newId: (kind: IdKind) => string;
  readonly now: () => number;
  readonly log: (line: string) => void;
}
