import type { GatewayPart } from '../../vendor.ts';
import { answer } from './reply.ts';

/** The answer to a push that is taken whatever is wrong with it. */
export const welcome: GatewayPart['welcome'] = (_capture, tokens, id) => {
  const pushId = String(3_000_000_000 + (Number.parseInt(id.replaceAll('-', '').slice(-8), 16) % 1_000_000_000));
  const result = tokens.length > 0 ? JSON.stringify(tokens.map(() => 0)) : '';
  return { reply: answer(0, { push_id: pushId, environment: 'product', result }), vendorMessageId: pushId };
};
