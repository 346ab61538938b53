import { useId } from 'react';
import type { Device } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStores } from '../../stores/index.ts';
import { Switch } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { StateSwitch } from './state-switch.tsx';
import type { Action } from './use-action.ts';
import css from './phone-pane.module.css';

const reaches = ['online', 'saving-power', 'offline'] as const;

/** What decides about a push: app state, permission, reach. */
export function PhoneControls({ device, action }: { readonly device: Device; readonly action: Action }) {
  const { t } = useWords();
  const { client } = useStores();
  const allowedId = useId();
  const { id } = device;
  const update = (patch: Partial<Pick<Device, 'notificationsAllowed' | 'reach'>>) =>
    action.run(() => client.workspace.devices.update({ id, ...patch }));
  return (
    <div className={css['controls']}>
      <StateSwitch device={device} action={action} />
      <div className={css['row']}>
        <label className={css['allowed']} htmlFor={allowedId}>
          <Switch
            id={allowedId}
            on={device.notificationsAllowed}
            onChange={(notificationsAllowed) => update({ notificationsAllowed })}
          />
          {t('phones.control.allowed')}
        </label>
        <div className={css['reach']}>
          <Segmented
            label={t('phones.control.reach')}
            wide
            value={device.reach}
            segments={reaches.map((value) => ({
              value,
              label: t(`phones.reach.${value}`),
            }))}
            onChange={(reach) => update({ reach })}
          />
        </div>
      </div>
    </div>
  );
}
