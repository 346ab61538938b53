import { headerOf } from '../../kit/headers.ts';
import type { GatewayPart } from '../../vendor.ts';
import { refuse } from './reply.ts';

/** What faults can do here. */
export const faults: Pick<GatewayPart, 'faultReply' | 'busyCode' | 'tokenCodes' | 'accessToken'> = {
  faultReply: ({ code }) => refuse(code, 'fault: ').reply,
  busyCode: '10072',
  tokenCodes: ['10200', '10201', '10202', '10203', '10204', '10205', '10206', '10207', '10250'],
  accessToken: {
    expired: { code: '10000', status: 200 },
    shownIn: ({ headers }) => headerOf(headers, 'authToken') ?? null,
  },
};
