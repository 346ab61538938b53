import { describe, expect, it } from 'vitest';
import { vendorConformance } from '../kit/conformance.ts';
import { meizu } from './index.ts';
import { capture, credential, deadPushId, form, nowMs, pushId, registry, target } from './samples.ts';

vendorConformance(meizu, {
  target,
  credential,
  token: '0123456789abcdef0123456789abcdef',
  registry,
  nowMs,
  batch: { capture: capture('varnished/pushByPushId', form({ pushIds: `${pushId},${deadPushId}` })), dead: deadPushId },
  gaps: { badge: 'Meizu takes no number; Flyme draws a red dot' },
});

describe('meizu: wiring', () => {
  it('tells the two meanings of 110010 apart', () => {
    expect(meizu.explain('110010', 200)?.meaning.id).not.toBe(meizu.explain('value.110010', 200)?.meaning.id);
  });
});
