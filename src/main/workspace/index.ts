import type { Account, App, Device, Group, Rule, RuleDraft, RuleTrial, VendorId } from '../../shared/contract/index.ts';
import * as schemas from '../../shared/contract/workspace.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { EventHub } from '../kit/hub.ts';
import type { IdKind } from '../kit/ids.ts';
import type { Store } from '../store/index.ts';
import { EntryBook } from './entry-book.ts';
import type { Opened } from './addresses.ts';
import { tryRules, withDraft } from './rules.ts';

export type { EntryBook } from './entry-book.ts';
export { tryRules } from './rules.ts';

export interface WorkspaceOptions {
  readonly store: Store;
  readonly hub: EventHub;
  readonly newId: (kind: IdKind) => string;
  readonly now: () => number;
}

interface Books {
  readonly apps: EntryBook<App>;
  readonly accounts: EntryBook<Account>;
  readonly groups: EntryBook<Group>;
  readonly devices: EntryBook<Device>;
  readonly rules: EntryBook<Rule>;
}

/** Apps, accounts, groups, devices and redirect rules. */
export interface WorkspaceBooks extends Books {
  findDeviceByToken(vendor: VendorId, token: string): Device | undefined;
  /** `draft`: a rule that is not stored like this (yet), tried among the others. */
  /** `opened`: the address and the action that the system was handed; null: none is known. */
  tryRules(appId: string, ext: string | null, opened: Opened | null, draft?: RuleDraft): RuleTrial;
}

const unique = <K extends string>(
  kind: string,
  field: K,
  value: string,
  others: readonly Record<K, string>[],
): void => {
  if (others.some((other) => other[field] === value)) throw new AppError('workspace.duplicate', { kind, field, value });
};
const namesOf = (devices: readonly Device[]): string[] => devices.map((device) => device.name);
const copyOf = (name: string): string => `${name} (2)`;

/** Tokens of these vendors are hexadecimal and mean the same in either case. */
const tokenKey = (vendor: VendorId, token: string): string =>
  `${vendor}:${vendor === 'apns' ? token.toLowerCase() : token}`;

/** Entries that devices point to; none is removed while one still does. */
const ownerBooks = (options: WorkspaceOptions, devices: () => readonly Device[]) => ({
  apps: new EntryBook<App>({
    ...options,
    table: 'apps',
    kind: 'app',
    schema: schemas.App,
    usedBy: (app) => namesOf(devices().filter((device) => device.appId === app.id)),
    copy: (app) => ({ name: copyOf(app.name) }),
  }),
  accounts: new EntryBook<Account>({
    ...options,
    table: 'accounts',
    kind: 'account',
    schema: schemas.Account,
    check: ({ userId }, others) => unique('account', 'userId', userId, others),
    usedBy: (account) => namesOf(devices().filter((device) => device.userId === account.userId)),
    copy: (account) => ({ userId: `${account.userId}-2`, nickname: copyOf(account.nickname) }),
  }),
  groups: new EntryBook<Group>({
    ...options,
    table: 'groups',
    kind: 'group',
    schema: schemas.Group,
    check: ({ groupId }, others) => unique('group', 'groupId', groupId, others),
    copy: (group) => ({ groupId: `${group.groupId}-2`, name: copyOf(group.name) }),
  }),
});

/** Entries that belong to an app. */
const appBooks = (options: WorkspaceOptions, apps: EntryBook<App>) => ({
  devices: new EntryBook<Device>({
    ...options,
    table: 'devices',
    kind: 'device',
    schema: schemas.Device,
    check: ({ appId, vendor, token }, others) => {
      apps.get(appId);
      const key = token === null ? null : tokenKey(vendor, token);
      if (others.some((other) => other.token !== null && tokenKey(other.vendor, other.token) === key)) {
        throw new AppError('workspace.duplicate', { kind: 'device', field: 'token', value: token });
      }
    },
    // A token belongs to one phone; the copy has to get its own.
    copy: (device) => ({ name: copyOf(device.name), token: null, tokenReportedAtMs: null }),
  }),
  rules: new EntryBook<Rule>({
    ...options,
    table: 'rules',
    kind: 'rule',
    schema: schemas.Rule,
    check: ({ appId }) => void apps.get(appId),
    copy: (rule) => ({ name: copyOf(rule.name), position: rule.position + 1 }),
  }),
});

/** Reads the workspace from the store. */
export const openWorkspace = async (options: WorkspaceOptions): Promise<WorkspaceBooks> => {
  const owners = ownerBooks(options, () => books.devices.all());
  const books: Books = { ...owners, ...appBooks(options, owners.apps) };
  const byToken = new Map<string, Device>();
  await books.apps.load();
  await Promise.all([books.accounts.load(), books.groups.load(), books.devices.load(), books.rules.load()]);
  let indexedVersion = -1;
  return {
    ...books,
    findDeviceByToken: (vendor, token) => {
      if (indexedVersion !== books.devices.version) {
        byToken.clear();
        for (const device of books.devices.all()) {
          if (device.token !== null) byToken.set(tokenKey(device.vendor, device.token), device);
        }
        indexedVersion = books.devices.version;
      }
      return byToken.get(tokenKey(vendor, token));
    },
    tryRules: (appId, ext, opened, draft) => {
      const rules = draft ? withDraft(books.rules.all(), draft) : books.rules.all();
      return tryRules(
        rules.filter((rule) => rule.appId === appId),
        ext,
        opened,
      );
    },
  };
};
