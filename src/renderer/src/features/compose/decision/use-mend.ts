import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useStores } from '../../../stores/index.ts';
import { focusField } from '../focus-field.ts';
import { madeUpToken } from '../model/made-up-token.ts';
import type { Mend } from '../model/mend.ts';

const randomHex = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(64)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Carries out what one press mends; the same function at every render. The new answer comes by itself: the message or the
 * workspace has changed.
 */
export const useMend = (): { readonly mend: (mend: Mend) => void; readonly failure: CallFailure | null } => {
  const { client, compose, phones, ui, workspace } = useStores();
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const mend = useCallback(
    (what: Mend) => {
      const call = (work: Promise<unknown>) => {
        work.then(
          () => setFailure(null),
          (error: unknown) => setFailure(asCallFailure(error)),
        );
      };
      switch (what.kind) {
        case 'message':
          flushSync(() => compose.edit(what.change));
          if (what.focus) focusField(what.focus);
          break;
        case 'app-state':
          call(phones.setAppState(what.deviceId, what.state ?? 'background'));
          break;
        case 'device':
          call(client.workspace.devices.update({ ...what.patch, id: what.deviceId }));
          break;
        case 'group':
          call(client.workspace.groups.update({ ...what.patch, id: what.id }));
          break;
        case 'app':
          call(client.workspace.apps.update({ ...what.patch, id: what.id }));
          break;
        case 'account':
          call(client.workspace.accounts.update({ ...what.patch, id: what.id }));
          break;
        case 'report-token':
          call(client.workspace.devices.update({ id: what.deviceId, tokenReportedAtMs: Date.now() }));
          break;
        case 'new-token': {
          const device = workspace.getState().devices.find((one) => one.id === what.deviceId);
          if (!device) break;
          const token = madeUpToken(device.vendor, device.platform, randomHex());
          const patch = { token, tokenState: 'active', tokenReportedAtMs: Date.now() } as const;
          call(client.workspace.devices.update({ ...patch, id: device.id }));
          break;
        }
        case 'allow-notifications':
          call(client.workspace.devices.update({ id: what.deviceId, notificationsAllowed: true }));
          break;
        default:
          ui.go(what.place, what.chosen);
      }
    },
    [client, compose, phones, ui, workspace],
  );
  return { mend, failure };
};
