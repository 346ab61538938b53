import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import type { Exchange } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { lastAccepted, likeFilters } from './last-accepted.ts';
import { pairKey } from './pair.ts';

/** Beside the last accepted exchange that is most like this one. */
export function CompareButton({
  exchange,
  onFailure,
}: {
  readonly exchange: Exchange;
  readonly onFailure: (failure: CallFailure | null) => void;
}) {
  const { t } = useWords();
  const { client, ui } = useStores();
  const devices = useFrom('workspace', (state) => state.devices);
  const apps = useFrom('workspace', (state) => state.apps);
  const [isBusy, setBusy] = useState(false);
  const press = () => {
    setBusy(true);
    onFailure(null);
    lastAccepted(client, exchange, likeFilters(exchange, devices, apps))
      .then(
        (other) => {
          if (other === null) onFailure({ code: 'log.compare.none', message: t('log.compare.none'), details: {} });
          else ui.choose('log', pairKey(exchange.id, other));
        },
        (error: unknown) => onFailure(asCallFailure(error)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <IconButton icon={<GitCompareArrows />} label={t('log.compare.last')} small disabled={isBusy} onClick={press} />
  );
}
