import { memo, useRef, useState } from 'react';
import type { Card, Device } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/field.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { Pane } from '../../../ui/pane.tsx';
import { isAppOpen, surfaceOf } from '../drawn/drawn-phone.tsx';
import { useNow, useWindowTheme } from '../drawn/hooks.ts';
import { StoredPhone } from '../drawn/stored-phone.tsx';
import { PictureButton } from '../picture/picture-button.tsx';
import { useSheetDevices } from '../sheet/use-sheet.ts';
import { skinOf } from '../skins/models.ts';
import { useAction, type Action } from '../use-action.ts';
import { useSubjectMessage } from '../use-subject-message.ts';
import { ViewSwitch } from '../view-switch.tsx';
import css from './all.module.css';

const scale = 0.5;
const tickMs = 20_000;

/** One phone of all: small, but as alive as the large one. Its name leads to it. */
const PhoneFigure = memo(function PhoneFigure(props: {
  readonly device: Device;
  readonly preview: Card | null;
  readonly nowMs: number;
  readonly windowTheme: 'light' | 'dark';
  readonly action: Action;
}) {
  const { device, preview, nowMs, windowTheme, action } = props;
  const { t } = useWords();
  const { ui } = useStores();
  const view = useFrom('phones', (state) => state.phones[device.id]);
  const box = useRef<HTMLDivElement>(null);
  const system = t(`phones.skin.${skinOf(device).id}`);
  return (
    <figure className={css['figure']}>
      <div ref={box}>
        <StoredPhone
          device={device}
          preview={preview}
          scale={scale}
          nowMs={nowMs}
          windowTheme={windowTheme}
          action={action}
        />
      </div>
      <figcaption>
        <Button
          look="quiet"
          small
          aria-label={t('phones.all.open', { device: device.name })}
          onClick={() => ui.go('phones', device.id)}
        >
          {device.name}
        </Button>
        <span className={css['system']}>
          {t(`phones.caption.${surfaceOf(device, isAppOpen(device, view))}`, { system })}
        </span>
        <span className={css['save']} data-picture-hidden>
          <PictureButton
            iconOnly
            target={box}
            fileName={`${device.id}.png`}
            label={t('phones.picture.phone', { name: device.name })}
          />
        </span>
      </figcaption>
    </figure>
  );
});

/** Every phone of the workspace side by side, as it is now, and if somebody wants with the message that is being written. */
export function AllView() {
  const { t } = useWords();
  const devices = useFrom('workspace', (state) => state.devices);
  const action = useAction();
  const nowMs = useNow(tickMs);
  const windowTheme = useWindowTheme();
  const page = useRef<HTMLDivElement>(null);
  const [isWritten, setIsWritten] = useState(false);
  const { message, variables } = useSubjectMessage();
  const written = useSheetDevices(isWritten ? message : null, variables);
  const cardOf = (id: string) => written.devices.find(({ device }) => device.id === id)?.card ?? null;
  return (
    <Pane
      title={t('phones.view.all')}
      head={<ViewSwitch />}
      actions={
        <>
          <label className={css['written']}>
            <Switch on={isWritten} onChange={setIsWritten} />
            {t('phones.all.written')}
          </label>
          <PictureButton target={page} fileName="phones.png" label={t('phones.picture.sheet')} />
        </>
      }
    >
      {action.failure && <FailureNote failure={action.failure} />}
      {isWritten && written.failure && <FailureNote failure={written.failure} />}
      <div ref={page} className={css['all']}>
        {devices.map((device) => (
          <PhoneFigure
            key={device.id}
            device={device}
            preview={isWritten ? cardOf(device.id) : null}
            nowMs={nowMs}
            windowTheme={windowTheme}
            action={action}
          />
        ))}
      </div>
    </Pane>
  );
}
