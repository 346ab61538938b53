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
  it('names no error twice, and no limit twice', () => {
    for (const ids of [fcm.errors.map((row) => `${row.code} ${row.status}`), fcm.limits.map((row) => row.id)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
  it('explains a code whatever status it came with', () => {
    expect(fcm.explain('UNREGISTERED', 404)).toMatchObject({ vendor: 'fcm', code: 'UNREGISTERED', status: 404 });
    expect(fcm.explain('UNREGISTERED', null)?.meaning.id).toBe('fcm.error.UNREGISTERED.meaning');
  });
  it('has the same holes in every language', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();
    for (const [id, words] of Object.entries(fcm.texts.en))
      expect(holes(fcm.texts['zh-CN'][id] ?? ''), id).toEqual(holes(words));
  });
});
