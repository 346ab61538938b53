import type { Surface, System } from './shots.ts';

const push = (title: string, body: string, android: object = {}, image?: string) => ({
  notification: { title, body, ...(image === undefined ? {} : { image }) },
  android: { priority: 'HIGH', notification: { channel_id: 'chat', ...android } },
});
const long =
  'The corner table by the window is ours from half past twelve. Please bring the signed contract, both copies, and the small blue folder with the receipts of last month, because the office wants to see them before Friday.';
const talk = [
  push('Vinson', 'Half past twelve?'),
  push('Mara', 'I am there a little later.'),
  push('Denny', 'The corner table is ours.'),
  push('Lena', 'Save me a seat, please.'),
  push('Denny', 'It is the one by the window.'),
];
const picture = push('Denny', 'This is what the table looks like.', {}, 'https://example.com/table.jpg');
const news = push('Weather', 'Cloudy, 12 degrees, some rain in the evening.', { channel_id: 'news' });
const open = /^Show the whole text$/;

const surfaces: readonly Surface[] = [
  {
    id: 'shade',
    label: 'Shade: a long text, a picture, one by itself',
    pushes: [talk[1], picture, push('Denny', long)],
  },
  { id: 'group', label: 'Shade: a group, and a silent one', pushes: [news, ...talk], channels: { news: 'low' } },
  { id: 'group-open', label: 'Shade: the group is open', pushes: talk, press: /^5 notifications/ },
  { id: 'expanded', label: 'Opened: the whole text', pushes: [push('Denny', long)], press: open },
  { id: 'picture', label: 'Opened: a picture', pushes: [picture], press: open },
  {
    id: 'talk',
    label: 'Built by the app: a talk with a reply, opened',
    look: { appStyle: 'messaging', appButtons: true },
    pushes: [talk[0], talk[1], talk[2], talk[4]],
    press: open,
  },
  {
    id: 'inbox',
    label: 'Built by the app: rows, opened',
    look: { appStyle: 'inbox' },
    pushes: talk,
    press: open,
  },
  {
    id: 'progress',
    label: 'Built by the app: a bar of progress, opened',
    look: { appStyle: 'progress' },
    pushes: [push('Photos', '63 % of 12 pictures are up.')],
    press: open,
  },
  {
    id: 'home',
    label: 'Home screen: heads-up, mark on the icon',
    look: { screen: 'home' },
    pushes: [push('Denny', 'Lunch at 12:30? I booked the corner table by the window.', { notification_count: 3 })],
  },
  {
    id: 'lock',
    label: 'Lock screen: one with a picture, a silent one',
    look: { screen: 'lock' },
    channels: { news: 'low' },
    pushes: [news, talk[0], picture],
    // HarmonyOS 5 shows a number there, and nothing to touch.
    empty: true,
  },
  {
    id: 'lock-hidden',
    label: 'Lock screen: no sensitive content, one that is public',
    look: { screen: 'lock', previews: 'unlocked' },
    pushes: [push('Weather', 'Cloudy, 12 degrees.', { visibility: 'PUBLIC' }), talk[1], talk[2]],
    empty: true,
  },
  {
    id: 'large',
    label: 'Largest text',
    look: { textSize: 'ax1' },
    pushes: [picture, push('Denny', long)],
  },
  {
    id: 'zh',
    label: 'Chinese',
    locale: 'zh-CN',
    pushes: [
      push('菜鸟驿站', '您的包裹已到站，取件码 8-2-3041，请在今天 21:00 前取走。'),
      push(
        '丹尼',
        '您购买的“秋季限定礼盒（大号）”已经从上海仓发出，预计11月23日前送达。如需改地址，请在今晚20:00前联系客服；逾期将无法修改……',
      ),
    ],
  },
  {
    id: 'he',
    label: 'Hebrew with emoji',
    pushes: [push('Wolt', 'ההזמנה שלך בדרך 🚴'), push('שלום 👨‍👩‍👧', 'נתראה בשמונה? 1️⃣ 🇯🇵 ❤️')],
  },
  {
    id: 'ar',
    label: 'Arabic: mirrored',
    locale: 'ar',
    pushes: [push('المتجر', 'تم شحن طلبك رقم 10234 وسيصل يوم الخميس بين الساعة 9:00 و13:00. اضغط لمتابعة السائق.')],
  },
];

const phone = (skin: string, label: string, model: string, osVersion: string): System => ({
  skin,
  label,
  vendor: 'fcm',
  model,
  osVersion,
  surfaces,
});

/** The drawn Android and HarmonyOS phones, with what is taken of each. FCM reaches those of every maker. */
export const androids: readonly System[] = [
  phone('aosp-16', 'Android 16, Pixel 9', 'pixel-9', '16'),
  phone('aosp-12', 'Android 12 to 15, Pixel 8', 'pixel-8', '14'),
  phone('hyperos', 'HyperOS, Xiaomi 15', 'xiaomi-15', 'HyperOS 2'),
  phone('emui', 'EMUI, Huawei Mate 60', 'huawei-mate-60', 'EMUI 12'),
  phone('harmony-4', 'HarmonyOS 4, Huawei Mate 60', 'huawei-mate-60', 'HarmonyOS 4.2'),
  phone('harmony-5', 'HarmonyOS 5, Huawei Mate 70', 'huawei-mate-70', 'HarmonyOS 5.0'),
  phone('magicos', 'MagicOS, Honor Magic7', 'honor-magic-7', 'MagicOS 9'),
  phone('coloros', 'ColorOS, OPPO Find X8', 'oppo-find-x8', 'ColorOS 15'),
  phone('originos', 'OriginOS, vivo X200', 'vivo-x200', 'OriginOS 5'),
  phone('flyme', 'Flyme, Meizu 21', 'meizu-21', 'Flyme 11'),
  phone('one-ui', 'One UI, Galaxy S25', 'galaxy-s25', '15'),
];
