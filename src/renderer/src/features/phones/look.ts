import type { Card, Device, PhoneLook, TextSize } from '../../../../shared/contract/index.ts';

/** A phone as it is delivered; the same as the contract's defaults. */
export const defaultLook: PhoneLook = {
  screen: 'resting',
  textSize: 'l',
  displaySize: 'default',
  wallpaper: 'standard',
  clock: 'language',
  opaque: false,
  previews: 'always',
  displayAs: 'stack',
  focus: 'off',
  timeSensitive: true,
  summary: false,
  rings: true,
  appStyle: 'push',
  appButtons: false,
};

/** The text sizes, smallest first. */
export const textSizes: readonly TextSize[] = [
  'xs',
  's',
  'm',
  'l',
  'xl',
  'xxl',
  'xxxl',
  'ax1',
  'ax2',
  'ax3',
  'ax4',
  'ax5',
];

/** From here on a real iPhone lays the card out anew: icon above the text, more lines. */
export const isAccessibilitySize = (size: TextSize): boolean => size.startsWith('ax');

/** The language with the clock that the owner chose, as a BCP 47 tag that `Intl` understands. */
export const clockLocale = ({ locale, look }: Pick<Device, 'locale' | 'look'>): string => {
  if (look.clock === 'language') return locale;
  const cycle = `hc-h${look.clock === '12' ? '12' : '23'}`;
  return locale.includes('-u-') ? `${locale}-${cycle}` : `${locale}-u-${cycle}`;
};

/** Android: true where only the app, the time and a sentence of the phone's own stand on the lock screen, or nothing at all. */
export const isHiddenOnLock = (
  { lockScreen }: Pick<Card, 'lockScreen'>,
  { previews }: Pick<PhoneLook, 'previews'>,
): boolean => lockScreen === 'secret' || previews === 'never' || (previews === 'unlocked' && lockScreen !== 'public');

/** True when the text of a push is not to be read on this surface. `locked`: the surface is the lock screen. */
export const hidesText = ({ previews }: Pick<PhoneLook, 'previews'>, isLocked: boolean): boolean =>
  previews === 'never' || (previews === 'unlocked' && isLocked);
