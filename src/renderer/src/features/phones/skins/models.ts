import type { Certainty, Device, PhoneLook, Platform } from '../../../../../shared/contract/index.ts';
import { aosp12, aosp16 } from './android.ts';
import { magicos } from './honor.ts';
import { emui, harmony4, harmony5 } from './huawei.ts';
import { ios18, ios26 } from './ios.ts';
import { flyme } from './meizu.ts';
import { coloros } from './oppo.ts';
import { oneUi } from './samsung.ts';
import { displayFactor } from './display-size.ts';
import { atTextSize, weakest, type Skin } from './skin.ts';
import { originos } from './vivo.ts';
import { hyperos } from './xiaomi.ts';

/** Who made the phone; on Android that decides the look. `stock`: as in Android's source. */
export type Brand = 'apple' | 'stock' | 'xiaomi' | 'huawei' | 'honor' | 'oppo' | 'vivo' | 'meizu' | 'samsung';

/** A drawn phone: its screen in points or dp, what is cut out of it, and how round it is. Screens as device-preset lists agree on them. */
export interface Model {
  readonly id: string;
  readonly label: string;
  readonly family: Skin['family'];
  readonly brand: Brand;
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
  brand: 'apple',
  width,
  height,
  safeTop,
  safeBottom: 34,
  radius: 62,
  cutout: safeTop > 50 ? 'island' : 'notch',
});
const android = (brand: Brand, id: string, label: string, width = 412, height = 915): Model => ({
  id,
  label,
  family: 'android',
  brand,
  width,
  height,
  safeTop: width < 400 ? 42 : 48,
  safeBottom: 24,
  radius: 46,
  cutout: 'punch-hole',
});

const iphone17 = iphone('iphone-17', 'iPhone 17', 402, 874);
const pixel9 = android('stock', 'pixel-9', 'Pixel 9');

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
  android('stock', 'pixel-8', 'Pixel 8'),
  android('huawei', 'huawei-mate-70', 'Huawei Mate 70', 360, 792),
  android('huawei', 'huawei-mate-60', 'Huawei Mate 60', 360, 792),
  android('honor', 'honor-magic-7', 'Honor Magic7', 360, 792),
  android('xiaomi', 'xiaomi-15', 'Xiaomi 15', 393, 873),
  // The build sold elsewhere keeps Android's own templates.
  android('stock', 'xiaomi-15-global', 'Xiaomi 15 (global build)', 393, 873),
  android('oppo', 'oppo-find-x8', 'OPPO Find X8', 360, 792),
  android('vivo', 'vivo-x200', 'vivo X200', 393, 873),
  android('meizu', 'meizu-21', 'Meizu 21', 360, 800),
  android('samsung', 'galaxy-s25', 'Galaxy S25', 412, 892),
];

/** The models a phone of this platform can be. */
export const modelsFor = (platform: Platform): readonly Model[] =>
  models.filter((model) => model.family === (platform === 'ios' ? 'ios' : 'android'));

type Drawn = Pick<Device, 'platform' | 'model' | 'osVersion' | 'vendor'> & {
  readonly look?: Partial<Pick<PhoneLook, 'textSize' | 'displaySize'>>;
};
type Named = Pick<Drawn, 'platform' | 'model'> & Partial<Pick<Drawn, 'vendor' | 'look'>>;

/** Whose phones a vendor's push service reaches; FCM and TPNS reach those of every maker. */
const brandOf: Readonly<Partial<Record<Device['vendor'], Brand>>> = {
  huawei: 'huawei',
  honor: 'honor',
  xiaomi: 'xiaomi',
  oppo: 'oppo',
  vivo: 'vivo',
  meizu: 'meizu',
};

/** The screen of an Android phone at the display size that its owner chose. */
const atDisplaySize = (model: Model, look: Drawn['look']): Model => {
  const size = look?.displaySize ?? 'default';
  if (size === 'default' || model.family === 'ios') return model;
  const factor = displayFactor(model.width, size);
  return { ...model, width: Math.round(model.width / factor), height: Math.round(model.height / factor) };
};

/**
 * How a device is drawn, at its display size. A model nobody knows, or one that the vendor's pushes never reach (a Pixel with a token of Huawei), becomes
 * the first model of the vendor's maker, else the default of the platform.
 */
export const modelOf = (device: Named): Model => atDisplaySize(baseModelOf(device), device.look);

/** The same as it is delivered. */
export const baseModelOf = ({ platform, model, vendor }: Named): Model => {
  const choices = modelsFor(platform);
  const named = choices.find((one) => one.id === model);
  if (platform === 'ios') return named ?? iphone17;
  const maker = (vendor && brandOf[vendor]) ?? (platform === 'harmony' ? 'huawei' : undefined);
  if (named && (maker === undefined || named.brand === maker || named.id.startsWith(`${maker}-`))) return named;
  return choices.find((one) => one.brand === maker) ?? pixel9;
};

/** The number in a system version: `HyperOS 2.0` → 2; NaN where there is none. */
const majorOf = (osVersion: string): number => Number(/\d+/.exec(osVersion)?.[0] ?? Number.NaN);

/** HarmonyOS by name or platform; a bare 2 to 4 is one of its numbers too, for EMUI had none below 5 on phones in use. */
const huaweiSkin = (platform: Device['platform'], osVersion: string): Skin => {
  const major = majorOf(osVersion);
  if (/emui/i.test(osVersion)) return emui;
  const isHarmony = platform === 'harmony' || /harmony/i.test(osVersion);
  if (isHarmony) return major < 5 ? harmony4 : harmony5;
  return major <= 4 ? harmony4 : emui;
};

const makers: Readonly<Partial<Record<Brand, Skin>>> = {
  xiaomi: hyperos,
  honor: magicos,
  oppo: coloros,
  vivo: originos,
  meizu: flyme,
  samsung: oneUi,
};

/** The look of a device by its maker and system version, at its text size; a version that cannot be read gives the newest. */
export const skinOf = (device: SkinFacts): Skin => atTextSize(baseSkinOf(device), device.look?.textSize ?? 'l');

type SkinFacts = Pick<Drawn, 'platform' | 'osVersion'> & Partial<Drawn>;
const baseSkinOf = (device: SkinFacts): Skin => {
  const { platform, osVersion, model = '', vendor } = device;
  const major = majorOf(osVersion);
  if (platform === 'ios') return major < 26 ? ios18 : ios26;
  const { brand } = modelOf({ platform, model, ...(vendor ? { vendor } : {}) });
  if (brand === 'huawei') return huaweiSkin(platform, osVersion);
  return makers[brand] ?? (major < 16 ? aosp12 : aosp16);
};

/** The word for the whole drawing: its weakest number among those that decide where title and body are cut. */
export const drawingCertainty = (device: Drawn): Certainty => {
  const skin = skinOf(device);
  const limits = skin.surfaces[skin.home];
  const slots = ['title', 'body'] as const;
  return weakest(slots.flatMap((slot) => [...skin.decides(slot), ...(limits ? [limits[slot]] : [])]));
};
