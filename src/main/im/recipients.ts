import type { Account, Device, Group, Message } from '../../shared/contract/index.ts';

/** What of the workspace tells who gets a message. */
export interface Directory {
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  readonly devices: readonly Device[];
}

export interface Recipient {
  readonly account: Account;
  readonly device: Device;
}

/**
 * The users a message is addressed to. A group message is for all members but the sender, or for those of them it names; a C2C
 * message for one user, or for all of a batch.
 */
export const recipientIds = (message: Message, directory: Pick<Directory, 'groups'>): readonly string[] => {
  const { conversation } = message;
  if (conversation.kind === 'c2c') return [conversation.to, ...(conversation.others ?? [])];
  const group = directory.groups.find((one) => one.groupId === conversation.groupId);
  const named = conversation.toAccounts;
  return (
    group?.members
      .map((member) => member.userId)
      .filter((userId) => userId !== message.from && (named === undefined || named.includes(userId))) ?? []
  );
};

/** Every device of every recipient, in the order of the workspace. */
export const recipientsOf = (message: Message, directory: Directory): readonly Recipient[] => {
  const ids = new Set(recipientIds(message, directory));
  return directory.devices.flatMap((device) => {
    const account = directory.accounts.find((one) => one.userId === device.userId && ids.has(one.userId));
    return account ? [{ account, device }] : [];
  });
};
