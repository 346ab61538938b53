/** A decimal number; null when it is none. */
export const readNumber = (text: string): number | null =>
  /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : null;

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1000,
  kb: 1000,
  m: 1e6,
  mb: 1e6,
  kib: 1024,
  mib: 1_048_576,
};

/** Bytes: `4096`, `10KB`, `1.5MB`, `4KiB`. Null when it is no size. */
export const readSize = (text: string): number | null => {
  const [, digits, unit] = /^(\d{1,12}(?:\.\d{1,3})?)\s?([a-z]*)$/i.exec(text) ?? [];
  const factor = units[(unit ?? '').toLowerCase()];
  return digits === undefined || factor === undefined ? null : Number(digits) * factor;
};
