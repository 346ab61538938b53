import type { Suspect } from '../vendor.ts';

/** What to look at when one of these codes came back, the most usual first. */
export const suspects: Readonly<Record<string, readonly Suspect[]>> = {
  '1006': ['secret'],
  '110000': ['secret'],
  '110003': ['token-form'],
  '110033': ['secret'],
  'value.110003': ['token-form'],
};
