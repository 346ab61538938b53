import type { Suspect } from '../vendor.ts';

/** What to look at when one of these codes came back, the most usual first. */
export const suspects: Readonly<Record<string, readonly Suspect[]>> = {
  INVALID_ARGUMENT: ['token-form', 'size'],
  UNREGISTERED: ['token-form'],
  UNAUTHENTICATED: ['provider-token', 'clock'],
  invalid_grant: ['provider-token', 'clock'],
};
