import { createStore } from 'zustand/vanilla';
import type { Client, ImSwitch } from '../../../shared/contract/index.ts';

export interface SwitchesState {
  readonly switches: readonly ImSwitch[];
}

/** How the core reads the rules that documents leave open: a copy, changed by its events and by the answers to our own calls. */
export const createSwitchesStore = (client: Client) => {
  const store = createStore<SwitchesState>(() => ({ switches: [] }));
  return {
    ...store,
    load: async () => store.setState({ switches: await client.switches.list() }),
    changed: (switches: readonly ImSwitch[]) => store.setState({ switches }),
    /** Null goes back to the default. Rejects as the call does. */
    choose: async (readings: Readonly<Record<string, string | null>>) =>
      store.setState({ switches: await client.switches.update({ readings: { ...readings } }) }),
  };
};
