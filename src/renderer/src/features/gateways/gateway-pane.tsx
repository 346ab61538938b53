import { Send } from 'lucide-react';
import type { Gateway } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { Copyable } from '../../ui/copy.tsx';
import { Bare } from '../../ui/marks.tsx';
import { Pane } from '../../ui/pane.tsx';
import { useVendorName } from '../../ui/use-vendor-name.ts';
import { DownloadCa } from './gateway-list.tsx';
import { Faults } from './faults.tsx';
import { GatewaySettings } from './gateway-settings.tsx';
import { LastVerdicts } from './last-verdicts.tsx';
import { Recipes } from './recipes.tsx';
import { gatewayNote, gatewayState } from './state.ts';
import { TestResult } from './test-result.tsx';
import { useTestPush, type TestPush } from './use-test-push.ts';
import css from './gateway-pane.module.css';

/** Why no test push can be sent, with the way to change that. */
function NoTest({ gateway, test, vendorName }: { gateway: Gateway; test: TestPush; vendorName: string }) {
  const { t } = useWords();
  const { ui } = useStores();
  if (test.device || gateway.state !== 'listening') return null;
  return (
    <p className={css['row']}>
      <span className={css['text']}>{t('gateways.test.no-phone', { vendor: vendorName })}</span>
      <Button small onClick={() => ui.go('phones')}>
        {t('gateways.test.add-phone')}
      </Button>
    </p>
  );
}

/** Base URLs: the port answers TLS, and but for one vendor plain HTTP too. */
function Addresses({ gateway, vendorName }: { readonly gateway: Gateway; readonly vendorName: string }) {
  const { t } = useWords();
  if (gateway.state !== 'listening') return null;
  return (
    <div className={css['row']}>
      <Copyable text={gateway.origin} label={t('gateways.address.copy', { vendor: vendorName })} />
      {gateway.speaks.includes('plain') && (
        <>
          <span className={css['text']}>{t('gateways.address.or-plain')}</span>
          <Copyable
            text={gateway.origin.replace(/^https:/, 'http:')}
            label={t('gateways.address.copy-plain', { vendor: vendorName })}
          />
        </>
      )}
    </div>
  );
}

function Trust() {
  const { t } = useWords();
  const caPath = useFrom('gateways', (state) => state.caPath);
  return (
    <section className={css['section']} aria-label={t('gateways.trust')}>
      <h3 className={css['title']}>{t('gateways.trust')}</h3>
      <p className={css['text']}>{t('gateways.trust.about')}</p>
      <div className={css['row']}>
        <DownloadCa />
        <Copyable text={caPath} label={t('gateways.ca.copy')} />
      </div>
    </section>
  );
}

/** One gateway: how to point a backend at it, how it behaves, a push to try it, and what it decided last. */
export function GatewayPane({ gateway }: { readonly gateway: Gateway }) {
  const { t } = useWords();
  const vendorName = useVendorName()(gateway.vendor);
  const test = useTestPush(gateway);
  const state = gatewayState(gateway);
  // A moved port works, and the list says that it moved; here stands only what makes this pane poorer.
  const note = gateway.state === 'listening' ? null : gatewayNote(gateway, vendorName);
  return (
    <Pane
      title={vendorName}
      head={
        <span className={css['head']} title={`${gateway.origin} · ${t(state.id)}`}>
          <code>{gateway.origin}</code>
          <Bare tone={state.tone}>{t(state.id)}</Bare>
        </span>
      }
      actions={
        <Button look="primary" small icon={<Send />} onClick={test.send} disabled={!test.canSend || test.isBusy}>
          {t('gateways.test')}
        </Button>
      }
    >
      <div className={css['body']}>
        {test.result && <TestResult result={test.result} />}
        <NoTest gateway={gateway} test={test} vendorName={vendorName} />
        {note && <p className={css['text']}>{t(note.id, note.params)}</p>}
        <section className={css['section']} aria-label={t('gateways.point')}>
          <h3 className={css['title']}>{t('gateways.point')}</h3>
          <Addresses gateway={gateway} vendorName={vendorName} />
          <Recipes gateway={gateway} vendorName={vendorName} />
        </section>
        <Trust />
        <GatewaySettings gateway={gateway} vendorName={vendorName} />
        <Faults gateway={gateway} />
        <LastVerdicts vendor={gateway.vendor} />
      </div>
    </Pane>
  );
}
