import type { Account, App, CredentialFacts, Device, Group, Message } from '../../shared/contract/index.ts';
import type { ImSwitches } from './switches.ts';

/** The credential a push to this device would use. */
export interface DecisionCredential {
  readonly name: string;
  readonly certificateId: number;
  readonly facts: CredentialFacts;
}

/** Everything a decision looks at. */
export interface DecisionInput {
  readonly message: Message;
  /** Null: the sender is no account of the workspace; then there is no nickname. */
  readonly sender: Account | null;
  /** The group of a group message; null for C2C. */
  readonly group: Group | null;
  readonly recipient: Account;
  readonly device: Device;
  readonly app: App | null;
  readonly credential: DecisionCredential | null;
  readonly nowMs: number;
  readonly switches: ImSwitches;
}
