import type { Suspect } from '../vendor.ts';

/** What to look at when one of these codes came back, the most usual first. */
export const suspects: Readonly<Record<string, readonly Suspect[]>> = {
  '10056': ['size'],
  '10058': ['size'],
  '10070': [
    { set: 'category', value: 'IM' },
    { set: 'classification', value: 1 },
  ],
  '10096': [{ set: 'category', value: 'IM' }],
  '10097': [
    { set: 'category', value: 'IM' },
    { set: 'classification', value: 1 },
  ],
  '10202': ['secret'],
  '10206': ['secret', 'clock'],
  '10207': ['clock'],
  '10302': ['token-form'],
};
