import { describe, expect, it } from 'vitest';
import { asCapture, vendorConformance } from '../kit/conformance.ts';
import { honor } from './index.ts';
import {
  bearer,
  body,
  credential,
  deadToken,
  decide,
  deviceToken,
  nowMs,
  registry,
  sendCapture,
  target,
} from './samples.ts';

vendorConformance(honor, {
  target,
  credential,
  token: bearer,
  registry,
  nowMs,
  batch: { capture: sendCapture(body({ root: { token: [deviceToken, deadToken] } })), dead: deadToken },
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
  it('looks at text nested deeper than the stack without throwing', () => {
    const deep = `${'['.repeat(9000)}${']'.repeat(9000)}`;
    const bodies = [
      `{"data":${deep},"android":{"notification":{"clickAction":${deep}}}}`,
      `{"data":${JSON.stringify(`{"ext":${deep}}`)},"notification":{"title":"a"}}`,
      `{"data":"a","token":[${deep}]}`,
    ];
    for (const payload of bodies) {
      const draft = { payload, options: {} };
      honor.payload.check(draft, target);
      honor.payload.recognise(payload, '');
      const request = honor.sender.request(draft, target, bearer, nowMs);
      if ('unusable' in request) throw new Error(request.unusable.code);
      expect(honor.payload.fromRequest(request)?.draft.payload).toContain('[[[');
      honor.display.card(draft, { platform: 'android', appName: 'App' });
      const about = {
        platform: 'android',
        appState: 'killed',
        action: 'default',
        vendorMessageId: null,
        nowMs,
      } as const;
      expect(JSON.parse(honor.tap.plan(draft, about).received)).toBeTypeOf('object');
      decide(asCapture(request));
    }
  });
  it('has the same holes in every language', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();
    for (const [id, words] of Object.entries(honor.texts.en))
      expect(holes(honor.texts['zh-CN'][id] ?? ''), id).toEqual(holes(words));
  });
});
