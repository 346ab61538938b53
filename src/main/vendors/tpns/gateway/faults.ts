import type { GatewayPart } from '../../vendor.ts';
import { refuse } from './reply.ts';

/** What faults can do here. A signature has no end, so none runs out. */
export const faults: Pick<GatewayPart, 'faultReply' | 'busyCode'> = {
  faultReply: ({ code, status }) => ({ ...refuse(code).reply, status }),
  busyCode: '1008028',
};
