const ending = '...';

/**
 * Shortens a text as Tencent's backend does: to `limit` UTF-16 units, the last three of them dots, never half a surrogate pair.
 * Source: Tencent Cloud IM, «Offline push» pages, length limits per vendor.
 */
export const cutText = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const kept = text.slice(0, Math.max(0, limit - ending.length));
  const last = kept.charCodeAt(kept.length - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return `${isHalf ? kept.slice(0, -1) : kept}${ending}`.slice(0, limit);
};
