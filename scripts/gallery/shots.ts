import type { AppState, ChannelImportance, PhoneLook } from '../../src/shared/contract/index.ts';

/** A drawn system: the id of its skin, and a phone that has it. */
export interface System {
  readonly skin: string;
  readonly label: string;
  readonly vendor: 'apns' | 'fcm';
  readonly model: string;
  readonly osVersion: string;
  readonly surfaces: readonly Surface[];
}
export const themes = ['light', 'dark'] as const;

/** One picture: what the owner of the phone chose, what came, and what is done with it. */
export interface Surface {
  readonly id: string;
  readonly label: string;
  readonly look?: Partial<PhoneLook>;
  readonly appState?: AppState;
  readonly locale?: string;
  readonly pushes?: readonly unknown[];
  /** Android: what the owner made of the app's channels. */
  readonly channels?: Readonly<Record<string, ChannelImportance>>;
  /** Nothing to touch is drawn. */
  readonly empty?: boolean;
  /** The newest card is held down. */
  readonly hold?: boolean;
  /** The newest card is pressed: a stack opens. */
  readonly open?: boolean;
  /** Spoken name of a button on the phone that is pressed before the picture. */
  readonly press?: RegExp;
}
export interface Shot {
  readonly system: System;
  readonly theme: (typeof themes)[number];
  readonly surface: Surface;
}

const alert = (title: string, body: string, more: object = {}, subtitle?: string) => ({
  aps: { alert: { title, body, ...(subtitle === undefined ? {} : { subtitle }) }, badge: 4, sound: 'default', ...more },
});
const long =
  'The corner table by the window is ours from half past twelve. Please bring the signed contract, both copies, and the small blue folder with the receipts of last month, because the office wants to see them before Friday.';
const picture = {
  aps: {
    alert: { title: 'Denny', subtitle: 'Lunch', body: 'This is what the table looks like in the evening.' },
    badge: 4,
    sound: 'default',
    category: 'message',
    'mutable-content': 1,
  },
  image: 'https://example.com/table.jpg',
};
/** Oldest first: a thread of two, a text that is cut, and one that may interrupt. */
export const threads: readonly unknown[] = [
  alert('Lunch', 'Vinson: Half past twelve?', { 'thread-id': 'lunch' }),
  alert('Lunch', 'Mara: I am there a little later.', { 'thread-id': 'lunch' }),
  alert('Lunch', 'Denny: The corner table is ours.', { 'thread-id': 'lunch' }),
  alert('Denny', long),
  alert(
    'Courier',
    'Your parcel is at the door.',
    { 'interruption-level': 'time-sensitive', 'thread-id': 'parcel' },
    'Order 10234',
  ),
];

const surfaces: readonly Surface[] = [
  { id: 'lock', label: 'Lock screen: stacks, subtitle, time-sensitive' },
  { id: 'lock-count', label: 'Lock screen: count', look: { displayAs: 'count' }, empty: true },
  { id: 'lock-hidden', label: 'Lock screen: previews hidden', look: { previews: 'unlocked' } },
  {
    id: 'lock-large',
    label: 'Lock screen: text size xxxLarge',
    look: { textSize: 'xxxl' },
    pushes: [alert('Denny', long), picture],
  },
  {
    id: 'lock-ax3',
    label: 'Lock screen: Accessibility 3 (approximate)',
    look: { textSize: 'ax3' },
    pushes: [alert('Denny', 'Lunch at 12:30?')],
  },
  { id: 'lock-focus', label: 'Lock screen: Do Not Disturb', look: { focus: 'do-not-disturb' } },
  { id: 'center', label: 'Notification Center', look: { screen: 'list' } },
  {
    id: 'center-open',
    label: 'Notification Center: open stack',
    look: { screen: 'list', wallpaper: 'dark' },
    pushes: threads.slice(0, 3),
    open: true,
  },
  {
    id: 'summary',
    label: 'Notification Center: scheduled summary',
    look: { screen: 'list', summary: true },
    pushes: [
      alert('Offers', 'Ten per cent off until Friday.', { 'relevance-score': 0.1, 'thread-id': 'a' }),
      alert('Denny', 'Lunch at 12:30?', { 'relevance-score': 0.9, 'thread-id': 'b' }),
      alert('Mara', 'The photos are up.', { 'relevance-score': 0.6, 'thread-id': 'c' }),
      threads[4],
    ],
  },
  {
    id: 'home',
    label: 'Home screen: banner, number on the icon',
    look: { screen: 'home' },
    pushes: [alert('Denny', long)],
  },
  {
    id: 'home-picture',
    label: 'Banner with a picture',
    look: { screen: 'home', wallpaper: 'light' },
    pushes: [picture],
  },
  { id: 'expanded', label: 'Held down: picture and buttons', pushes: [picture], hold: true },
  { id: 'app', label: 'Banner over the open app', appState: 'foreground', pushes: [alert('Denny', long)] },
  { id: 'busy', label: 'Busy wallpaper', look: { wallpaper: 'busy' } },
  { id: 'opaque', label: 'Busy wallpaper, reduced transparency', look: { wallpaper: 'busy', opaque: true } },
  {
    id: 'zh',
    label: 'Chinese',
    locale: 'zh-CN',
    pushes: [
      alert(
        '丹尼',
        '您购买的“秋季限定礼盒（大号）”已经从上海仓发出，预计11月23日前送达。如需改地址，请在今晚20:00前联系客服；逾期将无法修改……',
      ),
    ],
  },
  {
    id: 'th',
    label: 'Thai with emoji',
    pushes: [alert('ไปรษณีย์ 📦', 'คำสั่งซื้อของคุณถูกจัดส่งแล้วและจะถึงในวันพฤหัสบดีนี้กรุณาเตรียมรับสินค้า')],
  },
  {
    id: 'ar',
    label: 'Arabic: mirrored',
    locale: 'ar',
    pushes: [alert('المتجر', 'تم شحن طلبك رقم 10234 وسيصل يوم الخميس بين الساعة 9:00 و13:00. اضغط لمتابعة السائق.')],
  },
];

/** The drawn iPhones, with what is taken of each. */
export const iphones: readonly System[] = [
  { skin: 'ios-26', label: 'iOS 26, iPhone 17', vendor: 'apns', model: 'iphone-17', osVersion: '26.0', surfaces },
  { skin: 'ios-18', label: 'iOS 18, iPhone 16', vendor: 'apns', model: 'iphone-16', osVersion: '18.5', surfaces },
];
