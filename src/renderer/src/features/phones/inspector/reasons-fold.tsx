import { useState } from 'react';
import type { Device } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Fold } from '../../../ui/fold.tsx';
import { ReasonsOf } from './reasons.tsx';

/** The reasons of one quiet push and what to change; asked for when it is opened. */
export function ReasonsFold({ notificationId, device }: { readonly notificationId: string; readonly device: Device }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Fold title={t('phones.reason.fold')} control={{ open, onOpen: setOpen }}>
      {open && <ReasonsOf notificationId={notificationId} device={device} />}
    </Fold>
  );
}
