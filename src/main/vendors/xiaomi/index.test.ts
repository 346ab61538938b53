import { vendorConformance } from '../kit/conformance.ts';
import { xiaomi } from './index.ts';
import { appSecret, capture, credential, deadRegId, intentUri, nowMs, regId, registry, target } from './samples.ts';

vendorConformance(xiaomi, {
  target,
  credential,
  token: appSecret,
  registry,
  nowMs,
  batch: { capture: capture({ registration_id: `${regId},${deadRegId}` }), dead: deadRegId },
  // «Open app» was Xiaomi's custom click, which loses ext since 2024-09-30; and without a private channel nothing rings.
  intent: { click: { kind: 'intent', uri: intentUri }, androidChannelId: '100001' },
  gaps: { badge: 'Xiaomi takes no number; the system counts by itself' },
});
