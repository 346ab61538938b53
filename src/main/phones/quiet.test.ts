import { describe, expect, it } from 'vitest';
import { aDevice, anApp } from '../../../tests/support/workspace.ts';
import type { Device, Draft, QuietReason, VendorId } from '../../shared/contract/index.ts';
import { findVendor, vendors } from '../vendors/index.ts';
import { importanceOf, reasonsOf, undrawnBecause } from './quiet.ts';
import { arrivalIn } from './tapping.ts';
import { phoneTexts } from './texts/index.ts';

/** Ten in the morning, and three at night, in China. */
const day = Date.UTC(2026, 10, 21, 2, 0);
const night = Date.UTC(2026, 10, 20, 19, 0);
const app = anApp({ channelIds: ['chat'] });

const aPhone = (vendor: VendorId, over: Partial<Device> = {}): Device =>
  aDevice({ platform: vendor === 'apns' ? 'ios' : 'android', vendor, name: 'Phone', appState: 'background', ...over });

const about = (vendorId: VendorId, draft: Draft, over: Partial<Device> = {}, atMs = day) => {
  const vendor = findVendor(vendorId);
  if (!vendor) throw new Error(`There is no ${vendorId}`);
  const device = aPhone(vendorId, over);
  const { platform, appState } = device;
  const card = vendor.display.card(draft, { platform, appName: 'App' });
  return { device, app, vendor, draft, card, arrival: arrivalIn({ draft, app, vendor, platform }, appState), atMs };
};

const textsOf = (id: string) => [phoneTexts, ...vendors.map(({ texts }) => texts)].find((texts) => id in texts.en);
const mustHaveWords = ({ phrase, change }: QuietReason) => {
  for (const { id, params } of [phrase, change]) {
    const texts = textsOf(id);
    for (const locale of ['en', 'zh-CN'] as const) {
      const words = texts?.[locale][id] ?? '';
      expect(words, `${id} in ${locale}`).not.toBe('');
      for (const [, hole] of words.matchAll(/\{\{(\w+)\}\}/g)) expect(Object.keys(params ?? {}), id).toContain(hole);
    }
  }
};
const reasons = (...args: Parameters<typeof about>) => {
  const made = reasonsOf(about(...args));
  made.forEach(mustHaveWords);
  return made.map(({ id, sure, effect }) => `${sure} ${effect} ${id}`);
};

const json = (value: object, options: Record<string, string> = {}): Draft => ({
  payload: JSON.stringify(value),
  options,
});
const fcm = (over: object = {}, drawn: object = {}) =>
  json({
    message: {
      token: 'x',
      notification: { title: 'A' },
      android: { priority: 'HIGH', notification: { channel_id: 'chat', ...drawn } },
      ...over,
    },
  });
const huawei = (android: object = {}, drawn: object = {}, outer: object = {}) =>
  json({
    message: {
      token: ['x'],
      android: {
        category: 'IM',
        notification: { title: 'A', body: 'B', click_action: { type: 3 }, ...drawn },
        ...android,
      },
    },
    ...outer,
  });
const honor = (drawn: object = {}) =>
  json({
    token: ['x'],
    notification: { title: 'A', body: 'B' },
    android: { notification: { title: 'A', body: 'B', importance: 'NORMAL', clickAction: { type: 3 }, ...drawn } },
  });
const xiaomi = (extra: object = {}, top: object = {}, channelClass = 'private') =>
  json(
    {
      title: 'A',
      description: 'B',
      pass_through: 0,
      notify_id: 1,
      restricted_package_name: 'a.b',
      extra: { channel_id: '100001', ...extra },
      ...top,
    },
    { channelClass },
  );
const oppo = (over: object = {}) =>
  json({
    target_type: 2,
    target_value: 'x',
    notification: { title: 'A', content: 'B', channel_id: 'chat', category: 'IM', notify_level: 16, ...over },
  });
