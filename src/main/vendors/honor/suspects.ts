import type { Suspect } from '../vendor.ts';

/** What to look at when one of these codes came back, the most usual first. */
export const suspects: Readonly<Record<string, readonly Suspect[]>> = {
  '80100003': ['size'],
  '80200001': ['secret', 'clock'],
  '80200003': ['clock'],
  '80300002': ['token-form'],
  '80300008': ['size'],
  SEND_RESULT_FALSE: ['token-form'],
  unauthorized_client: ['secret'],
  invalid_client: ['secret'],
};
