import { Grid3x3, Images, LayoutGrid } from 'lucide-react';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Banner, EmptyState, FailureNote } from '../../../ui/notes.tsx';
import { Pane } from '../../../ui/pane.tsx';
import {
  FitTable,
  PhoneStage,
  PictureLine,
  StateSwitch,
  useAction,
  useFit,
  type StagePhone,
} from '../../phones/index.ts';
import { drawnDevice } from '../model/raw-draft.ts';
import { useChosenRow, useDecisionRows, useRaw, type DecisionRow } from '../use-compose.ts';
import { PhonePicker } from './phone-picker.tsx';
import css from './phones.module.css';

/** As many as can be read side by side. Of more, the one that is looked at stands with its neighbour; in a narrow pane alone. */
const mostPhones = 2;
/** Below this the table folds, so that the phones stay large. */
const lowBelow = 800;
/** A pane narrower than this, in pixels, has room for one phone. */
const narrowBelow = 440;

/** Whether the pane has room for one phone only; `watch` goes to what is as wide as the pane. */
const useIsNarrow = () => {
  const [isNarrow, setIsNarrow] = useState(false);
  const watch = useCallback((stage: HTMLElement | null) => {
    if (!stage) return;
    setIsNarrow(stage.clientWidth < narrowBelow);
    const observer = new ResizeObserver(() => setIsNarrow(stage.clientWidth < narrowBelow));
    observer.observe(stage);
    return () => observer.disconnect();
  }, []);
  return { isNarrow, watch };
};

/** The rows that are drawn: the group of `most` neighbours that holds the chosen one, so that choosing within it moves nothing. */
const besides = (
  rows: readonly DecisionRow[],
  chosen: DecisionRow | undefined,
  most: number,
): readonly DecisionRow[] => {
  const at = Math.max(
    rows.findIndex((row) => row === chosen),
    0,
  );
  const from = Math.min(at - (at % most), Math.max(rows.length - most, 0));
  return rows.slice(from, from + most);
};

/** The phones to draw, each with the card of what is being written. */
const useDrawnPhones = (isNarrow: boolean): { readonly phones: readonly StagePhone[]; readonly standsIn: boolean } => {
  const mode = useFrom('compose', (state) => state.mode);
  const checked = useFrom('compose', (state) => state.checked);
  const devices = useFrom('workspace', (state) => state.devices);
  const rows = useDecisionRows();
  const chosen = useChosenRow(rows);
  const raw = useRaw()?.raw;
  return useMemo(() => {
    if (mode === 'raw') {
      const found = raw ? drawnDevice(raw, devices) : null;
      const view = checked && checked.vendor === raw?.vendor ? checked : null;
      const card = view?.notDrawnBecause ? null : (view?.card ?? null);
      return found
        ? {
            phones: [{ device: found.device, preview: found.device.notificationsAllowed ? card : null }],
            standsIn: found.standsIn,
          }
        : { phones: [], standsIn: false };
    }
    // A push that does not go out draws nothing, and neither does one that the phone keeps to itself.
    const phones = besides(rows, chosen, isNarrow ? 1 : mostPhones).map(({ device, decision, view }) => ({
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
  const { isNarrow, watch } = useIsNarrow();
  const { phones, standsIn } = useDrawnPhones(isNarrow);
  const mode = useFrom('compose', (state) => state.mode);
  const rows = useDecisionRows();
  const chosen = useChosenRow(rows);
  return (
    <Pane
      title={t('compose.pane.phones')}
      fixed
      actions={
        <>
          <IconButton icon={<LayoutGrid />} label={t('phones.view.all')} small onClick={() => ui.go('phones', 'all')} />
          <IconButton
            icon={<Grid3x3 />}
            label={t('phones.view.matrix')}
            small
            onClick={() => ui.go('phones', 'matrix')}
          />
          <IconButton icon={<Images />} label={t('phones.view.sheet')} small onClick={() => ui.go('phones', 'sheet')} />
        </>
      }
      head={
        mode === 'message' && chosen && rows.length > mostPhones ? (
          <PhonePicker rows={rows} chosen={chosen.deviceId} narrow={isNarrow} />
        ) : undefined
      }
    >
      {standsIn && <Banner tone="imported">{t('compose.phones.standsIn')}</Banner>}
      {phones.length > 0 ? (
        <>
          <div ref={watch} className={css['stage']}>
            <PhoneStage phones={phones} />
          </div>
          <PictureLine cards={phones.flatMap(({ preview }) => preview ?? [])} />
          <ReadTable phones={phones} />
          <States phones={phones} />
        </>
      ) : (
        <EmptyState
          title={t('compose.phones.empty')}
          actions={<Button onClick={() => ui.go('credentials', 'new:device')}>{t('compose.empty.action')}</Button>}
        >
          {t('compose.phones.empty.text')}
        </EmptyState>
      )}
    </Pane>
  );
}

/** Measuring takes as long as all the rest: it waits until the phones are drawn and nobody types. */
function ReadTable({ phones }: { readonly phones: readonly StagePhone[] }) {
  return <MeasuredTable phones={useDeferredValue(phones)} />;
}

/** What the person would read of the push, phone by phone. Measured as it looks when it arrives. */
const MeasuredTable = memo(function MeasuredTable({ phones }: { readonly phones: readonly StagePhone[] }) {
  const { t } = useWords();
  const apps = useFrom('workspace', (state) => state.apps);
  const [isOpen, setIsOpen] = useState(() => window.innerHeight >= lowBelow);
  const subjects = useMemo(
    () =>
      phones.flatMap(({ device, preview }) => {
        const appName = apps.find((app) => app.id === device.appId)?.name ?? '';
        return preview?.visible ? [{ device, appName, card: preview, atMs: 0, nowMs: 0 }] : [];
      }),
    [phones, apps],
  );
  const rows = useFit(subjects);
  return (
    <section className={css['read']} aria-label={t('phones.fit.title')}>
      <FitTable rows={rows} isOnePhone={phones.length === 1} fold={{ isOpen, onToggle: () => setIsOpen(!isOpen) }} />
    </section>
  );
});

/** The decision hangs on what the app does, so it is changed where the decision is read. */
function States({ phones }: { readonly phones: readonly StagePhone[] }) {
  const { t } = useWords();
  const action = useAction();
  return (
    <section className={css['states']} aria-label={t('compose.phones.states')}>
      {action.failure && <FailureNote failure={action.failure} />}
      {phones.map(({ device }) => (
        <div key={device.id} className={css['state']}>
          <span className={css['name']}>{device.name}</span>
          <StateSwitch device={device} action={action} named />
        </div>
      ))}
    </section>
  );
}
