import { useEffect, useState } from 'react';
import type { Device, QuietReason } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useStores } from '../../../stores/index.ts';

/** Pushes may arrive by the hundred; the core is asked once they pause. */
const settleMs = 60;

export interface Reasons {
  readonly notificationId: string;
  readonly device: Device;
  readonly reasons: readonly QuietReason[];
  readonly failure: CallFailure | null;
}

/** Why a real phone may keep this push quiet, as the core says; asked again when the phone's settings change. Null while it is asked. */
export const useReasons = (notificationId: string | undefined, device: Device): Reasons | null => {
  const { client } = useStores();
  const [answer, setAnswer] = useState<Reasons | null>(null);
  useEffect(() => {
    if (notificationId === undefined) return undefined;
    let isCurrent = true;
    const keep = (reasons: readonly QuietReason[], failure: CallFailure | null) => {
      if (isCurrent) setAnswer({ notificationId, device, reasons, failure });
    };
    const timer = setTimeout(() => {
      client.phones.reasons({ id: notificationId }).then(
        (reasons) => keep(reasons, null),
        (error: unknown) => keep([], asCallFailure(error)),
      );
    }, settleMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, notificationId, device]);
  return answer?.notificationId === notificationId ? answer : null;
};
