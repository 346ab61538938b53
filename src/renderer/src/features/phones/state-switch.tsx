import { Layers, LogOut, Maximize, Power } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Device } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useStores } from '../../stores/index.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { shownState, shownStates, type ShownState } from './device-words.ts';
import type { Action } from './use-action.ts';
import css from './state-switch.module.css';

const stateIcons: Readonly<Record<ShownState, ReactNode>> = {
  foreground: <Maximize />,
  background: <Layers />,
  killed: <Power />,
  'logged-out': <LogOut />,
};

/** The one control for what the app on a phone is doing; it is named after the phone where several stand together. */
export const StateSwitch = memo(function StateSwitch(props: {
  readonly device: Device;
  readonly action: Action;
  readonly named?: boolean;
}) {
  const { device, action, named = false } = props;
  const { t } = useWords();
  const { client } = useStores();
  const { id, name } = device;
  return (
    <div className={css['states']}>
      <Segmented
        label={named ? t('phones.control.stateOf', { device: name }) : t('phones.control.state')}
        wide
        value={shownState(device)}
        segments={shownStates.map((value) => ({ value, label: t(`phones.state.${value}`), icon: stateIcons[value] }))}
        onChange={(state) => action.run(() => client.phones.setState({ id, state }))}
      />
    </div>
  );
});
