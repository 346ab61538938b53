import type { GatewayPart } from '../../vendor.ts';
import { projectOfPath, splitPath } from '../hosts.ts';
import { toResponse } from './reply.ts';

/** The answer to a push that is taken whatever is wrong with it. */
export const welcome: GatewayPart['welcome'] = ({ path }, _tokens, id) => {
  const name = `projects/${projectOfPath(splitPath(path).name) ?? '-'}/messages/${id.replaceAll('-', '')}`;
  return { reply: toResponse({ status: 200, body: { name } }, false), vendorMessageId: name };
};
