import { createContext, useContext } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { Client, EventBatch } from '../../../shared/contract/index.ts';
import { adopt } from '../features/compose/model/adopt.ts';
import { createCodesStore, type CodesState } from './codes-store.ts';
import { createComposeStore, type ComposeState } from './compose-store.ts';
import { createCredentialsStore, type CredentialsState } from './credentials-store.ts';
import { createExchangesStore, type ExchangesState } from './exchanges-store.ts';
import { createGatewaysStore, type GatewaysState } from './gateways-store.ts';
import { createLogStore, type LogState } from './log-store.ts';
import { createPhonesStore, type PhonesState } from './phones-store.ts';
import { createPresetsStore, type PresetsState } from './presets-store.ts';
import { createSdkStore, type SdkState, type SdkWorld } from './sdk-store.ts';
import { createSettingsStore, type SettingsState } from './settings-store.ts';
import { createSwitchesStore, type SwitchesState } from './switches-store.ts';
import { createUiStore, type UiState } from './ui-store.ts';
import { createWorkspaceStore, type WorkspaceState } from './workspace-store.ts';

/** Every store, wired in one place. None imports another. */
export const createStores = (client: Client) => {
  const workspace = createWorkspaceStore(client);
  const compose = createComposeStore(client);
  const world: SdkWorld = {
    message: () => compose.getState().draft?.message ?? null,
    adopt: (message) => compose.edit((draft) => adopt(draft, message)),
    account: (id) => workspace.getState().accounts.find((one) => one.id === id),
  };
  return {
    client,
    workspace,
    exchanges: createExchangesStore(client),
    log: createLogStore(client),
    phones: createPhonesStore(client),
    credentials: createCredentialsStore(client),
    gateways: createGatewaysStore(client),
    settings: createSettingsStore(client),
    switches: createSwitchesStore(client),
    codes: createCodesStore(client),
    compose,
    sdk: createSdkStore(client, world),
    presets: createPresetsStore(client),
    ui: createUiStore(),
  };
};
export type Stores = ReturnType<typeof createStores>;

/** Takes all snapshots; returns the sequence from which events go on. */
export const loadStores = async (stores: Stores): Promise<number> => {
  // The workspace first: its sequence is the earliest, so that no event falls between the snapshots.
  const seq = await stores.workspace.load();
  await Promise.all([
    stores.exchanges.load(),
    stores.log.reload(),
    stores.phones.load(),
    stores.credentials.load(),
    stores.gateways.load(),
    stores.settings.load(),
    stores.switches.load(),
    stores.compose.load(),
    stores.presets.load(),
  ]);
  return seq;
};

/** What a call made by an event could not fetch is fetched with the next event, or with the snapshot after a lost connection. */
const later = (work: Promise<unknown>): void => void work.catch(() => undefined);

/** Gives each event of a batch to its store; rows of the log go in together. */
export const applyEvents = (stores: Stores, batch: EventBatch): void => {
  stores.exchanges.add(batch.events.flatMap((event) => (event.type === 'exchange.added' ? [event.exchange] : [])));
  if (batch.events.some((event) => event.type === 'exchange.added')) later(stores.log.noticed());
  for (const event of batch.events) {
    switch (event.type) {
      case 'exchange.added':
        break;
      case 'exchanges.cleared':
        stores.exchanges.cleared();
        later(stores.log.reload());
        break;
      case 'exchanges.changed':
        later(stores.exchanges.load());
        later(stores.log.reload());
        break;
      case 'exchange.marked':
        stores.log.marked(event.id, event.mark);
        break;
      case 'workspace.changed':
        stores.workspace.apply(event);
        break;
      case 'credential.changed':
        stores.credentials.changed(event.id, event.credential);
        break;
      case 'phone.changed':
        stores.phones.changed(event.phone);
        break;
      case 'tap.recorded':
        stores.phones.tapped(event.tap);
        break;
      case 'gateway.changed':
        stores.gateways.changed(event.gateway);
        break;
      case 'settings.changed':
        stores.settings.changed(event.settings);
        break;
      case 'switches.changed':
        stores.switches.changed(event.switches);
        break;
      case 'presets.changed':
        void stores.presets.load();
        break;
      case 'notices.changed':
        stores.settings.noticed(event.notices);
        break;
      default:
        break;
    }
  }
};

const StoresContext = createContext<Stores | null>(null);
export const StoresProvider = StoresContext.Provider;

/** All stores and the client, for actions. */
export const useStores = (): Stores => {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error('There is no StoresProvider above this component');
  return stores;
};

/** The state of each store, by its name in `createStores`. */
interface States {
  readonly workspace: WorkspaceState;
  readonly exchanges: ExchangesState;
  readonly log: LogState;
  readonly phones: PhonesState;
  readonly credentials: CredentialsState;
  readonly gateways: GatewaysState;
  readonly settings: SettingsState;
  readonly switches: SwitchesState;
  readonly codes: CodesState;
  readonly compose: ComposeState;
  readonly sdk: SdkState;
  readonly presets: PresetsState;
  readonly ui: UiState;
}

/** A selected part of one store; the component renders again when that part changes. Select what is there, make nothing new. */
export const useFrom = <K extends keyof States, T>(name: K, select: (state: States[K]) => T): T => {
  // `States` says what each store holds; the checker cannot follow that through a union of stores.
  const store = useStores()[name] as unknown as StoreApi<unknown>;
  return useStore(store, select as (state: unknown) => T);
};
