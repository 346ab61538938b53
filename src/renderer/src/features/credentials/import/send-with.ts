import type { Credential } from '../../../../../shared/contract/index.ts';
import type { Stores } from '../../../stores/index.ts';
import { keepEntry } from '../editor/keep-entry.ts';

/** Makes an app send with a credential. Nothing happens where the app is not there. */
export const sendWith = async (stores: Stores, credential: Credential, appId: string | null): Promise<void> => {
  const app = stores.workspace.getState().apps.find(({ id }) => id === appId);
  if (!app) return;
  const credentialIds = { ...app.credentialIds, [credential.vendor]: credential.id };
  keepEntry(stores, 'app', app.id, await stores.client.workspace.apps.update({ id: app.id, credentialIds }));
};
