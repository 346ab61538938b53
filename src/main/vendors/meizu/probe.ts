import type { ProbePart, ProbeVerdict } from '../vendor.ts';
import { sources } from './sources.ts';

/** White space occurs in no pushId. */
const token = 'no such phone';

/** Codes of the phones stand in `value` of an answer that took app and signature. */
const verdicts: ReadonlyMap<string, ProbeVerdict> = new Map(
  Object.entries<ProbeVerdict>({
    110002: 'accepted',
    110003: 'accepted',
    'value.110002': 'accepted',
    'value.110003': 'accepted',
    1006: 'refused',
    110000: 'refused',
    110001: 'refused',
    110009: 'refused',
    110033: 'refused',
    1001: 'later',
    1003: 'later',
    110010: 'later',
    110019: 'later',
    110051: 'later',
    'value.501': 'later',
    'value.513': 'later',
    'value.518': 'later',
    'value.519': 'later',
    'value.520': 'later',
  }),
);

/** A private notification to a pushId that cannot be a phone's. Meizu publishes no order of its checks. */
export const probe: ProbePart = {
  token,
  certainty: 'guess',
  source: sources.assumption,
  draft: () => ({
    payload: JSON.stringify({
      noticeBarInfo: { noticeMsgType: 1, title: 'Pushscope', content: 'Credential check. No phone receives this.' },
      clickTypeInfo: { clickType: 0 },
      pushTimeInfo: { offLine: 0 },
    }),
    options: {},
  }),
  judge: (code) => verdicts.get(code) ?? 'unclear',
};