const vivo = (over: object = {}) =>
  json({ regId: 'x', title: 'A', content: 'B', classification: 1, category: 'IM', notifyType: 4, ...over });
const meizu = (advance: object = {}, bar: object = {}) =>
  json({
    noticeBarInfo: { title: 'A', content: 'B', noticeMsgType: 1, ...bar },
    advanceInfo: { suspend: 1, ...advance },
  });
const tpns = (android: object = {}, message: object = {}) =>
  json({
    audience_type: 'token',
    token_list: ['x'],
    message_type: 'notify',
    message: { title: 'A', content: 'B', android, ...message },
  });

/** What each good push is told about, which nothing in it can change. */
const always: Readonly<Record<string, readonly string[]>> = {
  fcm: ['possible later fcm.lowered', 'possible nothing fcm.force-stopped'],
  huawei: ['possible folded huawei.not-granted'],
  honor: ['possible folded honor.not-granted'],
  xiaomi: ['possible no-banner xiaomi.floating-off', 'possible folded xiaomi.unimportant'],
  oppo: ['possible nothing oppo.switch-off'],
  vivo: ['possible folded vivo.refiled', 'possible nothing vivo.switch-off'],
  meizu: ['possible folded meizu.folded', 'possible nothing meizu.drawable'],
  tpns: ['possible nothing tpns.process-may-end'],
};
const good: readonly (readonly [VendorId, Draft])[] = [
  ['fcm', fcm()],
  ['huawei', huawei()],
  ['honor', honor()],
  ['xiaomi', xiaomi()],
  ['oppo', oppo()],
  ['vivo', vivo()],
  ['meizu', meizu()],
  ['tpns', tpns()],
];

describe('why nothing shows: a good push', () => {
  it.each(good)('of %s has no certain reason, only what may happen to any', (vendor, draft) =>
    expect(reasons(vendor, draft)).toEqual(always[vendor]),
  );
  it.each(good)('of %s is of high importance', (vendor, draft) =>
    expect(importanceOf(about(vendor, draft))).toBe('high'),
  );
});

