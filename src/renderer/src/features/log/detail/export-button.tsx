import { Share } from 'lucide-react';
import { useState } from 'react';
import type { Exchange } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { ExportsDialog, type ExportSubject } from '../../../ui/exports-dialog.tsx';

/** The push of an exchange as a file or command line for other tools, where its vendor has such forms. */
export function ExportButton(props: {
  readonly exchange: Exchange;
  readonly onFailure: (failure: CallFailure | null) => void;
}) {
  const { exchange, onFailure } = props;
  const { t } = useWords();
  const { client } = useStores();
  const canExport = useFrom('settings', (state) => state.vendors.find((one) => one.id === exchange.vendor)?.canExport);
  const [subject, setSubject] = useState<ExportSubject | null>(null);
  if (!canExport || exchange.kind !== 'push') return null;
  const open = () => {
    onFailure(null);
    client.exchanges.draft({ id: exchange.id }).then(
      ({ view }) => {
        const deviceId = exchange.targets[0]?.deviceId ?? null;
        if (view) setSubject({ vendor: exchange.vendor, draft: view.draft, deviceId });
        else onFailure({ code: 'log.resend.unreadable', message: t('log.resend.unreadable'), details: {} });
      },
      (error: unknown) => onFailure(asCallFailure(error)),
    );
  };
  return (
    <>
      <IconButton icon={<Share />} label={t('exports.open')} small onClick={open} />
      <ExportsDialog subject={subject} onClose={() => setSubject(null)} />
    </>
  );
}
