import { told, type AndroidLayout } from './android-layout.ts';
import { androidFonts } from './font-stacks.ts';
import { fontScale } from './font-scale.ts';
import {
  assumed,
  believed,
  inSource,
  sizeOf,
  type Beside,
  type Skin,
  type SlotId,
  type SurfaceId,
  type Tagged,
} from './skin.ts';

/**
 * Stock Android, as in the Android Open Source Project: frameworks/base, core/res/res/values/dimens.xml and the
 * notification_2025_template_* (16) and notification_template_material_* (12) layouts; SystemUI for the shade around them.
 */
const shared = {
  'card-margin': inSource(16),
  'card-radius': inSource(28),
  'card-radius-inner': inSource(4),
  'card-gap': assumed(2),
  'card-max': inSource(358),
  'picture-max': inSource(284),
  'title-size': inSource(14),
  'title-line': inSource(20),
  'subtitle-size': inSource(14),
  'subtitle-line': inSource(20),
  'body-size': inSource(14),
  'time-size': inSource(12),
  'time-line': assumed(16),
  'label-size': assumed(14),
  'label-line': assumed(20),
  'icon-start': inSource(16),
  'time-gap': inSource(4),
  'expander-width': inSource(26),
  'expander-height': inSource(18),
  'thumb-radius': assumed(8),
  'shade-top': assumed(56),
  'tile-height': assumed(64),
  'tile-gap': assumed(8),
  'home-width': assumed(108),
  'home-height': assumed(4),
  'home-bottom': assumed(9),
  'nav-height': assumed(56),
  'punch-size': assumed(18),
  'punch-top': assumed(15),
} as const;

/** 16: large icon circle, the title on the top line. */
const sizes16 = {
  ...shared,
  'card-min': inSource(72),
  // A talk: the picture of the person, and where its texts start.
  'talk-icon': inSource(40),
  'talk-start': inSource(72),
  icon: inSource(40),
  glyph: inSource(24),
  'text-start': inSource(72),
  'text-end': inSource(16),
  'title-end': inSource(60),
  'body-line': inSource(20),
  'open-line': inSource(20),
  'card-padding': inSource(16),
  thumb: inSource(48),
  'thumb-gap': inSource(16),
  // The picture stands before the column of the arrow.
  'thumb-end': assumed(36),
  'image-body-room': inSource(192),
} as const;

/** 12 to 15: small icon circle, everything in one column. */
const sizes12 = {
  ...shared,
  'card-min': inSource(88),
  'talk-icon': inSource(48),
  'talk-start': believed(80),
  icon: inSource(24),
  glyph: inSource(18),
  'text-start': inSource(52),
  'text-end': inSource(56),
  'title-end': inSource(56),
  'body-line': inSource(24),
  // The box of a closed text is higher than its line.
  'open-line': inSource(20),
  'card-padding': inSource(20),
  thumb: inSource(48),
  'thumb-gap': inSource(12),
  'thumb-end': assumed(0),
  'image-body-room': inSource(212),
} as const;
type Sizes = Readonly<Record<keyof typeof sizes16, Tagged>>;

const widthOf =
  (sizes: Sizes) =>
  (slot: SlotId, surface: SurfaceId, { phoneWidth, timeWidth, hasImage }: Beside): number => {
    const card = phoneWidth - 2 * sizes['card-margin'].value;
    const start = sizes['text-start'].value;
    // Expanded, the header has the top line: title and text use the width below it.
    if (surface === 'expanded') return card - start - sizes['text-end'].value;
    const image = hasImage ? sizes.thumb.value + sizes['thumb-gap'].value : 0;
    if (slot === 'title') return card - start - sizes['title-end'].value - image - timeWidth - sizes['time-gap'].value;
    if (!hasImage) return card - start - sizes['text-end'].value;
    // Measured on the 380 dp card of the reference phone; a wider card gives the difference to the text.
    return sizes['image-body-room'].value + card - referenceCard;
  };
const referenceCard = 380;

/** Height of an open text at the delivered size: 14 lines. What the titles above it grow by, it loses. */
const openHeight = 280;
const titles = 2;
const openLines = (sizes: Skin['sizes']): Tagged => {
  const grown = titles * (sizeOf({ sizes }, 'title-line') - shared['title-line'].value);
  const lines = Math.floor((openHeight - grown) / sizeOf({ sizes }, 'open-line'));
  return believed(Math.min(14, Math.max(1, lines)));
};

const one = inSource(1);
const none = inSource(0);
const collapsed = { title: one, subtitle: none, body: one };

/** Where things stand and how they are put together, as in SystemUI and the notification templates. */
export const stockLayout: AndroidLayout = {
  icon: told('S', 'glyph'),
  place: told('S', 'beside'),
  time: told('S', 'after'),
  expander: told('S', 'pill'),
  timeWords: told('S', 'aosp'),
  head: { kind: 'tiles' },
  clear: 'labels',
  silent: told('D', 'section'),
  // Newer versions bundle loose notifications earlier; from how many on is not known.
  group: { from: believed(4), closed: inSource(2), open: inSource(8), look: told('S', 'lines') },
  lock: { look: told('U', 'cards'), silent: told('D', true), clock: told('U', 'start') },
  badge: told('D', 'dot'),
  sources: [
    {
      title: 'Android Open Source Project, frameworks/base: notification templates, SystemUI',
      url: 'https://android.googlesource.com/platform/frameworks/base',
      checked: '2026-11-21',
    },
    {
      title: 'Notifications overview',
      url: 'https://developer.android.com/develop/ui/views/notifications',
      checked: '2026-11-21',
    },
  ],
};

const skin = (id: Skin['id'], sizes: Sizes): Skin => ({
  id,
  family: 'android',
  sizes,
  weights: { title: inSource(500), subtitle: inSource(400), body: inSource(400), time: inSource(400) },
  surfaces: {
    shade: collapsed,
    banner: collapsed,
    lock: collapsed,
    // 358 dp of height leave about 14 lines of a text without buttons.
    expanded: { title: one, subtitle: none, body: inSource(14) },
  },
  home: 'shade',
  screens: ['resting', 'lock', 'home'],
  read: ['shade', 'lock', 'banner', 'expanded'],
  textSizes: fontScale(sizes),
  openLines,
  fonts: androidFonts,
  errors: { latinTitle: assumed(0.03), latinBody: assumed(0.04), eastAsian: assumed(0.01), other: assumed(0.05) },
  widthOf: widthOf(sizes),
  decides: (slot) => [
    sizes['card-margin'],
    sizes['text-start'],
    sizes[slot === 'title' ? 'title-end' : 'text-end'],
    sizes[`${slot}-size`],
  ],
  layout: stockLayout,
});

export const aosp16: Skin = skin('aosp-16', sizes16);
export const aosp12: Skin = skin('aosp-12', sizes12);
