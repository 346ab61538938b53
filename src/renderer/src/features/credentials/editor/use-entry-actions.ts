import type { Client } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { entryKey, type EntryKind } from '../model/chosen.ts';
import { keepEntry } from './keep-entry.ts';
import { useCall } from './use-call.ts';

/** The calls every kind of entry of the workspace has. */
const workspaceCalls = (client: Client, kind: Exclude<EntryKind, 'credential'>) => {
  switch (kind) {
    case 'app':
      return client.workspace.apps;
    case 'account':
      return client.workspace.accounts;
    case 'group':
      return client.workspace.groups;
    case 'device':
      return client.workspace.devices;
    case 'rule':
      return client.workspace.rules;
  }
};

/** The calls that credentials have too. */
const callsOf = (client: Client, kind: EntryKind) =>
  kind === 'credential' ? client.credentials : workspaceCalls(client, kind);

/** Duplicating and deleting one entry. `next`: what to choose when it is gone. */
export const useEntryActions = (kind: EntryKind, id: string, name: string, next: string) => {
  const { t } = useWords();
  const stores = useStores();
  const { ui } = stores;
  const call = useCall();
  const calls = callsOf(stores.client, kind);
  return {
    failure: call.failure,
    duplicate: () =>
      void call.run(async () => {
        const copy = await calls.duplicate({ id });
        keepEntry(stores, kind, copy.id, copy);
        ui.say(t('credentials.duplicated', { name }));
        ui.choose('credentials', entryKey(kind, copy.id));
      }),
    remove: () =>
      void call.run(async () => {
        await calls.remove({ id });
        ui.say(t('credentials.removed', { name }));
        // What was edited is gone with its entry.
        ui.guardLeaving(null);
        keepEntry(stores, kind, id, null);
        ui.choose('credentials', next);
        // A credential's secret has left the disk; everything else can come back.
        if (kind === 'credential') return;
        const { restore } = workspaceCalls(stores.client, kind);
        ui.offerUndo({
          words: t('credentials.removed', { name }),
          undo: async () => {
            keepEntry(stores, kind, id, await restore({ id }));
            ui.go('credentials', entryKey(kind, id));
            return t('credentials.restored', { name });
          },
        });
      }),
  };
};
