import type { Refusal } from '../../kit/findings.ts';
import { toBytes } from '../../kit/text.ts';
import type { WireResponse } from '../../vendor.ts';

const answer = (status: number, body: object): WireResponse => ({
  status,
  headers: [['content-type', 'application/json;charset=UTF-8']],
  body: toBytes(JSON.stringify(body)),
});

/** Xiaomi's own form of an id: letters that say what it is for, then letters and digits. */
const idFrom = (prefix: string, id: string): string => `${prefix}${id.replaceAll('-', '').slice(0, 20)}`;

/** The id of a message taken here. */
export const messageId = (id: string): string => idFrom('scm', id);

/** A refusal as Xiaomi writes it; HTTP status 200 but for 5xx. */
export const refuse = (refusal: Refusal, id: string): WireResponse =>
  answer(refusal.status, {
    result: 'error',
    reason: refusal.message,
    trace_id: idFrom('Xcm', id),
    code: Number(refusal.code),
    description: refusal.message,
  });

/** What goes into `data` of an accepted request beside the id. */
export interface Accepted {
  readonly id: string;
  readonly info: string;
  readonly quota: { readonly limit: number; readonly used: number } | null;
  readonly badTokens: readonly string[];
  readonly overQuota: readonly string[];
}

/** An accepted request. Numbers of the quota are texts, as the vendor's page shows them. */
export const accept = ({ id, info, quota, badTokens, overQuota }: Accepted): WireResponse =>
  answer(200, {
    result: 'ok',
    trace_id: idFrom('Xcm', id),
    code: 0,
    data: {
      id: messageId(id),
      ...(quota ? { day_quota: String(quota.limit), day_acked: String(quota.used) } : {}),
      ...(badTokens.length > 0 ? { bad_regids: badTokens.join(',') } : {}),
      ...(overQuota.length > 0 ? { channel_exceed_quota: overQuota } : {}),
    },
    description: '成功',
    info,
  });
