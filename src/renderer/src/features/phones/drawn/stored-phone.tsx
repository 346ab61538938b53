import { memo, useMemo } from 'react';
import type { Card, Device } from '../../../../../shared/contract/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import type { Action } from '../use-action.ts';
import { DrawnPhone } from './drawn-phone.tsx';
import type { PhoneActions } from './types.ts';

/** The text of the push whose tap led to the screen now on top; undefined when the person went there by hand. */
const useBubble = (deviceId: string, top: string | undefined): string | undefined => {
  const stores = useStores();
  const tap = useFrom('phones', (state) => state.taps[deviceId]);
  const exchangeId = tap && tap.screens.at(-1) === top ? tap.exchangeId : undefined;
  // Read once per tap: the exchange was there before, and looking through a long log at every event would be slow.
  return useMemo(
    () => stores.exchanges.getState().items.find((one) => one.id === exchangeId)?.body || undefined,
    [stores, exchangeId],
  );
};

/** A drawn phone fed from the stores, whose touches reach the core. */
export const StoredPhone = memo(function StoredPhone(props: {
  readonly device: Device;
  readonly scale: number;
  readonly nowMs: number;
  readonly windowTheme: 'light' | 'dark';
  readonly action: Action;
  readonly probe?: string | undefined;
  readonly preview?: Card | null | undefined;
  /** Instead of tapping at once. */
  readonly onTap?: PhoneActions['onTap'];
}) {
  const { device, action, onTap, ...rest } = props;
  const { phones, client } = useStores();
  const app = useFrom('workspace', (state) => state.apps.find((one) => one.id === device.appId));
  const view = useFrom('phones', (state) => state.phones[device.id]);
  const bubble = useBubble(device.id, view?.screens.at(-1));
  const { run } = action;
  const { id: deviceId } = device;
  const touches = useMemo(
    (): PhoneActions => ({
      onTap: onTap ?? (({ id }) => run(() => phones.tap(id))),
      onAction: ({ id }, name, userText) => run(() => phones.tap(id, name, userText)),
      onDismiss: ({ id }) => run(() => phones.tap(id, 'dismiss')),
      onClear: () => run(() => phones.clear(deviceId)),
      onHome: () => run(() => phones.navigate(deviceId, 'home')),
      onBack: () => run(() => phones.navigate(deviceId, 'back')),
      onOpen: (screen) => run(() => client.phones.navigate({ id: deviceId, to: { kind: 'screen', screen } })),
    }),
    [phones, client, deviceId, run, onTap],
  );
  return <DrawnPhone {...rest} {...touches} device={device} app={app} view={view} bubble={bubble} />;
});
