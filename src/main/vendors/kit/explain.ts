import type { Explanation, VendorId } from '../../../shared/contract/index.ts';
import type { VendorError } from '../vendor.ts';

/** The one way an error table becomes words: `<vendor>.error.<code>.{meaning,cause,fix}` in the folder's catalogues. */
export const explainFrom =
  (vendor: VendorId, table: readonly VendorError[]) =>
  (code: string, status: number | null): Explanation | null => {
    const rows = table.filter((candidate) => candidate.code === code);
    const row = rows.find((candidate) => candidate.status === status) ?? rows[0];
    if (!row) return null;
    const words = (part: string) => ({ id: `${vendor}.error.${code}.${part}` });
    return {
      vendor,
      code,
      status: row.status,
      meaning: words('meaning'),
      cause: words('cause'),
      fix: words('fix'),
      certainty: row.certainty,
      source: row.source,
    };
  };
