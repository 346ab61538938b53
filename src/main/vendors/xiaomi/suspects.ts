import type { Suspect } from '../vendor.ts';

/** What to look at when one of these codes came back, the most usual first. */
export const suspects: Readonly<Record<string, readonly Suspect[]>> = {
  '10018': ['size'],
  '20301': ['token-form'],
  '21301': ['secret'],
  '21302': ['secret'],
  '21305': ['secret'],
  '22005': ['secret'],
  '22022': ['secret'],
  '65009': ['size'],
};
