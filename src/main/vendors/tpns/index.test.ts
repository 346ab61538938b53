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
