import { toBytes } from '../../kit/text.ts';
import type { Refusal } from '../../kit/gateway-checks.ts';
import type { WireResponse } from '../../vendor.ts';

const json = (status: number, body: object): WireResponse => ({
  status,
  headers: [['content-type', 'application/json;charset=utf-8']],
  body: toBytes(JSON.stringify(body)),
});

/** Huawei's envelope: `code` is a text. Source: «Push Kit: sending downlink messages (REST API)». */
export const envelope = (status: number, code: string, msg: string, requestId: string): WireResponse =>
  json(status, { code, msg, requestId });

/** A refusal of the send API. */
export const refuse = (status: number, code: string, msg: string, requestId: string): Refusal => ({
  code,
  reply: envelope(status, code, msg, requestId),
});

/** An answer of the server in front of Push: no envelope. What Huawei writes into it is not published. */
export const bare = (status: 404 | 405 | 503): Refusal => ({
  code: `HTTP_${status}`,
  reply: {
    status,
    headers: [
      ['content-type', 'text/plain; charset=utf-8'],
      ...(status === 405 ? ([['allow', 'POST']] as [string, string][]) : []),
    ],
    body: toBytes(''),
  },
});

/** A refusal of the token address: numbers, not texts. The true `sub_error` values are not published. */
export const oauthRefusal = (description: string): Refusal => ({
  code: '1101',
  reply: json(400, { error: 1101, sub_error: 0, error_description: description }),
});

/** The answer with an access token. */
export const tokenAnswer = (token: string, seconds: number): WireResponse =>
  json(200, { access_token: token, expires_in: seconds, token_type: 'Bearer' });