type Broken = readonly [vendor: VendorId, expected: string, draft: Draft, atMs?: number];
const broken: readonly Broken[] = [
  ['fcm', 'certain nothing fcm.trial', json({ validate_only: true, ...(JSON.parse(fcm().payload) as object) })],
  ['fcm', 'likely no-banner fcm.no-channel', fcm({}, { channel_id: undefined })],
  ['fcm', 'likely no-banner fcm.channel-not-created', fcm({}, { channel_id: 'other' })],
  ['fcm', 'certain locked fcm.secret', fcm({}, { visibility: 'SECRET' })],
  [
    'fcm',
    'possible later fcm.normal-priority',
    fcm({ android: { priority: 'NORMAL', notification: { channel_id: 'chat' } } }),
  ],
  [
    'fcm',
    'possible later fcm.collapsed',
    fcm({ android: { collapse_key: 'a', notification: { channel_id: 'chat' } } }),
  ],
  ['huawei', 'certain nothing huawei.trial', huawei({}, {}, { validate_only: true })],
  ['huawei', 'certain folded huawei.no-category', huawei({ category: undefined })],
  ['huawei', 'certain folded huawei.marketing', huawei({ category: 'MARKETING' })],
  ['huawei', 'certain silent huawei.low', huawei({}, { importance: 'LOW' })],
  ['huawei', 'certain locked huawei.secret', huawei({}, { visibility: 'SECRET' })],
  ['huawei', 'likely later huawei.night', huawei({ category: 'MARKETING' }), night],
  ['huawei', 'possible nothing huawei.quota', huawei({ category: 'MARKETING' })],
  ['huawei', 'possible silent huawei.channel-not-created', huawei({}, { channel_id: 'other' })],
  ['huawei', 'possible nothing huawei.profile', huawei({}, { profile_id: 'p' })],
  ['honor', 'certain folded honor.no-importance', honor({ importance: undefined })],
  ['honor', 'certain folded honor.marketing', honor({ importance: 'LOW' })],
  ['honor', 'likely later honor.night', honor({ importance: 'LOW' }), night],
  ['honor', 'possible nothing honor.quota', honor({ importance: 'LOW' })],
  ['xiaomi', 'certain silent xiaomi.no-channel', xiaomi({ channel_id: '' })],
  ['xiaomi', 'certain silent xiaomi.public', xiaomi({}, {}, 'public')],
  ['xiaomi', 'certain later xiaomi.scheduled', xiaomi({}, { time_to_send: day + 1000 })],
  ['xiaomi', 'possible silent xiaomi.class-unknown', { ...xiaomi(), options: {} }],
  ['xiaomi', 'likely folded xiaomi.test-words', xiaomi({}, { title: '测试' })],
  ['xiaomi', 'possible nothing xiaomi.replaced', xiaomi({}, { notify_id: undefined })],
  ['xiaomi', 'possible nothing xiaomi.jobkey', xiaomi({ jobkey: 'a' })],
  ['xiaomi', 'possible later xiaomi.wifi', xiaomi({ connpt: 'wifi' })],
  ['xiaomi', 'possible nothing xiaomi.filtered', xiaomi({ model: 'M1,M2' })],
  ['oppo', 'certain silent oppo.level-1', oppo({ notify_level: 1 })],
  ['oppo', 'certain silent oppo.level-2', oppo({ notify_level: 2 })],
  ['oppo', 'certain later oppo.scheduled', oppo({ show_time_type: 1 })],
  ['oppo', 'likely nothing oppo.channel-not-created', oppo({ channel_id: 'other' })],
  ['oppo', 'possible silent oppo.channel-decides', oppo({ category: undefined, notify_level: undefined })],
  ['oppo', 'possible nothing oppo.quota', oppo({ category: 'MARKETING' })],
  ['oppo', 'possible nothing oppo.not-from-store', oppo({ category: 'MARKETING' })],
  ['oppo', 'possible later oppo.wifi', oppo({ network_type: 1 })],
  ['vivo', 'certain folded vivo.operation', vivo({ classification: 0, category: 'MARKETING' })],
  ['vivo', 'likely later vivo.hours', vivo({ classification: 0, category: 'MARKETING' }), night],
  ['vivo', 'likely silent vivo.notify-type', vivo({ notifyType: 1 })],
  ['vivo', 'possible nothing vivo.test-mode', vivo({ pushMode: 1 })],
  ['vivo', 'possible nothing vivo.quota', vivo({ classification: 0, category: 'MARKETING' })],
  ['vivo', 'likely later vivo.timed', vivo({ timedDisplay: { showStartTime: 1, showEndTime: 2 } })],
  ['vivo', 'possible later vivo.wifi', vivo({ networkType: 1 })],
  ['vivo', 'possible nothing vivo.profile', vivo({ profileId: 'denny' })],
  ['meizu', 'certain silent meizu.sound-off', meizu({ notificationType: { sound: 0 } })],
  ['meizu', 'certain no-banner meizu.no-heads-up', meizu({ suspend: 0 })],
  ['meizu', 'certain later meizu.timed', meizu({ fixDisplay: 1 })],
  ['meizu', 'possible nothing meizu.quota', meizu({}, { noticeMsgType: 0 })],
  ['tpns', 'certain silent tpns.ring-off', tpns({ ring: 0 })],
  [
    'tpns',
    'possible later tpns.accept-time',
    tpns({}, { accept_time: [{ start: { hour: '9', min: '0' }, end: { hour: '18', min: '0' } }] }),
  ],
  ['tpns', 'possible no-banner tpns.channel-not-created', tpns({ n_ch_id: 'other' })],
];

