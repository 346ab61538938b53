import { createStore } from 'zustand/vanilla';
import type { Client, PhoneView, Tap } from '../../../shared/contract/index.ts';

export interface PhonesState {
  readonly phones: Readonly<Record<string, PhoneView>>;
  /** The last tap on each device. */
  readonly taps: Readonly<Record<string, Tap>>;
}

/** What each simulated phone shows. */
export const createPhonesStore = (client: Client) => {
  const store = createStore<PhonesState>(() => ({ phones: {}, taps: {} }));
  return {
    ...store,
    load: async () => {
      const { phones, lastTaps } = await client.phones.list();
      store.setState({
        phones: Object.fromEntries(phones.map((phone) => [phone.deviceId, phone])),
        taps: Object.fromEntries(lastTaps.map((tap) => [tap.deviceId, tap])),
      });
    },
    changed: (phone: PhoneView) =>
      store.setState((state) => ({ phones: { ...state.phones, [phone.deviceId]: phone } })),
    tapped: (tap: Tap) => store.setState((state) => ({ taps: { ...state.taps, [tap.deviceId]: tap } })),
    tap: (notificationId: string, action = 'default', userText?: string) =>
      client.phones.tap({ id: notificationId, action, ...(userText === undefined ? {} : { userText }) }),
    dismiss: (notificationId: string) => client.phones.dismiss({ id: notificationId }),
    clear: (deviceId: string) => client.phones.clear({ id: deviceId }),
    navigate: (deviceId: string, kind: 'open' | 'back' | 'home') =>
      client.phones.navigate({ id: deviceId, to: { kind } }),
    setAppState: (id: string, state: 'foreground' | 'background' | 'killed' | 'logged-out') =>
      client.phones.setState({ id, state }),
  };
};
