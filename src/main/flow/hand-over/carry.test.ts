import { describe, expect, it } from 'vitest';
import type { VendorConsole, VendorId } from '../../../shared/contract/index.ts';
import { vendors } from '../../vendors/index.ts';
import type { Vendor } from '../../vendors/vendor.ts';
import { forVendor, intentOfCard, lossesOf } from './carry.ts';

const vendorOf = (id: VendorId): Vendor => {
  const vendor = vendors.find((one) => one.id === id);
  if (!vendor) throw new Error(`no vendor ${id}`);
  return vendor;
};
const nowMs = 1_800_000_000_000;
const side = (id: VendorId, payload: object, options: Record<string, string> = {}) => {
  const vendor = vendorOf(id);
  const draft = { payload: JSON.stringify(payload), options };
  return { vendor, draft, platform: vendor.platforms[0] ?? ('android' as const) };
};
const carried = (from: ReturnType<typeof side>, id: VendorId, console: VendorConsole = { channelId: 'tuikit' }) => {
  const vendor = vendorOf(id);
  const platform = vendor.platforms[0] ?? 'android';
  const card = from.vendor.display.card(from.draft, { platform: from.platform, appName: '' });
  const target = { token: 't', appIdentifier: 'com.example.im', environment: 'sandbox' as const, credential: null };
  const wish = forVendor(intentOfCard(card), console);
  const to = { vendor, draft: vendor.payload.fromIntent(wish, target, nowMs), platform };
  return { to, lost: lossesOf(from, to, nowMs), card: vendor.display.card(to.draft, { platform, appName: '' }) };
};
const apple = {
  aps: { alert: { title: 'Denny', body: '合同我也带一份。' }, badge: 3, sound: 'default' },
  ext: 'jump to denny',
};

describe('a push in the terms of another vendor', () => {
  it.each(vendors.map(({ id }) => id).filter((id) => id !== 'apns'))('%s says title, text and ext', (id) => {
    const { card, lost } = carried(side('apns', apple, { pushType: 'alert' }), id);
    expect(card).toMatchObject({ title: 'Denny', body: '合同我也带一份。', ext: 'jump to denny' });
    expect(lost.map(({ field }) => field)).not.toContain('title');
    expect(lost.map(({ field }) => field)).not.toContain('data');
  });
  it('names what has no place there, and data that stays behind', () => {
    const from = side('apns', {
      aps: { ...apple.aps, alert: { ...apple.aps.alert, subtitle: 'Office' }, 'thread-id': 'denny', category: 'REPLY' },
      ext: 'jump to denny',
      room: 'room-7715',
    });
    const { lost } = carried(from, 'fcm');
    expect(lost).toContainEqual({ field: 'subtitle', name: '', before: 'Office', after: '' });
    expect(lost).toContainEqual({ field: 'group', name: '', before: 'denny', after: '' });
    expect(lost).toContainEqual(expect.objectContaining({ field: 'data', before: 'room-7715' }));
    expect(lost.some(({ before }) => before === 'jump to denny')).toBe(false);
  });
  it('says that nothing is drawn without the channel that OPPO wants', () => {
    const { lost } = carried(side('apns', apple), 'oppo', {});
    expect(lost).toContainEqual({ field: 'title', name: '', before: 'Denny', after: '' });
  });
  it('comes back to Apple from Android', () => {
    const from = side('fcm', {
      message: { notification: { title: 'Denny', body: 'Lunch?' }, data: { ext: 'jump to denny' } },
    });
    const { card } = carried(from, 'apns');
    expect(card).toMatchObject({ title: 'Denny', body: 'Lunch?', ext: 'jump to denny' });
  });
});
