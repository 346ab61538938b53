import type { ImCode, VendorCode, VendorId } from '../../../../shared/contract/index.ts';

/** `apns/BadTopic` as its parts; the code may hold anything. */
export const partsOf = (chosen: string): { readonly vendor: string; readonly code: string } => {
  const at = chosen.indexOf('/');
  return at < 0 ? { vendor: chosen, code: '' } : { vendor: chosen.slice(0, at), code: chosen.slice(at + 1) };
};

/** The codes of a vendor (empty: of all) in whose code, status or meaning every word of the search stands. One row per code. */
export const findCodes = (
  codes: readonly VendorCode[],
  search: string,
  vendor: VendorId | '',
  meaningOf: (code: VendorCode) => string,
): readonly VendorCode[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const seen = new Set<string>();
  return codes.filter((one) => {
    const key = `${one.vendor}/${one.code}`;
    if (seen.has(key) || (vendor !== '' && one.vendor !== vendor)) return false;
    const text = `${one.vendor} ${one.code} ${one.status ?? ''} ${meaningOf(one)}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return false;
    seen.add(key);
    return true;
  });
};

/** `im/90001`: the page of a code of the IM backend. Codes of one meaning share it, under the first. */
export const imKey = ({ codes }: ImCode): string => `im/${codes[0]}`;

/** The row that has a code among its own. Undefined: no row has it. */
export const imRowOf = (rows: readonly ImCode[], code: string): ImCode | undefined =>
  rows.find(({ codes }) => codes.some((one) => String(one) === code));

/** The codes of the IM backend in whose number or meaning every word of the search stands. */
export const findImCodes = (
  rows: readonly ImCode[],
  search: string,
  meaningOf: (row: ImCode) => string,
): readonly ImCode[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = `im ${row.codes.join(' ')} ${meaningOf(row)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
