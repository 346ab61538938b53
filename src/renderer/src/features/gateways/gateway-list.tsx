import { Download, OctagonX, TriangleAlert } from 'lucide-react';
import type { Gateway, VendorId } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton, Copyable } from '../../ui/copy.tsx';
import { downloadText } from '../../ui/download.ts';
import { Pane } from '../../ui/pane.tsx';
import { useVendorName } from '../../ui/use-vendor-name.ts';
import { GatewayTable } from './gateway-table.tsx';
import { gatewayNote, gatewayState } from './state.ts';
import css from './gateway-list.module.css';

/** Hands over the CA that signs the gateways' certificates. It is no secret. */
export function DownloadCa() {
  const { t } = useWords();
  const { ui } = useStores();
  const pem = useFrom('gateways', (state) => state.caPem);
  const download = () => {
    downloadText('pushscope-ca.pem', pem, 'application/x-pem-file');
    ui.say(t('gateways.ca.downloaded'));
  };
  return (
    <Button small icon={<Download />} onClick={download} disabled={pem === ''}>
      {t('gateways.ca.download')}
    </Button>
  );
}

function Notes({ gateways }: { readonly gateways: readonly Gateway[] }) {
  const { t } = useWords();
  const vendorName = useVendorName();
  return (
    <ul className={css['notes']} aria-label={t('gateways.notes')}>
      {gateways.map((gateway) => {
        const note = gatewayNote(gateway, vendorName(gateway.vendor));
        return (
          note && (
            <li key={gateway.vendor} data-tone={gatewayState(gateway).tone}>
              {gateway.state === 'failed' ? <OctagonX aria-hidden /> : <TriangleAlert aria-hidden />}
              <span>{t(note.id, note.params)}</span>
            </li>
          )
        );
      })}
    </ul>
  );
}

interface GatewayListProps {
  readonly chosen: VendorId;
  readonly onChoose: (vendor: VendorId) => void;
  readonly onOpen: () => void;
}

/** The pretend vendors on this machine. */
export function GatewayList({ chosen, onChoose, onOpen }: GatewayListProps) {
  const { t } = useWords();
  const gateways = useFrom('gateways', (state) => state.gateways);
  const caPath = useFrom('gateways', (state) => state.caPath);
  const addresses = gateways
    .filter((one) => one.origin !== '')
    .map((one) => `${one.vendor}=${one.origin}`)
    .join('\n');
  return (
    <Pane
      title={t('place.gateways')}
      head={
        <span className={css['about']} title={t('gateways.about', { n: gateways.length })}>
          {t('gateways.about', { n: gateways.length })}
        </span>
      }
      actions={
        <>
          <DownloadCa />
          <CopyButton text={addresses} label={t('gateways.copyAll')} words={t('gateways.copyAll.short')} />
        </>
      }
    >
      <GatewayTable gateways={gateways} chosen={chosen} onChoose={onChoose} onOpen={onOpen} />
      <Notes gateways={gateways} />
      <p className={css['ca']}>
        <span>{t('gateways.ca.path')}</span>
        <Copyable text={caPath} label={t('gateways.ca.copy')} />
      </p>
    </Pane>
  );
}
