import { BellOff } from 'lucide-react';
import type { Card, Device } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import css from './phones.module.css';

/** A phone on a stage. `preview`: what would be shown. */
export interface StagePhone {
  readonly device: Device;
  readonly preview?: Card | null | undefined;
}

/** The cards of each phone, the one that is being written on top. */
export function PhoneStage({ phones }: { readonly phones: readonly StagePhone[] }) {
  return (
    <ul className={css['stage']}>
      {phones.map((phone) => (
        <Phone key={phone.device.id} {...phone} />
      ))}
    </ul>
  );
}

function Phone({ device, preview }: StagePhone) {
  const { phones } = useStores();
  const app = useFrom('workspace', (state) => state.apps.find((one) => one.id === device.appId));
  const view = useFrom('phones', (state) => state.phones[device.id]);
  return (
    <li className={css['phone']} aria-label={device.name}>
      {preview && <PreviewCard card={preview} appName={app?.name ?? ''} />}
      {view?.notifications
        .filter((one) => one.state === 'shown')
        .map((one) => (
          <button key={one.id} type="button" className={css['card']} onClick={() => void phones.tap(one.id)}>
            <b>{one.card.title || app?.name}</b>
            <span>{one.card.body}</span>
          </button>
        ))}
      <p className={css['caption']}>{device.name}</p>
    </li>
  );
}

function PreviewCard({ card, appName }: { readonly card: Card; readonly appName: string }) {
  const { say } = useWords();
  if (!card.visible) {
    return (
      <div className={css['card']} data-preview>
        <BellOff aria-hidden />
        <span>{card.hiddenBecause && say(card.hiddenBecause)}</span>
      </div>
    );
  }
  return (
    <div className={css['card']} data-preview>
      <b>{card.title || appName}</b>
      <span>{card.body}</span>
    </div>
  );
}
