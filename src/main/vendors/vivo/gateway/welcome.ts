import type { GatewayPart } from '../../vendor.ts';
import { answer, success } from './reply.ts';

/** The answer to a push that is taken whatever is wrong with it. */
export const welcome: GatewayPart['welcome'] = (_capture, _tokens, id) => {
  const taskId = String(BigInt(`0x${id.replaceAll('-', '').slice(-15)}`) % 10n ** 18n).padStart(18, '1');
  return { reply: answer({ ...success, taskId }), vendorMessageId: taskId };
};
