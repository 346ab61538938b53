/**
 * What push tokens look like in public samples: `BAEAAAAA…`, a dot, and about 90 letters. Not a published rule, so nothing is refused
 * by it; it only helps to recognise a pasted one.
 */
export const looksLikeToken = (text: string): boolean => /^BAEAA[A-Za-z0-9_-]{2,8}\.[A-Za-z0-9_-]{40,}$/.test(text);
