import type { GatewayPart } from '../../vendor.ts';
import { answer } from './reply.ts';

/** The answer to a push that is taken whatever is wrong with it. */
export const welcome: GatewayPart['welcome'] = (_capture, _tokens, id) => {
  const msgId = id.replaceAll('-', '');
  return { reply: answer('200', '', {}, { msgId }), vendorMessageId: msgId };
};
