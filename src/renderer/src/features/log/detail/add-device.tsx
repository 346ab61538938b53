import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import type { Device, DeviceSuggestion, Exchange } from '../../../../../shared/contract/index.ts';
import { cutMiddle } from '../../../../../shared/kit/text.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { AddDeviceDialog } from './add-device-dialog.tsx';
import css from './tab.module.css';

/** One token nobody knew when the push came: an offer to make a phone of it, or what became of that. */
function UnknownToken({ exchange, token, known }: { exchange: Exchange; token: string; known: Device | undefined }) {
  const { t } = useWords();
  const { client, ui } = useStores();
  const [suggestion, setSuggestion] = useState<DeviceSuggestion | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const suggest = () => {
    setFailure(null);
    client.phones
      .suggestDevice({ id: exchange.id, token })
      .then(setSuggestion, (error: unknown) => setFailure(asCallFailure(error)));
  };
  const shown = cutMiddle(token);
  return (
    <>
      <div className={css['note']}>
        <Smartphone aria-hidden />
        <div>
          {known
            ? t('log.device.known', { token: shown, device: known.name })
            : t('log.device.unknown', { token: shown })}
        </div>
        {known ? (
          <Button small onClick={() => ui.go('phones', known.id)}>
            {t('log.device.open')}
          </Button>
        ) : (
          <Button small onClick={suggest}>
            {t('log.device.add')}
          </Button>
        )}
      </div>
      {failure && <FailureNote failure={failure} />}
      {suggestion && (
        <AddDeviceDialog
          suggestion={suggestion}
          onClose={() => setSuggestion(null)}
          onAdded={(device) => {
            setSuggestion(null);
            ui.say(t('log.device.added', { device: device.name }));
          }}
        />
      )}
    </>
  );
}

/** For each token of a captured push that no phone of the workspace had: add it, so that the next push lands somewhere. */
export function AddDevice({ exchange }: { readonly exchange: Exchange }) {
  const devices = useFrom('workspace', (state) => state.devices);
  return exchange.targets
    .filter((target) => target.deviceId === null && target.token !== '')
    .map(({ token }) => (
      <UnknownToken
        key={token}
        exchange={exchange}
        token={token}
        known={devices.find((device) => device.vendor === exchange.vendor && device.token === token)}
      />
    ));
}
