import { describe, expect, it } from 'vitest';
import { vendorConformance } from '../kit/conformance.ts';
import { fcm } from './index.ts';
import { bearer, credential, nowMs, registry, target } from './samples.ts';

vendorConformance(fcm, {
  target,
  credential,
  token: bearer,
  registry,
  nowMs,
  batch: 'a message has one token',
  gaps: { badge: 'Tencent sends no badge with FCM; the system counts by itself' },
});

describe('fcm: wiring', () => {
  it('explains a code whatever status it came with', () => {
    expect(fcm.explain('UNREGISTERED', 404)).toMatchObject({ vendor: 'fcm', code: 'UNREGISTERED', status: 404 });
    expect(fcm.explain('UNREGISTERED', null)?.meaning.id).toBe('fcm.error.UNREGISTERED.meaning');
  });
});
