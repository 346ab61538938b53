import { verdictOf } from '../../kit/rows.ts';
import type { GatewayPart } from '../../vendor.ts';
import { pathOf } from '../paths.ts';
import { faults } from './faults.ts';
import { decideAuth } from './auth-endpoint.ts';
import { rows } from './checks.ts';
import { newMemory, type VivoMemory } from './memory.ts';
import { recipes } from './recipes.ts';
import { answer, refuse } from './reply.ts';
import { decideSend } from './send.ts';
import { welcome } from './welcome.ts';

type Decide = GatewayPart<null, VivoMemory>['decide'];

/** An address or method that is not one of ours. */
const refuseAddress = ({ capture, memory }: Parameters<Decide>[0], isOurPath: boolean): ReturnType<Decide> => {
  const method = { method: capture.method.slice(0, 20) };
  const path = { path: capture.path.slice(0, 120) };
  const isNamed = /^\/(?:report|tag|tagGroup|tagSegment)\//.test(capture.path);
  const all = isOurPath
    ? [rows.passed('path'), rows.failed('method', 'other', refuse('HTTP_405', 'method'), method)]
    : [rows.failed('path', isNamed ? 'not-imitated' : 'unknown', refuse('HTTP_404', 'path'), path)];
  const verdict = verdictOf(all, { id: 'vivo.verdict.accepted' });
  const reply = all.at(-1)?.refusal?.reply ?? answer({}, 404);
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

/** vivo's token address and its send addresses on one port; the path tells them apart. */
export const vivoGateway: GatewayPart<null, VivoMemory> = {
  defaultPort: 8926,
  alpn: ['h2', 'http/1.1'],
  plain: true,
  requestCertificate: false,
  firstSettings: () => ({ maxConcurrentStreams: 100 }),
  maxBodyBytes: 1_048_576,
  newConnection: () => null,
  newMemory,
  decide: (input) => {
    const path = pathOf(input.capture.path);
    if (path === null || input.capture.method.toUpperCase() !== 'POST') return refuseAddress(input, path !== null);
    return { ...(path === 'auth' ? decideAuth(input) : decideSend(input, path)), connection: null };
  },
  unavailable: () => refuse('HTTP_503', 'server').reply,
  ...faults,
  welcome,
  recipes,
};
