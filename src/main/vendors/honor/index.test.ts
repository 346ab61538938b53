import { describe, expect, it } from 'vitest';
import { asCapture, vendorConformance } from '../kit/conformance.ts';
import { deep, lookDeep } from '../kit/conformance-wiring.ts';
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
  it('says of every number of its own that it is a guess', () => {
    for (const row of honor.errors.filter(({ code }) => /^8\d{7}$/.test(code))) expect(row.certainty).toBe('guess');
  });
  it('looks at text nested deeper than the stack without throwing', () => {
    const bodies = [
      `{"data":${deep},"android":{"notification":{"clickAction":${deep}}}}`,
      `{"data":${JSON.stringify(`{"ext":${deep}}`)},"notification":{"title":"a"}}`,
      `{"data":"a","token":[${deep}]}`,
    ];
    const about = { target, token: bearer, nowMs };
    for (const payload of bodies)
      expect(decide(asCapture(lookDeep(honor, payload, about))).verdict.checks.length).toBeGreaterThan(0);
  });
});
