import type { GatewayPart } from '../../vendor.ts';
import { sendAddressOf, tokenPath } from '../hosts.ts';
import { faults } from './faults.ts';
import { newMemory, type HuaweiMemory } from './memory.ts';
import { recipes } from './recipes.ts';
import { bare, refusalReply } from './reply.ts';
import { decideSend, refuseAddress } from './send.ts';
import { decideToken } from './token-endpoint.ts';
import { welcome } from './welcome.ts';

/** Huawei's send addresses (v1, v2, v3) and its token address on one port; which one is meant is told by the path. */
export const huaweiGateway: GatewayPart<null, HuaweiMemory> = {
  defaultPort: 8922,
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
    const address = sendAddressOf(path);
    const isToken = path === tokenPath;
    const answer =
      isPost && address !== null
        ? decideSend(input, address)
        : isPost && isToken
          ? decideToken(input)
          : refuseAddress(input, isToken || address !== null);
    return { ...answer, connection: null };
  },
  unavailable: () => refusalReply(bare(503), ''),
  ...faults,
  welcome,
  recipes,
};
