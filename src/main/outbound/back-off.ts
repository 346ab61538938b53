/** How connects to one address are spaced after failures. Apple takes connecting again and again for an attack. */
export interface BackOffSettings {
  readonly firstMs: number;
  readonly mostMs: number;
}

/**
 * Wait before the next connect after this many failures in a row, in milliseconds: doubled each time, and shortened by up to half
 * by chance (`random` in [0, 1)), so that many senders do not come back in step. 0 after no failure.
 */
export const backOffMs = (failures: number, random: number, { firstMs, mostMs }: BackOffSettings): number =>
  failures <= 0 ? 0 : Math.min(mostMs, firstMs * 2 ** (failures - 1)) * (1 - random / 2);
