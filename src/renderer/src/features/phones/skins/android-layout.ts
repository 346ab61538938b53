import type { Source } from '../../../../../shared/contract/index.ts';
import type { Tag, Tagged } from './skin.ts';

/** Looks of phone makers, beside the stock ones. */
export type MakerSkinId =
  'hyperos' | 'emui' | 'harmony-4' | 'harmony-5' | 'magicos' | 'coloros' | 'originos' | 'flyme' | 'one-ui';

/** A drawn fact that is not a number, with where it comes from. */
export interface Told<T> {
  readonly value: T;
  readonly tag: Tag;
}
/** A fact with its tag: `told('O', 'app')`. */
export const told = <T>(tag: Tag, value: T): Told<T> => ({ value, tag });

/** What stands above the list in a pulled-down shade. */
export type ShadeHead =
  | { readonly kind: 'tiles' }
  | { readonly kind: 'toggles' }
  | {
      readonly kind: 'clock';
      readonly date: 'below' | 'beside';
      /** Weight of the digits. */
      readonly weight: number;
      readonly tools: readonly ('bin' | 'gear')[];
    };

/**
 * How one maker arranges a card and the shade around it: data that the one card component and the one shade component read. Numbers
 * are in the skin's `sizes`; this holds what is not a length.
 */
export interface AndroidLayout {
  /** glyph: a one-colour mark in a tinted circle. app: the app's own coloured icon. */
  readonly icon: Told<'glyph' | 'app'>;
  /** beside: the icon stands left of the texts. header: in a row above them, with the app's name. */
  readonly place: Told<'beside' | 'header'>;
  /** after: behind the title, with a dot between. end: at the end of the title's line. header: in the row above. */
  readonly time: Told<'after' | 'end' | 'header'>;
  readonly expander: Told<'pill' | 'chevron' | 'none'>;
  /** How the time is worded in Chinese. */
  readonly timeWords: Told<'aosp' | 'maker'>;
  readonly head: ShadeHead;
  /** labels: text buttons under the list. The others are round buttons, or a bin in the head. */
  readonly clear: 'labels' | 'cross' | 'cross-end' | 'bin' | 'head';
  /** section: silent notifications under a heading of their own. The others fold them into one row. `none`: last in the list. */
  readonly silent: Told<'section' | 'unimportant' | 'more' | 'box' | 'none'>;
  readonly group: {
    /** So many loose notifications of an app become a group; 0: never. */
    readonly from: Tagged;
    /** Notifications seen of a closed group, and of an open one. */
    readonly closed: Tagged;
    readonly open: Tagged;
    /** lines: «title text» in one card. cards: whole cards, with edges of the rest below. */
    readonly look: Told<'lines' | 'cards'>;
  };
  readonly lock: {
    /** cards: as in the shade. count: icons and a number at the bottom. */
    readonly look: Told<'cards' | 'count'>;
    /** A silent notification is there too, unless the push says otherwise. */
    readonly silent: Told<boolean>;
    /** Where the clock stands while there are notifications. */
    readonly clock: Told<'start' | 'middle'>;
  };
  /** What the app's icon wears. */
  readonly badge: Told<'dot' | 'number'>;
  /** The newest notification of an app is drawn open. */
  readonly opensFirst?: Told<true>;
  readonly sources: readonly Source[];
}
