import { describe, expect, it } from 'vitest';
import { vendorConformance } from '../kit/conformance.ts';
import { oppo } from './index.ts';
import { authToken, credential, deadRegId, memory, message, nowMs, registry, send, target } from './samples.ts';

vendorConformance(oppo, {
  target,
  credential,
  token: authToken,
  registry,
  nowMs,
  batch: {
    capture: send('batch', [['messages', JSON.stringify([message(), message({}, { target_value: deadRegId })])]]),
    dead: deadRegId,
    memory,
  },
  // OPPO takes ext as a JSON object only, and its phones show nothing without a channel.
  intent: { ext: '{"entity":"jump to denny"}', androidChannelId: 'tuikit' },
  gaps: { badge: 'OPPO phones show a dot; no number is sent' },
});

describe('oppo: wiring', () => {
  it('names no error twice, and no limit twice', () => {
    for (const ids of [oppo.errors.map((row) => row.code), oppo.limits.map((row) => row.id)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
  it('has the same holes in every language', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();
    for (const [id, words] of Object.entries(oppo.texts.en))
      expect(holes(oppo.texts['zh-CN'][id] ?? ''), id).toEqual(holes(words));
  });
});
