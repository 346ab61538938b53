import type { Suspect } from '../vendor.ts';

/** What to look at when one of these codes came back, the most usual first. */
export const suspects: Readonly<Record<string, readonly Suspect[]>> = {
  '80100003': ['size'],
  '80200001': ['provider-token', 'secret', 'clock'],
  '80200003': ['clock'],
  '80200005': ['provider-token', 'clock'],
  '80300002': ['token-form'],
  '80300007': ['token-form'],
  '80300008': ['size'],
  '80300011': [{ set: 'message.android.urgency', value: 'NORMAL' }],
  '80300036': ['provider-token'],
  '1101': ['secret'],
};
