import { describe, expect, it } from 'vitest';
import { vendorConformance } from '../kit/conformance.ts';
import { honor } from './index.ts';
import { bearer, credential, nowMs, registry, target } from './samples.ts';

vendorConformance(honor, {
  target,
  credential,
  token: bearer,
  registry,
  nowMs,
  gaps: {
    sound: 'a push without an importance is marketing at Honor, and marketing is silent',
    badge: 'Honor takes a change of the number (badgeChange), not the number',
  },
});

describe('honor: wiring', () => {
  it('names no error twice, and no limit twice', () => {
    for (const ids of [honor.errors.map((row) => row.code), honor.limits.map((row) => row.id)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
  it('says of every number of its own that it is a guess', () => {
    for (const row of honor.errors.filter(({ code }) => /^8\d{7}$/.test(code))) expect(row.certainty).toBe('guess');
  });
  it('has the same holes in every language', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();
    for (const [id, words] of Object.entries(honor.texts.en))
      expect(holes(honor.texts['zh-CN'][id] ?? ''), id).toEqual(holes(words));
  });
});
