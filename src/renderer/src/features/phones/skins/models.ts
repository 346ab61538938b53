import type { Certainty, Device, PhoneLook, Platform } from '../../../../../shared/contract/index.ts';
import { aosp12, aosp16 } from './android.ts';
import { ios18, ios26 } from './ios.ts';
import { atTextSize, weakest, type Skin } from './skin.ts';

/** A drawn phone: its screen in points or dp, what is cut out of it, and how round it is. Screens as device-preset lists agree on them. */
export interface Model {
  readonly id: string;
  readonly label: string;
  readonly family: Skin['family'];
  readonly width: number;
  readonly height: number;
  readonly safeTop: number;
  readonly safeBottom: number;
  readonly radius: number;
  readonly cutout: 'island' | 'notch' | 'punch-hole' | 'none';
}

const iphone = (id: string, label: string, width: number, height: number, safeTop = 62): Model => ({
  id,
  label,
  family: 'ios',
  width,
  height,
  safeTop,
  safeBottom: 34,
  radius: 62,
  cutout: safeTop > 50 ? 'island' : 'notch',
});
const pixel = (id: string, label: string): Model => ({
  id,
  label,
  family: 'android',
  width: 412,
  height: 915,
  safeTop: 48,
  safeBottom: 24,
  radius: 46,
  cutout: 'punch-hole',
});

const iphone17 = iphone('iphone-17', 'iPhone 17', 402, 874);
const pixel9 = pixel('pixel-9', 'Pixel 9');

/** The phones that can be drawn, the default of each family first. */
export const models: readonly Model[] = [
  iphone17,
  iphone('iphone-17-pro-max', 'iPhone 17 Pro Max', 440, 956),
  iphone('iphone-16', 'iPhone 16', 393, 852, 59),
  iphone('iphone-14', 'iPhone 14', 390, 844, 47),
  { ...iphone('iphone-se', 'iPhone SE', 375, 667, 20), safeBottom: 0, radius: 0, cutout: 'none' },
  // Display Zoom on a 390 or 393 point phone: the worst case, a quarter fewer letters.
  iphone('iphone-16-zoomed', 'iPhone 16, larger display', 320, 693, 48),
  pixel9,
  pixel('pixel-8', 'Pixel 8'),
];

/** The models a phone of this platform can be. */
export const modelsFor = (platform: Platform): readonly Model[] =>
  models.filter((model) => model.family === (platform === 'ios' ? 'ios' : 'android'));

type Drawn = Pick<Device, 'platform' | 'model' | 'osVersion' | 'vendor'> & {
  readonly look?: Pick<PhoneLook, 'textSize'>;
};

/** How a device is drawn; a model nobody knows becomes the default one of its platform. */
export const modelOf = ({ platform, model }: Pick<Drawn, 'platform' | 'model'>): Model =>
  modelsFor(platform).find((one) => one.id === model) ?? (platform === 'ios' ? iphone17 : pixel9);

/** The look of a device by its system version, at its text size; a version that cannot be read gives the newest. */
export const skinOf = (device: Pick<Drawn, 'platform' | 'osVersion' | 'look'>): Skin =>
  atTextSize(baseSkinOf(device), device.look?.textSize ?? 'l');

const baseSkinOf = ({ platform, osVersion }: Pick<Drawn, 'platform' | 'osVersion'>): Skin => {
  const major = Number.parseInt(osVersion, 10);
  if (platform === 'ios') return major < 26 ? ios18 : ios26;
  return major < 16 ? aosp12 : aosp16;
};

const ownLook = new Set(['huawei', 'honor', 'xiaomi', 'oppo', 'vivo', 'meizu']);

/** True where the phone's maker has a look of its own and the drawing is that of plain Android. */
export const drawnAsPlain = ({ platform, vendor }: Pick<Drawn, 'platform' | 'vendor'>): boolean =>
  platform !== 'ios' && (platform === 'harmony' || ownLook.has(vendor));

/** How sure a result of the skin is on this device: another maker's phone makes it a guess. */
export const sureOn = (device: Pick<Drawn, 'platform' | 'vendor'>, certainty: Certainty): Certainty =>
  drawnAsPlain(device) ? 'guess' : certainty;

/** The word for the whole drawing: its weakest number among those that decide where title and body are cut. */
export const drawingCertainty = (device: Drawn): Certainty => {
  const skin = skinOf(device);
  const limits = skin.surfaces[skin.home];
  const slots = ['title', 'body'] as const;
  return sureOn(device, weakest(slots.flatMap((slot) => [...skin.decides(slot), ...(limits ? [limits[slot]] : [])])));
};
