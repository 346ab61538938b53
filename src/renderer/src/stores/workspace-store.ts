import { createStore } from 'zustand/vanilla';
import type { Account, App, Client, CoreEvent, Device, Group, Rule } from '../../../shared/contract/index.ts';

export interface WorkspaceState {
  readonly apps: readonly App[];
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  readonly devices: readonly Device[];
  readonly rules: readonly Rule[];
}
type WorkspaceChange = Extract<CoreEvent, { type: 'workspace.changed' }>;

const put = <T extends { readonly id: string }>(list: readonly T[], id: string, entry: T | null): readonly T[] => {
  if (!entry) return list.filter((one) => one.id !== id);
  return list.some((one) => one.id === id) ? list.map((one) => (one.id === id ? entry : one)) : [...list, entry];
};

/** What a change makes of the state. */
export const applyWorkspaceChange = (state: WorkspaceState, change: WorkspaceChange): Partial<WorkspaceState> => {
  switch (change.kind) {
    case 'app':
      return { apps: put(state.apps, change.id, change.entry) };
    case 'account':
      return { accounts: put(state.accounts, change.id, change.entry) };
    case 'group':
      return { groups: put(state.groups, change.id, change.entry) };
    case 'device':
      return { devices: put(state.devices, change.id, change.entry) };
    default:
      return { rules: put(state.rules, change.id, change.entry) };
  }
};

/** Apps, accounts, groups, devices and rules: a copy of the core's, changed by its events only. */
export const createWorkspaceStore = (client: Client) => {
  const store = createStore<WorkspaceState>(() => ({ apps: [], accounts: [], groups: [], devices: [], rules: [] }));
  return {
    ...store,
    /** Returns the sequence the snapshot includes. */
    load: async (): Promise<number> => {
      const { seq, ...entries } = await client.workspace.get();
      store.setState(entries);
      return seq;
    },
    apply: (change: WorkspaceChange) => store.setState(applyWorkspaceChange(store.getState(), change)),
  };
};
