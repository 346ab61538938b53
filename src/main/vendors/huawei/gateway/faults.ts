import { headerOf } from '../../kit/headers.ts';
import { faultWords } from '../../kit/gateway/fault-words.ts';
import type { GatewayPart } from '../../vendor.ts';
import { oauthReply, refusalReply } from './reply.ts';

const tokenCodes = ['1101'];

/** What faults can do here. Refusals of a part of the tokens are made by dead tokens. */
export const faults: Pick<GatewayPart, 'faultReply' | 'busyCode' | 'tokenCodes' | 'accessToken' | 'partialCodes'> = {
  faultReply: ({ code, status }, _decided, nowMs) => {
    const refusal = { status, code, message: faultWords };
    return tokenCodes.includes(code) ? oauthReply(refusal) : refusalReply(refusal, String(nowMs));
  },
  busyCode: 'HTTP_429',
  tokenCodes,
  partialCodes: ['80100000'],
  accessToken: {
    expired: { code: '80200003', status: 401 },
    shownIn: ({ headers }) => headerOf(headers, 'authorization') ?? null,
  },
};
