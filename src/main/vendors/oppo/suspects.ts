import type { Suspect } from '../vendor.ts';

/** What to look at when one of these codes came back, the most usual first. */
export const suspects: Readonly<Record<string, readonly Suspect[]>> = {
  '11': ['secret'],
  '14': ['secret'],
  '16': ['secret', 'clock'],
  '19': ['clock'],
  '41': ['size'],
  '10000': ['token-form'],
};
