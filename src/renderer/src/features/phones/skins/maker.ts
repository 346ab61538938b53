import { androidFonts } from './font-stacks.ts';
import type { AndroidLayout, MakerSkinId } from './android-layout.ts';
import { fontScale } from './font-scale.ts';
import { assumed, type Skin, type Tagged } from './skin.ts';

/** What one maker's look is made of. Lengths are dp at the reference width of its phones. */
export interface MakerNumbers {
  readonly id: MakerSkinId;
  readonly margin: Tagged;
  readonly radius: Tagged;
  readonly icon: Tagged;
  /** From the card's edge to the icon, and to the texts. */
  readonly iconStart: Tagged;
  readonly textStart: Tagged;
  readonly textEnd: Tagged;
  readonly titleSize: Tagged;
  /** The most a title may take, however much room there is. */
  readonly titleRoom?: Tagged;
  readonly bodySize: Tagged;
  /** Lines of the text in a closed card and in an open one. */
  readonly bodyLines: Tagged;
  readonly openLines: Tagged;
  readonly titleWeight?: number;
  readonly clockSize?: number;
  readonly layout: AndroidLayout;
}

/** Defaults that no maker publishes and none of the reported tables gives. */
const common = {
  'card-gap': assumed(8),
  'card-max': assumed(400),
  'picture-max': assumed(284),
  'card-padding': assumed(12),
  'card-min': assumed(64),
  'subtitle-size': assumed(14),
  'subtitle-line': assumed(20),
  'time-size': assumed(12),
  'time-line': assumed(16),
  'time-gap': assumed(8),
  'label-size': assumed(13),
  'label-line': assumed(18),
  'header-gap': assumed(6),
  'expander-width': assumed(24),
  'expander-height': assumed(18),
  thumb: assumed(44),
  'thumb-gap': assumed(12),
  'thumb-end': assumed(0),
  'thumb-radius': assumed(8),
  'shade-top': assumed(52),
  'tile-height': assumed(64),
  'tile-gap': assumed(8),
  'home-width': assumed(108),
  'home-height': assumed(4),
  'home-bottom': assumed(8),
  'nav-height': assumed(56),
  'punch-size': assumed(18),
  'punch-top': assumed(13),
} as const;

const sizesOf = (numbers: MakerNumbers): Skin['sizes'] => ({
  ...common,
  'card-margin': numbers.margin,
  'card-radius': numbers.radius,
  'card-radius-inner': numbers.radius,
  icon: numbers.icon,
  glyph: { value: Math.round(numbers.icon.value * 0.62), tag: 'U' },
  'icon-start': numbers.iconStart,
  'text-start': numbers.textStart,
  'text-end': numbers.textEnd,
  'title-end': numbers.textEnd,
  'title-size': numbers.titleSize,
  'title-line': assumed(22),
  'body-size': numbers.bodySize,
  'body-line': assumed(20),
  'shade-clock': assumed(numbers.clockSize ?? 44),
  ...(numbers.titleRoom ? { 'title-room': numbers.titleRoom } : {}),
});

const one = assumed(1);
const none = assumed(0);

/** The skin of a maker. Text widths: what the icon, the edges, the time and a picture leave, and no title beyond its own limit. */
export const makerSkin = (numbers: MakerNumbers): Skin => {
  const sizes = sizesOf(numbers);
  const { margin, textStart, textEnd, titleRoom, layout } = numbers;
  const hasHeader = layout.place.value === 'header';
  return {
    id: numbers.id,
    family: 'android',
    sizes,
    weights: {
      title: assumed(numbers.titleWeight ?? 500),
      subtitle: assumed(400),
      body: assumed(400),
      time: assumed(400),
    },
    surfaces: {
      shade: { title: one, subtitle: none, body: numbers.bodyLines },
      banner: { title: one, subtitle: none, body: numbers.bodyLines },
      ...(layout.lock.look.value === 'cards' ? { lock: { title: one, subtitle: none, body: numbers.bodyLines } } : {}),
      expanded: { title: one, subtitle: none, body: numbers.openLines },
    },
    home: 'shade',
    screens: ['resting', 'lock', 'home'],
    read: ['shade', 'lock', 'banner', 'expanded'],
    textSizes: fontScale(sizes),
    fonts: androidFonts,
    errors: { latinTitle: assumed(0.08), latinBody: assumed(0.05), eastAsian: assumed(0.02), other: assumed(0.08) },
    widthOf: (slot, surface, { phoneWidth, timeWidth, hasImage }) => {
      const column = phoneWidth - 2 * margin.value - textStart.value - textEnd.value;
      const image = hasImage && surface !== 'expanded' ? common.thumb.value + common['thumb-gap'].value : 0;
      if (slot !== 'title') return column - image;
      const time = hasHeader ? 0 : timeWidth + common['time-gap'].value;
      return Math.min(titleRoom?.value ?? Infinity, column - image - time);
    },
    decides: (slot) => [
      margin,
      textStart,
      textEnd,
      slot === 'title' ? numbers.titleSize : numbers.bodySize,
      ...(slot === 'title' && titleRoom ? [titleRoom] : []),
    ],
    layout,
  };
};

/** The table of how the makers' system templates render a push, that reported line counts and characters come from. */
export const templateTable = {
  title: 'KooMessage: rendering of system templates by phone maker',
  url: 'https://support.huaweicloud.com/',
  checked: '2026-11-21',
} as const;
