import { useMemo, useState } from 'react';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { Banner, FailureNote } from '../../ui/notes.tsx';
import { useVendorName } from '../../ui/use-vendor-name.ts';

/** Says in every place that gateways fail requests on purpose, and ends that with one button. */
export function FaultBanner() {
  const { t } = useWords();
  const { client, gateways: store } = useStores();
  const gateways = useFrom('gateways', (state) => state.gateways);
  const vendorName = useVendorName();
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const failing = useMemo(() => gateways.filter(({ faults }) => faults.length > 0), [gateways]);
  if (failing.length === 0) return null;
  const off = async () => {
    setFailure(null);
    try {
      for (const { vendor } of failing) store.changed(await client.gateways.clearFaults({ vendor }));
    } catch (error) {
      setFailure(asCallFailure(error));
    }
  };
  const names = failing.map(({ vendor }) => vendorName(vendor)).join(t('shell.faults.joint'));
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      <Banner
        tone="warning"
        action={
          <Button small onClick={() => void off()}>
            {t('shell.faults.off')}
          </Button>
        }
      >
        {t('shell.faults.on', { names })}
      </Banner>
    </>
  );
}
