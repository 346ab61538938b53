import {
  AppWindow,
  Bell,
  BellOff,
  CircleDot,
  LayoutList,
  Moon,
  Play,
  Sun,
  Vibrate,
  Volume2,
  type LucideIcon,
} from 'lucide-react';
import type { App, Card, ChannelImportance, Device, Notification } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Sure } from '../../../ui/marks.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { useVendorName } from '../../../ui/use-vendor-name.ts';
import { useMedia } from '../drawn/hooks.ts';
import { skinOf } from '../skins/models.ts';
import type { AlertFact } from './alert-fact.ts';
import { androidAlert } from './android-alert.ts';
import { iosAlert } from './ios-alert.ts';
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
  dnd: Moon,
};

/** A push that arrived, as far as the line reads it. */
export interface Alerting {
  readonly card: Card;
  readonly importance?: ChannelImportance | undefined;
  readonly state?: Notification['state'] | undefined;
}

/** What the phone of this platform does with it. */
const useFacts = (push: Alerting, device: Device, app: App | undefined): readonly AlertFact[] => {
  const vendorName = useVendorName();
  const { card, importance, state } = push;
  const { layout } = skinOf(device);
  if (!layout) return iosAlert({ card, device, app, inForeground: device.appState === 'foreground' });
  return androidAlert({
    card,
    device,
    app,
    layout,
    importance: importance ?? (card.interruptionLevel === 'passive' ? 'low' : 'high'),
    isDrawn: state !== 'quiet' && state !== 'waiting' && state !== 'lost',
    vendorName: vendorName(card.vendor),
  });
};

/** Plays what stands in for the phone's sound; a sign alone where there is little room. */
function PlayButton({ isCritical }: { readonly isCritical: boolean }) {
  const { t } = useWords();
  const isNarrow = useMedia('(max-width: 1279px)');
  const label = t('phones.alert.play');
  const play = () => playStandIn(isCritical);
  return isNarrow ? (
    <IconButton small icon={<Play />} label={label} onClick={play} />
  ) : (
    <Button look="quiet" small icon={<Play />} onClick={play}>
      {label}
    </Button>
  );
}

/** Words of Android’s own where its things have other names. */
const named: ReadonlySet<AlertFact['id']> = new Set(['banner', 'list', 'badge']);
/** What the signs leave out: it says only why the others are as they are. */
const isCause = (id: AlertFact['id']): boolean => id === 'focus' || id === 'dnd';

/** What a push does when it arrives on this phone: one line of signs, which opens into the reasons. */
export function AlertLine(props: { readonly push: Alerting; readonly device: Device; readonly app: App | undefined }) {
  const { push, device, app } = props;
  const { card } = push;
  const { t } = useWords();
  const facts = useFacts(push, device, app);
  const isIos = device.platform === 'ios';
  const label = ({ id, on }: AlertFact) =>
    t(`phones.alert.${id}${!isIos && named.has(id) ? '.android' : ''}.${on ? 'yes' : 'no'}`);
  const sound = facts.find(({ id }) => id === 'sound');
  const isQuiet = !facts.some(({ id, on }) => on && !isCause(id) && id !== 'list');
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
            {facts.map((fact) => {
              const { id, on, why, params, certainty } = fact;
              const Icon = icons[id];
              return (
                <li key={id} data-on={on || undefined}>
                  <Icon aria-hidden />
                  <b>{label(fact)}</b>
                  <Sure certainty={certainty} />
                  <p>{t(`phones.why.${why}`, params)}</p>
                </li>
              );
            })}
          </ul>
        </Popover>
        <ul className={css['signs']}>
          {facts
            .filter(({ id }) => !isCause(id))
            .map((fact) => {
              const { id, on } = fact;
              const Icon = icons[id];
              return (
                <li key={id} data-on={on || undefined}>
                  <span role="img" aria-label={label(fact)} title={label(fact)}>
                    <Icon aria-hidden />
                  </span>
                </li>
              );
            })}
        </ul>
        {sound?.on && <PlayButton isCritical={card.interruptionLevel === 'critical'} />}
      </div>
    </section>
  );
}
