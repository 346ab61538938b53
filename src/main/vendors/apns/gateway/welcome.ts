import type { GatewayPart } from '../../vendor.ts';

/** The answer to a push that is taken whatever is wrong with it. */
export const welcome: GatewayPart['welcome'] = (_capture, _tokens, id) => {
  const messageId = id.toUpperCase();
  return {
    reply: { status: 200, headers: [['apns-id', messageId]], body: new Uint8Array(0) },
    vendorMessageId: messageId,
  };
};
