import { faultWords } from '../../kit/gateway/fault-words.ts';
import type { GatewayPart } from '../../vendor.ts';
import { refuse } from './reply.ts';

/** What faults can do here. An AppSecret has no end, so none runs out. */
export const faults: Pick<GatewayPart, 'faultReply' | 'busyCode'> = {
  faultReply: ({ code, status }, _decided, nowMs) => refuse({ status, code, message: faultWords }, String(nowMs)),
  busyCode: '200001',
};
