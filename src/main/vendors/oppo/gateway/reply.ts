import type { Refusal } from '../../kit/findings.ts';
import type { Json } from '../../kit/json.ts';
import { toBytes } from '../../kit/text.ts';
import type { WireResponse } from '../../vendor.ts';

const answer = (status: number, body: object): WireResponse => ({
  status,
  headers: [['content-type', 'application/json;charset=UTF-8']],
  body: toBytes(JSON.stringify(body)),
});

/** A refusal as OPPO writes it: HTTP 200 and a code. */
export const refuse = ({ status, code, message }: Refusal): WireResponse =>
  answer(status, { code: Number(code), message });

/** An accepted request. */
export const accept = (data: Json): WireResponse => answer(200, { code: 0, message: 'Success', data });

/** Message ids begin with the app's id; `id` is a UUID. */
export const messageId = (appId: string, id: string): string => `${appId}-1-1-${id.replaceAll('-', '').slice(0, 24)}`;
