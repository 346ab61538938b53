import type { Account, Group } from '../../../../../shared/contract/index.ts';
import type { WorkspaceState } from '../../../stores/workspace-store.ts';
import { doNotDisturbProblem, isTimeZone } from './quiet-form.ts';
import { problemsOf, required, type Problems } from './draft.ts';

type Stored = 'id' | 'createdAtMs' | 'updatedAtMs';
/** An account as its editor holds it: every field. */
export type AccountForm = Omit<Account, Stored>;
export const newAccount: AccountForm = {
  userId: '',
  nickname: '',
  pushEnabled: true,
  globalSounds: { c2c: null, group: null },
  doNotDisturb: null,
  timeZone: 'UTC',
  receiveOptions: {},
  blocked: [],
  muted: false,
};
export const accountForm = ({ id: _id, createdAtMs: _created, updatedAtMs: _updated, ...form }: Account): AccountForm =>
  form;

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
    doNotDisturb: doNotDisturbProblem(form.doNotDisturb),
    timeZone: isTimeZone(form.timeZone) ? undefined : { id: 'credentials.problem.timeZone' },
  });
};

/** What else names an account. */
export const whoNames = (
  userId: string,
  { devices, groups, accounts }: Pick<WorkspaceState, 'devices' | 'groups' | 'accounts'>,
) => ({
  devices: devices.filter((device) => device.userId === userId),
  groups: groups.filter((group) => group.members.some((member) => member.userId === userId)),
  accounts: accounts.filter((other) => userId in other.receiveOptions || other.blocked.includes(userId)),
});

/** What another account says about one that got another ID. */
export const renameInAccount = (
  { receiveOptions, blocked }: Pick<Account, 'receiveOptions' | 'blocked'>,
  before: string,
  after: string,
): Pick<Account, 'receiveOptions' | 'blocked'> => ({
  receiveOptions: Object.fromEntries(
    Object.entries(receiveOptions).map(([userId, option]) => [userId === before ? after : userId, option]),
  ),
  blocked: blocked.map((userId) => (userId === before ? after : userId)),
});

/** The members of a group after an account got another ID. */
export const renameMember = (members: Group['members'], before: string, after: string): Group['members'] =>
  members.map((member) => (member.userId === before ? { ...member, userId: after } : member));

/** A group as its editor holds it: every field. */
export type GroupForm = Omit<Group, Stored>;
export const newGroup: GroupForm = { groupId: '', name: '', type: 'Work', members: [] };
export const groupForm = ({ id: _id, createdAtMs: _created, updatedAtMs: _updated, ...form }: Group): GroupForm => form;

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
