import { describe, expect, it } from 'vitest';
import { vendorConformance } from '../kit/conformance.ts';
import { vivo } from './index.ts';
import { idOf } from './payload/read.ts';
import {
  capture,
  credential,
  deadRegId,
  decide,
  nowMs,
  regId,
  registry,
  replyJson,
  target,
  without,
} from './samples.ts';

const saved = decide(capture('/message/saveListPayload', without('regId')));
const taskId = idOf(replyJson(saved)['taskId']);

vendorConformance(vivo, {
  target,
  credential,
  token: 'a-token-of-vivo',
  registry,
  nowMs,
  batch: {
    capture: capture('/message/pushToList', { appId: 100001, taskId, requestId: 'l', regIds: [regId, deadRegId] }),
    dead: deadRegId,
    memory: saved.memory,
  },
  gaps: { badge: 'vivo takes no number; the phone counts by itself' },
});

describe('vivo: wiring', () => {
  it('says the certainty of numbers nobody confirms', () => {
    expect(vivo.explain('10056', 200)?.certainty).toBe('documented');
    expect(vivo.explain('10057', 200)?.certainty).toBe('guess');
  });
});
