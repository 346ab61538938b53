import { toBytes } from '../../kit/text.ts';
import type { Refusal } from '../../kit/findings.ts';
import type { WireResponse } from '../../vendor.ts';

const json = (status: number, body: object): WireResponse => ({
  status,
  headers: [['content-type', 'application/json;charset=utf-8']],
  body: toBytes(JSON.stringify(body)),
});

/** Huawei's envelope: `code` is a text. Source: «Push Kit: sending downlink messages (REST API)». */
export const envelope = (status: number, code: string, msg: string, requestId: string): WireResponse =>
  json(status, { code, msg, requestId });

/** What the server in front of Push says: no envelope. What Huawei writes into such an answer is not published; ours is empty. */
export const bare = (status: 404 | 405 | 503): Refusal => ({ status, code: `HTTP_${status}`, message: '' });

/** A refusal by the token address. */
export const oauthRefusal = (message: string): Refusal => ({ status: 400, code: '1101', message });

/** A refusal of the send API on the wire. */
export const refusalReply = ({ status, code, message }: Refusal, requestId: string): WireResponse => {
  if (!code.startsWith('HTTP_')) return envelope(status, code, message, requestId);
  const headers: WireResponse['headers'] = [['content-type', 'text/plain; charset=utf-8']];
  return { status, headers: status === 405 ? [...headers, ['allow', 'POST']] : headers, body: toBytes('') };
};

/** A refusal of the token address on the wire: numbers, not texts. The true `sub_error` values are not published. */
export const oauthReply = ({ status, message }: Refusal): WireResponse =>
  json(status, { error: 1101, sub_error: 0, error_description: message });

/** The answer with an access token. */
export const tokenAnswer = (token: string, seconds: number): WireResponse =>
  json(200, { access_token: token, expires_in: seconds, token_type: 'Bearer' });
