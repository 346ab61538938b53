import {
  AppWindow,
  Bell,
  BellOff,
  CircleDot,
  LayoutList,
  Moon,
  Smartphone,
  Sun,
  Vibrate,
  Volume2,
  type LucideIcon,
} from 'lucide-react';
import type { App, Card, Device } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Sure } from '../../../ui/marks.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { iosAlert, type AlertFact } from './ios-alert.ts';
import { playStandIn } from './play.ts';
import css from './alert-line.module.css';

const icons: Readonly<Record<AlertFact['id'], LucideIcon>> = {
  banner: AppWindow,
  list: LayoutList,
  light: Sun,
  sound: Volume2,
  vibration: Vibrate,
  badge: CircleDot,
  focus: Moon,
};

/** What a push does when it arrives on an iPhone: one line of signs, which opens into the reasons. */
export function AlertLine(props: {
  readonly card: Card;
  readonly device: Device;
  readonly app: App | undefined;
  readonly inForeground: boolean;
}) {
  const { card } = props;
  const { t } = useWords();
  const facts = iosAlert(props);
  const sound = facts.find(({ id }) => id === 'sound');
  const isQuiet = !facts.some(({ id, on }) => on && id !== 'focus' && id !== 'list');
  const Lead = isQuiet ? BellOff : Bell;
  return (
    <section className={css['alert']} aria-label={t('phones.alert.title')}>
      <div className={css['line']}>
        <Popover
          side="right"
          label={t('phones.alert.title')}
          trigger={
            <button type="button" className={css['fold']}>
              <Lead aria-hidden />
              {t('phones.alert.title')}
            </button>
          }
        >
          <ul className={css['facts']}>
            {facts.map(({ id, on, why, params, certainty }) => {
              const Icon = icons[id];
              return (
                <li key={id} data-on={on || undefined}>
                  <Icon aria-hidden />
                  <b>{t(`phones.alert.${id}.${on ? 'yes' : 'no'}`)}</b>
                  <Sure certainty={certainty} />
                  <p>{t(`phones.why.${why}`, params)}</p>
                </li>
              );
            })}
          </ul>
        </Popover>
        <ul className={css['signs']}>
          {facts
            .filter(({ id }) => id !== 'focus')
            .map(({ id, on }) => {
              const Icon = icons[id];
              return (
                <li key={id} data-on={on || undefined}>
                  <span
                    role="img"
                    aria-label={t(`phones.alert.${id}.${on ? 'yes' : 'no'}`)}
                    title={t(`phones.alert.${id}.${on ? 'yes' : 'no'}`)}
                  >
                    <Icon aria-hidden />
                  </span>
                </li>
              );
            })}
        </ul>
        {sound?.on && (
          <Button
            look="quiet"
            small
            icon={<Smartphone />}
            onClick={() => playStandIn(card.interruptionLevel === 'critical')}
          >
            {t('phones.alert.play')}
          </Button>
        )}
      </div>
    </section>
  );
}
