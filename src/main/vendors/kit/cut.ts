/**
 * Cuts a text as Tencent's backend does before it hands it to a vendor: `max` UTF-16 units with `...` counted among them, never
 * inside a surrogate pair. A text that fits is returned as it is. Source: Tencent «离线推送 limits of title and content».
 */
export const cutText = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const kept = text.slice(0, Math.max(0, max - 3));
  const last = kept.charCodeAt(kept.length - 1);
  return `${last >= 0xd800 && last <= 0xdbff ? kept.slice(0, -1) : kept}...`;
};
