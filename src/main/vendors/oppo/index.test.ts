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
