import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ExchangeSummary } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Bare, VendorMark } from '../../../ui/marks.tsx';
import { useVendorName } from '../../../ui/use-vendor-name.ts';
import { rowWords } from '../row-words.ts';
import css from './detail-head.module.css';

interface DetailHeadProps {
  readonly summary: ExchangeSummary;
  /** Host of the request; empty while it is under way. */
  readonly host: string;
  readonly actions: ReactNode;
  readonly onClose: () => void;
  /** The life line. */
  readonly children: ReactNode;
}

/** Whose exchange this is, what it says, where it went, and how far it came. */
export function DetailHead({ summary, host, actions, onClose, children }: DetailHeadProps) {
  const words = useWords();
  const { t } = words;
  const devices = useFrom('workspace', (state) => state.devices);
  const vendorName = useVendorName()(summary.vendor);
  const row = rowWords(summary, { words, devices, vendorName, nowMs: summary.atMs });
  const about = [row.to === '' ? '' : t('log.row.to', { to: row.to }), host];
  return (
    <header className={css['head']}>
      <div className={css['top']}>
        <VendorMark vendor={summary.vendor} large />
        <div className={css['names']}>
          <h2 className={css['lead']} data-wordless={row.isWordless || undefined} title={`${row.lead} ${row.text}`}>
            <b>{row.lead}</b>
            {row.text !== '' && <span>{row.text}</span>}
          </h2>
          <div className={css['about']}>
            <span className={css['origin']}>
              <Bare tone={summary.origin}>{t(`log.origin.${summary.origin}`)}</Bare>
            </span>
            <span>{about.filter((part) => part !== '').join(' · ')}</span>
          </div>
        </div>
        <div className={css['actions']}>
          {actions}
          <IconButton icon={<X />} label={t('log.detail.close')} small onClick={onClose} />
        </div>
      </div>
      {children}
    </header>
  );
}
