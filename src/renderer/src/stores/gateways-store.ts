import { createStore } from 'zustand/vanilla';
import type { Client, Gateway } from '../../../shared/contract/index.ts';

export interface GatewaysState {
  readonly gateways: readonly Gateway[];
  readonly caPath: string;
  readonly caPem: string;
}

export const createGatewaysStore = (client: Client) => {
  const store = createStore<GatewaysState>(() => ({ gateways: [], caPath: '', caPem: '' }));
  return {
    ...store,
    load: async () => store.setState(await client.gateways.list()),
    changed: (gateway: Gateway) =>
      store.setState(({ gateways }) => ({
        gateways: gateways.map((one) => (one.vendor === gateway.vendor ? gateway : one)),
      })),
  };
};
