import type { Refusal } from '../../kit/findings.ts';
import { toBytes } from '../../kit/text.ts';
import type { WireResponse } from '../../vendor.ts';

const json = (status: number, body: object): WireResponse => ({
  status,
  headers: [['content-type', 'application/json;charset=UTF-8']],
  body: toBytes(JSON.stringify(body)),
});

/** What happened to the tokens, as Honor's answers have it. */
export interface SendData {
  readonly sendResult: boolean;
  readonly requestId: string;
  readonly failTokens: readonly string[];
  readonly expireTokens: readonly string[];
}

/** The answer to a send that was looked at: `code` is a number. Source: cossim/hipush. */
export const sendAnswer = (data: SendData): WireResponse =>
  json(200, { code: 200, message: data.sendResult ? 'success' : 'fail', data });

/** An answer of the server in front of Push: what Honor writes into it is not known; ours is empty. */
export const bare = (status: 404 | 405 | 503): Refusal => ({ status, code: `HTTP_${status}`, message: '' });

/** A refusal of the send API on the wire. */
export const refusalReply = ({ status, code, message }: Refusal): WireResponse => {
  if (!code.startsWith('HTTP_')) return json(status, { code: Number(code), message });
  const headers: WireResponse['headers'] = [['content-type', 'text/plain; charset=utf-8']];
  return { status, headers: status === 405 ? [...headers, ['allow', 'POST']] : headers, body: toBytes('') };
};

/** A refusal of the token address, as Keycloak writes it. */
export const oauthReply = ({ status, code, message }: Refusal): WireResponse =>
  json(status, { error: code, error_description: message });

/** The answer with an access token, as Keycloak writes it. */
export const tokenAnswer = (token: string, seconds: number): WireResponse =>
  json(200, { access_token: token, expires_in: seconds, token_type: 'Bearer', scope: 'profile email' });
