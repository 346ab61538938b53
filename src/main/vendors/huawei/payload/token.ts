/**
 * What push tokens look like in public samples: `IQAAAA…` on Android, `MAMz…` on HarmonyOS 5 and newer. Not a published rule, so
 * nothing is refused by it; it only helps to recognise a pasted one.
 */
export const looksLikeToken = (text: string): boolean => /^(?:IQAAAA|MAMz)[A-Za-z0-9_-]{60,}$/.test(text);