describe('why nothing shows: one thing is wrong', () => {
  for (const [vendor, expected, draft, atMs = day] of broken) {
    it(`${vendor}: ${expected}`, () => expect(reasons(vendor, draft, {}, atMs)).toContain(expected));
  }
  it('every reason that has words is found by some row', () => {
    const found = new Set(
      [...broken.map(([, row]) => row), ...Object.values(always).flat()].map((row) => row.split(' ')[2]),
    );
    const written = vendors.flatMap(({ id, texts }) =>
      Object.keys(texts.en).flatMap((text) => {
        const [, name] = new RegExp(`^${id}\\.quiet\\.([\\w-]+)$`).exec(text) ?? [];
        return name === undefined ? [] : [`${id}.${name}`];
      }),
    );
    expect(written.filter((id) => !found.has(id))).toEqual([]);
  });
});

describe('why nothing shows: the phone', () => {
  it.each([
    ['certain nothing phone.not-allowed', { notificationsAllowed: false }],
    ['certain nothing phone.channel-off', { channels: { chat: 'none' } }],
    ['certain silent phone.channel-low', { channels: { chat: 'low' } }],
    ['certain silent phone.channel-low', { channels: { chat: 'min' } }],
    ['certain no-banner phone.channel-default', { channels: { chat: 'default' } }],
    ['certain nothing phone.app-open', { appState: 'foreground' }],
  ] as const)('%s', (expected, over) => expect(reasons('fcm', fcm(), over)[0]).toBe(expected));
  it('has Do Not Disturb on', () => {
    const look = { ...aDevice().look, focus: 'do-not-disturb' } as const;
    expect(reasons('fcm', fcm(), { look })[0]).toBe('certain silent phone.do-not-disturb');
  });
  it('another channel does not matter', () =>
    expect(reasons('fcm', fcm(), { channels: { other: 'none' } })).toEqual(always['fcm']));
  it('an iPhone has no channels', () => {
    const draft = json({ aps: { alert: 'A' } });
    expect(reasons('apns', draft, { channels: { '': 'none' } })).toEqual([]);
    expect(importanceOf(about('apns', draft))).toBeUndefined();
    expect(reasons('apns', draft, { notificationsAllowed: false })).toEqual(['certain nothing phone.not-allowed']);
  });
  it.each([
    ['fcm', json({ message: { token: 'x', data: { a: 'b' } } }), 'phone.change.data-only'],
    ['xiaomi', xiaomi({}, { pass_through: 1 }), 'phone.change.data-only'],
    ['oppo', oppo({ channel_id: undefined }), 'phone.change.no-channel'],
    ['vivo', vivo({ title: '', content: '' }), 'phone.change.empty'],
    ['meizu', { payload: '{', options: {} }, 'phone.change.unreadable'],
    ['huawei', { ...huawei(), options: { quiet: 'marketing-day' } }, 'phone.change.quota'],
  ] as const)('%s draws nothing, and what to change is said', (vendor, draft, change) => {
    const [first, ...rest] = reasonsOf(about(vendor, draft));
    expect(first).toMatchObject({ id: 'phone.not-drawn', sure: 'certain', effect: 'nothing', change: { id: change } });
    expect(rest).toEqual([]);
  });
});

describe('what follows', () => {
  it('only a certain reason takes the push away', () => {
    expect(undrawnBecause(about('oppo', oppo({ channel_id: 'other' })))).toBeNull();
    expect(undrawnBecause(about('tpns', tpns(), { appState: 'killed' }))?.id).toBe('tpns.arrival.killed');
    expect(undrawnBecause(about('fcm', fcm(), { channels: { chat: 'none' } }))?.id).toBe('phone.quiet.channel-off');
  });
  it.each([
    ['fcm', fcm({}, { channel_id: 'other' }), {}, 'default'],
    ['huawei', huawei({ category: undefined }), {}, 'low'],
    ['fcm', fcm(), { channels: { chat: 'min' } }, 'min'],
  ] as const)('%s: importance', (vendor, draft, over, importance) =>
    expect(importanceOf(about(vendor, draft, over))).toBe(importance),
  );
});
