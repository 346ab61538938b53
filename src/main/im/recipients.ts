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

/** The users a message is addressed to, the sender's own other devices left out only where the conversation says so. */
export const recipientIds = (message: Message, directory: Directory): readonly string[] => {
  const { conversation } = message;
  if (conversation.kind === 'c2c') return [conversation.to];
  const group = directory.groups.find((one) => one.groupId === conversation.groupId);
  return group?.members.map((member) => member.userId).filter((userId) => userId !== message.from) ?? [];
};

/** Every device of every recipient, in the order of the workspace. */
export const recipientsOf = (message: Message, directory: Directory): readonly Recipient[] => {
  const ids = new Set(recipientIds(message, directory));
  return directory.devices.flatMap((device) => {
    const account = directory.accounts.find((one) => one.userId === device.userId && ids.has(one.userId));
    return account ? [{ account, device }] : [];
  });
};
