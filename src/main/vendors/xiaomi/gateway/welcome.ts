import type { GatewayPart } from '../../vendor.ts';
import { accept, messageId } from './reply.ts';

/** The answer to a push that is taken whatever is wrong with it. */
export const welcome: GatewayPart['welcome'] = (_capture, tokens, id) => ({
  reply: accept({
    id,
    info: `Received push messages for ${tokens.length} REGID`,
    quota: null,
    badTokens: [],
    overQuota: [],
  }),
  vendorMessageId: messageId(id),
});
