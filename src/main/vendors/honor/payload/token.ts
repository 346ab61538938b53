/**
 * What push tokens look like in public samples: `BAEAAAAA…`, a dot, and about 90 letters. Not a published rule, so nothing is refused
 * by it; it only helps to recognise a pasted one.
 */
export const looksLikeToken = (text: string): boolean => /^BAEAA[A-Za-z0-9_-]{2,8}\.[A-Za-z0-9_-]{40,}$/.test(text);

/** No token has white space inside, so this is none of anybody's. */
export const isNobodys = (token: string): boolean => /\s/.test(token);
