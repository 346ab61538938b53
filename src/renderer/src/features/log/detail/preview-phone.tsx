import { useMemo } from 'react';
import type { Card, Device, Notification } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { DrawnPhone, useWindowTheme } from '../../phones/index.ts';
import css from './preview-phone.module.css';

/** Large enough to tell the lines of a card, small enough to leave room for the facts beside it. */
const scale = 0.5;

interface PreviewPhoneProps {
  readonly card: Card;
  readonly vendor: Device['vendor'];
  /** The phone it went to; null: a phone of the vendor stands in. */
  readonly deviceId: string | null;
  /** What a phone of this workspace showed of it. */
  readonly notifications: readonly Notification[];
  readonly atMs: number;
}

/** The push alone on its phone: as it was shown there, or dashed where that is our reading of the payload. */
export function PreviewPhone({ card, vendor, deviceId, notifications, atMs }: PreviewPhoneProps) {
  const { t } = useWords();
  const devices = useFrom('workspace', (state) => state.devices);
  const apps = useFrom('workspace', (state) => state.apps);
  const windowTheme = useWindowTheme();
  const own = devices.find((one) => one.id === deviceId);
  const found = own ?? devices.find((one) => one.vendor === vendor);
  // Whatever the phone does now: this is how the push comes to a phone that lies there.
  const device = useMemo(
    (): Device | undefined => found && { ...found, appState: 'background', look: { ...found.look, screen: 'resting' } },
    [found],
  );
  const shown = notifications.find(
    (one) => one.deviceId === own?.id && one.quietBecause === null && one.card.visible && !one.inForeground,
  );
  const view = useMemo(
    () =>
      shown && {
        deviceId: shown.deviceId,
        notifications: [{ ...shown, state: 'shown' as const }],
        badge: card.badge ?? 0,
        screens: [],
      },
    [shown, card],
  );
  if (!device) return null;
  return (
    <figure className={css['phone']}>
      <DrawnPhone
        device={device}
        app={apps.find((one) => one.id === device.appId)}
        view={view}
        preview={view ? null : card}
        nowMs={shown?.atMs ?? atMs}
        windowTheme={windowTheme}
        scale={scale}
      />
      <figcaption>
        {t(view ? 'log.preview.phone.shown' : own ? 'log.preview.phone.read' : 'log.preview.phone.standsIn', {
          device: device.name,
        })}
      </figcaption>
    </figure>
  );
}
