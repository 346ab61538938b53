import { useState } from 'react';
import type { ExportFormat, VendorId } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { counted } from '../../../ui/counted.ts';
import { useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Banner, FailureNote } from '../../../ui/notes.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { useExport } from './use-export.ts';
import css from './paste.module.css';

const formats = ['pushscope', 'har', 'ndjson', 'csv', 'apns'] as const satisfies readonly ExportFormat[];

/** Makes a file of one exchange, or of everything the filter lets through. */
export function ExportDialog(props: {
  /** Null: what passes the filter. */
  readonly id: string | null;
  readonly filter: string;
  /** Of the one exchange: pushes of other vendors have no `.apns` file. */
  readonly vendor?: VendorId;
  readonly onClose: () => void;
}) {
  const { id, filter, vendor } = props;
  const { t } = useWords();
  const { ui } = useStores();
  const [format, setFormat] = useState<ExportFormat>('pushscope');
  const [mask, setMask] = useState(false);
  const [isNone, setNone] = useState(false);
  const { written, failure, make, cancel } = useExport();
  const isBusy = written !== null;
  const close = () => {
    cancel();
    props.onClose();
  };
  const start = async () => {
    const fileName = `pushscope-${new Date().toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.${format === 'apns' && id === null ? 'apns.tar' : format}`;
    const count = await make({ format, id, filter, mask, fileName });
    setNone(count === 0);
    if (count === null || count === 0) return;
    ui.say(t('log.export.done', { file: fileName }));
    props.onClose();
  };
  const about =
    id === null ? (filter === '' ? 'log.export.about.all' : 'log.export.about.filter') : 'log.export.about.one';
  return (
    <Dialog
      open
      onClose={close}
      title={t('log.export.title')}
      about={t(about, { filter })}
      foot={
        <>
          <span className={css['fact']} role="status">
            {isBusy ? counted(t, 'log.export.progress', written) : ''}
          </span>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button look="primary" disabled={isBusy} onClick={() => void start()}>
            {t('log.export.make')}
          </Button>
        </>
      }
    >
      {failure && <FailureNote failure={failure} />}
      {isNone && <Banner tone="warning">{t(format === 'apns' ? 'log.export.none.apns' : 'log.export.none')}</Banner>}
      <fieldset className={css['formats']}>
        <legend>{t('log.export.format')}</legend>
        {formats
          .filter((one) => one !== 'apns' || vendor === undefined || vendor === 'apns')
          .map((one) => (
            <label key={one} className={css['format']}>
              <input
                type="radio"
                name="format"
                aria-label={t(`log.export.${one}`)}
                checked={format === one}
                onChange={() => setFormat(one)}
              />
              <span>
                <b>{t(`log.export.${one}`)}</b>
                <span className={css['fact']}>{t(`log.export.${one}.about`)}</span>
              </span>
            </label>
          ))}
      </fieldset>
      <ToggleRow label={t('log.export.mask')} hint={t('log.export.mask.about')} on={mask} onChange={setMask} />
    </Dialog>
  );
}
