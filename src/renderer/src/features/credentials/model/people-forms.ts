import type { Account, AccountInput, Device, Group, GroupInput } from '../../../../../shared/contract/index.ts';
import { problemsOf, required, type Problems } from './draft.ts';

export type AccountForm = AccountInput;
export const newAccount: AccountForm = { userId: '', nickname: '', pushEnabled: true };
export const accountForm = ({ userId, nickname, pushEnabled }: Account): AccountForm => ({
  userId,
  nickname,
  pushEnabled,
});

/** Limit of the contract for IDs of accounts and groups, in UTF-16 units. */
const idLimit = 64;

/** `others`: every account but the one being edited. */
export const accountProblems = (form: AccountForm, others: readonly Account[]): Problems<AccountForm> => {
  const userId = form.userId.trim();
  const owner = others.find((other) => other.userId === userId);
  return problemsOf<AccountForm>({
    userId:
      required(userId, 'credentials.problem.userId') ??
      (userId.length > idLimit
        ? { id: 'credentials.problem.idLong', params: { limit: idLimit } }
        : owner
          ? { id: 'credentials.problem.userIdTaken', params: { name: owner.nickname || owner.userId } }
          : undefined),
  });
};

/** What else names an account. */
export const whoNames = (userId: string, devices: readonly Device[], groups: readonly Group[]) => ({
  devices: devices.filter((device) => device.userId === userId),
  groups: groups.filter((group) => group.members.some((member) => member.userId === userId)),
});

/** The members of a group after an account got another ID. */
export const renameMember = (members: Group['members'], before: string, after: string): Group['members'] =>
  members.map((member) => (member.userId === before ? { ...member, userId: after } : member));

export type GroupForm = GroupInput;
export const newGroup: GroupForm = { groupId: '', name: '', members: [] };
export const groupForm = ({ groupId, name, members }: Group): GroupForm => ({ groupId, name, members });

/** `others`: every group but the one being edited. */
export const groupProblems = (form: GroupForm, others: readonly Group[]): Problems<GroupForm> => {
  const groupId = form.groupId.trim();
  const owner = others.find((other) => other.groupId === groupId);
  const ids = form.members.map((member) => member.userId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return problemsOf<GroupForm>({
    groupId:
      required(groupId, 'credentials.problem.groupId') ??
      (groupId.length > idLimit
        ? { id: 'credentials.problem.idLong', params: { limit: idLimit } }
        : owner
          ? { id: 'credentials.problem.groupIdTaken', params: { name: owner.name || owner.groupId } }
          : undefined),
    members: twice === undefined ? undefined : { id: 'credentials.problem.memberTwice', params: { userId: twice } },
  });
};

/** The first account that is not a member yet; null when all are. */
export const nextMember = (members: Group['members'], accounts: readonly Account[]): Account | null =>
  accounts.find((account) => members.every((member) => member.userId !== account.userId)) ?? null;
