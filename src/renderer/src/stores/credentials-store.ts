import { createStore } from 'zustand/vanilla';
import type { Client, Credential } from '../../../shared/contract/index.ts';

export interface CredentialsState {
  readonly credentials: readonly Credential[];
}

export const createCredentialsStore = (client: Client) => {
  const store = createStore<CredentialsState>(() => ({ credentials: [] }));
  return {
    ...store,
    load: async () => store.setState({ credentials: await client.credentials.list() }),
    changed: (id: string, credential: Credential | null) =>
      store.setState(({ credentials }) => {
        const others = credentials.filter((one) => one.id !== id);
        return {
          credentials: credential
            ? [...others, credential].toSorted((a, b) => a.certificateId - b.certificateId)
            : others,
        };
      }),
  };
};
