import type { DraftView, Platform, StandIn, VendorId, VendorInfo } from '../../../../../shared/contract/index.ts';
import type { DecisionRow } from '../use-compose.ts';

/** A service of a vendor: Huawei's of HarmonyOS takes another request than its service of Android. */
export interface DraftVariant {
  readonly platform: Platform;
  /** Null: no device of the recipients has it. */
  readonly row: DecisionRow | null;
  /** Null: no text can be built, so there is no draft. */
  readonly view: DraftView | null;
}
/** The draft of one vendor: of a device that a recipient has, or of one made up for it. */
export interface VendorDraft extends DraftVariant {
  readonly vendor: VendorId;
  readonly label: string;
  /** Every service of the vendor, the one shown among them. */
  readonly variants: readonly DraftVariant[];
}

const isHarmony = (platform: Platform): boolean => platform === 'harmony';

/** One per service: of several devices the chosen one counts, else the first; else the stand-in. */
const variantsOf = (
  rows: readonly DecisionRow[],
  standIns: readonly StandIn[],
  chosen: DecisionRow | undefined,
): readonly DraftVariant[] =>
  [false, true].flatMap((harmony): DraftVariant[] => {
    const own = rows.filter(({ device }) => isHarmony(device.platform) === harmony);
    const row = own.find((one) => one === chosen) ?? own[0];
    if (row) return [{ platform: row.device.platform, row, view: row.view }];
    return standIns
      .filter(({ platform }) => isHarmony(platform) === harmony)
      .slice(0, 1)
      .map(({ platform, view }) => ({ platform, row: null, view }));
  });

/**
 * One draft for each vendor, in the order of the window. Of a vendor with two services the one asked for is shown, else that of the
 * chosen device, else one that a device has.
 */
export const vendorDrafts = (
  vendors: readonly Pick<VendorInfo, 'id' | 'label'>[],
  rows: readonly DecisionRow[],
  standIns: readonly StandIn[],
  chosen: DecisionRow | undefined,
  wanted: { readonly vendor: VendorId | null; readonly platform: Platform | null },
): readonly VendorDraft[] =>
  vendors.flatMap(({ id: vendor, label }): VendorDraft[] => {
    const isOwn = (one: { readonly vendor: VendorId }): boolean => one.vendor === vendor;
    const variants = variantsOf(rows.filter(isOwn), standIns.filter(isOwn), chosen);
    const shown =
      (vendor === wanted.vendor ? variants.find(({ platform }) => platform === wanted.platform) : undefined) ??
      variants.find(({ row }) => row !== null && row === chosen) ??
      variants.find(({ row }) => row !== null) ??
      variants[0];
    return shown ? [{ vendor, label, variants, ...shown }] : [];
  });
