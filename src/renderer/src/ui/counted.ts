import type { Words } from '../i18n/index.ts';

/** A text about a number of things; for one thing the form with `.one`. Languages without a plural have the same words for both. */
export const counted = (t: Words['t'], id: string, n: number): string => t(n === 1 ? `${id}.one` : id, { n });
