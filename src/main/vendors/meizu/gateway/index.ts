import { verdictOf } from '../../kit/rows.ts';
import type { GatewayPart } from '../../vendor.ts';
import { routeOf } from '../paths.ts';
import { faults } from './faults.ts';
import { rows } from './checks.ts';
import { newMemory, type MeizuMemory } from './memory.ts';
import { recipes } from './recipes.ts';
import { answer, refuse } from './reply.ts';
import { decideSend } from './send.ts';
import { welcome } from './welcome.ts';

type Decide = GatewayPart<null, MeizuMemory>['decide'];

/** An address or method that is not one of ours. */
const refuseAddress = ({ capture, memory }: Parameters<Decide>[0], isOurPath: boolean): ReturnType<Decide> => {
  const isNamed = capture.path.startsWith('/garcia/api/server/');
  const all = isOurPath
    ? [rows.passed('path'), rows.failed('method', 'other', refuse('HTTP_405'), { method: capture.method.slice(0, 20) })]
    : [
        rows.failed('path', isNamed ? 'not-imitated' : 'unknown', refuse('HTTP_404'), {
          path: capture.path.slice(0, 120),
        }),
      ];
  const verdict = verdictOf(all, { id: 'meizu.verdict.accepted' });
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

/** Meizu's send addresses on one port. */
export const meizuGateway: GatewayPart<null, MeizuMemory> = {
  defaultPort: 8927,
  alpn: ['h2', 'http/1.1'],
  plain: true,
  requestCertificate: false,
  firstSettings: () => ({ maxConcurrentStreams: 100 }),
  maxBodyBytes: 1_048_576,
  newConnection: () => null,
  newMemory,
  decide: (input) => {
    const route = routeOf(input.capture.path);
    if (route === null || input.capture.method.toUpperCase() !== 'POST') return refuseAddress(input, route !== null);
    return { ...decideSend(input, route), connection: null };
  },
  unavailable: () => answer('1003', '服务器忙', '', {}, 503),
  ...faults,
  welcome,
  recipes,
};
