import type { Certainty, PhoneLook, TextSize } from '../../../../../shared/contract/index.ts';
import { isAccessibilitySize } from '../look.ts';
import { keptFor } from '../kept.ts';
import type { AndroidLayout, MakerSkinId } from './android-layout.ts';

/**
 * Where a drawn number comes from. D: the platform documents it. S: read in Android's source. M: measured with the stand-in
 * fonts. O: stated by third parties. K: commonly believed. U: a working default that nobody has checked.
 */
export type Tag = 'D' | 'S' | 'M' | 'O' | 'K' | 'U';
const order: readonly Tag[] = ['D', 'S', 'M', 'O', 'K', 'U'];

/** A drawn number with where it comes from. Lengths are points (iOS) or dp (Android); 1 of either is 1 CSS px in the drawing. */
export interface Tagged {
  readonly value: number;
  readonly tag: Tag;
  /** A default by itself that, together with the others like it, reproduces character counts of this certainty. */
  readonly together?: Tag;
}
const tagged =
  (tag: Tag) =>
  (value: number): Tagged => ({ value, tag });
export const documented = tagged('D');
export const inSource = tagged('S');
export const reported = tagged('O');
export const believed = tagged('K');
export const assumed = tagged('U');
/** Assumed alone; the set of these was chosen so that reported character counts come out right. */
export const calibrated = (value: number): Tagged => ({ value, tag: 'U', together: 'O' });

const certainties: Readonly<Record<Tag, Certainty>> = {
  D: 'documented',
  S: 'measured',
  M: 'measured',
  O: 'reported',
  K: 'guess',
  U: 'guess',
};

/** The word for one number or told fact. */
export const certaintyOf = (tag: Tag): Certainty => certainties[tag];

/** The word for a result: that of the weakest number that decides it. */
export const weakest = (numbers: readonly Tagged[]): Certainty => {
  const ranks = numbers.map((one) => order.indexOf(one.together ?? one.tag));
  return certainties[order[Math.max(0, ...ranks)] ?? 'U'];
};

export type SurfaceId = 'lock' | 'banner' | 'shade' | 'expanded';
export type SlotId = 'title' | 'subtitle' | 'body';
/** Lines each text may take on a surface; 0: this surface does not show it. */
export type LineLimits = Readonly<Record<SlotId, Tagged>>;

/** Letters of one line are cut at its width; this is by how much our stand-in fonts may miss the phone's, as a share. */
export interface WidthErrors {
  readonly latinTitle: Tagged;
  readonly latinBody: Tagged;
  readonly eastAsian: Tagged;
  readonly other: Tagged;
}

/** How wide a text may be: what is beside it takes its share. Widths in points or dp. */
export interface Beside {
  readonly phoneWidth: number;
  readonly timeWidth: number;
  readonly hasImage: boolean;
}

/** One look of a phone: numbers only. A colour or a wallpaper is a custom property in `skins.css` under the same id. */
export interface Skin {
  readonly id: 'ios-26' | 'ios-18' | 'aosp-16' | 'aosp-12' | MakerSkinId;
  readonly family: 'ios' | 'android';
  /** Lengths; each is the custom property `--<name>` in px. */
  readonly sizes: Readonly<Record<string, Tagged>>;
  /** Weights; each is the custom property `--<name>` without a unit. */
  readonly weights: Readonly<Record<SlotId | 'time', Tagged>>;
  readonly surfaces: Readonly<Partial<Record<SurfaceId, LineLimits>>>;
  /** The surface drawn while no app is open. */
  readonly home: 'lock' | 'shade';
  /** The surfaces worth telling apart in «What the person reads». */
  readonly read: readonly SurfaceId[];
  /** Font stacks by the language of the text; the first font with a glyph draws it. */
  readonly fonts: Readonly<Record<FontLanguage, string>>;
  readonly errors: WidthErrors;
  /** Where the person can look while no app is open; absent: only at the resting screen. */
  readonly screens?: readonly PhoneLook['screen'][];
  /** Lengths that follow the text size of the phone; absent: the drawing keeps its sizes. */
  readonly textSizes?: (size: TextSize) => Readonly<Record<string, Tagged>>;
  /** How wide the texts are at the accessibility sizes, where the card is arranged anew: the icon above them. Absent: it never is. */
  readonly widthBelowIcon?: Skin['widthOf'];
  /** Lines of an open text where its height decides; given the lengths in use. Absent: what `surfaces` says. */
  readonly openLines?: (sizes: Skin['sizes']) => Tagged;
  /** Width of a text slot on a surface. */
  readonly widthOf: (slot: SlotId, surface: SurfaceId, beside: Beside) => number;
  /** The numbers that decide where a text of this slot is cut, without the line limit. */
  readonly decides: (slot: SlotId) => readonly Tagged[];
  /** Android and HarmonyOS: where things stand in a card and around the list, and how notifications are put together. */
  readonly layout?: AndroidLayout;
}
export type FontLanguage = 'zh' | 'ja' | 'ko' | 'other';

