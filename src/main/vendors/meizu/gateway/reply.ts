import { toBytes } from '../../kit/text.ts';
import { refuseWith, type ReplyRefusal } from '../../kit/rows.ts';
import type { WireResponse } from '../../vendor.ts';

/** An answer in Meizu's form. `code` is a text there. Source: «PushAPI», answers. */
export const answer = (
  code: string,
  message: string,
  value: unknown,
  extra: object = {},
  status = 200,
): WireResponse => ({
  status,
  headers: [['content-type', 'application/json;charset=UTF-8']],
  body: toBytes(JSON.stringify({ code, message, value, redirect: '', ...extra })),
});

/** Words of an answer: in Meizu's language, and but for 110010 our own. */
const messages: Readonly<Record<string, string>> = {
  '1003': '服务器忙',
  '1005': '参数错误',
  '1006': '签名认证失败',
  '110000': 'appId不合法',
  '110004': '参数不能为空',
  '110010': '应用请求频率超过限制',
  '110019': '应用当日推送次数超过限制',
  '110032': 'taskId不合法',
  '110053': '透传超过限制',
};

/** An answer that refuses. `HTTP_<status>` is no code of Meizu's and comes without one. */
export const refuse = (code: string): ReplyRefusal => {
  const status = /^HTTP_(\d{3})$/.exec(code)?.[1];
  if (status !== undefined) {
    return refuseWith(code, { status: Number(status), headers: [['content-type', 'text/plain']], body: toBytes('') });
  }
  return refuseWith(code, answer(code, messages[code] ?? '', ''));
};
