/**
 * Whether a text looks like a Xiaomi registration id: base64 with letters of both cases, 40 characters or more. A reading of ids seen in
 * public, not a published rule. APNs tokens (hex in one case) and FCM's (with a colon) never fit.
 */
export const isRegId = (token: string): boolean =>
  /^[A-Za-z0-9+/]{40,88}={0,2}$/.test(token) && /[a-z]/.test(token) && /[A-Z]/.test(token);

/** No registration id has white space inside, so this is none of anybody's. */
export const isNobodys = (token: string): boolean => /\s/.test(token);