/** True where this text size puts the icon above the texts. */
export const iconIsAbove = ({ widthBelowIcon }: Pick<Skin, 'widthBelowIcon'>, size: TextSize): boolean =>
  widthBelowIcon !== undefined && isAccessibilitySize(size);

const resized = (skin: Skin, size: TextSize, ofTexts: Skin['sizes']): Skin => {
  const sizes = { ...skin.sizes, ...ofTexts };
  // The numbers that decide a cut are looked up by name again: those of the text are others now.
  const changed = new Map(Object.entries(skin.sizes).map(([name, one]) => [one, sizes[name] ?? one]));
  const { expanded } = skin.surfaces;
  const surfaces =
    skin.openLines && expanded
      ? { ...skin.surfaces, expanded: { ...expanded, body: skin.openLines(sizes) } }
      : skin.surfaces;
  const { widthOf } = skin;
  return {
    ...skin,
    sizes,
    surfaces,
    widthOf: iconIsAbove(skin, size) ? (skin.widthBelowIcon ?? widthOf) : widthOf,
    decides: (slot) => skin.decides(slot).map((one) => changed.get(one) ?? one),
  };
};
const resizedSkins = keptFor((_skin: Skin) => new Map<TextSize, Skin>());

/** The skin at a text size, the same object each time. Who measures and who draws take the same one, so both follow. */
export const atTextSize = (skin: Skin, size: TextSize): Skin => {
  if (size === 'l' || !skin.textSizes) return skin;
  const sizes = resizedSkins(skin);
  let found = sizes.get(size);
  if (!found) sizes.set(size, (found = resized(skin, size, skin.textSizes(size))));
  return found;
};

/** A text style of a skin, in px. */
export const typeOf = (skin: Skin, slot: SlotId | 'time') => ({
  size: sizeOf(skin, `${slot}-size`),
  line: sizeOf(skin, `${slot}-line`),
  weight: skin.weights[slot].value,
});

/** A length of a skin by name; 0 where the skin has none. */
export const sizeOf = (skin: Pick<Skin, 'sizes'>, name: string): number => skin.sizes[name]?.value ?? 0;

/** The skin's numbers as custom properties, for the root of one drawn phone. */
export const variablesOf = keptFor((skin: Skin): Readonly<Record<`--${string}`, string>> =>
  Object.fromEntries([
    ...Object.entries(skin.sizes).map(([name, one]) => [`--${name}`, `${one.value}px`]),
    ...Object.entries(skin.weights).map(([name, one]) => [`--${name}-weight`, String(one.value)]),
    ...Object.entries(skin.surfaces).flatMap(([surface, limits]) =>
      Object.entries(limits).map(([slot, lines]) => [`--${surface}-${slot}-lines`, String(lines.value)]),
    ),
    ...Object.entries(skin.fonts).map(([language, stack]) => [`--font-${language}`, stack]),
  ]),
);
