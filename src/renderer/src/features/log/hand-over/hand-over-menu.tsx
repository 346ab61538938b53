import { Copy, FileOutput } from 'lucide-react';
import { useState } from 'react';
import type { Exchange } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { copyKinds, useCopy } from './use-copy.ts';

/** One exchange for somebody else: as code, as its parts, as a ticket, as a file. */
export function HandOverMenu(props: {
  readonly exchange: Exchange;
  readonly onFailure: (failure: CallFailure | null) => void;
}) {
  const { exchange, onFailure } = props;
  const { t } = useWords();
  const copy = useCopy((error) => onFailure(asCallFailure(error)));
  const [isExporting, setExporting] = useState(false);
  const kinds = copyKinds.filter((kind) => kind !== 'token' || exchange.targets.length > 0);
  return (
    <>
      <Menu
        trigger={<IconButton icon={<Copy />} label={t('log.copy')} small />}
        entries={[
          ...kinds.map((kind) => ({
            id: kind,
            label: t(`log.copy.as.${kind}`),
            onSelect: () => {
              onFailure(null);
              copy(exchange.id, kind);
            },
          })),
          null,
          {
            id: 'export',
            label: t('log.export.one'),
            icon: <FileOutput aria-hidden />,
            onSelect: () => setExporting(true),
          },
        ]}
      />
      {isExporting && <ExportDialog id={exchange.id} filter="" onClose={() => setExporting(false)} />}
    </>
  );
}
