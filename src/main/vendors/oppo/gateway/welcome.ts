import type { GatewayPart } from '../../vendor.ts';
import { sendKindOf } from '../hosts.ts';
import { accept, messageId } from './reply.ts';

/** The answer to a push that is taken whatever is wrong with it. */
export const welcome: GatewayPart['welcome'] = ({ path }, tokens, id) => {
  const own = messageId('0', id);
  const kind = sendKindOf(path);
  if (kind === 'batch') {
    return {
      reply: accept(tokens.map((registrationId) => ({ messageId: own, registrationId }))),
      vendorMessageId: own,
    };
  }
  return { reply: accept(kind === 'unicast' ? { messageId: own } : { message_id: own }), vendorMessageId: own };
};
