/**
 * What push tokens look like in public samples: `IQAAAA…` on Android, `MAMz…` on HarmonyOS 5 and newer. Not a published rule, so
 * nothing is refused by it; it only helps to recognise a pasted one.
 */
export const looksLikeToken = (text: string): boolean => /^(?:IQAAAA|MAMz)[A-Za-z0-9_-]{60,}$/.test(text);

/** No token has white space inside, so this is none of anybody's. */
export const isNobodys = (token: string): boolean => /\s/.test(token);
