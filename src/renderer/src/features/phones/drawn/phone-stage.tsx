import { memo, useRef, useState, type ReactNode } from 'react';
import type { Card, Device } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { FailureNote } from '../../../ui/notes.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { PictureButton } from '../picture/picture-button.tsx';
import { modelOf, skinOf } from '../skins/models.ts';
import { useAction } from '../use-action.ts';
import { AppIcon } from './app-icon.tsx';
import { isAppOpen, phoneSize, surfaceOf } from './drawn-phone.tsx';
import { useBox, useMedia, useNow, useWindowTheme } from './hooks.ts';
import { scaleFor, smallest } from './stage-scale.ts';
import { StoredPhone } from './stored-phone.tsx';
import type { PhoneActions } from './types.ts';
import css from './stage.module.css';

/** A phone on a stage. `preview`: what would be shown, drawn dashed above the real cards. */
export interface StagePhone {
  readonly device: Device;
  readonly preview?: Card | null | undefined;
}

const gap = 28;
const captionHeight = 46;
const tickMs = 20_000;

/** Under a phone: which one, what it shows, and the number on the app's icon. */
const Caption = memo(function Caption({ device }: { readonly device: Device }) {
  const { t } = useWords();
  const app = useFrom('workspace', (state) => state.apps.find((one) => one.id === device.appId));
  const view = useFrom('phones', (state) => state.phones[device.id]);
  const skin = skinOf(device);
  const surface = surfaceOf(device, isAppOpen(device, view));
  const badge = view?.badge ?? 0;
  return (
    <figcaption className={css['caption']}>
      <AppIcon name={app?.name ?? ''} badge={badge} />
      <span>
        <b>{modelOf(device).label}</b>
        <span>{t(`phones.caption.${surface}`, { system: t(`phones.skin.${skin.id}`) })}</span>
        {badge > 0 && <span className={css['spoken']}>{t('phones.badge', { n: badge })}</span>}
      </span>
    </figcaption>
  );
});

/** A phone with its caption and the button that saves its picture. */
function StageFigure({ device, children }: { readonly device: Device; readonly children: ReactNode }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  return (
    <figure className={css['figure']}>
      <div ref={box}>{children}</div>
      <div className={css['under']}>
        <Caption device={device} />
        <PictureButton
          iconOnly
          target={box}
          fileName={`${device.id}.png`}
          label={t('phones.picture.phone', { name: device.name })}
        />
      </div>
    </figure>
  );
}

/**
 * One or several phones side by side, as large as the space allows, with captions. In a narrow window, or when they would become
 * too small, one phone with a switch. Feeds itself from the stores; put it into a box that has a height.
 */
export function PhoneStage(props: {
  readonly phones: readonly StagePhone[];
  /** Id of the notification under inspection. */
  readonly probe?: string | undefined;
  readonly onTap?: PhoneActions['onTap'];
}) {
  const { phones, probe, onTap } = props;
  const { t } = useWords();
  const stage = useRef<HTMLDivElement>(null);
  const box = useBox(stage);
  const nowMs = useNow(tickMs);
  const windowTheme = useWindowTheme();
  const isNarrow = useMedia('(max-width: 1279px)');
  const action = useAction();
  const [chosen, setChosen] = useState('');

  const room = box && { width: box.width, height: box.height - captionHeight };
  const sizes = phones.map(({ device }) => phoneSize(device));
  const isTight = room !== null && phones.length > 1 && scaleFor(room, sizes, gap) <= smallest;
  const one = phones.find(({ device }) => device.id === chosen) ?? phones[0];
  const drawn = (isNarrow || isTight) && one ? [one] : phones;
  const drawnSizes = drawn.map(({ device }) => phoneSize(device));
  return (
    <div className={css['frame']}>
      {action.failure && <FailureNote failure={action.failure} />}
      {drawn.length < phones.length && one && (
        <div className={css['switch']}>
          <Segmented
            label={t('phones.stage.switch')}
            value={one.device.id}
            segments={phones.map(({ device }) => ({ value: device.id, label: modelOf(device).label }))}
            onChange={setChosen}
          />
        </div>
      )}
      <div ref={stage} className={css['stage']}>
        {room &&
          drawn.map(({ device, preview }) => (
            <StageFigure key={device.id} device={device}>
              <StoredPhone
                device={device}
                preview={preview}
                probe={probe}
                scale={scaleFor(room, drawnSizes, gap)}
                nowMs={nowMs}
                windowTheme={windowTheme}
                action={action}
                onTap={onTap}
              />
            </StageFigure>
          ))}
      </div>
    </div>
  );
}
