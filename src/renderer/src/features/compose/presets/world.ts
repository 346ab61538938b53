import type { Account, Device, DeviceFacts, Group, Phrase, PresetWorld } from '../../../../../shared/contract/index.ts';

export interface Entries {
  readonly devices: readonly Device[];
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
}
type Value = string | number | boolean | null;

/** One field of one entry that a preset or scenario changes. `member`: whose name card, where it is one. */
export interface WorldChange {
  readonly kind: 'device' | 'account' | 'group';
  readonly id: string;
  /** What the person calls the entry. */
  readonly name: string;
  readonly field: string;
  readonly member?: string;
  readonly before: Value;
  readonly after: Value;
}
export interface WorldPlan {
  readonly changes: readonly WorldChange[];
  /** What the workspace does not have. */
  readonly missing: readonly Phrase[];
}
/** A patch of one entry, as the contract takes it. */
export interface EntryPatch {
  readonly kind: WorldChange['kind'];
  readonly id: string;
  readonly patch: Readonly<Record<string, unknown>>;
}

const differences = (
  entry: Pick<WorldChange, 'kind' | 'id' | 'name'>,
  now: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): WorldChange[] =>
  Object.entries(wanted).flatMap(([field, after]) =>
    after === undefined || now[field] === after
      ? []
      : // Presets and scenarios set plain values only.
        [{ ...entry, field, before: now[field] as Value, after: after as Value }],
  );

/** What differs between a phone and what is wanted of it. */
export const deviceChanges = (device: Device, facts: DeviceFacts): WorldChange[] =>
  differences({ kind: 'device', id: device.id, name: device.name }, device, facts);

const cardChanges = (group: Group, cards: Readonly<Record<string, string>>): WorldChange[] =>
  group.members.flatMap(({ userId, nameCard }) => {
    const after = cards[userId];
    const name = group.name || group.groupId;
    return after === undefined || after === nameCard
      ? []
      : [{ kind: 'group' as const, id: group.id, name, field: 'nameCard', member: userId, before: nameCard, after }];
  });

/** What has to change so that the workspace is as a preset needs it. */
export const planWorld = (world: PresetWorld, { devices, accounts, groups }: Entries): WorldPlan => {
  const changes: WorldChange[] = [];
  const missing: Phrase[] = [];
  for (const { userId, platform, vendor, set } of world.devices ?? []) {
    const found = devices.filter(
      (one) =>
        one.userId === userId &&
        (platform === undefined || one.platform === platform) &&
        (vendor === undefined || one.vendor === vendor),
    );
    if (found.length === 0) {
      missing.push({ id: 'compose.world.missing.device', params: { user: userId, what: vendor ?? platform ?? '' } });
    }
    changes.push(...found.flatMap((device) => deviceChanges(device, set)));
  }
  for (const { userId, ...wanted } of world.accounts ?? []) {
    const account = accounts.find((one) => one.userId === userId);
    if (account) changes.push(...differences({ kind: 'account', id: account.id, name: userId }, account, wanted));
    else missing.push({ id: 'compose.world.missing.account', params: { user: userId } });
  }
  for (const { groupId, name, nameCards } of world.groups ?? []) {
    const group = groups.find((one) => one.groupId === groupId);
    if (group) {
      changes.push(...differences({ kind: 'group', id: group.id, name: group.name || groupId }, group, { name }));
      changes.push(...cardChanges(group, nameCards ?? {}));
    } else {
      missing.push({ id: 'compose.world.missing.group', params: { group: groupId } });
    }
  }
  return { changes, missing };
};

const entryOf = (
  { kind, id }: WorldChange,
  { devices, accounts, groups }: Entries,
): Device | Account | Group | undefined => {
  if (kind === 'device') return devices.find((one) => one.id === id);
  return kind === 'account' ? accounts.find((one) => one.id === id) : groups.find((one) => one.id === id);
};

const valueNow = (change: WorldChange, entries: Entries): unknown => {
  const entry = entryOf(change, entries);
  if (!entry) return undefined;
  if (change.member === undefined) return (entry as unknown as Readonly<Record<string, unknown>>)[change.field];
  return 'members' in entry ? entry.members.find((one) => one.userId === change.member)?.nameCard : undefined;
};

/** The patches that make these changes, one for each entry. */
export const patchesOf = (changes: readonly WorldChange[], entries: Entries): EntryPatch[] => {
  const patches = new Map<string, EntryPatch>();
  for (const change of changes) {
    const { kind, id, field, member, after } = change;
    const entry = entryOf(change, entries);
    if (!entry) continue;
    const before = patches.get(id)?.patch ?? {};
    if (member === undefined) {
      patches.set(id, { kind, id, patch: { ...before, [field]: after } });
    } else if ('members' in entry) {
      // Earlier cards of the same group are in the patch already.
      const members = (before['members'] as Group['members'] | undefined) ?? entry.members;
      const next = members.map((one) => (one.userId === member ? { ...one, nameCard: String(after) } : one));
      patches.set(id, { kind, id, patch: { ...before, members: next } });
    }
  }
  return [...patches.values()];
};

/** The changes that take these back. What somebody changed since stays as that person wants it. */
export const undoOf = (changes: readonly WorldChange[], entries: Entries): WorldChange[] =>
  changes
    .filter((change) => valueNow(change, entries) === change.after)
    .map((change) => ({ ...change, before: change.after, after: change.before }));

/** Changes that were made before and these, as one list: what was first stays the beginning. */
export const mergeChanges = (first: readonly WorldChange[], then: readonly WorldChange[]): WorldChange[] => {
  const isSame = (one: WorldChange, other: WorldChange) =>
    one.id === other.id && one.field === other.field && one.member === other.member;
  const kept = first.map((one) => {
    const later = then.find((other) => isSame(one, other));
    return later ? { ...one, after: later.after } : one;
  });
  const added = then.filter((one) => !first.some((other) => isSame(one, other)));
  return [...kept, ...added].filter((one) => one.before !== one.after);
};

/** The entries as these patches leave them. */
export const withPatches = ({ devices, accounts, groups }: Entries, patches: readonly EntryPatch[]): Entries => {
  const patched = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    list.map((one) => ({ ...one, ...patches.find((patch) => patch.id === one.id)?.patch }));
  return { devices: patched(devices), accounts: patched(accounts), groups: patched(groups) };
};
