import { useMemo } from 'react';
import type { App, Device, Notification, PhoneView } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { modelOf, skinOf } from '../skins/models.ts';
import { keptFor } from '../kept.ts';
import { clockLocale } from '../look.ts';
import { iconIsAbove, variablesOf, type Skin } from '../skins/skin.ts';
import { directionOf } from '../skins/words.ts';
import { AndroidCard } from './android-card.tsx';
import { appMade } from './app-made.ts';
import { AndroidPhone } from './android-phone.tsx';
import { cssVars } from './css-vars.ts';
import { DrawnApp } from './drawn-app.tsx';
import { IosCard } from './ios-card.tsx';
import { iosCards } from './ios-cards.ts';
import { IosScreen } from './ios-screen.tsx';
import type { DrawnCard, DrawnPhoneProps, PhoneContext } from './types.ts';
import '../skins/skins.css';
import css from './phone.module.css';

/** Width of the frame around the screen, in px of the unscaled phone. */
export const bezel = 12;

/** The outer size of a drawn phone before scaling. */
export const phoneSize = (device: Pick<Device, 'platform' | 'model'> & Partial<Pick<Device, 'vendor' | 'look'>>) => {
  const { width, height } = modelOf(device);
  return { width: width + 2 * bezel, height: height + 2 * bezel };
};

/** True when the phone shows the app itself and not its lock screen or shade. */
export const isAppOpen = (device: Pick<Device, 'appState'>, view: PhoneView | undefined): boolean =>
  device.appState === 'foreground' && (view?.screens.length ?? 0) > 0;

const asCard = keptFor((notification: Notification): DrawnCard => ({
  id: notification.id,
  card: notification.card,
  atMs: notification.atMs,
  notification,
}));

/** The newest card that came while the app was open; the phone draws it over the app, if the app asks for a banner. */
const bannerOf = (cards: readonly DrawnCard[], app: App | undefined, family: Skin['family']): DrawnCard | undefined =>
  family === 'ios' && app?.foregroundOptions.banner === false
    ? undefined
    : cards.find((drawn) => drawn.notification === null || drawn.notification.inForeground);

/** Exported for the stage’s tests: what is drawn, the prediction first, then what is shown, newest first. */
export const cardsOf = (
  view: PhoneView | undefined,
  preview: DrawnPhoneProps['preview'],
  nowMs: number,
): readonly DrawnCard[] => [
  ...(preview?.visible ? [{ id: 'preview', card: preview, atMs: nowMs, notification: null }] : []),
  ...(view?.notifications ?? []).filter((one) => one.state === 'shown').map(asCard),
];

/** What the phone shows: the open app, or where its owner looks. */
export const surfaceOf = (device: Device, isOpen: boolean): 'app' | 'lock' | 'shade' | 'center' | 'home' => {
  if (isOpen) return 'app';
  const { home, screens } = skinOf(device);
  const { screen } = device.look;
  if (screen === 'resting' || screens?.includes(screen) !== true) return home;
  if (screen === 'home' || screen === 'lock') return screen;
  return home === 'shade' ? 'shade' : 'center';
};

/** What the parts of a phone share; the same object while none of it changes, so that a part of it need not be drawn again. */
const usePhoneContext = (props: DrawnPhoneProps): PhoneContext => {
  const { device, app, view, nowMs, probe, onTap, onDismiss, onHome, onBack, onOpen, onClear, onAction } = props;
  const badge = view?.badge ?? 0;
  return useMemo(() => {
    const actions = { onTap, onDismiss, onHome, onBack, onOpen, onClear, onAction };
    const given = Object.fromEntries(Object.entries(actions).filter(([, action]) => action !== undefined));
    return {
      ...given,
      skin: skinOf(device),
      model: modelOf(device),
      look: device.look,
      locale: clockLocale(device),
      appName: app?.name ?? '',
      nowMs,
      probe,
      badge,
      actionsOf: (category) => app?.categories[category] ?? [],
    };
  }, [device, app, badge, nowMs, probe, onTap, onDismiss, onHome, onBack, onOpen, onClear, onAction]);
};

/**
 * A simulated phone as it looks now: the lock screen of an iPhone or the shade of an Android phone, or the app itself while it is
 * open. Laid out at true points or dp and scaled as a whole, so that every line breaks where it does at full size.
 */
export function DrawnPhone(props: DrawnPhoneProps) {
  const { device, app, view, nowMs, windowTheme, scale = 1, preview, bubble } = props;
  const { t } = useWords();
  const phone = usePhoneContext(props);
  const { skin, model, look } = phone;
  const { width, height } = phoneSize(device);
  const isOpen = isAppOpen(device, view);
  const arrived = cardsOf(view, preview, nowMs);
  const cards = device.platform === 'android' ? appMade(arrived, look) : arrived;
  const banner = isOpen ? bannerOf(cards, app, skin.family) : undefined;
  const surface = surfaceOf(device, isOpen);
  return (
    <div className={css['box']} style={{ width: width * scale, height: height * scale }}>
      <section
        className={css['phone']}
        data-skin={skin.id}
        data-family={skin.family}
        data-look={device.theme === 'window' ? windowTheme : device.theme}
        data-wallpaper={look.wallpaper}
        data-opaque={look.opaque || undefined}
        data-icon={iconIsAbove(skin, look.textSize) ? 'above' : undefined}
        lang={device.locale}
        dir={directionOf(device.locale)}
        aria-label={t(`phones.drawn.${surface}`, { device: device.name, model: model.label })}
        style={{
          ...cssVars({
            ...variablesOf(skin),
            '--phone-width': `${model.width}px`,
            '--phone-height': `${model.height}px`,
            '--safe-top': `${model.safeTop}px`,
            '--safe-bottom': `${model.safeBottom}px`,
            '--screen-radius': `${model.radius}px`,
            '--bezel': `${bezel}px`,
            '--scale': scale,
          }),
          transform: `scale(${scale})`,
        }}
      >
        <div className={css['screen']} data-surface={surface}>
          {isOpen ? (
            <DrawnApp phone={phone} screens={view?.screens ?? []} owner={device.userId} bubble={bubble} />
          ) : skin.family === 'ios' ? (
            <IosScreen phone={phone} cards={iosCards(cards, device, app)} />
          ) : (
            <AndroidPhone phone={phone} cards={cards} />
          )}
          {banner && (
            <div className={css['banner']} key={banner.id}>
              {skin.family === 'ios' ? (
                <IosCard drawn={banner} phone={phone} surface="banner" />
              ) : (
                <AndroidCard drawn={banner} phone={phone} surface="banner" isFirst isLast />
              )}
            </div>
          )}
          {isOpen && phone.onHome ? (
            <button type="button" className={css['home']} aria-label={t('phones.app.home')} onClick={phone.onHome}>
              <i />
            </button>
          ) : (
            <span className={css['home']} aria-hidden>
              <i />
            </span>
          )}
        </div>
      </section>
    </div>
  );
}
