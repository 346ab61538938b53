import type { Account, App, CredentialFacts, Device, Group, Message } from '../../shared/contract/index.ts';
import type { ImSwitches } from './switches.ts';

/** The credential a push to this device would use. */
export interface DecisionCredential {
  readonly name: string;
  readonly certificateId: number;
  readonly facts: CredentialFacts;
}

/** A message the backend took a short while ago, as far as the duplicate rule looks at it. */
export interface RecentMessage {
  readonly from: string;
  /** `c2c:<userId>` or `group:<groupId>`. */
  readonly conversation: string;
  readonly random: number;
  readonly atMs: number;
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
  /** What was sent in the last minutes. Absent: nothing is known of it. */
  readonly recent?: readonly RecentMessage[];
}

/** Version of the SDK that sent the message; null for the REST API. */
export const senderSdk = ({ client }: Message): string | null => (client?.kind === 'sdk' ? client.version : null);

/** True unless an SDK sends: REST messages have no other client named. */
export const isRest = ({ client }: Message): boolean => client?.kind !== 'sdk';

/** `c2c:<userId>` or `group:<groupId>`. */
export const conversationKey = ({ conversation }: Message): string =>
  conversation.kind === 'c2c' ? `c2c:${conversation.to}` : `group:${conversation.groupId}`;

/** GroupAtInfo names this user or everybody. Only groups have it. */
export const isMentioned = ({ conversation, groupAt }: Message, userId: string): boolean =>
  conversation.kind === 'group' && (groupAt ?? []).some((at) => at.all || at.userId === userId);
