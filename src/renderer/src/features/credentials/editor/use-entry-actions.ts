import type { Client } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { entryKey, type EntryKind } from '../model/chosen.ts';
import { keepEntry } from './keep-entry.ts';
import { useCall } from './use-call.ts';

/** The calls every kind of entry has. */
const callsOf = (client: Client, kind: EntryKind) => {
  switch (kind) {
    case 'credential':
      return client.credentials;
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
      }),
  };
};
