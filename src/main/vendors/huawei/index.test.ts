import { describe, expect, it } from 'vitest';
import { asCapture, vendorConformance } from '../kit/conformance.ts';
import { deep, lookDeep } from '../kit/conformance-wiring.ts';
import { huawei } from './index.ts';
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

vendorConformance(huawei, {
  target,
  credential,
  token: bearer,
  registry,
  nowMs,
  batch: { capture: sendCapture(body({ message: { token: [deviceToken, deadToken] } })), dead: deadToken },
  gaps: {
    sound: 'a push without a category is marketing at Huawei, and marketing is silent',
    badge: 'Huawei takes a change of the number (badgeChange), not the number',
  },
});

describe('huawei: wiring', () => {
  it('explains a code whatever status it came with', () => {
    expect(huawei.explain('80300007', 400)).toMatchObject({ vendor: 'huawei', code: '80300007', status: 400 });
    expect(huawei.explain('80300007', null)?.meaning.id).toBe('huawei.error.80300007.meaning');
    expect(huawei.explain('82000013', 400)).toMatchObject({ code: '82000013', certainty: 'guess' });
    expect(huawei.explain('82000014', 400)).toBeNull();
  });
  it('looks at text nested deeper than the stack without throwing', () => {
    const bodies = [
      `{"message":{"data":${deep},"android":{"notification":{"click_action":${deep}}}}}`,
      `{"message":{"data":${JSON.stringify(`{"ext":${deep}}`)},"notification":{"title":"a"}}}`,
      `{"payload":{"notification":{"clickAction":{"actionType":0,"data":{"ext":${deep}}}}}}`,
      `{"message":{"token":[${deep}]}}`,
    ];
    const about = { target, token: bearer, nowMs };
    for (const payload of bodies)
      expect(decide(asCapture(lookDeep(huawei, payload, about))).verdict.checks.length).toBeGreaterThan(0);
  });
});
