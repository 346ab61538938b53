import { Camera, LockKeyhole, Phone } from 'lucide-react';
import { useRef } from 'react';
import { bareClock, longDate } from '../skins/time.ts';
import { phoneWords } from '../skins/words.ts';
import { lockedCards } from './android-locked.ts';
import { AndroidSection } from './android-section.tsx';
import { bundlesOf } from './android-groups.ts';
import { AppIcon } from './app-icon.tsx';
import { useBox } from './hooks.ts';
import { StatusBar } from './status-bar.tsx';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './android-lock.module.css';

/** Height of the row with the lock and the shortcuts. */
const footHeight = 112;

/** The lock screen of an Android or HarmonyOS phone: the clock, and of the notifications what may be read there. */
export function AndroidLock({ phone, cards }: { readonly phone: PhoneContext; readonly cards: readonly DrawnCard[] }) {
  const { skin, model, look, locale, nowMs, appName } = phone;
  const head = useRef<HTMLDivElement>(null);
  const headBox = useBox(head);
  const { layout } = skin;
  if (!layout) return null;
  const { lock, group } = layout;
  const shown = lockedCards(cards, { look, lock, locale });
  const isCounted = lock.look.value === 'count';
  const room = model.height - (headBox?.height ?? 0) - footHeight;
  return (
    <div className={css['lock']}>
      <StatusBar phone={phone} isBare />
      {/* Measured from outside: its own padding is part of the height. */}
      <div ref={head} className={css['above']}>
        <div className={css['head']} data-clock={shown.length > 0 ? lock.clock.value : 'middle'} aria-hidden>
          <b>{bareClock(locale, nowMs)}</b>
          <span>{longDate(locale, nowMs)}</span>
        </div>
      </div>
      {!isCounted && (
        <div className={css['cards']}>
          <AndroidSection phone={phone} label="" bundles={bundlesOf(shown, group)} room={room} />
        </div>
      )}
      {isCounted && shown.length > 0 && (
        <div className={css['counted']} role="img" aria-label={`${appName}, ${phoneWords(locale).count(shown.length)}`}>
          <AppIcon name={appName} />
          <span lang={locale}>{phoneWords(locale).count(shown.length)}</span>
        </div>
      )}
      <div className={css['foot']} aria-hidden>
        <i>
          <Phone />
        </i>
        <LockKeyhole />
        <i>
          <Camera />
        </i>
      </div>
    </div>
  );
}
