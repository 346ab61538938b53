import { createStore } from 'zustand/vanilla';
import type { Client, Health, Notice, Settings, VendorInfo } from '../../../shared/contract/index.ts';

export interface SettingsState {
  readonly settings: Settings;
  readonly vendors: readonly VendorInfo[];
  readonly health: Health | null;
  readonly notices: readonly Notice[];
}
const initial: Settings = {
  locale: 'system',
  theme: 'system',
  contrast: 'system',
  survivePowerLoss: false,
  network: { proxy: '', caPem: '' },
  retention: { maxExchanges: null, maxAgeDays: null, maxBytes: null },
  savedFilters: [],
  presetsFolder: '',
};

/** The person's choices, the vendors as data, and how the core is. */
export const createSettingsStore = (client: Client) => {
  const store = createStore<SettingsState>(() => ({ settings: initial, vendors: [], health: null, notices: [] }));
  const loadHealth = async () => {
    const health = await client.system.health();
    store.setState({ health, notices: health.notices });
  };
  return {
    ...store,
    load: async () => {
      const [settings, vendors] = await Promise.all([client.settings.get(), client.settings.vendors(), loadHealth()]);
      store.setState({ settings, vendors });
    },
    loadHealth,
    changed: (settings: Settings) => store.setState({ settings }),
    noticed: (notices: readonly Notice[]) => store.setState({ notices }),
    update: async (patch: Partial<Settings>) => store.setState({ settings: await client.settings.update(patch) }),
  };
};
