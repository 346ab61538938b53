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
  it('names no error twice, and no limit twice', () => {
    for (const ids of [meizu.errors.map((row) => row.code), meizu.limits.map((row) => row.id)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
  it('has the same holes in every language', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();
    for (const [id, words] of Object.entries(meizu.texts.en)) {
      expect(holes(meizu.texts['zh-CN'][id] ?? ''), id).toEqual(holes(words));
    }
  });
  it('tells the two meanings of 110010 apart', () => {
    expect(meizu.explain('110010', 200)?.meaning.id).not.toBe(meizu.explain('value.110010', 200)?.meaning.id);
  });
});
