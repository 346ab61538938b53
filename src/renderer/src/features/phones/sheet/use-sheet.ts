import { useEffect, useState } from 'react';
import type { Message, PreviewRow, Variables } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import type { SheetDevice } from './sheet-model.ts';

const settleMs = 80;
const noRows: readonly PreviewRow[] = [];

/** The push of a message on each device of its recipients; devices for which none can be made are left out. */
export const useSheetDevices = (
  message: Message | null,
  variables: Variables,
): { readonly devices: readonly SheetDevice[]; readonly failure: CallFailure | null; readonly isAsking: boolean } => {
  const { client } = useStores();
  const devices = useFrom('workspace', (state) => state.devices);
  const [answer, setAnswer] = useState<{
    readonly rows: readonly PreviewRow[];
    readonly failure: CallFailure | null;
  } | null>(null);
  useEffect(() => {
    if (!message) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      client.compose.preview({ message, variables }).then(
        ({ rows }) => isCurrent && setAnswer({ rows, failure: null }),
        (error: unknown) => isCurrent && setAnswer({ rows: noRows, failure: asCallFailure(error) }),
      );
    }, settleMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, message, variables]);
  const rows = message ? (answer?.rows ?? noRows) : noRows;
  return {
    devices: rows.flatMap(({ deviceId, view }) => {
      const device = devices.find((one) => one.id === deviceId);
      return device && view?.card?.visible ? [{ device, draft: view.draft, card: view.card }] : [];
    }),
    failure: answer?.failure ?? null,
    isAsking: message !== null && answer === null,
  };
};
