import { BellOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Device } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { Pane } from '../../ui/pane.tsx';
import { AlertLine, type Alerting } from './alert/alert-line.tsx';
import { useMedia } from './drawn/hooks.ts';
import { PhoneStage } from './drawn/phone-stage.tsx';
import type { PhoneActions } from './drawn/types.ts';
import { FitTable } from './fit/fit-table.tsx';
import { useFit } from './fit/use-fit.ts';
import { NoticeLine } from './notice-line.tsx';
import { PhoneControls } from './phone-controls.tsx';
import { PhoneSettings } from './phone-settings.tsx';
import { ScreenSwitch } from './screen-switch.tsx';
import { PictureLine } from './pictures/picture-line.tsx';
import { SureLine } from './sure-line.tsx';
import type { Action } from './use-action.ts';
import { ViewSwitch } from './view-switch.tsx';
import css from './phone-pane.module.css';

/** The card whose texts are measured, and what its phone does with it. */
export interface Read extends Alerting {
  readonly atMs: number;
}

/** «What the person reads» of one card on this phone; can be folded away, and is when the window is low. */
function ReadTable({ device, read }: { readonly device: Device; readonly read: Read | undefined }) {
  const { t } = useWords();
  const app = useFrom('workspace', (state) => state.apps.find((one) => one.id === device.appId));
  const isLow = useMedia('(max-height: 799px)');
  const [isOpen, setIsOpen] = useState<boolean | null>(null);
  const open = isOpen ?? !isLow;
  const appName = app?.name ?? '';
  const { card, atMs } = read ?? {};
  const subjects = useMemo(
    // Measured as it looks when it arrives; the phone beside it shows how age takes room from the title.
    () => (card && atMs !== undefined && card.visible ? [{ device, appName, card, atMs, nowMs: atMs }] : []),
    [device, appName, card, atMs],
  );
  const rows = useFit(subjects);
  return (
    <section className={css['read']} aria-label={t('phones.fit.title')}>
      <FitTable rows={rows} isOnePhone fold={{ isOpen: open, onToggle: () => setIsOpen(!open) }} />
    </section>
  );
}

/** The chosen phone, large, with its controls under it. */
export function PhonePane(props: {
  readonly device: Device;
  readonly probe: string | undefined;
  readonly read: Read | undefined;
  readonly action: Action;
  readonly onTap: PhoneActions['onTap'];
}) {
  const { device, probe, read, action, onTap } = props;
  const { t } = useWords();
  const { phones } = useStores();
  const hasAny = useFrom('phones', (state) => (state.phones[device.id]?.notifications.length ?? 0) > 0);
  const app = useFrom('workspace', (state) => state.apps.find((one) => one.id === device.appId));
  const stage = useMemo(() => [{ device }], [device]);
  return (
    <Pane
      title={device.name}
      head={<ViewSwitch />}
      fixed
      actions={
        <>
          <IconButton
            small
            icon={<BellOff />}
            label={t('phones.control.clear')}
            disabled={!hasAny}
            onClick={() => action.run(() => phones.clear(device.id))}
          />
          <PhoneSettings device={device} />
        </>
      }
    >
      <ScreenSwitch device={device} action={action} />
      <div className={css['stage']}>
        <PhoneStage phones={stage} probe={probe} onTap={onTap} />
      </div>
      <div className={css['facts']}>
        <SureLine device={device} card={read?.card} />
        {read && <PictureLine cards={[read.card]} />}
        {read && <AlertLine push={read} device={device} app={app} />}
        <NoticeLine device={device} />
        <ReadTable device={device} read={read} />
      </div>
      <PhoneControls device={device} action={action} />
    </Pane>
  );
}
