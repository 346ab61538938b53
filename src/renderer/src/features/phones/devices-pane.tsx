import { Plus } from 'lucide-react';
import type { Device } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { VendorMark } from '../../ui/marks.tsx';
import { Pane } from '../../ui/pane.tsx';
import { moveInList } from './move-in-list.ts';
import { shownState } from './device-words.ts';
import { modelOf } from './skins/models.ts';
import { spoken } from '../../ui/spoken.ts';
import css from './devices-pane.module.css';

function DeviceRow(props: { readonly device: Device; readonly isChosen: boolean; readonly onChoose: () => void }) {
  const { device, isChosen, onChoose } = props;
  const { t } = useWords();
  const view = useFrom('phones', (state) => state.phones[device.id]);
  const owner = useFrom('workspace', (state) => state.accounts.find((one) => one.userId === device.userId));
  const shown = view?.notifications.filter((one) => one.state === 'shown').length ?? 0;
  const state = shownState(device);
  const ownerName = owner?.nickname || (device.userId ?? t('phones.device.nobody'));
  return (
    <button
      type="button"
      className={css['row']}
      aria-current={isChosen || undefined}
      onClick={onChoose}
      // The arrows choose as they move.
      onKeyDown={(event) => moveInList(event, 'button')?.click()}
    >
      <VendorMark vendor={device.vendor} />
      <span className={css['words']}>
        <span className={css['name']}>{device.name}</span>
        <span className={css['about']} title={`${modelOf(device).label} · ${ownerName}`}>
          {modelOf(device).label} · {ownerName}
        </span>
        <span className={css['state']} data-state={state}>
          <i aria-hidden />
          {t(`phones.state.${state}`)}
          {shown > 0 && (
            <span className={css['count']}>
              {shown} <span className={spoken}>{t('phones.device.shown')}</span>
            </span>
          )}
        </span>
      </span>
    </button>
  );
}

/** Every simulated phone. */
export function DevicesPane({ devices, chosen }: { readonly devices: readonly Device[]; readonly chosen: Device }) {
  const { t } = useWords();
  const { ui } = useStores();
  return (
    <Pane
      title={t('phones.devices')}
      actions={
        <IconButton
          icon={<Plus />}
          label={t('phones.device.add')}
          small
          onClick={() => ui.go('credentials', 'new:device')}
        />
      }
    >
      <ul className={css['list']}>
        {devices.map((device) => (
          <li key={device.id}>
            <DeviceRow
              device={device}
              isChosen={device.id === chosen.id}
              onChoose={() => ui.choose('phones', device.id)}
            />
          </li>
        ))}
      </ul>
    </Pane>
  );
}
