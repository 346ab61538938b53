import { AppWindow, BatteryLow, Moon, Sun, Wifi, WifiOff } from 'lucide-react';
import { useId } from 'react';
import type { Device } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStores } from '../../stores/index.ts';
import { Select, Switch } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { phoneLocales } from './skins/words.ts';
import { StateSwitch } from './state-switch.tsx';
import type { Action } from './use-action.ts';
import css from './phone-pane.module.css';

const themes = ['window', 'light', 'dark'] as const;
const themeIcons = { window: <AppWindow />, light: <Sun />, dark: <Moon /> } as const;

const reaches = ['online', 'saving-power', 'offline'] as const;
const reachIcons = { online: <Wifi />, 'saving-power': <BatteryLow />, offline: <WifiOff /> } as const;

/** The phone's languages, with the one in use when it is none of the offered. */
const localeChoices = (locale: string) =>
  phoneLocales.some((one) => one.value === locale) ? phoneLocales : [...phoneLocales, { value: locale, label: locale }];

/** What decides about a push and how the phone looks: app state, permission, reach, theme, language. */
export function PhoneControls({ device, action }: { readonly device: Device; readonly action: Action }) {
  const { t } = useWords();
  const { client } = useStores();
  const allowedId = useId();
  const { id } = device;
  const update = (patch: Partial<Pick<Device, 'notificationsAllowed' | 'theme' | 'locale' | 'reach'>>) =>
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
        <Segmented
          label={t('phones.control.theme')}
          value={device.theme}
          segments={themes.map((value) => ({
            value,
            label: t(`phones.theme.${value}`),
            icon: themeIcons[value],
            iconOnly: true,
          }))}
          onChange={(theme) => update({ theme })}
        />
        <span className={css['locale']}>
          <Select
            aria-label={t('phones.control.locale')}
            value={device.locale}
            choices={localeChoices(device.locale)}
            onChoose={(locale) => update({ locale })}
          />
        </span>
      </div>
      <div className={css['row']}>
        <div className={css['reach']}>
          <Segmented
            label={t('phones.control.reach')}
            wide
            value={device.reach}
            segments={reaches.map((value) => ({
              value,
              label: t(`phones.reach.${value}`),
              icon: reachIcons[value],
            }))}
            onChange={(reach) => update({ reach })}
          />
        </div>
      </div>
    </div>
  );
}
