import { describe, expect, it } from 'vitest';
import type { Platform, StandIn, VendorId } from '../../../../../shared/contract/index.ts';
import type { DecisionRow } from '../use-compose.ts';
import { vendorDrafts } from './vendor-drafts.ts';

const vendors = [
  { id: 'fcm', label: 'FCM' },
  { id: 'huawei', label: 'Huawei' },
] as const;
// Of a row only what is read here.
const row = (vendor: VendorId, platform: Platform, id: string) =>
  ({ vendor, deviceId: id, device: { id, platform }, view: null }) as unknown as DecisionRow;
const standIn = (vendor: VendorId, platform: Platform): StandIn => ({ vendor, platform, userId: 'vinson', view: null });
const nothing = { vendor: null, platform: null };
const shown = (
  rows: readonly DecisionRow[],
  standIns: readonly StandIn[],
  chosen?: DecisionRow,
  wanted: Parameters<typeof vendorDrafts>[4] = nothing,
) =>
  vendorDrafts(vendors, rows, standIns, chosen, wanted).map(
    (one) => `${one.vendor} ${one.platform} ${one.row?.deviceId ?? '–'} of ${one.variants.length}`,
  );

describe('one draft for each vendor', () => {
  const made = [standIn('fcm', 'android'), standIn('huawei', 'android'), standIn('huawei', 'harmony')];
  it('on stand-ins, Huawei’s with both services', () =>
    expect(shown([], made)).toEqual(['fcm android – of 1', 'huawei android – of 2']));
  it('the service that is asked for', () =>
    expect(shown([], made, undefined, { vendor: 'huawei', platform: 'harmony' })[1]).toBe('huawei harmony – of 2'));
  it('what is asked for of another vendor is no matter', () =>
    expect(shown([], made, undefined, { vendor: 'fcm', platform: 'harmony' })[1]).toBe('huawei android – of 2'));
  it('a phone goes before a stand-in, whatever its platform', () =>
    expect(shown([row('huawei', 'harmony', 'mate')], made.slice(0, 2))[1]).toBe('huawei harmony mate of 2'));
  it('the chosen phone goes before another', () => {
    const rows = [row('huawei', 'android', 'p60'), row('huawei', 'harmony', 'mate')];
    expect(shown(rows, [])).toEqual(['huawei android p60 of 2']);
    expect(shown(rows, [], rows[1])).toEqual(['huawei harmony mate of 2']);
    expect(shown(rows, [], rows[1], { vendor: 'huawei', platform: 'android' })).toEqual(['huawei android p60 of 2']);
  });
  it('a vendor nobody has and nobody stands in for has none', () => expect(shown([], [])).toEqual([]));
});
