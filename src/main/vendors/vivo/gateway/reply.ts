import { toBytes } from '../../kit/text.ts';
import { refuseWith, type ReplyRefusal } from '../../kit/rows.ts';
import type { WireResponse } from '../../vendor.ts';

/** An answer in vivo's form: HTTP 200 and JSON, good or bad. */
export const answer = (body: object, status = 200): WireResponse => ({
  status,
  headers: [['content-type', 'application/json;charset=UTF-8']],
  body: toBytes(JSON.stringify(body)),
});

/** The words vivo writes on success. Source: «PUSH-UPS-API». */
export const success = { result: 0, desc: '请求成功' } as const;

/** `what` is the field at fault. The form of the words is vivo's, the words are ours but for regId. */
export const refuse = (code: string, what: string, extra: object = {}): ReplyRefusal => {
  const status = /^HTTP_(\d{3})$/.exec(code)?.[1];
  if (status !== undefined) return refuseWith(code, answer({ desc: `${what}不合法` }, Number(status)));
  return refuseWith(code, answer({ result: Number(code), desc: `${what}不合法`, ...extra }));
};
