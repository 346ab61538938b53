import { verdictOf } from '../../kit/rows.ts';
import type { GatewayPart } from '../../vendor.ts';
import { legacyHost, pushPath } from '../hosts.ts';
import { faults } from './faults.ts';
import { rows } from './checks.ts';
import { newMemory, type TpnsMemory } from './memory.ts';
import { recipes } from './recipes.ts';
import { answer, refuse } from './reply.ts';
import { decideSend } from './send.ts';
import { welcome } from './welcome.ts';

type Decide = GatewayPart<null, TpnsMemory>['decide'];

const whyUnknown = (path: string, isLegacyHost: boolean): string => {
  if (isLegacyHost || path.startsWith('/v2/')) return 'legacy';
  return path.startsWith('/v3/') ? 'not-imitated' : 'unknown';
};

/** An address or method that is not one of ours. */
const refuseAddress = ({ capture, memory }: Parameters<Decide>[0], isOurPath: boolean): ReturnType<Decide> => {
  const why = whyUnknown(capture.path, capture.host === legacyHost);
  const all = isOurPath
    ? [rows.passed('path'), rows.failed('method', 'other', refuse('HTTP_405'), { method: capture.method.slice(0, 20) })]
    : [rows.failed('path', why, refuse('HTTP_404'), { path: capture.path.slice(0, 120) })];
  const verdict = verdictOf(all, { id: 'tpns.verdict.android' });
  const { reply } = refuse(isOurPath ? 'HTTP_405' : 'HTTP_404');
  return {
    kind: 'push',
    verdict,
    reply,
    connection: null,
    memory,
    effects: [],
    vendorMessageId: null,
    targets: [],
    delivery: null,
  };
};

/** TPNS's push address on one port. */
export const tpnsGateway: GatewayPart<null, TpnsMemory> = {
  defaultPort: 8928,
  alpn: ['h2', 'http/1.1'],
  plain: true,
  requestCertificate: false,
  firstSettings: () => ({ maxConcurrentStreams: 100 }),
  maxBodyBytes: 1_048_576,
  newConnection: () => null,
  newMemory,
  decide: (input) => {
    const { capture } = input;
    const isOurPath = capture.path.split('?', 1)[0] === pushPath && capture.host !== legacyHost;
    if (!isOurPath || capture.method.toUpperCase() !== 'POST') return refuseAddress(input, isOurPath);
    return { ...decideSend(input), connection: null };
  },
  unavailable: () => answer(1_008_004, {}, 503),
  ...faults,
  welcome,
  recipes,
};
