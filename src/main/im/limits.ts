import type { VendorId } from '../../shared/contract/index.ts';

/** Longest title and content Tencent's backend sends to a vendor, in UTF-16 units. Longer ones are cut and end with `...`. */
export interface TextLimit {
  readonly title: number;
  readonly content: number;
  /** Content when AndroidInfo.PushStyle is 1. */
  readonly longContent?: number;
}

/** Vendors that are not here have no limit of their own: APNs, FCM and TPNS count the whole payload. */
export const textLimits: Readonly<Partial<Record<VendorId, TextLimit>>> = {
  huawei: { title: 60, content: 600 },
  honor: { title: 50, content: 400 },
  xiaomi: { title: 50, content: 128 },
  oppo: { title: 50, content: 50, longContent: 128 },
  vivo: { title: 40, content: 100 },
  meizu: { title: 32, content: 100 },
};

const ellipsis = '...';

/**
 * Cuts a text to a limit in UTF-16 units, as the backend does: what is kept ends with `...`, which counts. A surrogate pair is
 * never cut in half, and half pairs of the sender's become U+FFFD as they do in UTF-8.
 */
export const cutText = (text: string, limit: number): string => {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  if (whole.length <= limit) return whole;
  let keep = Math.max(0, limit - ellipsis.length);
  const last = whole.charCodeAt(keep - 1);
  if (last >= 0xd8_00 && last <= 0xdb_ff) keep -= 1;
  return whole.slice(0, keep) + ellipsis.slice(0, limit);
};
