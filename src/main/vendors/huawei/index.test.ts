import { describe, expect, it } from 'vitest';
import { asCapture, vendorConformance } from '../kit/conformance.ts';
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
  it('names no error twice, and no limit twice', () => {
    for (const ids of [huawei.errors.map((row) => row.code), huawei.limits.map((row) => row.id)]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
  it('explains a code whatever status it came with', () => {
    expect(huawei.explain('80300007', 400)).toMatchObject({ vendor: 'huawei', code: '80300007', status: 400 });
    expect(huawei.explain('80300007', null)?.meaning.id).toBe('huawei.error.80300007.meaning');
    expect(huawei.explain('82000013', 400)).toMatchObject({ code: '82000013', certainty: 'guess' });
    expect(huawei.explain('82000014', 400)).toBeNull();
  });
  it('looks at text nested deeper than the stack without throwing', () => {
    const deep = `${'['.repeat(9000)}${']'.repeat(9000)}`;
    const bodies = [
      `{"message":{"data":${deep},"android":{"notification":{"click_action":${deep}}}}}`,
      `{"message":{"data":${JSON.stringify(`{"ext":${deep}}`)},"notification":{"title":"a"}}}`,
      `{"payload":{"notification":{"clickAction":{"actionType":0,"data":{"ext":${deep}}}}}}`,
      `{"message":{"token":[${deep}]}}`,
    ];
    for (const payload of bodies) {
      const draft = { payload, options: {} };
      huawei.payload.check(draft, target);
      huawei.payload.recognise(payload, '');
      const request = huawei.sender.request(draft, target, bearer, nowMs);
      if ('unusable' in request) throw new Error(request.unusable.code);
      expect(huawei.payload.fromRequest(request)?.draft.payload).toContain('[[[');
      huawei.display.card(draft, { platform: 'android', appName: 'App' });
      const about = {
        platform: 'android',
        appState: 'killed',
        action: 'default',
        vendorMessageId: null,
        nowMs,
      } as const;
      expect(JSON.parse(huawei.tap.plan(draft, about).received)).toBeTypeOf('object');
      decide(asCapture(request));
    }
  });
  it('has the same holes in every language, and no words that nobody says', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();
    for (const [id, words] of Object.entries(huawei.texts.en))
      expect(holes(huawei.texts['zh-CN'][id] ?? ''), id).toEqual(holes(words));
  });
});
