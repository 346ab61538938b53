/**
 * A text of at most `max` UTF-16 units. What is longer ends in `...`, which counts; a surrogate pair is never halved. Source: Tencent's
 * table of vendor limits, which says so for title and content of every Android vendor.
 */
export const cutText = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const end = Math.max(0, max - 3);
  const isHalved = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(end));
  return `${text.slice(0, isHalved ? end - 1 : end)}...`;
};

/** Cuts a text that stands in a sentence; `max` in UTF-16 units. */
export const shorten = (text: string, max = 80): string => (text.length <= max ? text : `${text.slice(0, max)}…`);

/** Number of characters as people count them: an emoji of two units is one. */
export const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};
