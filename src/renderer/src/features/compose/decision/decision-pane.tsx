import { useCallback } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Pane } from '../../../ui/pane.tsx';
import { SendResults } from '../send/send-results.tsx';
import { useChosenRow, useDecisionRows } from '../use-compose.ts';
import { DeviceSwitch } from './device-switch.tsx';
import { MessageDecision } from './message-decision.tsx';
import { RawDecision } from './raw-decision.tsx';
import css from './decision.module.css';

/** Will it be pushed, what exactly goes out, and what came of the last send. */
export function DecisionPane() {
  const { t, locale } = useWords();
  const { ui, compose } = useStores();
  const mode = useFrom('compose', (state) => state.mode);
  const preview = useFrom('compose', (state) => state.preview);
  const sent = useFrom('compose', (state) => state.sent);
  const rows = useDecisionRows();
  const chosen = useChosenRow(rows);
  const choose = useCallback(
    (deviceId: string) => {
      compose.lookAt(null);
      ui.choose('compose', deviceId);
    },
    [compose, ui],
  );
  const foot = sent ? <SendResults sent={sent} /> : undefined;
  if (mode === 'raw') {
    return (
      <Pane title={t('compose.pane.check')} foot={foot}>
        <RawDecision />
      </Pane>
    );
  }
  const tookMs = Math.max(1, Math.round(preview?.tookMs ?? 0));
  return (
    <Pane
      title={t('compose.pane.decision')}
      head={chosen && <DeviceSwitch rows={rows} chosen={chosen.deviceId} onChoose={choose} />}
      actions={
        preview && (
          <span className={css['took']} title={t('compose.took.about')}>
            {t('compose.took', { n: tookMs.toLocaleString(locale) })}
          </span>
        )
      }
      foot={foot}
    >
      <MessageDecision rows={rows} chosen={chosen} onChoose={choose} />
    </Pane>
  );
}
