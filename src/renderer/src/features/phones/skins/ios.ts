import { emojiFont, joiningScripts } from './font-stacks.ts';
import { dynamicType } from './dynamic-type.ts';
import { assumed, believed, calibrated, reported, type Beside, type Skin, type SlotId, type Tagged } from './skin.ts';

/**
 * iOS. Apple publishes no measures of the card, so most lengths are defaults; text sizes are Apple's Dynamic Type table («Typography»
 * in the Human Interface Guidelines) at the default text size. Width and size of the text were chosen together so that published
 * character counts come out: 35 letters of title beside «now», about 178 of body on the lock screen of a 390-point phone.
 * Line limits: Braze, «Message and image formats». Viewports: models.ts.
 */
const sizes = {
  'card-margin': calibrated(8),
  'card-padding': calibrated(14),
  'card-radius': assumed(26),
  'card-gap': assumed(8),
  'card-min': assumed(68),
  icon: reported(38),
  'icon-radius': assumed(9),
  'icon-gap': calibrated(10),
  'time-gap': calibrated(8),
  thumb: assumed(54),
  'thumb-gap': assumed(10),
  'thumb-radius': assumed(7),
  ...dynamicType('l'),
  'list-bottom': assumed(118),
  'list-top': assumed(286),
  'clock-top': assumed(104),
  'clock-size': assumed(106),
  'date-size': assumed(21),
  'edge-step': assumed(8),
  'edge-inset': assumed(12),
  'island-width': assumed(125),
  'island-height': assumed(37),
  'island-top': assumed(14),
  'home-width': assumed(140),
  'home-height': assumed(5),
  'home-bottom': assumed(8),
  'nav-height': believed(44),
  // Notification Centre and home screen.
  'center-top': assumed(150),
  'heading-size': assumed(22),
  'heading-line': assumed(28),
  'edge-peek': assumed(8),
  'home-icon': assumed(62),
  'home-gap': assumed(27),
  'dock-height': assumed(92),
  'dock-radius': assumed(36),
  'dock-margin': assumed(12),
  'badge-height': assumed(20),
  'badge-size': assumed(13),
  // Held down: the card, its picture, its buttons.
  'expanded-top': assumed(150),
  'action-height': assumed(50),
  'action-padding': assumed(16),
  'action-gap': assumed(8),
  'action-line-width': assumed(0.33),
} as const satisfies Readonly<Record<string, Tagged>>;

const cardWidth = (phoneWidth: number) => phoneWidth - 2 * sizes['card-margin'].value;
const textWidth = (phoneWidth: number) =>
  cardWidth(phoneWidth) - 2 * sizes['card-padding'].value - sizes.icon.value - sizes['icon-gap'].value;

const widthOf = (slot: SlotId, surface: string, { phoneWidth, timeWidth, hasImage }: Beside): number => {
  if (slot === 'title') return textWidth(phoneWidth) - timeWidth - sizes['time-gap'].value;
  // Expanded, the picture has the whole width to itself.
  if (surface === 'expanded') return textWidth(phoneWidth);
  return textWidth(phoneWidth) - (hasImage ? sizes.thumb.value + sizes['thumb-gap'].value : 0);
};

/** With the icon above the texts and the time beside the icon, only a picture takes room from them. Nobody has measured it. */
const widthBelowIcon: Skin['widthOf'] = (slot, surface, { phoneWidth, hasImage }) => {
  const inner = cardWidth(phoneWidth) - 2 * sizes['card-padding'].value;
  const image = hasImage && slot !== 'title' && surface !== 'expanded';
  return inner - (image ? sizes.thumb.value + sizes['thumb-gap'].value : 0);
};

const widths = [sizes['card-margin'], sizes['card-padding'], sizes['icon-gap']];

const byName: Readonly<Record<string, Tagged>> = sizes;
const sizeTag = (slot: SlotId): readonly Tagged[] => [byName[`${slot}-size`] ?? assumed(0)];

const limits = (body: number) => ({ title: reported(1), subtitle: assumed(1), body: reported(body) });

/** Inter at 93 % stands in for the system font (fonts.css); Noto for the Chinese, Japanese, Korean, Arabic, Hebrew, Indian and Thai
 * ones and for emoji, whose artwork differs from Apple's. */
const stack = (...cjk: readonly string[]) =>
  [
    "'Pushscope iOS'",
    ...[...cjk, ...joiningScripts].map((one) => `'Noto Sans ${one} Variable'`),
    emojiFont,
    'sans-serif',
  ].join(', ');

const ios = {
  family: 'ios',
  weights: { title: calibrated(600), subtitle: assumed(600), body: calibrated(400), time: calibrated(400) },
  surfaces: { lock: limits(4), banner: limits(2), expanded: limits(7) },
  home: 'lock',
  read: ['lock', 'banner', 'expanded'],
  screens: ['resting', 'list', 'home'],
  textSizes: dynamicType,
  fonts: {
    other: stack('SC', 'JP', 'KR'),
    zh: stack('SC', 'JP', 'KR'),
    ja: stack('JP', 'SC', 'KR'),
    ko: stack('KR', 'SC', 'JP'),
  },
  errors: { latinTitle: assumed(0.08), latinBody: assumed(0.06), eastAsian: assumed(0.02), other: assumed(0.1) },
  widthOf,
  widthBelowIcon,
  decides: (slot) => [...widths, ...sizeTag(slot), ...(slot === 'title' ? [sizes['time-gap']] : [])],
} as const satisfies Omit<Skin, 'id' | 'sizes'>;

/** iOS 26 and later: glass cards. */
export const ios26: Skin = { ...ios, id: 'ios-26', sizes };
/** Up to iOS 18: frosted cards with tighter corners. */
export const ios18: Skin = { ...ios, id: 'ios-18', sizes: { ...sizes, 'card-radius': assumed(24) } };
