import type { GatewayPart } from '../../vendor.ts';
import { appOfPath, tokenPaths } from '../hosts.ts';
import { faults } from './faults.ts';
import { newMemory, type HonorMemory } from './memory.ts';
import { recipes } from './recipes.ts';
import { bare, refusalReply } from './reply.ts';
import { decideSend, refuseAddress } from './send.ts';
import { decideToken } from './token-endpoint.ts';
import { welcome } from './welcome.ts';

/** Honor's send address and both its token addresses on one port; which one is meant is told by the path. */
export const honorGateway: GatewayPart<null, HonorMemory> = {
  defaultPort: 8923,
  alpn: ['h2', 'http/1.1'],
  plain: true,
  requestCertificate: false,
  firstSettings: () => ({ maxConcurrentStreams: 100 }),
  maxBodyBytes: 1_048_576,
  newConnection: () => null,
  newMemory,
  decide: (input) => {
    const [path = ''] = input.capture.path.split('?');
    const isPost = input.capture.method.toUpperCase() === 'POST';
    const appId = appOfPath(path);
    const isToken = tokenPaths.includes(path);
    const answer =
      isPost && appId !== null
        ? decideSend(input, appId)
        : isPost && isToken
          ? decideToken(input)
          : refuseAddress(input, isToken || appId !== null);
    return { ...answer, connection: null };
  },
  unavailable: () => refusalReply(bare(503)),
  ...faults,
  welcome,
  recipes,
};
