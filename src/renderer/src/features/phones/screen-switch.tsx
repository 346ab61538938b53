import { House, List, Lock, PanelTopOpen } from 'lucide-react';
import type { Device, PhoneLook } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStores } from '../../stores/index.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { skinOf } from './skins/models.ts';
import type { Action } from './use-action.ts';
import css from './phone-pane.module.css';

const icons = { resting: <Lock />, lock: <Lock />, list: <List />, home: <House /> } as const;
/** An open app covers them all. */
const isCovered = (device: Device): boolean => device.appState === 'foreground';

/** Where the owner of a phone looks while no app is open. */
export function ScreenSwitch({ device, action }: { readonly device: Device; readonly action: Action }) {
  const { t } = useWords();
  const { client } = useStores();
  const { screens = [], home } = skinOf(device);
  if (screens.length < 2 || isCovered(device)) return null;
  return (
    <div className={css['screens']}>
      <Segmented
        label={t('phones.control.screen')}
        wide
        value={screens.includes(device.look.screen) ? device.look.screen : 'resting'}
        segments={screens.map((value) =>
          value === 'resting' && home === 'shade'
            ? { value, label: t('phones.screen.shade'), icon: <PanelTopOpen /> }
            : { value, label: t(`phones.screen.${value}`), icon: icons[value] },
        )}
        onChange={(screen: PhoneLook['screen']) =>
          action.run(() => client.workspace.devices.update({ id: device.id, look: { ...device.look, screen } }))
        }
      />
    </div>
  );
}
