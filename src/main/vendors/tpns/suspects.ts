import type { Suspect } from '../vendor.ts';

/** What to look at when one of these codes came back, the most usual first. */
export const suspects: Readonly<Record<string, readonly Suspect[]>> = {
  '1008003': ['secret', 'clock'],
  '1008007': ['size'],
  '1008029': ['token-form'],
  '10030002': ['secret'],
};
