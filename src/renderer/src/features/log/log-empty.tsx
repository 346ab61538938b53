import { ClipboardPaste, Network, Send } from 'lucide-react';
import { useState } from 'react';
import type { CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { Copyable } from '../../ui/copy.tsx';
import { EmptyState, FailureNote } from '../../ui/notes.tsx';
import { Pane } from '../../ui/pane.tsx';
import { RemovalStrip } from './removal-strip.tsx';
import css from './log-pane.module.css';

/** A log with nothing in it: two ways to fill it, and the address that does. */
export function LogEmpty() {
  const { t } = useWords();
  const { ui } = useStores();
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const origin = useFrom('gateways', (state) => state.gateways.find((one) => one.state === 'listening')?.origin);
  return (
    <Pane title={t('place.log')}>
      <RemovalStrip onFailure={setFailure} />
      {failure && <FailureNote failure={failure} />}
      <EmptyState
        title={t('log.empty')}
        actions={
          <>
            <Button look="primary" icon={<Send />} onClick={() => ui.go('compose')}>
              {t('log.empty.send')}
            </Button>
            <Button icon={<Network />} onClick={() => ui.go('gateways')}>
              {t('log.empty.point')}
            </Button>
            <Button icon={<ClipboardPaste />} onClick={() => ui.showPaste(true)}>
              {t('log.paste.palette')}
            </Button>
            {origin !== undefined && (
              <div className={css['address']}>
                <Copyable text={origin} label={t('log.empty.address')} />
              </div>
            )}
          </>
        }
      >
        {t('log.empty.text')}
      </EmptyState>
    </Pane>
  );
}
