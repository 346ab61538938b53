import { useMemo, useSyncExternalStore } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Banner, EmptyState } from '../../../ui/notes.tsx';
import { Pane } from '../../../ui/pane.tsx';
import { drawnDevice } from '../model/raw-draft.ts';
import { useChosenRow, useDecisionRows, useRaw } from '../use-compose.ts';
import { PhoneStage, type StagePhone } from './phone-stage.tsx';

/** As many as can be read side by side; with more, or in a narrow window, the one that is looked at. */
const mostPhones = 2;
const narrow = window.matchMedia('(max-width: 1279px)');
const subscribeToNarrow = (changed: () => void) => {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
};

/** The phones to draw, each with the card of what is being written. */
const useDrawnPhones = (): { readonly phones: readonly StagePhone[]; readonly standsIn: boolean } => {
  const mode = useFrom('compose', (state) => state.mode);
  const checked = useFrom('compose', (state) => state.checked);
  const devices = useFrom('workspace', (state) => state.devices);
  const rows = useDecisionRows();
  const chosen = useChosenRow(rows);
  const raw = useRaw()?.raw;
  const isNarrow = useSyncExternalStore(subscribeToNarrow, () => narrow.matches);
  return useMemo(() => {
    if (mode === 'raw') {
      const found = raw ? drawnDevice(raw, devices) : null;
      const card = checked && checked.vendor === raw?.vendor ? checked.card : null;
      return found
        ? {
            phones: [{ device: found.device, preview: found.device.notificationsAllowed ? card : null }],
            standsIn: found.standsIn,
          }
        : { phones: [], standsIn: false };
    }
    // A push that does not go out draws nothing, and neither does one that the phone keeps to itself.
    const shown = chosen && (isNarrow || rows.length > mostPhones) ? [chosen] : rows;
    const phones = shown.map(({ device, decision, view }) => ({
      device,
      preview: decision.pushed && device.notificationsAllowed ? (view?.card ?? null) : null,
    }));
    return { phones, standsIn: false };
  }, [mode, raw, rows, chosen, isNarrow, checked, devices]);
};

/** What the person at the other end would see, while it is written. */
export function PhonesPane() {
  const { t } = useWords();
  const { ui } = useStores();
  const { phones, standsIn } = useDrawnPhones();
  return (
    <Pane title={t('compose.pane.phones')} fixed>
      {standsIn && <Banner tone="imported">{t('compose.phones.standsIn')}</Banner>}
      {phones.length > 0 ? (
        <PhoneStage phones={phones} />
      ) : (
        <EmptyState
          title={t('compose.phones.empty')}
          actions={<Button onClick={() => ui.go('phones')}>{t('compose.empty.action')}</Button>}
        >
          {t('compose.phones.empty.text')}
        </EmptyState>
      )}
    </Pane>
  );
}
