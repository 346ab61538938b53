import type { Account, App, Credential, Device, Group, Rule } from '../../../../../shared/contract/index.ts';
import type { Stores } from '../../../stores/index.ts';
import type { EntryKind } from '../model/chosen.ts';

type Entry = Account | App | Credential | Device | Group | Rule;
type WorkspaceChange = Parameters<Stores['workspace']['apply']>[0];

/**
 * Puts what a call returned into its store without waiting for the event that says the same, so that a saved form never shows what
 * was there before. Null: it was removed.
 */
export const keepEntry = (stores: Stores, kind: EntryKind, id: string, entry: Entry | null): void => {
  if (kind === 'credential') {
    // The kind says what the entry is; callers get both from one call.
    stores.credentials.changed(id, entry as Credential | null);
    return;
  }
  stores.workspace.apply({ type: 'workspace.changed', kind, id, entry } as WorkspaceChange);
};
