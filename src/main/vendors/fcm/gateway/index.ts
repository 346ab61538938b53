import type { GatewayPart } from '../../vendor.ts';
import { projectOfPath, splitPath, tokenPaths } from '../hosts.ts';
import { oldProtocol } from '../retired/index.ts';
import { faults } from './faults.ts';
import { newMemory, type FcmMemory } from './memory.ts';
import { recipes } from './recipes.ts';
import { envelope, fcmError, toResponse } from './reply.ts';
import { decideSend, refuseAddress, refuseXmpp } from './send.ts';
import { decideToken } from './token-endpoint.ts';
import { welcome } from './welcome.ts';

/** FCM's send address and Google's token address on one port; which one is meant is told by the path. */
export const fcmGateway: GatewayPart<null, FcmMemory> = {
  defaultPort: 8921,
  alpn: ['h2', 'http/1.1'],
  plain: true,
  // firebase-admin for Node sends `https:` in sendEach; Google lets that pass.
  mendsScheme: true,
  requestCertificate: false,
  firstSettings: () => ({ maxConcurrentStreams: 100 }),
  maxBodyBytes: 1_048_576,
  newConnection: () => null,
  newMemory,
  oldProtocol,
  decide: (input) => {
    if (input.capture.httpVersion === 'none') return { ...refuseXmpp(input), connection: null };
    const path = splitPath(input.capture.path);
    const isPost = input.capture.method.toUpperCase() === 'POST';
    const project = projectOfPath(path.name);
    const isToken = tokenPaths.includes(path.name);
    const answer =
      isPost && project !== null
        ? decideSend(input, path, project)
        : isPost && isToken
          ? decideToken(input)
          : refuseAddress(input, path, isToken || project !== null);
    return { ...answer, connection: null };
  },
  unavailable: () => {
    const refusal = envelope(503, 'UNAVAILABLE', 'The service is currently unavailable.', [fcmError('UNAVAILABLE')]);
    return toResponse({ ...refusal, headers: [['retry-after', '1']] }, false);
  },
  ...faults,
  welcome,
  recipes,
};
