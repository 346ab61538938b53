import { describe, expect, it } from 'vitest';
import type { Draft, VendorId } from '../../shared/contract/index.ts';
import { findVendor, vendors } from './index.ts';

const nowMs = Date.UTC(2026, 10, 21);
const hour = 3600;
const day = 24 * hour;

const planOf = (id: VendorId, payload: object, options: Draft['options'] = {}) => {
  const plan = findVendor(id)?.keepPlan?.({ payload: JSON.stringify(payload), options }, nowMs);
  if (!plan) throw new Error(id);
  return { ...plan, seconds: (plan.untilMs - nowMs) / 1000 };
};

const scene = { api: 'v3' };
/** What is asked, and for how many seconds the vendor keeps it. */
const lives: readonly [VendorId, string, object, number, Draft['options']?][] = [
  ['fcm', 'nothing', { message: { notification: { title: 'a' } } }, 28 * day],
  ['fcm', 'a lifetime', { message: { android: { ttl: '90s' } } }, 90],
  ['fcm', 'now or never', { message: { android: { ttl: '0s' } } }, 0],
  ['fcm', 'a lifetime that is none', { message: { android: { ttl: 'soon' } } }, 28 * day],
  ['huawei', 'nothing', { message: { android: {} } }, day],
  ['huawei', 'a lifetime', { message: { android: { ttl: '600s' } } }, 600],
  ['huawei', 'a lifetime without s', { message: { android: { ttl: '600' } } }, 600],
  ['huawei', 'nothing in v3', { pushOptions: {}, payload: {} }, day, scene],
  ['huawei', 'a lifetime in v3', { pushOptions: { ttl: 60 }, payload: {} }, 60, scene],
  ['honor', 'nothing', { android: {} }, day],
  ['honor', 'a lifetime', { android: { ttl: '600s' } }, 600],
  ['xiaomi', 'nothing', { title: 'a' }, 10 * day],
  [
    'xiaomi',
    'nothing in a public channel',
    { title: 'a', extra: { channel_id: '1' } },
    day,
    { channelClass: 'public' },
  ],
  ['xiaomi', 'a lifetime in milliseconds', { time_to_live: 90_000 }, 90],
  ['xiaomi', 'longer than there is', { time_to_live: 14 * day * 1000 }, 10 * day],
  ['xiaomi', 'one attempt', { time_to_live: 90_000, extra: { only_send_once: '1' } }, 0],
  ['oppo', 'nothing', { notification: { title: 'a' } }, hour],
  ['oppo', 'a lifetime', { notification: { off_line_ttl: 600 } }, 600],
  ['oppo', 'longer than there is', { notification: { off_line_ttl: 11 * day } }, 10 * day],
  ['oppo', 'one attempt', { notification: { off_line: false, off_line_ttl: 600 } }, 0],
  ['vivo', 'nothing', { title: 'a' }, day],
  ['vivo', 'a lifetime', { timeToLive: 600 }, 600],
  ['vivo', 'one attempt', { timeToLive: 600, sendOnline: true }, 0],
  ['meizu', 'nothing', { noticeBarInfo: {} }, day],
  ['meizu', 'a lifetime in hours', { pushTimeInfo: { offLine: 1, validTime: 2 } }, 2 * hour],
  ['meizu', 'one attempt', { pushTimeInfo: { offLine: 0 } }, 0],
  ['tpns', 'nothing', { message: {} }, day],
  ['tpns', 'a lifetime', { expire_time: hour }, hour],
  ['tpns', 'a lifetime shorter than there is', { expire_time: 5 }, 800],
  ['tpns', 'longer than there is', { expire_time: 30 * day }, 3 * day],
  ['tpns', 'one attempt', { expire_time: 0 }, 0],
];

describe('a push for a phone that cannot be reached', () => {
  it.each(lives)('%s, asked for %s', (id, _what, payload, seconds, options) =>
    expect(planOf(id, payload, options).seconds).toBe(seconds),
  );
  it('takes the place of another by the key of the vendor', () => {
    expect(planOf('fcm', { message: { android: { collapse_key: 'chat' } } }).place).toBe('chat');
    expect(planOf('fcm', { message: {} }).place).toBeNull();
    const group = (key?: number) => planOf('huawei', { message: { android: { collapse_key: key } } }).place;
    expect(group(-1)).toBeNull();
    expect(group()).toBe(group(0));
    expect(group(7)).not.toBe(group(0));
    expect(planOf('tpns', { collapse_id: 12 }).place).toBe('12');
    expect(planOf('tpns', {}).place).toBeNull();
  });
  it('wakes a phone that saves power as FCM’s priority says', () => {
    expect(planOf('fcm', { message: { data: { a: 'b' } } }).isUrgent).toBe(false);
    expect(planOf('fcm', { message: { data: { a: 'b' }, android: { priority: 'HIGH' } } }).isUrgent).toBe(true);
    expect(planOf('fcm', { message: { notification: { title: 'a' } } }).isUrgent).toBe(true);
    expect(planOf('fcm', { message: { notification: { title: 'a' }, android: { priority: 'NORMAL' } } }).isUrgent).toBe(
      false,
    );
  });
  it('has a plan at every vendor, whatever its text', () => {
    for (const vendor of vendors) {
      for (const payload of ['', '{', '[]', 'null', '{"message":7,"pushTimeInfo":[],"extra":1,"notification":"x"}']) {
        const plan = vendor.keepPlan?.({ payload, options: {} }, nowMs);
        expect(Number.isFinite(plan?.untilMs), `${vendor.id} ${payload}`).toBe(true);
      }
    }
  });
});
