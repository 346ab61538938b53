import type { TextSize } from '../../../../../shared/contract/index.ts';
import { assumed, calibrated, documented, type Tagged } from './skin.ts';

/**
 * Size and line height in points by text-size setting. Apple documents the table (Human Interface Guidelines, «Typography»); that a
 * card uses «Subhead» and its time «Footnote» is a default that agrees with published character counts at the size `l`.
 */
const table: Readonly<Record<'footnote' | 'subhead' | 'body', Readonly<Record<TextSize, readonly [number, number]>>>> =
  {
    footnote: {
      xs: [12, 16],
      s: [12, 16],
      m: [12, 16],
      l: [13, 18],
      xl: [15, 20],
      xxl: [17, 22],
      xxxl: [19, 24],
      ax1: [23, 29],
      ax2: [27, 33],
      ax3: [33, 40],
      ax4: [38, 46],
      ax5: [44, 52],
    },
    subhead: {
      xs: [12, 16],
      s: [13, 18],
      m: [14, 19],
      l: [15, 20],
      xl: [17, 22],
      xxl: [19, 24],
      xxxl: [21, 28],
      ax1: [25, 31],
      ax2: [30, 37],
      ax3: [36, 43],
      ax4: [42, 50],
      ax5: [49, 58],
    },
    body: {
      xs: [14, 19],
      s: [15, 20],
      m: [16, 21],
      l: [17, 22],
      xl: [19, 24],
      xxl: [21, 26],
      xxxl: [23, 29],
      ax1: [28, 34],
      ax2: [33, 40],
      ax3: [40, 48],
      ax4: [47, 56],
      ax5: [53, 62],
    },
  };

const slots = {
  title: 'subhead',
  subtitle: 'subhead',
  body: 'subhead',
  time: 'footnote',
  label: 'footnote',
  action: 'body',
} as const;

/** The lengths of an iOS skin that follow the text size. Away from `l` no published count supports the mapping any more. */
export const dynamicType = (size: TextSize): Readonly<Record<string, Tagged>> =>
  Object.fromEntries(
    Object.entries(slots).flatMap(([slot, style]) => {
      const [points, leading] = table[style][size];
      return [
        [`${slot}-size`, size === 'l' ? calibrated(points) : assumed(points)],
        [`${slot}-line`, documented(leading)],
      ];
    }),
  );
