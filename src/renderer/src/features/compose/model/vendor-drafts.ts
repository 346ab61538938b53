import type { DraftView, StandIn, VendorId, VendorInfo } from '../../../../../shared/contract/index.ts';
import type { DecisionRow } from '../use-compose.ts';

/** The draft of one vendor: of a device that a recipient has, or of one made up for it. */
export interface VendorDraft {
  readonly vendor: VendorId;
  readonly label: string;
  /** Null: no device of the recipients has this vendor. */
  readonly row: DecisionRow | null;
  /** Null: no text can be built, so there is no draft. */
  readonly view: DraftView | null;
}

/** One draft for each vendor, in the order of the window. Of several devices with the same vendor the chosen one counts, else the first. */
export const vendorDrafts = (
  vendors: readonly Pick<VendorInfo, 'id' | 'label'>[],
  rows: readonly DecisionRow[],
  standIns: readonly StandIn[],
  chosen: DecisionRow | undefined,
): readonly VendorDraft[] =>
  vendors.flatMap(({ id: vendor, label }): VendorDraft[] => {
    const row = chosen?.vendor === vendor ? chosen : rows.find((one) => one.vendor === vendor);
    if (row) return [{ vendor, label, row, view: row.view }];
    const standIn = standIns.find((one) => one.vendor === vendor);
    return standIn ? [{ vendor, label, row: null, view: standIn.view }] : [];
  });
