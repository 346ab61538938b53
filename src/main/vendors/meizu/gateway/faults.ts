import type { GatewayPart } from '../../vendor.ts';
import { answer, refuse } from './reply.ts';

/** A reason that stands beside each phone in an answer with code 200. */
const perPhone = /^value\.(\d+)$/;

/** What faults can do here. A signature has no end, so none runs out. */
export const faults: Pick<GatewayPart, 'faultReply' | 'busyCode'> = {
  faultReply: ({ code, status, tokens }) => {
    const reason = perPhone.exec(code)?.[1];
    if (reason !== undefined) return answer('200', '', { [reason]: tokens });
    return { ...refuse(code).reply, status };
  },
  busyCode: '110010',
};
