import type { GatewayPart } from '../../vendor.ts';
import { sendAnswer } from './reply.ts';

/** The answer to a push that is taken whatever is wrong with it. */
export const welcome: GatewayPart['welcome'] = (_capture, _tokens, id) => {
  const requestId = id.replaceAll('-', '');
  const reply = sendAnswer({ sendResult: true, requestId, failTokens: [], expireTokens: [] });
  return { reply, vendorMessageId: requestId };
};
