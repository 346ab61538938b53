import { headerOf } from '../../kit/headers.ts';
import { faultWords } from '../../kit/gateway/fault-words.ts';
import type { GatewayPart } from '../../vendor.ts';
import { oauthReply, refusalReply, sendAnswer } from './reply.ts';

const tokenCodes = ['unauthorized_client', 'invalid_client', 'unsupported_grant_type'];

/** What faults can do here. Refusals of a part of the tokens are made by dead tokens. */
export const faults: Pick<GatewayPart, 'faultReply' | 'busyCode' | 'tokenCodes' | 'accessToken' | 'partialCodes'> = {
  faultReply: ({ code, status, tokens }, _decided, nowMs) => {
    const refusal = { status, code, message: faultWords };
    if (tokenCodes.includes(code)) return oauthReply(refusal);
    if (code !== 'SEND_RESULT_FALSE') return refusalReply(refusal);
    return sendAnswer({ sendResult: false, requestId: String(nowMs), failTokens: tokens, expireTokens: [] });
  },
  busyCode: 'HTTP_429',
  tokenCodes,
  partialCodes: ['FAIL_TOKENS'],
  accessToken: {
    expired: { code: '80200003', status: 401 },
    shownIn: ({ headers }) => headerOf(headers, 'authorization') ?? null,
  },
};
