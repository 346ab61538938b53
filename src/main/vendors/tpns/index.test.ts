import { describe, expect, it } from 'vitest';
import { vendorConformance } from '../kit/conformance.ts';
import { tpns } from './index.ts';
import { body, capture, credential, dead, nowMs, packed, registry, target, token } from './samples.ts';

vendorConformance(tpns, {
  target,
  credential,
  token: packed,
  registry,
  nowMs,
  batch: {
    capture: capture(body({ audience_type: 'token_list', token_list: [token, dead], ignore_invalid_token: 1 })),
    dead,
  },
});

describe('tpns: wiring', () => {
  it('names no error twice, and no limit twice', () => {
    for (const ids of [tpns.errors.map((row) => row.code), tpns.limits.map((row) => row.id)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
  it('has the same holes in every language', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();
    for (const [id, words] of Object.entries(tpns.texts.en)) {
      expect(holes(tpns.texts['zh-CN'][id] ?? ''), id).toEqual(holes(words));
    }
  });
  it('serves iPhones and Android phones (R16)', () => {
    expect(tpns.platforms).toEqual(['ios', 'android']);
    expect(tpns.sender.hosts.map(({ origin }) => origin)).toEqual([
      'https://api.tpns.tencent.com',
      'https://api.tpns.sh.tencent.com',
      'https://api.tpns.hk.tencent.com',
      'https://api.tpns.sgp.tencent.com',
    ]);
  });
});
