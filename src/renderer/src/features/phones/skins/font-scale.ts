import type { TextSize } from '../../../../../shared/contract/index.ts';
import { assumed, believed, type Tagged } from './skin.ts';

/** The steps of Android's font size, smallest first, under the names of the text sizes of a phone. */
export const androidTextSizes = ['s', 'l', 'xl', 'xxl', 'xxxl', 'ax1', 'ax2'] as const satisfies readonly TextSize[];

const scales: Readonly<Record<TextSize, number>> = {
  xs: 0.85,
  s: 0.85,
  m: 1,
  l: 1,
  xl: 1.15,
  xxl: 1.3,
  xxxl: 1.5,
  ax1: 1.8,
  ax2: 2,
  ax3: 2,
  ax4: 2,
  ax5: 2,
};

/** The factor of a text size on Android: 1 as delivered. A size that Android does not have is its nearest. */
export const fontScaleOf = (size: TextSize): number => scales[size];

/** Since Android 14 large text grows less than small text: what 12, 14, 16 and 20 sp are in dp. Commonly believed, not documented. */
const sp = [12, 14, 16, 20] as const;
const curves: Readonly<Record<number, readonly number[]>> = {
  1.15: [13.8, 16.4, 18.1, 21.8],
  1.3: [15.6, 18.8, 20.2, 23.6],
  1.5: [18, 22, 23, 26],
  1.8: [21.6, 24.4, 26, 30.8],
  2: [24, 26, 28, 34],
};

/** A size in sp as dp at one of Android's factors, to a tenth. */
export const dpOf = (size: number, scale: number): number => {
  const curve = curves[scale];
  if (!curve) return Math.round(size * scale * 10) / 10;
  const after = sp.findIndex((one) => one >= size);
  const [from, to] = after === -1 ? [sp.length - 1, sp.length - 1] : [Math.max(0, after - 1), after];
  const [low, high] = [sp[from] ?? 12, sp[to] ?? 20];
  const [lowDp = size, highDp = size] = [curve[from], curve[to]];
  // Outside of the table the nearest entry's factor goes on.
  const dp = low === high ? (size * highDp) / high : lowDp + ((highDp - lowDp) * (size - low)) / (high - low);
  return Math.round(dp * 10) / 10;
};

const slots = ['title', 'subtitle', 'body', 'time', 'label'] as const;

/** The lengths of an Android skin that follow the font size: texts, and their lines in proportion. */
export const fontScale =
  (sizes: Readonly<Record<string, Tagged>>) =>
  (size: TextSize): Readonly<Record<string, Tagged>> => {
    const scale = fontScaleOf(size);
    const scaled = ({ value, tag }: Tagged, factor: number) =>
      (tag === 'U' ? assumed : believed)(Math.round(value * factor * 10) / 10);
    return Object.fromEntries(
      slots.flatMap((slot) => {
        const text = sizes[`${slot}-size`];
        if (!text) return [];
        const factor = dpOf(text.value, scale) / text.value;
        const lines = [`${slot}-line`, ...(slot === 'body' ? ['open-line'] : [])];
        return [
          [`${slot}-size`, scaled(text, factor)] as const,
          ...lines.flatMap((name) => {
            const line = sizes[name];
            return line ? [[name, scaled(line, factor)] as const] : [];
          }),
        ];
      }),
    );
  };
