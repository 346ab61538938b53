/**
 * What a registration token looks like. `fcm`: the shape of today. `empty`, `apns`, `characters` and `cut` cannot be one; `odd`
 * may be an old or unusual one.
 */
export type TokenShape = 'fcm' | 'empty' | 'apns' | 'characters' | 'cut' | 'odd';

/** Judges a token by its letters alone. The pattern is a reading of tokens seen in public, not a published rule. */
export const tokenShape = (token: string): TokenShape => {
  if (token === '') return 'empty';
  if (/^[A-Za-z0-9_-]{11,}:APA91[A-Za-z0-9_-]{100,}$/.test(token)) return 'fcm';
  if (/^(?:[0-9a-f]{64}|[0-9a-f]{160})$/i.test(token)) return 'apns';
  if (/[^A-Za-z0-9_:-]/.test(token)) return 'characters';
  return /^[A-Za-z0-9_-]{11,}:APA91/.test(token) ? 'cut' : 'odd';
};
