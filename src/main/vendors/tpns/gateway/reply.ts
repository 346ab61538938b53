import { toBytes } from '../../kit/text.ts';
import { refuseWith, type ReplyRefusal } from '../../kit/rows.ts';
import type { WireResponse } from '../../vendor.ts';

/** Words of `err_msg` as the code table has them. Source: «server error codes». */
const messages: Readonly<Record<string, string>> = {
  '1008001': 'paramter parse error',
  '1008002': 'missing parameter',
  '1008003': 'auth failure',
  '1008004': 'invoke service error',
  '1008007': 'invalid parameter',
  '1008028': 'request too fast',
  '1008029': 'token is not valid',
  '1008035': 'accessId or domain not correct',
  '10010005': 'target not exist',
  '10010012': 'illegal push time',
  '10010018': 'push repeat',
};

/** An answer in TPNS's form. */
export const answer = (code: number, extra: object, status = 200): WireResponse => ({
  status,
  headers: [['content-type', 'application/json;charset=utf-8']],
  body: toBytes(
    JSON.stringify({
      seq: 0,
      push_id: '',
      ret_code: code,
      environment: '',
      err_msg: messages[String(code)] ?? '',
      result: '',
      ...extra,
    }),
  ),
});

/** An answer that refuses. `HTTP_<status>` is no code of TPNS's and comes without one. */
export const refuse = (code: string): ReplyRefusal => {
  const status = /^HTTP_(\d{3})$/.exec(code)?.[1];
  if (status !== undefined) {
    return refuseWith(code, { status: Number(status), headers: [['content-type', 'text/plain']], body: toBytes('') });
  }
  return refuseWith(code, answer(Number(code), {}));
};
