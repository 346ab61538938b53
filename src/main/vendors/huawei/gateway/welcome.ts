import type { GatewayPart } from '../../vendor.ts';
import { envelope } from './reply.ts';

/** The answer to a push that is taken whatever is wrong with it. */
export const welcome: GatewayPart['welcome'] = (_capture, _tokens, id) => {
  const requestId = id.replaceAll('-', '');
  return { reply: envelope(200, '80000000', 'Success', requestId), vendorMessageId: requestId };
};
