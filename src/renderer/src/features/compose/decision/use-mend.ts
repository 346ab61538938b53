import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useStores } from '../../../stores/index.ts';
import { focusField } from '../focus-field.ts';
import type { Mend } from '../model/mend.ts';

/**
 * Carries out what one press mends; the same function at every render. The new answer comes by itself: the message or the
 * workspace has changed.
 */
export const useMend = (): { readonly mend: (mend: Mend) => void; readonly failure: CallFailure | null } => {
  const { client, compose, phones, ui } = useStores();
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
        case 'allow-notifications':
          call(client.workspace.devices.update({ id: what.deviceId, notificationsAllowed: true }));
          break;
        default:
          ui.go(what.place, what.chosen);
      }
    },
    [client, compose, phones, ui],
  );
  return { mend, failure };
};
