import { formValue, readForm } from '../../kit/form.ts';
import { headerOf } from '../../kit/headers.ts';
import { faultWords } from '../../kit/gateway/fault-words.ts';
import type { GatewayPart } from '../../vendor.ts';
import { forgetToken, type OppoMemory } from './memory.ts';
import { refuse } from './reply.ts';

/** What faults can do here. */
export const faults: Pick<
  GatewayPart<null, OppoMemory>,
  'faultReply' | 'busyCode' | 'tokenCodes' | 'accessToken' | 'forgetAccessToken'
> = {
  faultReply: ({ code, status }) => refuse({ status, code, message: faultWords }),
  busyCode: '-2',
  tokenCodes: ['14', '15', '16', '17', '18', '19'],
  accessToken: {
    expired: { code: '11', status: 200 },
    shownIn: ({ headers, body }) =>
      headerOf(headers, 'auth_token') ?? formValue(readForm(body) ?? [], 'auth_token') ?? null,
  },
  // Asked again, OPPO gives out the token that is still good: one that ran out must not come again.
  forgetAccessToken: forgetToken,
};
