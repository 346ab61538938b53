import type { Account } from '../../../../../shared/contract/index.ts';

/** An account in a list: its nickname with the ID behind it. */
export const userLabel = ({ nickname, userId }: Pick<Account, 'nickname' | 'userId'>): string =>
  nickname ? `${nickname} (${userId})` : userId;

/** Accounts a row may name: those no other row names, and the one it names now, also when that account is gone. */
export const userChoices = (accounts: readonly Account[], current: string, taken: readonly string[]) => [
  ...accounts
    .filter(({ userId }) => userId === current || !taken.includes(userId))
    .map((account) => ({ value: account.userId, label: userLabel(account) })),
  ...(accounts.some(({ userId }) => userId === current) ? [] : [{ value: current, label: current }]),
];
